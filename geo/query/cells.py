"""Marks for the map: at most so many, whatever the number of events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from geo.store.categories import PlaceLabel
from geo.store.columns import Flags
from geo.store.table import EventTable

MOST_SYMBOLS = 500  # DESIGN 6: a change stays near 0.1 s and 50 KB up to here


class Bounds(NamedTuple):
    """A box in decimal degrees, edges included."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class MapSymbol:
    """One mark. `id` names its point or cell and stays the same while filters change: see `rows_of`.

    `kind` is "point" (one site, never moved), "area" (a district or country at its representative point) or
    "cell" (a grid square, drawn at its busiest point). `groups` counts its events by group id, most first.
    `standing` is the status that all share ("disputed" included), "mixed" otherwise. `radius_km` is the
    widest of its events. `near` says that every event here lies near `place`, not in it.
    """

    id: str
    kind: str
    longitude: float
    latitude: float
    count: int
    groups: tuple[tuple[str, int], ...]
    standing: str
    radius_km: float
    place: PlaceLabel
    near: bool
    places: int


def symbols(table: EventTable, rows: Flags, bounds: Bounds | None = None, most: int = MOST_SYMBOLS) -> tuple[MapSymbol, ...]:
    """At most `most` marks for the located rows in `bounds` (everywhere when None), the big before (below) the small."""
    return ()


def rows_of(table: EventTable, rows: Flags, symbol_id: str) -> NDArray[np.int64]:
    """The selected rows under a mark, in row order; empty when the filter leaves none or the id is none of ours."""
    return np.zeros(0, dtype=np.int64)
