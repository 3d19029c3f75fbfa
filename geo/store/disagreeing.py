"""Where the machine and the people who reviewed do not agree any more."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from geo.model import Article, Event
from geo.store import articles, changes
from geo.store.changes import EVENT, Change
from geo.store.check import stands
from geo.store.linking import REJECTED
from geo.store.matching import moved_passages
from geo.store.record import FIELDS
from geo.store.rows import Stored


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field as it was `kept` and as the `machine` tells it now, both of the model's types.

    `field` is one of `FIELDS`, or "event", with `machine` None, where the machine tells the whole event no longer.
    "passages" is also told, whatever the machine says, when one of those kept no longer stands in the article.
    """

    field: str
    kept: Any
    machine: Any


def machine(stored: Stored) -> Event | None:
    """The event as the machine tells it, under the id that it has in the file; None when it does not tell it."""
    event_id = stored.event.event_id
    return stored.machine and replace(stored.machine, event_id=event_id, incident_id=event_id)


def disagreements(db: sqlite3.Connection, stored: Stored) -> list[Disagreement]:
    """The fields that a person vouched for and the machine tells otherwise since, in the codebook's order.

    What a person has already changed is no news: the machine must tell something that it did not tell them.
    """
    event, said = stored.event, stored.machine
    if event.review in (REJECTED, "unreviewed"):
        return []
    log, article = changes.of_event(db, event.event_id), articles.known(db, event.article_id)
    found = []
    if said is None and event.review != "added":
        found.append(Disagreement(EVENT, event.event_id, None))
    elif said is not None:
        vouched = changes.vouched(log, FIELDS)
        fields = [name for name in FIELDS if name in vouched and _is_news(name, event, said, log, article)]
        found = [Disagreement(name, getattr(event, name), getattr(said, name)) for name in fields]
    if all(one.field != "passages" for one in found) and not all(stands(passage, article) for passage in event.passages):
        found.append(Disagreement("passages", event.passages, said and said.passages))
    return found


def _is_news(name: str, event: Event, said: Event, log: Sequence[Change], article: Article) -> bool:
    overruled = [change.old for change in changes.in_force(log) if change.field == name]
    if name == "passages":
        overruled = [moved_passages(passages, article) for passages in overruled]
    return getattr(said, name) not in [getattr(event, name), *overruled]
