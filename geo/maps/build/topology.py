"""Just enough of TopoJSON to rebuild shapes from shared arcs: simplified once, neighbours still meet.

Format: github.com/topojson/topojson-specification, version 1.0, sections 2.1.2 to 2.2.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from shapely import LineString, MultiPolygon, Polygon, make_valid

Line = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Shape:
    """One geometry of a topology: its id and name, and per polygon its rings as arc numbers (~n is n reversed)."""

    id: str
    name: str
    polygons: list[list[list[int]]]

    def arcs(self) -> Iterator[int]:
        """The numbers of its arcs, direction dropped."""
        for polygon in self.polygons:
            for ring in polygon:
                yield from (arc if arc >= 0 else ~arc for arc in ring)


class Topology:
    """Arcs in decimal degrees, each passed once through `simplify`, and the shapes of one object."""

    def __init__(self, document: dict[str, Any], name: str, simplify: Callable[[LineString], LineString]) -> None:
        scale, shift = document["transform"]["scale"], document["transform"]["translate"]
        self._arcs: list[Line] = [list(simplify(LineString(_degrees(arc, scale, shift))).coords) for arc in document["arcs"]]
        self.shapes = [_shape(geometry) for geometry in document["objects"][name]["geometries"] if geometry["type"] is not None]

    def outline(self, shape: Shape) -> MultiPolygon | Polygon:
        """The area of `shape`; empty when nothing is left of it after simplifying."""
        parts = []
        for rings in shape.polygons:
            lines = [self._ring(ring) for ring in rings]
            if len(lines[0]) > 3:
                parts.append(make_valid(Polygon(lines[0], [hole for hole in lines[1:] if len(hole) > 3])))
        polygons = [piece for part in parts for piece in getattr(part, "geoms", [part]) if piece.geom_type == "Polygon"]
        return MultiPolygon(polygons)

    def lines(self, shared: bool) -> Iterator[Line]:
        """The arcs that two shapes share (borders), or that one has alone (coasts)."""
        uses = Counter(arc for shape in self.shapes for arc in shape.arcs())
        return (self._arcs[arc] for arc, count in sorted(uses.items()) if (count > 1) == shared)

    def _ring(self, ring: list[int]) -> Line:
        points: Line = []
        for arc in ring:
            line = self._arcs[arc] if arc >= 0 else self._arcs[~arc][::-1]
            points += line if not points else line[1:]
        return points


def _degrees(arc: list[list[int]], scale: list[float], shift: list[float]) -> Line:
    xs, ys = accumulate(step[0] for step in arc), accumulate(step[1] for step in arc)
    return [(x * scale[0] + shift[0], y * scale[1] + shift[1]) for x, y in zip(xs, ys, strict=True)]


def _shape(geometry: dict[str, Any]) -> Shape:
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    return Shape(str(geometry.get("id", "")), geometry["properties"]["name"], polygons)
