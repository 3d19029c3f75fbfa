"""The codebook's closed lists, from data: event types and groups, statuses, states of review, factions."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from geo.coding.lexicon import fault, need, shipped

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


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


@dataclass(frozen=True, slots=True)
class Review(Label):
    """What a person made of an event; `shown` says whether it is listed at first."""

    shown: bool = True


@cache
def event_groups() -> dict[str, EventGroup]:
    """Groups by id, in the codebook's order."""
    name = "event_types.yaml"
    rows = need(name, shipped(name), "groups", list)
    groups: dict[str, EventGroup] = {}
    for row in rows:
        code, colour = _new_id(name, row, groups), need(name, row, "colour", str)
        if not _COLOUR.fullmatch(colour):
            raise fault(name, row, "colour", f"{colour!r} is not #RRGGBB")
        groups[code] = EventGroup(
            code, need(name, row, "en", str), need(name, row, "ar", str), colour, need(name, row, "shown", bool)
        )
    return groups


def _new_id(name: str, row: object, known: Collection[str]) -> str:
    code: str = need(name, row, "id", str)
    if code in known:
        raise fault(name, row, "id", f"{code!r} is used twice")
    return code


@cache
def event_types() -> dict[str, EventType]:
    """Event types by id, in the codebook's order."""
    name = "event_types.yaml"
    types: dict[str, EventType] = {}
    for row in need(name, shipped(name), "types", list):
        code, group = _new_id(name, row, types), need(name, row, "group", str)
        if group not in event_groups():
            raise fault(name, row, "group", f"{group!r} is not one of {', '.join(event_groups())}")
        types[code] = EventType(
            code,
            need(name, row, "en", str),
            need(name, row, "ar", str),
            group,
            _code_or_none(name, row, "acled"),
            _code_or_none(name, row, "acled_sub"),
            _code_or_none(name, row, "plover"),
        )
    return types


def _code_or_none(name: str, row: Any, field: str) -> str | None:
    """The counterpart in another scheme; null, written out, where there is none."""
    value = row.get(field)
    return None if field in row and value is None else cast("str", need(name, row, field, str))


@cache
def statuses() -> dict[str, Label]:
    """Statuses by id."""
    name = "event_types.yaml"
    return labels(name, need(name, shipped(name), "statuses", list))


@cache
def reviews() -> dict[str, Review]:
    """States of review by id: `Event.review`.

    >>> [review.id for review in reviews().values() if not review.shown]
    ['rejected']
    """
    name = "event_types.yaml"
    rows = need(name, shipped(name), "reviews", list)
    shown = {need(name, row, "id", str): need(name, row, "shown", bool) for row in rows}
    return {code: Review(code, label.en, label.ar, shown[code]) for code, label in labels(name, rows).items()}


@cache
def disputed() -> Label:
    """What an event is called on the map, instead of its status, when a source in its article denies it."""
    name = "event_types.yaml"
    return labels(name, [need(name, shipped(name), "disputed", dict)])["disputed"]


@cache
def factions() -> dict[str, Label]:
    """The named factions by code, in the codebook's order; states are not among them."""
    name = "factions.yaml"
    return labels(name, shipped(name))


@cache
def states() -> dict[str, Label]:
    """The states that act as factions, by ISO 3166-1 alpha-3 code.

    >>> states()["TUR"].ar
    'تركيا'
    """
    name = "states.yaml"
    return labels(name, shipped(name), "code")


def labels(name: str, rows: list[Any], key: str = "id") -> dict[str, Label]:
    """The rows of the file `name` by the code in their field `key`. Raises `DataError` for one that lacks a label."""
    return {
        (code := need(name, row, key, str)): Label(code, need(name, row, "en", str), need(name, row, "ar", str)) for row in rows
    }


@cache
def role_labels() -> dict[str, Label]:
    """Names for people whom a deed implies and no noun names ("protesters")."""
    name = "event_types.yaml"
    return labels(name, need(name, shipped(name), "implied_actors", list))
