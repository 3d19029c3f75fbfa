"""The records of the actor registry: who is known, under which faction and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_BODIES = frozenset(["force", "armed_group", "government", "parliament", "state", "organisation", "company", "media"])
_PEOPLE = frozenset(["person", "official", "civilians", "pronoun_group"])
KINDS = _BODIES | _PEOPLE


@dataclass(frozen=True, slots=True)
class Period:
    """A faction code ('' for none) and the days, both inclusive, on which it holds."""

    code: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Office:
    """An office ("president", "foreign_minister") of an entry, held by a person between two days, inclusive."""

    post: str
    of: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Registered:
    """An entry of the registry: a body, a force, a person, a state or a generic group."""

    id: str
    name_en: str
    name_ar: str
    kind: str
    periods: tuple[Period, ...] = ()
    offices: tuple[Office, ...] = ()

    def faction(self, on: date | None) -> str:
        """The faction code on that day, '' for none; with no day the latest that it had."""
        return code_on(self.periods, on)


def code_on(periods: tuple[Period, ...], on: date | None) -> str:
    """The code that holds on a day, '' when none does; with no day the last code of all.

    >>> code_on((Period("NTC", date(2011, 2, 1), date(2012, 8, 7)),), date(2013, 1, 1))
    ''
    >>> code_on((Period("NTC", date(2011, 2, 1), date(2012, 8, 7)),), None)
    'NTC'
    """
    if on is None:
        return next((period.code for period in reversed(periods) if period.code), "")
    for period in periods:
        if period.start <= on <= period.end:
            return period.code
    return ""


class Shape(StrEnum):
    """How a generic noun builds an actor with what follows it."""

    FORCE = "force"  # forces: an adjective, a genitive, or "loyal to"; stands alone too
    FOLLOWER = "follower"  # supporters: an actor only with one of these
    VEHICLE = "vehicle"  # aircraft, tanks: the same, and the model's name may stand between
    OFFICE = "office"  # a post: adjective, genitive, "in", then perhaps a person's name
    BODY = "body"  # ministry, embassy, government
    SOURCE = "source"  # who tells the news: witnesses, sources, reporters
    PEOPLE = "people"  # civilians: an adjective is swallowed and changes nothing
    GROUP = "group"  # the two sides: an anaphor, nothing follows
    PREFIX = "prefix"  # "organisation …" before a name: the name alone counts
    DEED = "deed"  # a strike or a visit: its nationality alone is the actor


@dataclass(frozen=True, slots=True)
class Head:
    """A generic noun. `libya` and `foreign` are its factions when it is called Libyan, or another state's.

    `post` is the office that it names, `of` the entry whose office it is when that needs no telling. Without `bare` it
    needs the article or a complement; with `strict` a complement that is no person; with `swallow` the next word is its
    name; with `abroad` the capital that it is in is not its own.
    """

    entry: Registered
    shape: Shape
    libya: tuple[Period, ...] = ()
    foreign: tuple[Period, ...] = ()
    post: str = ""
    of: str = ""
    bare: bool = True
    strict: bool = False
    abroad: bool = False
    swallow: bool = False


@dataclass(frozen=True, slots=True)
class NameWord:
    """A registered name; a weak one is also a plain word or a common name, and needs a title or a former mention."""

    entry: Registered
    weak: bool = False


@dataclass(frozen=True, slots=True)
class TitleWord:
    """A rank or an honorific, taken into the mention of the person behind it; `alone` is whom it means by itself."""

    alone: Registered | None = None


@dataclass(frozen=True, slots=True)
class HeadWord:
    """A form of a generic noun: definite, absolute (its ending shuts out a genitive), or owned by somebody ("his forces")."""

    head: Head
    definite: bool = False
    absolute: bool = False
    owned: bool = False


@dataclass(frozen=True, slots=True)
class StateWord:
    """A country's name, or its capital's standing for its government."""

    entry: Registered
    capital: bool = False


@dataclass(frozen=True, slots=True)
class IgnoredWord:
    """A phrase that looks like an actor and is none ("force majeure")."""


Word = NameWord | TitleWord | HeadWord | StateWord | IgnoredWord


@dataclass(frozen=True, slots=True)
class Adjective:
    """A nationality (or a body's, or a town's) adjective; Libyan ones have the entry of Libya."""

    entry: Registered
    definite: bool
