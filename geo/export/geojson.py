"""GeoJSON (RFC 7946): one FeatureCollection, one event a line, written as the events come.

RFC 7946 fixes the coordinates to WGS 84, longitude first, and has no place for a "crs" member.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geo.export.feature import feature_bytes
from geo.export.machine import Machine
from geo.export.output import Target, write
from geo.model import Event


def write_geojson(events: Iterable[Event], out: Target, machine: Machine | None = None) -> int:
    """Writes `events` to the file or binary stream `out`; returns how many. Memory does not grow with them.

    With `machine`, each event has the machine's own record beside it (see `to_feature`).
    Raises `ExportError` when a file can't be written; what stood there before is then untouched.

    >>> from io import BytesIO
    >>> out = BytesIO()
    >>> write_geojson([], out), out.getvalue()
    (0, b'{"type":"FeatureCollection","features":[\\n]}\\n')
    """
    return write(_chunks(events, machine), out)


def _chunks(events: Iterable[Event], machine: Machine | None) -> Iterator[tuple[bytes, int]]:
    """(bytes, events in them)."""
    yield b'{"type":"FeatureCollection","features":[\n', 0
    separator = b""
    for event in events:
        yield separator + feature_bytes(event, machine), 1
        separator = b",\n"
    yield b"\n]}\n" if separator else b"]}\n", 0
