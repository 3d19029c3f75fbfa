"""GeoParquet 1.1: the events as columns, written in groups of rows."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from geo.export.batches import GEOMETRY, schema, tables
from geo.export.machine import Machine
from geo.export.output import Target, opened
from geo.model import Event

_SYSTEM = Path(__file__).with_name("wgs84.json")  # EPSG:4326 as PROJJSON; GeoParquet's axes are x, y all the same


def write_parquet(events: Iterable[Event], out: Target, machine: Machine | None = None) -> int:
    """Writes `events` as GeoParquet 1.1; returns how many. Memory does not grow with them.

    The columns are the CSV's, with lists as lists and days as dates, and "geometry": a WGS 84 (EPSG:4326) point,
    null where unlocated. Raises `ExportError` when a file can't be written; what stood there before is then untouched.
    """
    from pyarrow.parquet import ParquetWriter

    told = schema(machine).with_metadata({"geo": _about()})
    total = 0
    with opened(out) as stream, ParquetWriter(stream, told, compression="zstd") as writer:
        for table in tables(events, machine):
            writer.write_table(table.cast(told))
            total += len(table)
    return total


def _about() -> str:
    system = json.loads(_SYSTEM.read_text(encoding="utf8"))
    column = {"encoding": "WKB", "geometry_types": ["Point"], "crs": system}
    return json.dumps({"version": "1.1.0", "primary_column": GEOMETRY, "columns": {GEOMETRY: column}})
