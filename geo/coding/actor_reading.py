"""Reads registry entries from the lexicons and checks them: codes, periods, kinds, identifiers."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Container, Iterable
from datetime import date, timedelta
from typing import Any

from gazetteer.arabic import key
from geo.coding.actor_records import KINDS, Office, Period, Registered
from geo.coding.lexicon import Entry, fault, need

Timelines = dict[str, tuple[Period, ...]]

_FIELDS = frozenset(["id", "en", "ar", "kind", "faction", "aliases", "weak", "offices", "adjectives", "alone", "region", "seats"])


def day_of(value: Any, last: bool) -> date | None:
    """The first (or last) day of a written day, month ("2012-08") or year (2012); None when it is none of these.

    >>> day_of("2012-02", last=True)
    datetime.date(2012, 2, 29)
    >>> day_of(2011, last=False)
    datetime.date(2011, 1, 1)
    >>> day_of("soon", last=False) is None
    True
    """
    if isinstance(value, date):
        return value
    parts = str(value).split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return None
    year, month, day = ([int(part) for part in parts] + [0, 0])[:3]
    try:
        if last and not day:
            month = month or 12
            return date(year, month, monthrange(year, month)[1])
        return date(year, month or 1, day or 1)
    except ValueError:
        return None


def _dated(file: str, row: Any) -> tuple[date, date]:
    """The `from` and `to` of `row`; without one the span is open on that side."""
    bounds = []
    for field, missing, last in (("from", date.min, False), ("to", date.max, True)):
        value = row.get(field)
        bound = missing if value is None else day_of(value, last)
        if bound is None:
            raise fault(file, row, field, f"{value!r} is not a year, month or day")
        bounds.append(bound)
    if bounds[0] > bounds[1]:
        raise fault(file, row, "to", "lies before 'from'")
    return bounds[0], bounds[1]


def periods_of(file: str, rows: list[Any], codes: Container[str]) -> tuple[Period, ...]:
    """The periods of a faction list, in order; each lasts to its `to`, or to the day before the next one's `from`."""
    periods: list[Period] = []
    for row in rows:
        code = need(file, row, "code", str)
        if code and code not in codes:
            raise fault(file, row, "code", f"{code!r} is not a faction code")
        start, end = _dated(file, row)
        if periods and start <= periods[-1].start:
            raise fault(file, row, "from", "periods must be in order")
        if periods and periods[-1].end == date.max:
            periods[-1] = Period(periods[-1].code, periods[-1].start, start - timedelta(days=1))
        elif periods and start <= periods[-1].end:
            raise fault(file, row, "from", "lies inside the period before")
        periods.append(Period(code, start, end))
    return tuple(periods)


def faction_of(file: str, row: Entry, field: str, timelines: Timelines, codes: Container[str]) -> tuple[Period, ...]:
    """The periods of `row[field]`: a code, the name of a timeline, or a list of periods; none when it is absent."""
    value = row.get(field)
    if not value:
        return ()
    if isinstance(value, list):
        return periods_of(file, value, codes)
    if value in timelines:
        return timelines[value]
    if value not in codes:
        raise fault(file, row, field, f"{value!r} is neither a faction code nor a timeline")
    return (Period(value, date.min, date.max),)


def _offices(file: str, row: Entry) -> tuple[Office, ...]:
    offices = []
    for office in row.get("offices") or []:
        start, end = _dated(file, office)
        offices.append(Office(need(file, office, "post", str), need(file, office, "of", str), start, end))
    return tuple(offices)


def entry_of(file: str, row: Any, timelines: Timelines, codes: Container[str]) -> Registered:
    """The checked registry entry of one row."""
    identifier, kind = need(file, row, "id", str), need(file, row, "kind", str)
    if unknown := set(row) - _FIELDS:
        raise fault(file, row, min(unknown), "is not a field of an actor")
    if kind not in KINDS:
        raise fault(file, row, "kind", f"{kind!r} is not one of {', '.join(sorted(KINDS))}")
    periods = faction_of(file, row, "faction", timelines, codes)
    return Registered(identifier, need(file, row, "en", str), need(file, row, "ar", str), kind, periods, _offices(file, row))


def words_of(file: str, row: Entry, field: str) -> Iterable[str]:
    """The folded keys listed in `row[field]`; none when it is absent."""
    value = row.get(field) or []
    if not isinstance(value, list) or not all(isinstance(word, str) and key(word) for word in value):
        raise fault(file, row, field, "needs a list of words")
    return [key(word) for word in value]
