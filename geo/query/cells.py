"""Marks for the map: at most so many, whatever the number of events."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from geo.query.points import Counts, count
from geo.query.selection import Selection, once
from geo.store.categories import PlaceLabel, Points
from geo.store.columns import Flags
from geo.store.table import EventTable

_POINT = {False: "p", True: "a"}
_NUMBER = r"-?[0-9]+(?:\.[0-9]+)?(?:e-?[0-9]+)?"
_ID = re.compile(rf"([pac]):({_NUMBER}(?:,{_NUMBER})*)")
SMALLEST_CELL = 1 / 64  # degrees: 1.7 km
_ROWS = 180 * 64 + 1  # rows of the smallest squares from pole to pole
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

    `kind` is "point" (never moved) or "cell" (a grid square, drawn at its busiest point). `groups` counts its
    events by group id, most first. `standing` is the status that all share ("disputed" included), "mixed"
    otherwise. `radius_km` is the widest of its events. `area` says that it stands for whole districts or
    countries (geo_precision 3): these never share a mark with a site. `place` is the busiest point's, `near`
    says that every event here lies near it, not in it; `places` is how many places the mark covers.
    """

    id: str
    kind: str
    longitude: float
    latitude: float
    count: int
    groups: tuple[tuple[str, int], ...]
    standing: str
    radius_km: float
    area: bool
    place: PlaceLabel
    near: bool
    places: int


@once
def symbols(selection: Selection, bounds: Bounds | None = None, most: int = MOST_SYMBOLS) -> tuple[MapSymbol, ...]:
    """At most `most` marks for the located rows in `bounds` (everywhere when None), the big before (below) the small.

    While the points in view fit they are the marks; else the points of a grid square share one, and the
    square doubles until all fit.
    Raises `ValueError` when `most` is less than 2 (a site and an area can't share a mark).
    """
    if most < 2:
        raise ValueError(f"most is {most}: needs at least 2")
    table, per_point = selection.table, count(selection)
    points = table.categories.points
    seen = np.flatnonzero((per_point.events > 0) & _inside(points, bounds))
    size, mark_of = _squares(points, seen, most)
    at_seen = per_point.at(seen)
    busiest = seen[_busiest(at_seen.events, mark_of)]
    made = _made(
        table, at_seen.sum_by(mark_of), busiest, _ids(points, busiest, np.bincount(mark_of), size), _places(points, seen, mark_of)
    )
    return tuple(sorted(made, key=lambda mark: (-mark.count, mark.id)))


@once
def extent(selection: Selection) -> Bounds | None:
    """The box of all located rows; None when there are none."""
    points = selection.table.categories.points
    seen = np.flatnonzero(count(selection).events > 0)
    if not len(seen):
        return None
    longitude, latitude = points.longitude[seen], points.latitude[seen]
    return Bounds(float(longitude.min()), float(latitude.min()), float(longitude.max()), float(latitude.max()))


@once
def rows_of(selection: Selection, symbol_id: str) -> NDArray[np.int64]:
    """The selected rows under a mark, in row order; empty when the filter leaves none or the id is none of ours."""
    covered = _covered(selection.table.categories.points, symbol_id)
    if covered is None or not covered.any():
        return np.zeros(0, dtype=np.int64)
    under: NDArray[np.int64] = np.flatnonzero(np.append(covered, False)[selection.table.columns.point] & selection.rows)
    return under


def _inside(points: Points, bounds: Bounds | None) -> Flags:
    if bounds is None:
        return np.ones(len(points), dtype=bool)
    flags: Flags = (
        (points.longitude >= bounds.west)
        & (points.longitude <= bounds.east)
        & (points.latitude >= bounds.south)
        & (points.latitude <= bounds.north)
    )
    return flags


def _squares(points: Points, seen: NDArray[np.int64], most: int) -> tuple[float, NDArray[np.int64]]:
    """The side of the squares in degrees (0: every point has its own mark) and the mark of each seen point."""
    size, mark_of = 0.0, np.arange(len(seen))
    while len(seen) and mark_of.max() >= most:
        size = size * 2 or SMALLEST_CELL
        column, row = _square(points, seen, size)
        key = (column * _ROWS + row) * 2 + points.area[seen]
        mark_of = np.unique(key, return_inverse=True)[1]
    return size, mark_of


def _square(points: Points, at: NDArray[np.int64] | slice, size: float) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The column and row of the square of side `size`, counted from 180 W, 90 S."""
    column = np.floor((points.longitude[at] + 180) / size).astype(np.int64)
    return column, np.floor((points.latitude[at] + 90) / size).astype(np.int64)


def _busiest(total: NDArray[np.int64], mark_of: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each mark the position of its point with most events, the first of equals."""
    order = np.argsort(-total, kind="stable")
    return order[np.unique(mark_of[order], return_index=True)[1]]


def _ids(points: Points, busiest: NDArray[np.int64], members: NDArray[np.int64], size: float) -> list[str]:
    """The id of each mark: of its one point, else of its square."""
    longitude, latitude, area = (axis[busiest].tolist() for axis in (points.longitude, points.latitude, points.area))
    ids = [f"{_POINT[of]}:{x!r},{y!r}" for x, y, of in zip(longitude, latitude, area, strict=True)]
    for mark in np.flatnonzero(members > 1).tolist():
        column, row = _square(points, busiest[mark : mark + 1], size)
        ids[mark] = f"c:{area[mark]:d},{size!r},{column[0]},{row[0]}"
    return ids


def _places(points: Points, seen: NDArray[np.int64], mark_of: NDArray[np.int64]) -> list[int]:
    """How many places each mark covers."""
    place = points.place[seen].astype(np.int64)
    pairs = np.unique(mark_of * (place.max(initial=0) + 1) + place)
    counts: list[int] = np.bincount(pairs // (place.max(initial=0) + 1)).tolist()
    return counts


def _made(table: EventTable, marks: Counts, busiest: NDArray[np.int64], ids: list[str], places: list[int]) -> list[MapSymbol]:
    lists, points = table.categories, table.categories.points
    one_standing = (np.count_nonzero(marks.standings, axis=1) == 1).tolist()
    standing, total, near = marks.standings.argmax(axis=1).tolist(), marks.events.tolist(), marks.near.tolist()
    groups, radius = marks.groups.tolist(), marks.radius_km.tolist()
    return [
        MapSymbol(
            id=name,
            kind="cell" if name[0] == "c" else "point",
            longitude=float(points.longitude[point]),
            latitude=float(points.latitude[point]),
            count=total[mark],
            groups=tuple(
                sorted(((lists.groups[code].id, events) for code, events in enumerate(groups[mark]) if events), key=_most_first)
            ),
            standing=lists.standings[standing[mark]].id if one_standing[mark] else "mixed",
            radius_km=radius[mark],
            area=bool(points.area[point]),
            place=lists.places[points.place[point]],
            near=near[mark] == total[mark],
            places=places[mark],
        )
        for mark, (name, point) in enumerate(zip(ids, busiest.tolist(), strict=True))
    ]


def _most_first(part: tuple[str, int]) -> int:
    return -part[1]


def _covered(points: Points, symbol_id: str) -> Flags | None:
    """Which points a mark's id covers; None when it is none of ours."""
    found = _ID.fullmatch(symbol_id)
    if not found:
        return None
    kind, numbers = found[1], [float(number) for number in found[2].split(",")]
    if kind == "c" and len(numbers) == 4 and numbers[1] > 0:
        column, row = _square(points, slice(None), numbers[1])
        covered: Flags = (points.area == bool(numbers[0])) & (column == numbers[2]) & (row == numbers[3])
    elif kind != "c" and len(numbers) == 2:
        covered = (points.longitude == numbers[0]) & (points.latitude == numbers[1]) & (points.area == (kind == "a"))
    else:
        return None
    return covered
