"""A change taken back: the event is as it was before, as far as nothing later rests on it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from geo.errors import ConflictError, StoreError
from geo.model import Article, Event
from geo.store import articles, changes, linking, rows
from geo.store.changes import Change
from geo.store.matching import moved_passages
from geo.store.record import FIELDS
from geo.store.rows import Stored


def undo(db: sqlite3.Connection, change_id: int, who: str) -> None:
    """Takes the change back, with all that was done in one with it unless it is an edit of one field."""
    change = changes.read(db, change_id)
    if change is None:
        raise StoreError(f"the case has no change {change_id}")
    if change.undone or change.action == "undo":
        raise StoreError(f"change {change_id} is undone already" if change.undone else "what was undone is done again by hand")
    together = [change] if change.action == "edit" else changes.of_operation(db, change.operation)
    for one in together:
        _refuse_if_built_on(db, one, together)
    changes.mark_undone(db, together)
    for one in reversed(together):
        _take_back(db, one, who)


def _refuse_if_built_on(db: sqlite3.Connection, change: Change, together: Sequence[Change]) -> None:
    known = {one.change_id for one in together}
    later = [
        one
        for one in changes.in_force(changes.of_event(db, change.event_id))
        if one.change_id > change.change_id and one.change_id not in known
        if one.field == change.field in FIELDS or change.action == "insert"
    ]
    if later:
        last = later[-1]
        raise ConflictError(
            f"{last.who} ({last.action} {last.field}) built on this at {last.at}; undo change {last.change_id} first"
        )


def _take_back(db: sqlite3.Connection, change: Change, who: str) -> None:
    stored = rows.known(db, change.event_id)
    undone = replace(change, who=who, at=changes.now(), action="undo", old=change.new, new=change.old)
    changes.log(db, replace(undone, reason=f"change {change.change_id}", operation=0, version=stored.version + 1))
    if change.action == "insert":
        linking.leave(db, stored.fid)
        rows.remove(db, stored.fid)
        return
    log, article = changes.of_event(db, change.event_id), articles.known(db, stored.event.article_id)
    event = replace(_before(stored, change, log, article), review=changes.review_of(log))
    rows.update(db, stored, event, stored.machine)
    linking.relink(db, [stored.fid])


def _before(stored: Stored, change: Change, log: Sequence[Change], article: Article) -> Event:
    """The event as it was before; what nobody vouches for now is what the machine tells now."""
    vouched, event, said = changes.vouched(log, FIELDS), stored.event, stored.machine
    if change.field in FIELDS:
        old: Any = moved_passages(change.old, article) if change.field == "passages" else change.old
        event = replace(event, **{change.field: old})
    return replace(event, **{name: getattr(said, name) for name in FIELDS if said and name not in vouched})
