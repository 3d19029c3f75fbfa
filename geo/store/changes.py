"""The log of what people changed: each change a record, none ever deleted."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from geo.store.record import field_of, told

Action = Literal["accept", "reject", "edit", "split", "merge", "insert", "undo"]
REVIEW = "review"  # the field that accepting and rejecting change
EVENT = "event"  # the field that splitting and inserting change: an event that was not there

_SELECT = "SELECT fid, operation, event_id, version, at, who, action, field, old, new, reason, undone FROM reviews"


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one field by one person. `at` is UTC, ISO 8601; `old`, `new` are the model's own types.

    `field` is one of `FIELDS`; "review" where the event was accepted or rejected, with states of review;
    "event" where there is now one more, with its id. What one person did at once shares an `operation`.
    """

    change_id: int
    event_id: str
    at: str
    who: str
    action: Action
    field: str
    old: Any
    new: Any
    reason: str
    undone: bool
    operation: int
    version: int


def log(db: sqlite3.Connection, change: Change) -> int:
    """Writes the change down, as one of its operation or, when that is 0, as the first of one; returns its id."""
    values = (change.operation, change.event_id, change.version, change.at, change.who, change.action, change.field)
    change_id = db.execute(
        "INSERT INTO reviews (operation, event_id, version, at, who, action, field, old, new, reason)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*values, told(change.old), told(change.new), change.reason),
    ).lastrowid
    if change_id is None:
        raise AssertionError("an insertion has a row")
    if not change.operation:
        db.execute("UPDATE reviews SET operation = fid WHERE fid = ?", (change_id,))
    return change_id


def now() -> str:
    """This moment, as the log tells it.

    >>> len(now())
    24
    """
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def read(db: sqlite3.Connection, change_id: int) -> Change | None:
    """The change of that id."""
    return next(iter(_changes(db, "WHERE fid = ?", (change_id,))), None)


def of_event(db: sqlite3.Connection, event_id: str) -> list[Change]:
    """The changes of an event, the first one first."""
    return _changes(db, "WHERE event_id = ? ORDER BY fid", (event_id,))


def of_operation(db: sqlite3.Connection, operation: int) -> list[Change]:
    """The changes that were made together, the first one first."""
    return _changes(db, "WHERE operation = ? AND action <> 'undo' ORDER BY fid", (operation,))


def page(db: sqlite3.Connection, event_id: str | None, limit: int, offset: int) -> list[Change]:
    """The latest changes first, of one event or of all."""
    where, values = ("WHERE event_id = ?", [event_id]) if event_id is not None else ("", [])
    return _changes(db, f"{where} ORDER BY fid DESC LIMIT ? OFFSET ?", (*values, limit, offset))


def mark_undone(db: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Notes that the changes no longer hold."""
    db.executemany("UPDATE reviews SET undone = 1 WHERE fid = ?", [(change.change_id,) for change in changes])


def in_force(changes: Iterable[Change]) -> list[Change]:
    """The changes that hold still."""
    return [change for change in changes if not change.undone and change.action != "undo"]


def review_of(changes: Sequence[Change]) -> str:
    """The state of review that the changes of one event, in their order, leave it in.

    An edited event that is then accepted stays "edited", and one that a person wrote "added": that says more.
    """
    state, rested = "unreviewed", "accepted"
    for change in in_force(changes):
        if change.action == "insert":
            state = rested = "added"
        elif change.action in ("edit", "merge") and change.field != REVIEW:
            rested = "added" if rested == "added" else "edited"
            state = rested
        elif change.action == "accept":
            state = rested
        elif change.field == REVIEW:
            state = "rejected"
    return state


def vouched(changes: Sequence[Change], fields: Sequence[str]) -> frozenset[str]:
    """The fields that a person vouched for: all of an event accepted or written, else those that were edited."""
    holding = in_force(changes)
    if any(change.action in ("accept", "insert") for change in holding):
        return frozenset(fields)
    return frozenset(change.field for change in holding) & frozenset(fields)


def _changes(db: sqlite3.Connection, rest: str, values: Sequence[object]) -> list[Change]:
    return [_change(row) for row in db.execute(f"{_SELECT} {rest}", values)]


def _change(row: tuple[Any, ...]) -> Change:
    fid, operation, event_id, version, at, who, action, field, old, new, reason, undone = row
    values = field_of(field, old if old != "null" else None), field_of(field, new if new != "null" else None)
    return Change(fid, event_id, at, who, action, field, *values, reason, bool(undone), operation, version)
