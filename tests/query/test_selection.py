from __future__ import annotations

import gc
import weakref
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.model import Event
from geo.query.districts import districts
from geo.query.filters import Filter, apart, mask
from geo.query.index import Index, Sorts
from geo.query.latest import latest
from geo.query.selection import Selection, Selections
from geo.query.summary import summary
from geo.store.columns import NO_START
from tests.query.test_filters import events, filters
from tests.store.made import at, event, table


@settings(max_examples=60)
@given(st.lists(events(), max_size=8), filters)
def test_a_selection_is_its_mask_and_its_restrictions_are_the_filters(told: list[Event], chosen: Filter) -> None:
    built = table(*told)
    rows = mask(built, chosen)
    assert Selections(built).of(chosen).rows.tolist() == rows.tolist()
    together = np.logical_and.reduce([mask(built, one) for one in apart(chosen)] or [np.ones(len(built), dtype=bool)])
    assert together.tolist() == rows.tolist()


@settings(max_examples=60)
@given(st.lists(events(), max_size=8), st.data())
def test_counting_what_is_out_gives_what_is_in(told: list[Event], data: st.DataObject) -> None:
    built = table(*told)
    rows = np.array(data.draw(st.lists(st.booleans(), min_size=len(told), max_size=len(told))), dtype=bool)
    found, index = Selection(built, rows), Index(built)
    for code, counted in ((index.spots.code, found.spots), (index.days.code, found.days), (index.articles, found.articles)):
        assert counted.tolist() == [int(np.count_nonzero(code.of[rows] == value)) for value in range(len(code.total))]


def test_combinations_keep_the_values_of_each_row() -> None:
    columns = np.array([3, 3, -1, 3], dtype=np.int32), np.array([0, 1, 0, 0], dtype=np.int8)
    found = Sorts.of_columns(*columns)
    assert found.code.of.tolist() == [0, 1, 2, 0]
    assert found.code.total.tolist() == [2, 1, 1]
    assert [values[found.code.of].tolist() for values in found.values] == [column.tolist() for column in columns]


@settings(max_examples=60)
@given(st.lists(events(), max_size=12), st.integers(0, 3), st.data())
def test_pages_are_cuts_of_the_whole_order(told: list[Event], page: int, data: st.DataObject) -> None:
    built = table(*told)
    rows = np.array(data.draw(st.lists(st.booleans(), min_size=len(told), max_size=len(told))), dtype=bool)
    days, undated = built.columns.start, built.columns.undated
    whole = sorted(np.flatnonzero(rows).tolist(), key=lambda row: (bool(undated[row]), -int(days[row]), row))
    size = 2
    assert latest(Index(built), rows, slice(page * size, (page + 1) * size)).tolist() == whole[page * size : (page + 1) * size]
    assert NO_START == 0, "an event with an end alone has no first day and comes after those that have one"


def test_what_was_asked_is_not_computed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    selections = Selections(table(event(0, where=at("sirte")), event(1, kind="talks")))
    found = selections.of(Filter())
    assert selections.of(Filter()) is found
    answers = summary(found), districts(found)
    monkeypatch.setattr(Selection, "tally", None)
    assert (summary(found), districts(found)) == answers
    assert selections.of(replace(Filter(), text="سرت")).index is found.index


def test_a_table_goes_with_its_last_user_without_a_collection() -> None:
    """The dashboard freezes what the collector would walk through, so a cycle would stay for ever."""

    class Watched:
        pass

    selections, watched = Selections(table(event(0, where=at("sirte")))), Watched()
    summary(selections.of(Filter()))
    selections.of(Filter()).answers["watched"] = watched
    gone = weakref.ref(watched)
    gc.disable()
    try:
        del selections, watched
        assert gone() is None
    finally:
        gc.enable()
