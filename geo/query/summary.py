"""The counts of the header."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.store.columns import NONE, Flags
from geo.store.table import EventTable

HAPPENED = ("reported", "claimed")
_UNTOLD = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Range:
    """A sum known between `low` and `high`, inclusive."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What is in view. `incidents` counts an event told by several articles once, and so do the tolls.

    `killed`, `wounded` are of events reported or claimed: what is planned or denied has no victims. They are
    None where no event tells a figure. Of an incident told several times the widest range counts.
    """

    events: int
    incidents: int
    articles: int
    places: int
    killed: Range | None
    wounded: Range | None
    undated: int
    unlocated: int


def summary(table: EventTable, rows: Flags) -> Summary:
    """Counts of the rows that the mask `rows` selects."""
    columns, lists = table.columns, table.categories
    selected = np.flatnonzero(rows)
    happened = np.array([status.id in HAPPENED for status in lists.statuses], dtype=bool)[columns.status] & rows
    return Summary(
        events=len(selected),
        incidents=_distinct(columns.incident.take(selected)),
        articles=_distinct(columns.article.take(selected)),
        places=_distinct(columns.place.take(selected)),
        killed=_toll(columns.killed, columns.incident, happened),
        wounded=_toll(columns.wounded, columns.incident, happened),
        undated=int(np.count_nonzero(columns.undated & rows)),
        unlocated=int(np.count_nonzero(columns.unlocated & rows)),
    )


def _distinct(codes: NDArray[np.int32]) -> int:
    """How many different codes, NONE not among them."""
    return int(np.count_nonzero(np.bincount(codes + 1)[1:]))


def _toll(figures: NDArray[np.int32], incident: NDArray[np.int32], rows: Flags) -> Range | None:
    """The summed range; a best figure stands in for a missing low or high, a lone high leaves low at 0."""
    none_told = figures[:, 0] & figures[:, 1] & figures[:, 2]  # all bits set, NONE, only where all three are
    told = np.flatnonzero(rows & (none_told != NONE))
    if not len(told):
        return None
    low, best, high = (figures[:, which].take(told).astype(np.int64) for which in range(3))
    lowest = np.where(low != NONE, low, np.where(best != NONE, best, 0))
    highest = np.where(high != NONE, high, np.maximum(best, low))
    of = incident.take(told)
    least, most = np.full(of.max() + 1, _UNTOLD), np.zeros(of.max() + 1, dtype=np.int64)
    np.minimum.at(least, of, lowest)
    np.maximum.at(most, of, highest)
    return Range(int(least[least != _UNTOLD].sum()), int(most.sum()))
