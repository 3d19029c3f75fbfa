"""How the selected rows count at each distinct point."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.query.selection import Selection, once
from geo.store.columns import NONE

NEAR = 2  # geo_precision of an event near its place, not in it (CODEBOOK 5)


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """Events at each point, or at each mark once summed.

    `groups`, shape (points, groups), and `standings`, shape (points, standings), count by group and standing code;
    `near` those near the place; `radius_km` is the widest.
    """

    groups: NDArray[np.int64]
    standings: NDArray[np.int64]
    near: NDArray[np.int64]
    radius_km: NDArray[np.float32]

    @property
    def events(self) -> NDArray[np.int64]:
        """All events of each point."""
        total: NDArray[np.int64] = self.groups.sum(axis=1)
        return total

    def at(self, points: NDArray[np.int64]) -> Counts:
        """The counts of these points alone."""
        return Counts(self.groups[points], self.standings[points], self.near[points], self.radius_km[points])

    def sum_by(self, mark_of: NDArray[np.int64]) -> Counts:
        """The counts of points summed into marks: point i goes to mark `mark_of[i]`."""
        marks = int(mark_of.max()) + 1 if len(mark_of) else 0
        summed = Counts(
            np.zeros((marks, self.groups.shape[1]), dtype=np.int64),
            np.zeros((marks, self.standings.shape[1]), dtype=np.int64),
            np.zeros(marks, dtype=np.int64),
            np.zeros(marks, dtype=np.float32),
        )
        np.add.at(summed.groups, mark_of, self.groups)
        np.add.at(summed.standings, mark_of, self.standings)
        np.add.at(summed.near, mark_of, self.near)
        np.maximum.at(summed.radius_km, mark_of, self.radius_km)
        return summed


@once
def count(selection: Selection) -> Counts:
    """Counts of the selected rows at every point of the table."""
    lists, spots = selection.table.categories, selection.index.spots
    _, point, group, standing, precision, radius = spots.values
    seen = np.flatnonzero((selection.spots > 0) & (point != NONE))
    at, events, size = point[seen].astype(np.int64), selection.spots[seen], len(lists.points)
    widest = np.zeros(size, dtype=np.float32)
    np.maximum.at(widest, at, radius[seen].astype(np.int32).view(np.float32))
    return Counts(
        _cross(at, group[seen], events, size, len(lists.groups)),
        _cross(at, standing[seen], events, size, len(lists.standings)),
        np.bincount(at, events * (precision[seen] == NEAR), minlength=size).astype(np.int64),
        widest,
    )


def _cross(
    point: NDArray[np.int64], code: NDArray[np.signedinteger], events: NDArray[np.int64], points: int, codes: int
) -> NDArray[np.int64]:
    """Sums of `events` by point and code, shape (points, codes)."""
    return np.bincount(point * codes + code, events, minlength=points * codes).astype(np.int64).reshape(points, codes)
