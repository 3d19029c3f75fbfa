"""GeoJSON (RFC 7946): one FeatureCollection, one event a line, written as the events come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import orjson

from geo.export.feature import to_feature
from geo.export.output import Target, write
from geo.model import Event


def write_geojson(events: Iterable[Event], out: Target) -> int:
    """Writes `events` to the file or binary stream `out`; returns how many. Memory does not grow with them.

    Raises `ExportError` when a file can't be written; what stood there before is then untouched.
    """
    return write(_chunks(events), out)


def geojson_bytes(events: Iterable[Event]) -> bytes:
    """The same as bytes, for a download.

    >>> geojson_bytes([])
    b'{"type":"FeatureCollection","features":[\\n]}\\n'
    """
    return b"".join(chunk for chunk, _ in _chunks(events))


def _chunks(events: Iterable[Event]) -> Iterator[tuple[bytes, int]]:
    """(bytes, events in them)."""
    yield b'{"type":"FeatureCollection","features":[\n', 0
    separator = b""
    for event in events:
        yield separator + orjson.dumps(to_feature(event)), 1
        separator = b",\n"
    yield b"\n]}\n" if separator else b"]}\n", 0
