"""What the coder makes of a text, in the few words that a test table can hold."""

from __future__ import annotations

from geo.coding import code
from geo.model import Article, Event

PUBLISHED = "2020-06-10"  # a Wednesday


def coded(text: str, published: str | None = PUBLISHED) -> list[Event]:
    """The events of `text` as an article of its own, published on Wednesday 10 June 2020."""
    return code(Article("t", text, published=published))


def only(text: str, event_type: str, published: str | None = PUBLISHED) -> Event:
    """The one event of `event_type` that `text` tells; others may stand beside it."""
    events = coded(text, published)
    found = [event for event in events if event.event_type == event_type]
    assert len(found) == 1, f"{[(e.event_type, e.status) for e in events]} in {text!r}"
    return found[0]


def statuses(text: str, event_type: str) -> list[str]:
    """The statuses of the events of `event_type`, in order of the text."""
    return [event.status for event in coded(text) if event.event_type == event_type]


def places(text: str, event_type: str) -> list[str | None]:
    """Where the events of `event_type` lie, in order of the text: "south of Ajdabiya", None when unlocated."""
    return [place(event) for event in coded(text) if event.event_type == event_type]


def place(event: Event) -> str | None:
    """The place in English, its direction before it."""
    return f"{event.location.relation} {event.location.name_en}".strip() if event.location else None


def parties(event: Event) -> list[tuple[str, str]]:
    """(role's number, faction) of its actors."""
    return [(actor.role[-1], actor.faction) for actor in event.actors]
