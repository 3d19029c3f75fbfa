"""What the machine tells of an article now, taken in without losing what people said.

An event of the file and one of the machine's are the same when their ids are, or else when they are of one
type and quote overlapping passages, the longest overlap first. Then:

- what nobody reviewed becomes what the machine tells now, and goes when it tells it no longer;
- of a reviewed event the fields that a person vouched for stay (all of an accepted one), the others follow the
  machine; it stays even when the machine tells it no longer;
- in a changed text the passages of reviewed events are looked for word for word, and their offsets follow. One
  that no longer stands there stays as it was, and `disagreements` tells it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from geo.model import Article, Event
from geo.store import articles, changes, linking, rows
from geo.store.articles import State
from geo.store.matching import match, moved
from geo.store.record import FIELDS, as_machine
from geo.store.rows import Stored


def add(db: sqlite3.Connection, article: Article, events: Sequence[Event]) -> State:
    """Keeps the article and its events; nothing when it is there, the same."""
    state = articles.state(db, article)
    if state == "new":
        articles.write(db, article)
        linking.link_new(db, {rows.insert(db, as_machine(event), as_machine(event)): event for event in events})
    elif state == "changed":
        articles.write(db, article)
        recode(db, article, events)
    return state


def recode(db: sqlite3.Connection, article: Article, events: Sequence[Event]) -> None:
    """Takes in what the machine tells now of an article that is in the file."""
    found = rows.of_article(db, article.article_id)
    standing = {stored.fid: _standing(stored, article) for stored in found}
    pairs = match(list(standing.values()), events)
    touched = [fid for stored in found if (fid := _take_in(db, stored, standing[stored.fid], pairs.get(stored.fid), article))]
    taken = {event.event_id for event in pairs.values()}
    touched += [rows.insert(db, as_machine(event), as_machine(event)) for event in events if event.event_id not in taken]
    linking.relink(db, touched)


def _standing(stored: Stored, article: Article) -> Stored:
    """The event with its passages where the article has them now."""
    return replace(stored, event=moved(stored.event, article), machine=stored.machine and moved(stored.machine, article))


def _take_in(db: sqlite3.Connection, stored: Stored, standing: Stored, told: Event | None, article: Article) -> int | None:
    """Brings one event up to date; returns its row when that changed and is still there."""
    log = changes.of_event(db, stored.event.event_id)
    if stored.event.review == "unreviewed" and told is None:
        linking.leave(db, stored.fid)
        rows.remove(db, stored.fid)
        return None
    event_id = told.event_id if told and not log else stored.event.event_id
    base = standing.event if told is None else told
    vouched = {name: getattr(standing.event, name) for name in changes.vouched(log, FIELDS)}
    event = replace(
        base,
        event_id=event_id,
        incident_id=stored.event.incident_id,
        review=stored.event.review,
        article_title=article.title,
        publisher=article.publisher,
        published=article.published,
        **vouched,
    )
    machine = None if told is None else as_machine(told)
    if (event, machine) == (stored.event, stored.machine):
        return None
    if event_id != stored.event.event_id:
        linking.leave(db, stored.fid)
        event = replace(event, incident_id=event_id)
    rows.update(db, stored, event, machine)
    return stored.fid
