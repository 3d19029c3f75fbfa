"""CSV: one row an event, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from geo.export.machine import Machine
from geo.export.output import Target, write
from geo.export.row import columns, joined, row
from geo.model import Event

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # how a spreadsheet knows a formula
_MARK = b"\xef\xbb\xbf"  # by which spreadsheets know UTF-8


def write_csv(events: Iterable[Event], out: Target, machine: Machine | None = None) -> int:
    """Writes `events` to the file or binary stream `out`; returns how many. Memory does not grow with them.

    Columns are `row.columns(machine)`; longitude and latitude are WGS 84 decimal degrees. UTF-8 with a byte
    order mark, so that spreadsheets read Arabic. Text that a spreadsheet would take for a formula gets an
    apostrophe before it; numbers stay numbers. Raises `ExportError` when a file can't be written; what stood
    there before is then untouched.
    """
    return write(_chunks(events, machine), out)


def lines(header: Iterable[str], rows: Iterable[tuple[Iterable[object], int]]) -> Iterator[tuple[bytes, int]]:
    """The bytes of a safe CSV, line by line, each with its row's count of events."""
    writer = csv.writer(_Echo())
    yield _MARK + writer.writerow(header).encode(), 0
    for cells, events in rows:
        yield writer.writerow(map(cell, cells)).encode(), events


def cell(value: object) -> object:
    """`value` as a cell: lists joined, None empty, text that begins like a formula behind an apostrophe.

    >>> cell("=1+1"), cell(-3), cell(["a", "b"]), cell(None)
    ("'=1+1", -3, 'a | b', '')
    """
    if value is None:
        return ""
    value = joined(value)
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _chunks(events: Iterable[Event], machine: Machine | None) -> Iterator[tuple[bytes, int]]:
    return lines(columns(machine), ((row(event, machine).values(), 1) for event in events))


class _Echo:
    """A file of which `csv.writer` gives back what it writes."""

    def write(self, line: str) -> str:
        return line
