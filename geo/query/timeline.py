"""Counts over time, with what is certain kept apart from what is possible."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from geo.query.selection import Selection, once
from geo.store.columns import NO_END, NO_START

Unit = Literal["day", "week", "month", "year"]
# The longest span in days that is still shown by the unit: some 60 to 180 bins, each wide enough to brush.
LONGEST: tuple[tuple[Unit, int], ...] = (("day", 92), ("week", 3 * 366), ("month", 15 * 366))


@dataclass(frozen=True, slots=True, eq=False)
class Timeline:
    """A histogram by event group. `starts[i]` is the first day of bin i, `ends[i]` its last; `groups` are group ids.

    `certain`, shape (groups, bins), counts events that lie wholly in the bin; `possible`, same shape, those
    that may lie in it and in others too: never add the possible of two bins. Weeks begin on Monday.
    """

    unit: Unit
    starts: tuple[date, ...]
    ends: tuple[date, ...]
    groups: tuple[str, ...]
    certain: NDArray[np.int64]
    possible: NDArray[np.int64]


@once
def timeline(selection: Selection, span: tuple[date, date] | None = None) -> Timeline:
    """Bins over `span` (the dates of the rows when None) of the selected rows; undated rows count nowhere.

    Select by the filter without its dates, so that the bins stay while a brush moves over them.
    With no dated row there are no bins. An event that began at an unknown day may lie in any bin up to its end.
    """
    first_day, last_day, group = selection.index.days.values
    dated = np.flatnonzero((selection.days > 0) & ((first_day != NO_START) | (last_day != NO_END)))
    first_day, last_day, events = first_day[dated], last_day[dated], selection.days[dated]
    first, last = _span(first_day, last_day) if span is None else (span[0].toordinal(), span[1].toordinal())
    unit = _unit(last - first)
    edges = _edges(unit, first, last) if len(dated) else [first]
    labels = selection.table.categories.groups
    bins, groups = len(edges) - 1, len(labels)
    group = group[dated].astype(np.int64)
    begin, end = _bins(edges, first_day), _bins(edges, last_day)
    overlaps = (end >= 0) & (begin < bins)
    within = overlaps & (begin == end)
    beyond = overlaps & ~within
    days = [date.fromordinal(edge) for edge in edges[:-1]]
    return Timeline(
        unit=unit,
        starts=tuple(days),
        ends=tuple(date.fromordinal(edge) - timedelta(1) for edge in edges[1:]),
        groups=tuple(label.id for label in labels),
        certain=_cross(group[within], begin[within], events[within], groups, bins),
        possible=_spread(group[beyond], begin[beyond].clip(0), end[beyond].clip(max=bins - 1), events[beyond], groups, bins),
    )


def _span(first_day: NDArray[np.signedinteger], last_day: NDArray[np.signedinteger]) -> tuple[int, int]:
    """The first and last day that are known at all; (1, 1) of nothing."""
    starts = first_day if first_day.min(initial=NO_END) != NO_START else first_day[first_day != NO_START]
    ends = last_day if last_day.max(initial=NO_START) != NO_END else last_day[last_day != NO_END]
    known = [edge for days in (starts, ends) if len(days) for edge in (int(days.min()), int(days.max()))]
    return (min(known), max(known)) if known else (1, 1)


def _unit(days: int) -> Unit:
    return next((unit for unit, longest in LONGEST if days <= longest), "year")


def _edges(unit: Unit, first: int, last: int) -> list[int]:
    """First days of the bins that cover first to last, and the day after the last bin.

    >>> edges = _edges("month", date(2020, 1, 30).toordinal(), date(2020, 2, 1).toordinal())
    >>> [date.fromordinal(edge).isoformat() for edge in edges]
    ['2020-01-01', '2020-02-01', '2020-03-01']
    """
    if unit == "day":
        return list(range(first, last + 2))
    if unit == "week":
        monday = first - (first - 1) % 7  # 0001-01-01, day 1, was a Monday
        return list(range(monday, last + 8 - (last - 1) % 7, 7))
    start, end = date.fromordinal(first), date.fromordinal(last)
    if unit == "year":
        return [date(year, 1, 1).toordinal() for year in range(start.year, end.year + 2)]
    months = range(start.year * 12 + start.month - 1, end.year * 12 + end.month + 1)
    return [date(month // 12, month % 12 + 1, 1).toordinal() for month in months]


def _bins(edges: list[int], days: NDArray[np.signedinteger]) -> NDArray[np.signedinteger]:
    """The bin of each day, -1 before the first, the number of bins after the last. A table by day: no search for each row.

    >>> _bins([10, 12, 15], np.array([9, 10, 11, 12, 14, 15, 99], dtype=np.int32)).tolist()
    [-1, 0, 0, 1, 1, 2, 2]
    """
    bin_of = np.repeat(np.arange(-1, len(edges), dtype=np.int32), [1, *np.diff(edges), 1])
    return bin_of.take(days.clip(edges[0] - 1, edges[-1]) - (edges[0] - 1))


def _cross(
    group: NDArray[np.int64], position: NDArray[np.int64], events: NDArray[np.int64], groups: int, bins: int
) -> NDArray[np.int64]:
    """Sums of `events` by group and bin, shape (groups, bins)."""
    return np.bincount(group * bins + position, events, minlength=groups * bins).astype(np.int64).reshape(groups, bins)


def _spread(
    group: NDArray[np.int64], begin: NDArray[np.int64], end: NDArray[np.int64], events: NDArray[np.int64], groups: int, bins: int
) -> NDArray[np.int64]:
    """Counts by group and bin of ranges of bins: the starts so far less the ends before."""
    starts = _cross(group, begin, events, groups, bins + 1)
    ends = _cross(group, end + 1, events, groups, bins + 1)
    running: NDArray[np.int64] = (starts - ends).cumsum(axis=1)[:, :bins]
    return running
