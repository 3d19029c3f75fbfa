"""The brush over the timeline, and its bars."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from geo.query.filters import Filter, mask
from geo.query.selection import Selection
from geo.query.timeline import timeline
from geo.ui.texts import Texts
from geo.ui.timeline_chart import bars, spec
from geo.ui.timeline_panel import days
from tests.ui.made import made_case, many_case

TABLE = many_case(10).table  # one event a day, 23 March to 1 April 2021
BINS = timeline(Selection(TABLE, mask(TABLE, Filter())))


def instant(day: int, hour: int = 0, month: int = 3) -> float:
    return datetime(2021, month, day, hour, tzinfo=UTC).timestamp() * 1000


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        ([instant(24), instant(27)], (date(2021, 3, 24), date(2021, 3, 26))),
        ([instant(27), instant(24)], (date(2021, 3, 24), date(2021, 3, 26))),  # drawn backwards
        ([instant(24, 13), instant(26, 11)], (date(2021, 3, 25), date(2021, 3, 25))),  # half a bin is no bin
        ([instant(24, 14), instant(24, 16)], (date(2021, 3, 24), date(2021, 3, 24))),  # within one bin
        ([instant(1), instant(30, month=4)], (date(2021, 3, 23), date(2021, 4, 1))),
    ],
)
def test_a_brush_takes_the_bins_whose_middle_it_covers(edges: list[float], expected: tuple[date, date]) -> None:
    assert days(edges, BINS) == expected


def test_bars_stack_the_certain_below_the_possible() -> None:
    table = made_case().table
    rows = bars(timeline(Selection(table, mask(table, Filter()))), Filter(), Texts("en"))
    for _, stack in rows.groupby("start"):
        assert stack["bottom"].tolist() == [0, *stack["top"].tolist()[:-1]]
        assert stack["certain"].tolist() == sorted(stack["certain"], reverse=True)


def test_bars_outside_the_chosen_dates_are_pale() -> None:
    rows = bars(BINS, Filter(start=date(2021, 3, 25), end=date(2021, 3, 26)), Texts("en"))
    assert rows["inside"].sum() == 2


def test_the_chart_mirrors_in_arabic() -> None:
    assert spec(BINS, Texts("ar"))["encoding"]["x"]["scale"]["reverse"]
    assert spec(BINS, Texts("ar"))["encoding"]["y"]["axis"]["orient"] == "right"
    assert not spec(BINS, Texts("en"))["encoding"]["x"]["scale"]["reverse"]
