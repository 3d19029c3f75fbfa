"""The table of a case file: its columns read from the layer `events`, the records left in the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from geo.errors import ConflictError, StoreError
from geo.model import Article, Event
from geo.store import articles, rows
from geo.store.connection import Connections
from geo.store.encode import TAKEN, Encoder
from geo.store.search import Search
from geo.store.table import EventTable

CHUNK = 20_000  # rows that are Python objects at once
READ_AT_ONCE = 500  # records
KEPT = 1000  # records, and as many articles, of those that were looked at last
_SELECT = f"SELECT fid, search_id, {', '.join(TAKEN)} FROM events ORDER BY fid"


def load(file: Connections) -> EventTable:
    """Every event of the file as it stands now; 150 bytes of memory a row, beside the articles' titles."""
    encoder = Encoder()
    fids, entries = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    with file.reading() as db:
        for fid, entry, *columns in _chunks(db):
            fids.append(np.array(fid, dtype=np.int64))
            entries.append(np.array(entry, dtype=np.int64))
            try:
                encoder.take(columns)
            except ValueError as error:
                raise StoreError(f"{file.path}: the layer events was changed by another program: {error}") from error
    search = Search(file.reading, np.concatenate(entries))
    return EventTable(encoder.columns(), encoder.categories(), search, _Filed(file, np.concatenate(fids)))


def _chunks(db: sqlite3.Connection) -> Iterator[list[tuple[object, ...]]]:
    cursor = db.execute(_SELECT)
    while chunk := cursor.fetchmany(CHUNK):
        yield list(zip(*chunk, strict=True))


class _Filed:
    """Records in the file. An event that was changed since the table was read is given as it stands now."""

    def __init__(self, file: Connections, fids: NDArray[np.int64]) -> None:
        self._file, self._fids = file, fids
        self._event = lru_cache(KEPT)(self._read_event)
        self._article = lru_cache(KEPT)(self._read_article)

    def events(self, wanted: Sequence[int]) -> Iterator[Event]:
        if len(wanted) == 1:
            yield self._event(wanted[0])
            return
        for start in range(0, len(wanted), READ_AT_ONCE):
            yield from self._read(wanted[start : start + READ_AT_ONCE])

    def row(self, event_id: str) -> int | None:
        with self._file.reading() as db:
            found = db.execute("SELECT fid FROM events WHERE event_id = ?", (event_id,)).fetchone()
        if found is None:
            return None
        row = int(np.searchsorted(self._fids, found[0]))
        return row if row < len(self._fids) and self._fids[row] == found[0] else None

    def article(self, article_id: str) -> Article:
        return self._article(article_id)

    def _read(self, wanted: Sequence[int]) -> list[Event]:
        fids = [int(self._fids[row]) for row in wanted]
        with self._file.reading() as db:
            found = {stored.fid: stored.event for stored in rows.of_rows(db, fids)}
        if len(found) < len(set(fids)):
            raise ConflictError("an event is no longer in the case: its article was coded anew; look again")
        return [found[fid] for fid in fids]

    def _read_event(self, row: int) -> Event:
        return self._read([row])[0]

    def _read_article(self, article_id: str) -> Article:
        with self._file.reading() as db:
            article = articles.read(db, article_id)
        if article is None:
            raise KeyError(article_id)
        return article
