"""The table of a case file: read whole once, from the layer's columns; after a write, only the rows that it touched."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geo.errors import StoreError
from geo.store.columns import Columns
from geo.store.connection import Connections, revision
from geo.store.encode import NAMED, TAKEN, Encoder, Part, joined
from geo.store.filed import Filed
from geo.store.search import Search
from geo.store.table import EventTable

CHUNK = 20_000  # rows that are Python objects at once
_OWN = ("fid", "search_id")  # what a table needs besides its columns
_SELECT = f"SELECT fid, ifnull(search_id, 0), {', '.join(TAKEN)} FROM events"  # entry 0 is none: another program wrote the row


class Tables:
    """Gives the table of the file as it stands; one that was given stays as it is."""

    def __init__(self, file: Connections) -> None:
        self._file = file
        self._lock = Lock()
        self._last: _Read | None = None

    def table(self) -> EventTable:
        """Every event; the same table while nothing was written. About 150 bytes of memory a row, beside titles."""
        with self._lock, self._file.reading() as db:
            now, last = revision(db), self._last
            if last is None or last.revision != now:
                self._last = None  # what fails midway is read whole the next time
                try:
                    self._last = last = self._read(db, now, last)
                except ValueError as error:
                    raise StoreError(f"{self._file.path}: the layer events was changed by another program: {error}") from error
            return last.table

    def _read(self, db: sqlite3.Connection, now: int, last: _Read | None) -> _Read:
        encoder = last.encoder if last else Encoder()
        part = joined(list(_parts(db, encoder, last.revision if last else None)))
        if last:
            part = _patched(last.rows, part, _gone(db, last.revision))
        fids = part["fid"]
        columns = Columns(**{name: values for name, values in part.items() if name not in _OWN})
        search = Search(self._file.reading, part["search_id"])
        return _Read(now, encoder, part, EventTable(columns, encoder.categories(), search, Filed(self._file, fids)))


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read up to `revision`: `rows` has the table's columns and the layer's own."""

    revision: int
    encoder: Encoder
    rows: Part
    table: EventTable


def _parts(db: sqlite3.Connection, encoder: Encoder, since: int | None) -> Iterator[Part]:
    """The rows, or those changed after the revision `since`, by chunks; an empty one first."""
    chunk: list[tuple[object, ...]] = []
    changed = "" if since is None else "INDEXED BY events_changed WHERE changed > :since"
    cursor = db.execute(f"{_SELECT} {changed} ORDER BY fid", {"since": since})
    while True:
        fid, entry, *columns = zip(*chunk, strict=True) if chunk else [()] * (len(_OWN) + len(TAKEN))
        own = {"fid": np.array(fid, dtype=np.int64), "search_id": np.array(entry, dtype=np.int64)}
        yield own | encoder.coded(columns, partial(_named, db, fid))
        if not (chunk := cursor.fetchmany(CHUNK)):
            return


def _named(db: sqlite3.Connection, fids: Sequence[object], rows: list[int]) -> Iterator[Sequence[Any]]:
    """The cells of `NAMED` of some rows of a chunk, of which these are the fids."""
    statement = f"SELECT {', '.join(NAMED)} FROM events WHERE fid = ?"
    return (db.execute(statement, (fids[row],)).fetchone() for row in rows)


def _gone(db: sqlite3.Connection, since: int) -> NDArray[np.int64]:
    found = db.execute("SELECT fid FROM removed WHERE changed > ?", (since,)).fetchall()
    return np.array(found, dtype=np.int64).reshape(-1)


def _patched(rows: Part, changed: Part, gone: NDArray[np.int64]) -> Part:
    """`rows` with the changed ones in their places, new ones, whose fids are the highest, at the end, and none that is gone."""
    fids = rows["fid"]
    at = np.searchsorted(fids, changed["fid"])
    new = at == len(fids)
    stay = ~np.isin(fids, gone)
    patched = {}
    for name, values in rows.items():
        values = values.copy(order="K")
        values[at[~new]] = changed[name][~new]
        patched[name] = np.asfortranarray(np.concatenate([values[stay], changed[name][new]]))
    return patched
