"""The arrays of the table: one row an event, every array frozen."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

NO_START = 0  # date.toordinal() begins at 1: an unknown start lies before every day,
NO_END = 2**31 - 1  # and an unknown end after every day, so that overlap needs no special case
NONE = -1  # no place, no point, or a casualty figure that is not told

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """One array a field, shape (rows,) but for the tolls, shape (rows, 3): low, best, high; NONE when not told.

    `type`, `status`, `standing`, `review`, `place`, `point`, `party`, `article` are codes into `Categories`;
    `standing` is the status, or "disputed" where somebody denies the event; `incident` numbers incidents from 0.
    `start`, `end` are `date.toordinal()` days, inclusive, NO_START and NO_END where unknown.
    `geo_precision` is 0 and `radius_km` NaN where there is no location. `confidence` lies in [0, 1].
    """

    type: NDArray[np.int8]
    status: NDArray[np.int8]
    standing: NDArray[np.int8]
    review: NDArray[np.int8]
    start: NDArray[np.int32]
    end: NDArray[np.int32]
    place: NDArray[np.int32]
    point: NDArray[np.int32]
    geo_precision: NDArray[np.int8]
    radius_km: NDArray[np.float32]
    party: NDArray[np.int32]
    killed: NDArray[np.int32]
    wounded: NDArray[np.int32]
    article: NDArray[np.int32]
    incident: NDArray[np.int32]
    confidence: NDArray[np.float32]

    def __post_init__(self) -> None:
        rows = len(self.type)
        for field in fields(self):
            column = getattr(self, field.name)
            if len(column) != rows:
                raise ValueError(f"column {field.name} has {len(column)} rows, type has {rows}")
            column.setflags(write=False)

    def __len__(self) -> int:
        return len(self.type)

    @property
    def undated(self) -> Flags:
        """Rows with neither a first nor a last day."""
        flags: Flags = (self.start == NO_START) & (self.end == NO_END)
        return flags

    @property
    def unlocated(self) -> Flags:
        """Rows without a point."""
        flags: Flags = self.point == NONE
        return flags
