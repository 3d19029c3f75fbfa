"""Records that stay in the case file until somebody looks at them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from geo.errors import ConflictError
from geo.model import Article, Event
from geo.store import articles, rows
from geo.store.connection import Connections

READ_AT_ONCE = 500  # records
KEPT = 1000  # records, and as many articles, of those that were looked at last


class Filed:
    """The records of a table's rows, `fids` in the layer. One that was changed since is given as it stands now."""

    def __init__(self, file: Connections, fids: NDArray[np.int64]) -> None:
        self._file, self._fids = file, fids
        self._event = lru_cache(KEPT)(self._read_event)
        self._article = lru_cache(KEPT)(self._read_article)

    def events(self, wanted: Sequence[int]) -> Iterator[Event]:
        """The events of the rows; raises `ConflictError` when one is no longer in the file."""
        if len(wanted) == 1:
            yield self._event(wanted[0])
            return
        for start in range(0, len(wanted), READ_AT_ONCE):
            yield from self._read(wanted[start : start + READ_AT_ONCE])

    def row(self, event_id: str) -> int | None:
        """The row of the event of that id."""
        with self._file.reading() as db:
            fid = rows.fid_of(db, event_id)
        if fid is None:
            return None
        row = int(np.searchsorted(self._fids, fid))
        return row if row < len(self._fids) and self._fids[row] == fid else None

    def article(self, article_id: str) -> Article:
        """The article of that id; raises `KeyError`."""
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
