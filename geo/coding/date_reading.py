"""What a matched expression says, before it becomes a `DateSpan`; and access to its coded words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from geo.coding.date_published import Published
from geo.coding.date_values import Days, shift
from geo.coding.date_vocabulary import UNIT_DAYS, Unit, setting
from geo.coding.date_words import Item
from geo.model import DatePrecision

Kind = Literal["day", "range", "month", "year", "since", "clock_only", "anaphoric"]
_SHARP = 2  # a time that takes longer is too loose to count days from


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means: inclusive `days` (None when they can't be told), and its flags."""

    kind: Kind
    days: Days | None = None
    precision: DatePrecision = "unknown"
    offset: tuple[int, int] | None = None
    future: bool = False
    duration: bool = False


def on(first: date | None, last: date | None = None, future: bool = False) -> Reading:
    """A reading of one day, or of the days first to last; unknown when `first` is None."""
    if first is None:
        return Reading("day", future=future)
    last = last or first
    return Reading("day" if first == last else "range", (first, last), "day" if first == last else "range", future=future)


def anaphoric(phrase: Phrase, low: int, high: int, duration: bool = False) -> Reading:
    """A reading that counts days from another event, and from the time last told."""
    told = phrase.told if phrase.told and (phrase.told[1] - phrase.told[0]).days <= _SHARP else None
    days = (shift(told[0], low), shift(told[1], high)) if told else None
    precision: DatePrecision = "unknown" if days is None else "day" if days[0] == days[1] else "range"
    return Reading("anaphoric", days, precision, (low, high), duration=duration)


def over(days: Days | None, kind: Literal["month", "year", "range"], future: bool = False) -> Reading:
    """A reading of a whole month or year, or of any stretch."""
    return Reading(kind, days, kind if days else "unknown", future=future)


@dataclass(frozen=True, slots=True)
class Length:
    """A stretch of time: its unit and at least and at most how many."""

    unit: str
    low: int
    high: int
    definite: bool = False
    open: bool = False

    @property
    def days(self) -> tuple[int, int]:
        """At least and at most how many whole days, hours rounded up where there are any."""
        by = UNIT_DAYS[self.unit]
        low = int(self.low * by)
        return low, max(low, int(-(-self.high * by // 1)))


@dataclass(frozen=True, slots=True)
class Phrase:
    """The coded words of one expression, the day it counts from, and what stands before it.

    `ahead` says that it lies in the future; `told` are the days last told in the text.
    """

    items: Sequence[Item]
    published: Published | None
    before: str = ""
    ahead: bool = False
    told: Days | None = None

    @property
    def today(self) -> date | None:
        """The publication day, where it is known to the day."""
        return self.published.day if self.published and self.published.precision == "day" else None

    @property
    def latest(self) -> date | None:
        """The latest day of publication, however inexact."""
        return self.published.day if self.published else None

    def all(self, codes: str) -> list[Item]:
        """The items of these codes, in order."""
        return [item for item in self.items if item.code in codes]

    def first(self, codes: str) -> Item | None:
        """The first item of these codes."""
        for item in self.items:
            if item.code in codes:
                return item
        return None

    def value(self, codes: str) -> Any:
        """The value of the first item of these codes, or None."""
        item = self.first(codes)
        return item.value if item else None

    @property
    def turn(self) -> int | None:
        """-1 for "last", -2 for the one before, 0 for "this", 1 for "next"; None when not told."""
        item = self.first("<>=V")
        if item is None:
            return None
        return {"<": -(item.value or 1), ">": 1}.get(item.code, 0)

    @property
    def length(self) -> Length | None:
        """The stretch of time that the items count, None when there is none."""
        unit = self.value("uyKqZ")
        if not isinstance(unit, Unit):
            return None
        number = self.first("NXYO")
        if number is not None:
            return Length(unit.name, number.value, number.value, unit.definite)
        if unit.count is not None:
            return Length(unit.name, unit.count, unit.count, unit.definite)
        low, high = setting("open_plural")[unit.name]
        return Length(unit.name, low, high, unit.definite, open=True)
