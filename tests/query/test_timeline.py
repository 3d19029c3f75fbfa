from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.model import Event
from geo.query.selection import Selection
from geo.query.timeline import Timeline, timeline
from tests.query.test_filters import events
from tests.store.made import event, table


def of(*told: Event, span: tuple[date, date] | None = None) -> Timeline:
    return timeline(Selection(table(*told), np.ones(len(told), dtype=bool)), span)


def row(found: Timeline, layer: str, group: str = "violence") -> list[int]:
    counts: list[int] = getattr(found, layer)[found.groups.index(group)].tolist()
    return counts


@pytest.mark.parametrize("told", [(), (event(0, start=None),)])
def test_without_dates_there_are_no_bins(told: tuple[Event, ...]) -> None:
    found = of(*told)
    assert (found.starts, found.ends, found.certain.shape) == ((), (), (6, 0))


def test_certain_and_possible_are_kept_apart() -> None:
    found = of(event(0, start="2020-07-01"), event(1, start="2020-07-02", end="2020-07-03"), event(2, start="2020-07-03"))
    assert found.unit == "day"
    assert row(found, "certain") == [1, 0, 1]
    assert row(found, "possible") == [0, 1, 1]


@pytest.mark.parametrize(
    ("end", "unit", "first", "last"),
    [
        ("2020-07-31", "day", date(2020, 7, 1), date(2020, 7, 31)),
        ("2020-12-31", "week", date(2020, 6, 29), date(2021, 1, 3)),  # Monday to Sunday
        ("2025-02-10", "month", date(2020, 7, 1), date(2025, 2, 28)),
        ("2050-01-01", "year", date(2020, 1, 1), date(2050, 12, 31)),
    ],
)
def test_the_span_chooses_the_bins(end: str, unit: str, first: date, last: date) -> None:
    found = of(event(0, start="2020-07-01"), event(1, start=end))
    assert (found.unit, found.starts[0], found.ends[-1]) == (unit, first, last)
    assert row(found, "certain")[0] == row(found, "certain")[-1] == 1


def test_a_given_span_cuts_what_lies_outside() -> None:
    found = of(
        event(0, start="2020-06-30"),
        event(1, start="2020-06-01", end="2020-07-02"),
        event(2, start="2020-07-02", end="2020-09-01"),
        event(3, start="2020-09-01"),
        span=(date(2020, 7, 1), date(2020, 7, 3)),
    )
    assert row(found, "certain") == [0, 0, 0]
    assert row(found, "possible") == [1, 2, 1]


def test_only_selected_rows_and_only_their_group_count() -> None:
    built = table(event(0), event(1), event(2, kind="talks"))
    found = timeline(Selection(built, np.array([True, False, True])))
    assert (row(found, "certain"), row(found, "certain", "politics")) == ([1], [1])


@settings(max_examples=40, deadline=None)
@given(st.lists(events(), max_size=10))
def test_every_dated_event_is_in_its_bins_and_no_other(told: list[Event]) -> None:
    found = of(*told)
    for position, (first, last) in enumerate(zip(found.starts, found.ends, strict=True)):
        touching = [one for one in told if one.date.start and one.date.end and one.date.start <= last and one.date.end >= first]
        inside = [one for one in touching if first <= one.date.start and one.date.end <= last]
        assert found.certain[:, position].sum() == len(inside)
        assert found.possible[:, position].sum() == len(touching) - len(inside)
