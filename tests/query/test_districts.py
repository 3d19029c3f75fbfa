"""Events by district."""

from __future__ import annotations

import numpy as np

from geo.query.districts import districts
from geo.query.selection import Selection
from tests.store.made import at, event, table


def test_events_count_where_their_place_lies_and_the_unlocated_nowhere() -> None:
    built = table(event(0, where=at("sirte")), event(1, where=at("sirte")), event(2, where=at("benghazi")), event(3, where=None))
    names = {place.id: place.admin1 for place in built.categories.places}
    assert districts(Selection(built, np.ones(4, dtype=bool))) == {names["sirte"]: 2, names["benghazi"]: 1}
    assert districts(Selection(built, np.array([False, True, False, True]))) == {names["sirte"]: 1}
    assert districts(Selection(table(), np.ones(0, dtype=bool))) == {}
