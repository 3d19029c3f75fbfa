"""The counts of the header."""

from __future__ import annotations

from dataclasses import dataclass

from geo.store.columns import Flags
from geo.store.table import EventTable


@dataclass(frozen=True, slots=True)
class Range:
    """A sum known between `low` and `high`, inclusive."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What is in view. `incidents` counts an event told by several articles once, and so do the tolls.

    `killed`, `wounded` are of events reported or claimed: what is planned or denied has no victims yet. They are
    None where no event tells a figure.
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
    return Summary(int(rows.sum()), 0, 0, 0, None, None, 0, 0)
