"""Opening a case file: what is foreign, damaged, newer or unwritable is refused before a byte of it changes."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from geo.errors import StoreError
from geo.store import schema
from geo.store.connection import connect, told

_MAGIC = b"SQLite format 3\0"
_HEADER = 100  # bytes; https://www.sqlite.org/fileformat2.html#the_database_header
LARGEST_CHECKED = 64_000_000  # bytes of a file that is checked page by page when it is opened: 0.2 s
_NEW = "name another file, or a new one to make a case"
_COPY = "go back to a copy of it"


def prepare(path: Path) -> None:
    """Leaves a case of the present schema at `path`: makes it when there is none, migrates an older one.

    Raises `StoreError`, with the file as it was, when that can't be.
    """
    try:
        if path.is_dir():
            raise StoreError(f"{path}: is a folder; name a file in it, such as {path / 'case.gpkg'}")
        if not path.exists():
            _make(path)
        _check_header(path)
        if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
            raise StoreError(f"{path}: can't be written, nor its folder; copy it to a folder of yours")
    except OSError as error:
        raise StoreError(f"{path}: can't be opened: {error.strerror}; name another place") from error
    with told(path):
        found = _checked(path)
        with closing(connect(path)) as db:
            db.execute("PRAGMA journal_mode = WAL")
            if found < schema.VERSION:
                _migrate(db)


def _make(path: Path) -> None:
    """Makes the case beside its place and moves it there whole; when another process was first, its file stays."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:80]}.")
    os.close(handle)
    made = Path(name)
    try:
        with closing(connect(made)) as db:
            db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {schema.USER_VERSION}")
            db.execute("BEGIN")
            schema.migrate(db, 0)
            db.execute("COMMIT")
            db.execute("PRAGMA journal_mode = WAL")
        made.chmod(0o644)
        if not _put(made, path):
            return
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    finally:
        made.unlink(missing_ok=True)


def _put(made: Path, path: Path) -> bool:
    """Gives the file its name, unless a file has it."""
    try:
        os.link(made, path)  # unlike a renaming, never over a file that is there
    except FileExistsError:
        return False
    except OSError:  # a disk without links
        if path.exists():
            return False
        made.rename(path)
    return True


def _check_header(path: Path) -> None:
    with path.open("rb") as stream:
        header = stream.read(_HEADER)
    size = path.stat().st_size
    if not header.startswith(_MAGIC):
        kind = "is empty" if size == 0 else "is no case file"
        raise StoreError(f"{path}: {kind}; {_NEW}")
    if size < _HEADER:
        raise StoreError(f"{path}: is damaged: it is cut off; {_COPY}")
    if int.from_bytes(header[68:72], "big") != schema.APPLICATION_ID:
        raise StoreError(f"{path}: is a SQLite database, but no case of Dalil; {_NEW}")
    page = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    counted = header[24:28] == header[92:96]  # the page count holds only when the last writer knew of it
    missing = pages * (65536 if page == 1 else page) - size
    if counted and missing > 0 and not _logged(path):
        raise StoreError(f"{path}: is damaged: its last {missing} bytes are missing; {_COPY}")


def _logged(path: Path) -> bool:
    """Whether writes wait in the log, so that the file alone does not tell all."""
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _checked(path: Path) -> int:
    """The schema version of a sound case. Reads only, and leaves no file beside it that was not there."""
    before = path.stat()
    try:
        # Without a log the file tells all, and can be read without one being made.
        return _examined(path, "mode=ro" if _logged(path) else "immutable=1")
    except (StoreError, sqlite3.DatabaseError):
        after = path.stat()
        if (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size) and not _logged(path):
            raise
    return _examined(path, "mode=ro")  # another process was writing meanwhile


def _examined(path: Path, options: str) -> int:
    with closing(connect(path, options)) as db:
        found = schema.version(db)
        if found is None:
            raise StoreError(f"{path}: is a GeoPackage, but no case of Dalil; {_NEW}")
        if found > schema.VERSION:
            reads = f"it has schema {found}, this one reads up to {schema.VERSION}"
            raise StoreError(f"{path}: was made by a newer Dalil ({reads}); update Dalil")
        if path.stat().st_size <= LARGEST_CHECKED:
            answer = str(db.execute("PRAGMA quick_check(1)").fetchone()[0])
            if answer != "ok":
                raise StoreError(f"{path}: is damaged ({' '.join(answer.split())}); {_COPY}")
    return found


def _migrate(db: sqlite3.Connection) -> None:
    db.execute("BEGIN IMMEDIATE")
    schema.migrate(db, schema.version(db) or 0)  # another process may have been first
    db.execute("COMMIT")
