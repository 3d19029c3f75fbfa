"""Counts over time, with what is certain kept apart from what is possible."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from geo.store.columns import Flags
from geo.store.table import EventTable

Unit = Literal["day", "week", "month", "year"]


@dataclass(frozen=True, slots=True, eq=False)
class Timeline:
    """A histogram by event group. `starts[i]` is the first day of bin i, `ends[i]` its last; `groups` are group ids.

    `certain`, shape (groups, bins), counts events that lie wholly in the bin; `possible`, same shape, those
    that may lie in it and in others too: never add the possible of two bins.
    """

    unit: Unit
    starts: tuple[date, ...]
    ends: tuple[date, ...]
    groups: tuple[str, ...]
    certain: NDArray[np.int64]
    possible: NDArray[np.int64]


def timeline(table: EventTable, rows: Flags, span: tuple[date, date] | None = None) -> Timeline:
    """Bins over `span` (the dates of the rows when None) of the rows that the mask selects; undated rows count nowhere.

    Pass the mask of the filter without its dates, so that the bins stay while a brush moves over them.
    With no dated row there are no bins.
    """
    empty = np.zeros((len(table.categories.groups), 0), dtype=np.int64)
    return Timeline("day", (), (), tuple(group.id for group in table.categories.groups), empty, empty)
