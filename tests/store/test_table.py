from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from geo.store.columns import NO_END, NO_START, NONE
from geo.store.table import EventTable
from tests.store.made import at, event, table


def test_an_empty_table_has_every_column() -> None:
    empty = EventTable.build([], [])
    assert len(empty) == 0
    assert empty.columns.killed.shape == (0, 3)
    assert empty.categories.parties.shape == (0, 0)


def test_rows_keep_their_order_and_their_records() -> None:
    events = [event(n, article=f"a{n % 2}") for n in range(3)]
    built = table(*events)
    assert [built.event(row) for row in range(3)] == events
    assert built.article("a1").title == "title a1"
    with pytest.raises(IndexError):
        built.event(3)
    with pytest.raises(KeyError):
        built.article("other")


def test_codes_say_what_the_events_say() -> None:
    built = table(
        event(0, kind="talks", status="denied", where=at("sirte"), factions=("LNA", "TUR"), killed=(2, None, None)),
        event(1, start=None, disputed=("x",), factions=("TUR", "LNA"), review="edited"),
    )
    columns, lists = built.columns, built.categories
    assert lists.types[columns.type[0]].id == "talks"
    assert lists.statuses[columns.status[0]].id == "denied"
    assert [lists.standings[code].id for code in columns.standing] == ["denied", "disputed"]
    assert [date.fromordinal(columns.start[0]), columns.start[1], columns.end[1]] == [date(2020, 7, 3), NO_START, NO_END]
    assert [lists.reviews[code].id for code in columns.review] == ["unreviewed", "edited"]
    assert columns.killed.tolist() == [[2, NONE, NONE], [NONE] * 3]
    assert columns.place.tolist() == columns.point.tolist() == [0, NONE]
    assert (columns.geo_precision[1], np.isnan(columns.radius_km[1])) == (0, True)
    assert columns.party[0] == columns.party[1], "a set of factions has no order"
    assert [label.en for label in lists.factions] == ["Libyan National Army", "Turkey"]
    assert columns.undated.tolist() == columns.unlocated.tolist() == [False, True]


def test_a_district_never_shares_a_point_with_a_town() -> None:
    built = table(event(0, where=at("sirte")), event(1, where=at("sirte", precision=3)), event(2, where=at("sirte", precision=2)))
    assert built.columns.point.tolist() == [0, 1, 0]
    assert built.categories.points.area.tolist() == [False, True]


def test_columns_are_frozen() -> None:
    with pytest.raises(ValueError, match="read-only"):
        table(event()).columns.start[0] = 1


@pytest.mark.parametrize("wrong", [{"kind": "picnic"}, {"status": "rumoured"}, {"review": "shrugged"}])
def test_what_is_not_in_the_vocabulary_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="e0"):
        table(event(**wrong))
