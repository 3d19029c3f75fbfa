"""The records of `geo.model` as JSON and back, exactly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import orjson

from geo.model import Actor, Casualties, DateSpan, Event, Location, Mark, Passage, Span

# What a person may change of an event; each is an attribute of `Event`.
FIELDS = ("event_type", "status", "date", "location", "actors", "casualties", "attribution", "disputed_by", "passages")


def told(value: object) -> str:
    """A record, a field of one, or a plain value as compact JSON; a date is ISO 8601.

    >>> told((Span(1, 4),)), told(None)
    ('[{"start":1,"end":4}]', 'null')
    """
    return orjson.dumps(value).decode()


def event_of(text: str) -> Event:
    """The event that `told` wrote."""
    plain = orjson.loads(text)
    for name, read in _READ.items():
        plain[name] = read(plain[name])
    return Event(**plain)


def field_of(name: str, text: str | None) -> Any:
    """The value of the field `name` that `told` wrote; None for None.

    >>> field_of("passages", told((Passage("x", 0, 1),)))
    (Passage(text='x', start=0, end=1),)
    """
    return None if text is None else _read(name, orjson.loads(text))


def masked_of(text: str) -> tuple[Span, ...]:
    """The spans that `told` wrote."""
    return tuple(Span(**plain) for plain in orjson.loads(text))


def as_machine(event: Event) -> Event:
    """The event as the coder tells it: of no incident but its own, and unreviewed."""
    if event.incident_id == event.event_id and event.review == "unreviewed":
        return event
    return replace(event, incident_id=event.event_id, review="unreviewed")


def _read(name: str, value: Any) -> Any:
    read = _READ.get(name)
    return value if read is None else read(value)


def _date(plain: dict[str, Any]) -> DateSpan:
    start, end = plain.pop("start"), plain.pop("end")
    return DateSpan(start and date.fromisoformat(start), end and date.fromisoformat(end), **plain)


def _location(plain: dict[str, Any] | None) -> Location | None:
    return None if plain is None else Location(**plain)


_READ: dict[str, Callable[[Any], Any]] = {
    "date": _date,
    "location": _location,
    "actors": lambda rows: tuple(Actor(**row) for row in rows),
    "casualties": lambda plain: Casualties(**plain),
    "attribution": tuple,
    "disputed_by": tuple,
    "passages": lambda rows: tuple(Passage(**row) for row in rows),
    "marks": lambda rows: tuple(Mark(**row) for row in rows),
}
