"""Events as rows of the case file: the layer's row, the records behind it, its passages."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from geo.errors import StoreError
from geo.model import Event, Location
from geo.store.connection import revision
from geo.store.layer import flat
from geo.store.record import as_machine, event_of, told
from geo.store.search import index, words

MOST_PASSAGES = 1000  # of an event; a passage's row is its event's times this, plus its place among them
_SELECT = (
    "SELECT e.fid, e.event_id, e.incident_id, e.review, e.version, r.machine, r.record"
    " FROM events e JOIN records r ON r.fid = e.fid"
)


@dataclass(frozen=True, slots=True)
class Stored:
    """An event in the file: its row, the record in force, the machine's own (None when it tells none), the version."""

    fid: int
    event: Event
    machine: Event | None
    version: int


def read(db: sqlite3.Connection, event_id: str) -> Stored | None:
    """The event of that id."""
    return next(iter(_stored(db, "WHERE e.event_id = ?", (event_id,))), None)


def known(db: sqlite3.Connection, event_id: str) -> Stored:
    """The event of that id; raises `StoreError` when there is none."""
    stored = read(db, event_id)
    if stored is None:
        raise StoreError(f"the case has no event {event_id}; it may have been coded anew or undone")
    return stored


def of_row(db: sqlite3.Connection, fid: int) -> Stored | None:
    """The event of that row."""
    return next(iter(_stored(db, "WHERE e.fid = ?", (fid,))), None)


def fid_of(db: sqlite3.Connection, event_id: str) -> int | None:
    """The row of the event of that id."""
    found = db.execute("SELECT fid FROM events WHERE event_id = ?", (event_id,)).fetchone()
    return found[0] if found else None


def of_rows(db: sqlite3.Connection, fids: Sequence[int]) -> list[Stored]:
    """The events of these rows, as far as there are, in any order."""
    return _stored(db, f"WHERE e.fid IN ({', '.join('?' for _ in fids)})", fids)


def of_article(db: sqlite3.Connection, article_id: str) -> list[Stored]:
    """The events of an article, in the order they came."""
    return _stored(db, "WHERE e.article_id = ? ORDER BY e.fid", (article_id,))


def of_incident(db: sqlite3.Connection, incident_id: str) -> list[Stored]:
    """The events that tell an incident."""
    return _stored(db, "WHERE e.incident_id = ? ORDER BY e.event_id", (incident_id,))


def incident_of(db: sqlite3.Connection, fid: int) -> tuple[str, list[tuple[str, int]]]:
    """The id of the event of that row, and (event id, row) of each event of its incident, its own too."""
    event_id, incident_id = db.execute("SELECT event_id, incident_id FROM events WHERE fid = ?", (fid,)).fetchone()
    return event_id, db.execute("SELECT event_id, fid FROM events WHERE incident_id = ?", (incident_id,)).fetchall()


def insert(db: sqlite3.Connection, event: Event, machine: Event | None) -> int:
    """Puts a new event in, version 1; returns its row."""
    cells = _cells(db, event) | {"version": 1, "search_id": index(db, words(event))}
    holes = ", ".join("?" for _ in cells)
    fid = db.execute(f"INSERT INTO events ({', '.join(cells)}) VALUES ({holes})", list(cells.values())).lastrowid
    if fid is None:
        raise AssertionError("an insertion has a row")
    _write_records(db, fid, event, machine)
    _write_passages(db, fid, event)
    _widen(db, event.location)
    return fid


def update(db: sqlite3.Connection, stored: Stored, event: Event, machine: Event | None) -> None:
    """Puts `event` and `machine` in the stead of what is stored, as the next version."""
    cells = _cells(db, event) | {"version": stored.version + 1}
    if (said := words(event)) != words(stored.event):
        cells["search_id"] = index(db, said)
    changes = ", ".join(f"{name} = ?" for name in cells)
    db.execute(f"UPDATE events SET {changes} WHERE fid = ?", [*cells.values(), stored.fid])
    _write_records(db, stored.fid, event, machine)
    if (event.passages, event.event_id) != (stored.event.passages, stored.event.event_id):
        _delete_passages(db, stored.fid)
        _write_passages(db, stored.fid, event)
    _widen(db, event.location)


def remove(db: sqlite3.Connection, fid: int) -> None:
    """Takes an event out; that its row is gone is noted for those who hold a table."""
    _delete_passages(db, fid)
    db.execute("DELETE FROM records WHERE fid = ?", (fid,))
    db.execute("DELETE FROM events WHERE fid = ?", (fid,))
    db.execute("INSERT INTO removed VALUES (?, ?)", (fid, revision(db) + 1))


def name_incident(db: sqlite3.Connection, fids: Iterable[int], incident_id: str) -> None:
    """Writes down which incident the events of these rows tell. That is no new version of them."""
    changed = revision(db) + 1
    db.executemany(
        "UPDATE events SET incident_id = ?1, changed = ?2 WHERE fid = ?3 AND incident_id <> ?1",
        [(incident_id, changed, fid) for fid in fids],
    )


def _stored(db: sqlite3.Connection, where: str, values: Sequence[object]) -> list[Stored]:
    return [_of(row) for row in db.execute(f"{_SELECT} {where}", values)]


def _of(row: tuple[Any, ...]) -> Stored:
    fid, event_id, incident_id, review, version, told_machine, told_record = row
    machine = None if told_machine is None else event_of(told_machine)
    event = machine if told_record is None else event_of(told_record)
    if event is None:
        raise StoreError(f"event {event_id} has no record: another program took it")
    if (event.event_id, event.incident_id, event.review) != (event_id, incident_id, review):
        event = replace(event, event_id=event_id, incident_id=incident_id, review=review)
    return Stored(fid, event, machine, version)


def _cells(db: sqlite3.Connection, event: Event) -> dict[str, Any]:
    return flat(event) | {"changed": revision(db) + 1}


def _write_records(db: sqlite3.Connection, fid: int, event: Event, machine: Event | None) -> None:
    event = as_machine(event)
    original = None if machine is None else told(as_machine(machine))
    record = None if event == machine else told(event)
    db.execute("INSERT OR REPLACE INTO records VALUES (?, ?, ?)", (fid, original, record))


def _write_passages(db: sqlite3.Connection, fid: int, event: Event) -> None:
    first = fid * MOST_PASSAGES
    db.executemany(
        "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?)",
        [
            (first + at, event.event_id, event.article_id, passage.start, passage.end, passage.text)
            for at, passage in enumerate(event.passages[:MOST_PASSAGES])
        ],
    )


def _delete_passages(db: sqlite3.Connection, fid: int) -> None:
    db.execute("DELETE FROM passages WHERE fid >= ? AND fid < ?", (fid * MOST_PASSAGES, (fid + 1) * MOST_PASSAGES))


def _widen(db: sqlite3.Connection, where: Location | None) -> None:
    """Keeps the layer's bounding box around the point."""
    if where is None:
        return
    x, y = where.longitude, where.latitude
    db.execute(
        "UPDATE gpkg_contents SET min_x = min(ifnull(min_x, ?1), ?1), max_x = max(ifnull(max_x, ?1), ?1),"
        " min_y = min(ifnull(min_y, ?2), ?2), max_y = max(ifnull(max_y, ?2), ?2)"
        " WHERE table_name = 'events' AND NOT ifnull(min_x <= ?1 AND max_x >= ?1 AND min_y <= ?2 AND max_y >= ?2, 0)",
        (x, y),
    )
