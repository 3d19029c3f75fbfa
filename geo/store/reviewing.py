"""What a person does to an event. Every function runs inside one transaction of the caller's.

`seen` is the version that the person looked at. When the event has moved on, `ConflictError` says how.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from geo.errors import ConflictError, StoreError
from geo.model import Event, Passage
from geo.store import articles, changes, linking, rows
from geo.store.changes import EVENT, REVIEW, Action, Change
from geo.store.check import check
from geo.store.record import FIELDS, as_machine
from geo.store.rows import Stored


def accept(db: sqlite3.Connection, event_id: str, who: str, seen: int) -> None:
    """The event is right as it stands."""
    _decide(db, _looked_at(db, event_id, seen), "accept", who, "")


def reject(db: sqlite3.Connection, event_id: str, reason: str, who: str, seen: int) -> None:
    """The event is wrong; it stays in the file."""
    _decide(db, _looked_at(db, event_id, seen), "reject", who, reason)


def edit(db: sqlite3.Connection, event_id: str, fields: Mapping[str, Any], who: str, seen: int) -> None:
    """Changes fields of the event; those that already say so are left out."""
    stored = _looked_at(db, event_id, seen)
    if unknown := set(fields) - set(FIELDS):
        raise StoreError(f"no field of an event that can be changed: {', '.join(sorted(unknown))}")
    if changed := {name: value for name, value in fields.items() if getattr(stored.event, name) != value}:
        _change(db, stored, changed, "edit", who)


def split(db: sqlite3.Connection, event_id: str, who: str, seen: int) -> str:
    """One event becomes two alike, each to be edited; returns the new one's id."""
    stored = _looked_at(db, event_id, seen)
    twin = replace(stored.event, event_id=_free_id(db, f"{event_id}-split"))
    version = stored.version + 1
    operation = _log(db, stored, "split", EVENT, event_id, twin.event_id, who)
    rows.update(db, stored, stored.event, stored.machine)
    _add(db, twin, who, f"split from {event_id}, version {version}", operation)
    return twin.event_id


def merge(db: sqlite3.Connection, event_id: str, other_id: str, who: str, seen: int) -> None:
    """Two events of one article are one: it takes the other's passages, and the other is rejected."""
    stored, other = _looked_at(db, event_id, seen), rows.known(db, other_id)
    if stored.event.article_id != other.event.article_id or event_id == other_id:
        raise StoreError(f"only two events of one article can be merged, not {event_id} and {other_id}")
    united = _united(stored.event.passages, other.event.passages)
    operation = _log(db, stored, "merge", "passages", stored.event.passages, united, who, f"merged with {other_id}")
    _settle(db, stored, replace(stored.event, passages=united))
    _decide(db, other, "merge", who, f"merged into {event_id}", operation)


def insert(db: sqlite3.Connection, event: Event, who: str) -> str:
    """An event that the machine missed; returns its id, which is a new one where the given one is empty or taken."""
    wanted = event.event_id or _digest(event.article_id, event.event_type, str(event.passages))
    added = replace(event, event_id=_free_id(db, wanted))
    check(added, articles.known(db, added.article_id))
    _add(db, added, who, "", 0)
    return added.event_id


def _looked_at(db: sqlite3.Connection, event_id: str, seen: int) -> Stored:
    stored = rows.known(db, event_id)
    if stored.version == seen:
        return stored
    later = [change for change in changes.of_event(db, event_id) if change.version > seen]
    said = "; ".join(f"{change.who} ({change.action} {change.field}) at {change.at}" for change in later)
    raise ConflictError(f"event {event_id} was changed since you looked at it: {said or 'it was coded anew'}; look again")


def _change(db: sqlite3.Connection, stored: Stored, fields: Mapping[str, Any], action: Action, who: str) -> None:
    event = replace(stored.event, **fields)
    check(event, articles.known(db, event.article_id), fields)
    operation = 0
    for name, value in fields.items():
        written = _log(db, stored, action, name, getattr(stored.event, name), value, who, operation=operation)
        operation = operation or written
    _settle(db, stored, event)


def _decide(db: sqlite3.Connection, stored: Stored, action: Action, who: str, reason: str, operation: int = 0) -> None:
    """Accepts or rejects; the log is told the new state of review once it is known."""
    verdict = "accepted" if action == "accept" else "rejected"
    _log(db, stored, action, REVIEW, stored.event.review, verdict, who, reason, operation)
    _settle(db, stored, stored.event)


def _settle(db: sqlite3.Connection, stored: Stored, event: Event) -> None:
    """Writes the event with the state of review that its log leaves it in, and links it anew."""
    review = changes.review_of(changes.of_event(db, event.event_id))
    rows.update(db, stored, replace(event, review=review), stored.machine)
    linking.relink(db, [stored.fid])


def _add(db: sqlite3.Connection, event: Event, who: str, reason: str, operation: int) -> None:
    added = replace(as_machine(event), review="added")
    fid = rows.insert(db, added, None)
    at = changes.now()
    changes.log(db, Change(0, added.event_id, at, who, "insert", EVENT, None, added.event_id, reason, False, operation, 1))
    linking.relink(db, [fid])


def _log(
    db: sqlite3.Connection,
    stored: Stored,
    action: Action,
    field: str,
    old: object,
    new: object,
    who: str,
    reason: str = "",
    operation: int = 0,
) -> int:
    change = Change(
        0, stored.event.event_id, changes.now(), who, action, field, old, new, reason, False, operation, stored.version + 1
    )
    written = changes.log(db, change)
    return operation or written


def _united(one: tuple[Passage, ...], other: tuple[Passage, ...]) -> tuple[Passage, ...]:
    return tuple(sorted(dict.fromkeys((*one, *other)), key=lambda passage: (passage.start, passage.end)))


def _free_id(db: sqlite3.Connection, wanted: str) -> str:
    """An id that no event has or had, so that the log tells of one event only."""
    turn, found = 1, wanted
    while rows.read(db, found) or changes.of_event(db, found):
        turn += 1
        found = f"{wanted}-{turn}"
    return found


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
