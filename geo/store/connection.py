"""Connections to one case file: each used by one thread at a time, every write a durable transaction."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from geo.errors import StoreError

PATIENCE = 30.0  # seconds that a write waits for another process's
_REASONS = {
    sqlite3.SQLITE_BUSY: "is busy: another program has been writing to it for too long; try again",
    sqlite3.SQLITE_FULL: "can't be written: the disk is full; make room and try again",
    sqlite3.SQLITE_READONLY: "can't be written: it is read-only; copy it to a folder of yours",
    sqlite3.SQLITE_CANTOPEN: "can't be opened any more: was it moved?",
    sqlite3.SQLITE_CORRUPT: "is damaged; go back to a copy of it",
    sqlite3.SQLITE_NOTADB: "is damaged; go back to a copy of it",
    sqlite3.SQLITE_IOERR: "can't be read or written: the disk reports an error",
}
_BUGS = (sqlite3.ProgrammingError, sqlite3.IntegrityError, sqlite3.InterfaceError, sqlite3.NotSupportedError)


def connect(path: Path, options: str = "mode=rw") -> sqlite3.Connection:
    """A connection that commits nothing by itself; any thread may use it, one at a time."""
    uri = f"{path.resolve().as_uri()}?{options}"
    db = sqlite3.connect(uri, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    db.execute("PRAGMA synchronous = FULL")  # with the write-ahead log: what is committed outlives a power cut
    return db


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns what SQLite reports about the file into a `StoreError`; a mistake of ours stays what it is."""
    try:
        yield
    except _BUGS:
        raise
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        raise StoreError(f"{path}: {_REASONS.get(code, f'can not be used: {error}')}") from error


class Connections:
    """A case file's connections, opened as they are needed and kept for the next."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._idle: list[sqlite3.Connection] = []
        self._closed = False
        self._lock = threading.Lock()
        self._turn = threading.Lock()  # this process's writers queue here: SQLite's own wait is a poll

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The file as it stands now, unchanged while the block runs. No reader waits for a writer."""
        with told(self.path), self._lent() as db:
            db.execute("BEGIN")
            yield db
            db.execute("COMMIT")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: durable when the block is left, undone when it raises. Raises the file's revision if it wrote."""
        with self._turn, told(self.path), self._lent() as db:
            db.execute("BEGIN IMMEDIATE")
            before = db.total_changes
            yield db
            if db.total_changes > before:
                db.execute("UPDATE dalil_case SET value = value + 1 WHERE key = 'revision'")
            db.execute("COMMIT")

    def close(self) -> None:
        """Closes the connections; the last one of all processes folds the log into the file."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for db in idle:
            db.close()

    @contextmanager
    def _lent(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            if self._closed:
                raise StoreError(f"{self.path}: the case is closed; open it again")
            db = self._idle.pop() if self._idle else None
        if db is None:
            db = connect(self.path)
        sound = False
        try:
            yield db
            sound = True
        finally:
            if not sound and db.in_transaction:
                db.rollback()
            with self._lock:
                keep = not self._closed
                if keep:
                    self._idle.append(db)
            if not keep:
                db.close()


def revision(db: sqlite3.Connection) -> int:
    """How many writes the file has seen."""
    return int(db.execute("SELECT value FROM dalil_case WHERE key = 'revision'").fetchone()[0])
