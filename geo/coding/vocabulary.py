"""The codebook's closed lists, from data: event types and groups, statuses, factions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from geo.coding.lexicon import fault, need, read


@dataclass(frozen=True, slots=True)
class Label:
    """A code with its English and Arabic label."""

    id: str
    en: str
    ar: str


@dataclass(frozen=True, slots=True)
class EventGroup(Label):
    """A group of event types; `colour` is "#RRGGBB"; `shown` says whether the map shows it at first."""

    colour: str = "#000000"
    shown: bool = True


@dataclass(frozen=True, slots=True)
class EventType(Label):
    """An event type with its counterparts in ACLED and PLOVER (None where there is none)."""

    group: str = ""
    acled: str | None = None
    acled_sub: str | None = None
    plover: str | None = None


@cache
def event_groups() -> dict[str, EventGroup]:
    """Groups by id, in the codebook's order."""
    name = "event_types.yaml"
    rows = need(name, read(name), "groups", list)
    return {
        (code := need(name, row, "id", str)): EventGroup(
            code,
            need(name, row, "en", str),
            need(name, row, "ar", str),
            need(name, row, "colour", str),
            need(name, row, "shown", bool),
        )
        for row in rows
    }


@cache
def event_types() -> dict[str, EventType]:
    """Event types by id, in the codebook's order."""
    name, types = "event_types.yaml", {}
    for row in need(name, read(name), "types", list):
        code, group = need(name, row, "id", str), need(name, row, "group", str)
        if group not in event_groups():
            raise fault(name, row, "group", f"{group!r} is not one of {', '.join(event_groups())}")
        types[code] = EventType(
            code,
            need(name, row, "en", str),
            need(name, row, "ar", str),
            group,
            row.get("acled"),
            row.get("acled_sub"),
            row.get("plover"),
        )
    return types


@cache
def statuses() -> dict[str, Label]:
    """Statuses by id."""
    name = "event_types.yaml"
    return _labels(name, need(name, read(name), "statuses", list))


@cache
def disputed() -> Label:
    """What an event is called on the map, instead of its status, when a source in its article denies it."""
    name = "event_types.yaml"
    return _labels(name, [need(name, read(name), "disputed", dict)])["disputed"]


@cache
def factions() -> dict[str, Label]:
    """The named factions by code, in the codebook's order; states are not among them."""
    name = "factions.yaml"
    return _labels(name, read(name))


@cache
def states() -> dict[str, Label]:
    """The states that act as factions, by ISO 3166-1 alpha-3 code.

    >>> states()["TUR"].ar
    'تركيا'
    """
    name = "states.yaml"
    return {
        (code := need(name, row, "code", str)): Label(code, need(name, row, "en", str), need(name, row, "ar", str))
        for row in read(name)
    }


def _labels(name: str, rows: list[object]) -> dict[str, Label]:
    return {
        (code := need(name, row, "id", str)): Label(code, need(name, row, "en", str), need(name, row, "ar", str)) for row in rows
    }


@cache
def role_labels() -> dict[str, Label]:
    """Names for people whom a deed implies and no noun names ("protesters")."""
    name = "event_types.yaml"
    return _labels(name, need(name, read(name), "implied_actors", list))
