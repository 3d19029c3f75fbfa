"""CSV: one row an event, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from geo.export.feature import point, properties
from geo.export.output import Target, write
from geo.model import Event

SEPARATOR = " | "  # between the parts of a list in one cell
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # how a spreadsheet knows a formula
COLUMNS = (
    *("event_id", "incident_id", "event_type", "event_group", "acled_event_type", "acled_sub_event_type", "plover", "status"),
    *("date_start", "date_end", "date_edtf", "date_precision", "date_basis", "date_text"),
    *("place_id", "place_name_en", "place_name_ar", "admin1", "country", "longitude", "latitude", "geo_precision", "radius_km"),
    *("actor1", "actor1_text", "actor2", "actor2_text", "factions"),
    *("killed_low", "killed_best", "killed_high", "wounded_low", "wounded_best", "wounded_high"),
    *("attribution", "article_id", "article_title", "publisher", "published"),
    *("passages", "passage_offsets", "disputed_by", "confidence", "review"),
)


def write_csv(events: Iterable[Event], out: Target) -> int:
    """Writes `events` to the file or binary stream `out`; returns how many. Memory does not grow with them.

    UTF-8 with a byte order mark, so that spreadsheets read Arabic. Text that a spreadsheet would take for a
    formula gets an apostrophe before it; numbers stay numbers. Raises `ExportError` when a file can't be
    written; what stood there before is then untouched.
    """
    return write(_chunks(events), out)


def csv_bytes(events: Iterable[Event]) -> bytes:
    """The same as bytes, for a download."""
    return b"".join(chunk for chunk, _ in _chunks(events))


def row(event: Event) -> dict[str, Any]:
    """The cells of `event` by column: CODEBOOK 9 with the point, the actors and the passages laid flat.

    `actors` become four columns: who acts and whom it is done to, each by name and in the article's words.
    `passages` become their verbatim texts and their "start-end" offsets.
    """
    cells = properties(event)
    longitude, latitude = point(event.location) or (None, None)
    cells |= {"longitude": longitude, "latitude": latitude}
    for role in ("actor1", "actor2"):
        parties = [actor for actor in event.actors if actor.role == role]
        cells[role] = [f"{party.name_en} ({party.faction})" if party.faction else party.name_en for party in parties]
        cells[f"{role}_text"] = [party.text for party in parties]
    cells["passages"] = [passage.text for passage in event.passages]
    cells["passage_offsets"] = [f"{passage.start}-{passage.end}" for passage in event.passages]
    return {column: cells[column] for column in COLUMNS}


def cell(value: object) -> object:
    """`value` as a cell: lists joined, None empty, text that begins like a formula behind an apostrophe.

    >>> cell("=1+1"), cell(-3), cell(["a", "b"]), cell(None)
    ("'=1+1", -3, 'a | b', '')
    """
    if isinstance(value, list):
        value = SEPARATOR.join(str(part) for part in value)
    if value is None:
        return ""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _chunks(events: Iterable[Event]) -> Iterator[tuple[bytes, int]]:
    """(bytes, events in them)."""
    yield b"\xef\xbb\xbf" + _line(COLUMNS), 0
    for event in events:
        yield _line(cell(value) for value in row(event).values()), 1


def _line(cells: Iterable[object]) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue().encode()
