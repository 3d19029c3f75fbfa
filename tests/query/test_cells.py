from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.model import Event
from geo.query.cells import Bounds, rows_of, symbols
from geo.query.selection import Selection
from geo.store.table import EventTable
from tests.query.test_filters import events
from tests.store.made import at, event, table

SIRTE = at("sirte")


def every(built: EventTable) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return np.ones(len(built), dtype=bool)


def test_nothing_to_draw() -> None:
    assert symbols(Selection(table(), every(table()))) == ()
    unlocated = table(event())
    assert symbols(Selection(unlocated, every(unlocated))) == ()


def test_events_that_share_a_point_are_one_mark_at_that_very_point() -> None:
    built = table(
        event(0, where=SIRTE), event(1, where=SIRTE, kind="talks"), event(2, where=SIRTE), event(3, where=at("ajdabiya"))
    )
    sirte, ajdabiya = symbols(Selection(built, every(built)))
    assert (sirte.longitude, sirte.latitude, sirte.count) == (16.589, 31.209, 3)
    assert sirte.groups == (("violence", 2), ("politics", 1))
    assert (sirte.kind, sirte.place.en, ajdabiya.count) == ("point", "Sirte", 1)
    assert rows_of(Selection(built, every(built)), sirte.id).tolist() == [0, 1, 2]


def test_a_district_is_never_summed_into_a_town() -> None:
    built = table(event(0, where=SIRTE), event(1, where=at("sirte", precision=3, radius=120)))
    assert sorted((mark.area, mark.count) for mark in symbols(Selection(built, every(built)))) == [(False, 1), (True, 1)]
    assert sorted((mark.area, mark.count) for mark in symbols(Selection(built, every(built)), most=2)) == [(False, 1), (True, 1)]


@pytest.mark.parametrize(
    ("told", "standing"),
    [
        ([{}], "reported"),
        ([{"status": "claimed"}, {"status": "claimed"}], "claimed"),
        ([{"status": "claimed"}, {}], "mixed"),
        ([{"status": "claimed", "disputed": ("x",)}], "disputed"),
    ],
)
def test_standing_is_what_all_share(told: list[dict[str, object]], standing: str) -> None:
    built = table(*(event(n, where=SIRTE, **fields) for n, fields in enumerate(told)))
    assert symbols(Selection(built, every(built)))[0].standing == standing


def test_near_and_radius() -> None:
    built = table(event(0, where=at("sirte", 2, 15.0)), event(1, where=at("ajdabiya", 2, 10.0)), event(2, where=at("ajdabiya")))
    marks = {mark.place.id: (mark.near, mark.radius_km) for mark in symbols(Selection(built, every(built)))}
    assert marks == {"sirte": (True, 15.0), "ajdabiya": (False, 10.0)}


def test_squares_grow_until_all_fit_and_stand_at_their_busiest_point() -> None:
    told = [event(n, where=at("sirte", north=n / 100)) for n in range(40)] + [event(99, where=at("sirte", north=0.07))]
    built = table(*told)
    marks = symbols(Selection(built, every(built)), most=5)
    assert len(marks) <= 5
    assert sum(mark.count for mark in marks) == len(told)
    cell = next(mark for mark in marks if mark.latitude == pytest.approx(31.209 + 0.07))
    assert (cell.kind, cell.places) == ("cell", 1)
    assert len(rows_of(Selection(built, every(built)), cell.id)) == cell.count


def test_only_what_is_in_view() -> None:
    built = table(event(0, where=SIRTE), event(1, where=at("ajdabiya")))
    assert [mark.place.en for mark in symbols(Selection(built, every(built)), Bounds(16, 31, 17, 32))] == ["Sirte"]


def test_an_id_outlives_the_filter() -> None:
    built = table(event(0, where=SIRTE), event(1, where=SIRTE))
    name = symbols(Selection(built, every(built)))[0].id
    assert rows_of(Selection(built, np.array([False, True])), name).tolist() == [1]
    assert rows_of(Selection(built, np.array([False, False])), name).tolist() == []


@pytest.mark.parametrize(
    "name", ["", "p:", "p:1", "p:1,2,3", "p:x,y", "c:0,0,1,1", "c:0,1", "q:1,2", "p:1,2\n", "p:1..2,3", "a:1e-5,2"]
)
def test_an_id_that_is_none_of_ours_has_no_rows(name: str) -> None:
    built = table(event(0, where=SIRTE))
    assert rows_of(Selection(built, every(built)), name).tolist() == []


def test_fewer_than_two_marks_are_refused() -> None:
    with pytest.raises(ValueError, match="at least 2"):
        symbols(Selection(table(), every(table())), most=1)


@settings(max_examples=40, deadline=None)
@given(st.lists(events(), max_size=12), st.integers(2, 4))
def test_marks_share_out_the_located_rows(told: list[Event], most: int) -> None:
    built = table(*told)
    marks = symbols(Selection(built, every(built)), most=most)
    rows = [row for mark in marks for row in rows_of(Selection(built, every(built)), mark.id).tolist()]
    assert len(marks) <= most
    assert sorted(rows) == np.flatnonzero(~built.columns.unlocated).tolist()
    assert all(sum(part for _, part in mark.groups) == mark.count for mark in marks)
