"""The counts of the header."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.query.index import Tolls
from geo.query.selection import Selection, once
from geo.store.columns import NO_END, NO_START, NONE, Flags

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


@once
def summary(selection: Selection) -> Summary:
    """Counts of the selected rows."""
    index, days, spots = selection.index, selection.days, selection.spots
    place, point = index.spots.values[:2]
    first, last = index.days.values[:2]
    again = selection.rows[index.shared.rows]
    alone = selection.size - int(np.count_nonzero(again))
    return Summary(
        events=selection.size,
        incidents=alone + _distinct(index.shared.incident[again]),
        articles=int(np.count_nonzero(selection.articles)),
        places=_distinct(place[spots > 0]),
        killed=_toll(index.killed, selection.rows),
        wounded=_toll(index.wounded, selection.rows),
        undated=int(days[(first == NO_START) & (last == NO_END)].sum()),
        unlocated=int(spots[point == NONE].sum()),
    )


def _distinct(codes: NDArray[np.signedinteger]) -> int:
    """How many different codes, NONE not among them."""
    return int(np.count_nonzero(np.bincount(codes + 1)[1:]))


def _toll(told: Tolls, rows: Flags) -> Range | None:
    """The summed range; of an incident the lowest and the highest that is told."""
    chosen = rows[told.rows]
    if not chosen.any():
        return None
    few, rest = chosen[: told.shared], slice(told.shared, None)
    of = told.incident[few]
    least, most = np.full(of.max(initial=-1) + 1, _UNTOLD), np.zeros(of.max(initial=-1) + 1, dtype=np.int64)
    np.minimum.at(least, of, told.lowest[: told.shared][few])
    np.maximum.at(most, of, told.highest[: told.shared][few])
    return Range(
        int(least[least != _UNTOLD].sum() + told.lowest[rest][chosen[rest]].sum()),
        int(most.sum() + told.highest[rest][chosen[rest]].sum()),
    )
