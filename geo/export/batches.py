"""The events as Arrow tables of so many rows each: typed columns, and a point as Well-Known Binary."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any

from geo.export.machine import Machine
from geo.export.row import columns, kind, row
from geo.model import Event

if TYPE_CHECKING:
    import pyarrow

GEOMETRY = "geometry"
ROWS = 5_000  # of a table: some 8 MB, so that memory stays flat, and few enough tables for a million events
_POINT = struct.Struct("<BIdd")  # WKB (OGC 06-103r4)
_LITTLE_ENDIAN, _TYPE = 1, 1


def schema(machine: Machine | None = None) -> pyarrow.Schema:
    """The CSV's columns, lists as lists and days as dates; then "geometry", null where unlocated."""
    # Imported here and below: pyarrow takes longer to load than a small CSV takes to write.
    import pyarrow

    text = pyarrow.string()
    types = {float: pyarrow.float64(), int: pyarrow.int64(), list: pyarrow.list_(text), date: pyarrow.date32(), str: text}
    fields = [pyarrow.field(name, types[kind(name)]) for name in columns(machine)]
    return pyarrow.schema([*fields, pyarrow.field(GEOMETRY, pyarrow.binary())])


def tables(events: Iterable[Event], machine: Machine | None = None) -> Iterator[pyarrow.Table]:
    """The events in tables of `ROWS` rows, the last one shorter; one empty table of no events."""
    import pyarrow

    told, days = schema(machine), [name for name in columns(machine) if kind(name) is date]
    typed = (_cells(event, machine, days) for event in events)
    group = list(islice(typed, ROWS))
    yield pyarrow.Table.from_pylist(group, told)
    while group := list(islice(typed, ROWS)):
        yield pyarrow.Table.from_pylist(group, told)


def wkb(longitude: float, latitude: float) -> bytes:
    """The point at (`longitude`, `latitude`), decimal degrees.

    >>> wkb(16.5, 31.25).hex()
    '010100000000000000008030400000000000403f40'
    """
    return _POINT.pack(_LITTLE_ENDIAN, _TYPE, longitude, latitude)


def _cells(event: Event, machine: Machine | None, days: Sequence[str]) -> dict[str, Any]:
    cells = row(event, machine)
    for name in days:
        if cells[name] is not None:
            cells[name] = date.fromisoformat(cells[name])
    cells[GEOMETRY] = wkb(cells["longitude"], cells["latitude"]) if event.location else None
    return cells
