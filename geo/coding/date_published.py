"""Publication dates: read from EDTF, and what they say of an event that has no date of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from geo.model import DatePrecision, DateSpan

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)[~?%]?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Published:
    """A publication date: its latest possible day, how exact it is, and whether it is only "about"."""

    day: date
    precision: DatePrecision = "day"
    approximate: bool = False


@lru_cache(maxsize=1024)
def parse_published(edtf_text: str | None) -> Published | None:
    """The publication date that EDTF text tells; None for none. Raises `ValueError` with the reason.

    >>> parse_published("2016-06-29~")
    Published(day=datetime.date(2016, 6, 29), precision='day', approximate=True)
    >>> parse_published("2020-06").day
    datetime.date(2020, 6, 30)
    >>> parse_published(None), parse_published("")
    (None, None)
    """
    text = (edtf_text or "").strip()
    if not text:
        return None
    try:
        day = _DAY.fullmatch(text)  # nearly every date
        earliest, latest = (date.fromisoformat(day[1]),) * 2 if day else edtf_bounds(text)
    except (ValueError, TypeError, OverflowError) as error:
        raise ValueError(f"{text!r} is not an EDTF date such as 2016-06-29, 2016-06 or 2016-06-29~") from error
    length = (latest - earliest).days
    whole: DatePrecision = "day" if length == 0 else "month" if length <= 31 else "year" if length <= 366 else "range"
    return Published(latest, "range" if "/" in text else whole, approximate=text[-1] in "~?%")


def edtf_bounds(text: str) -> tuple[date, date]:
    """The first and the last day of any EDTF. Raises `ValueError`, `TypeError` or `OverflowError` for what is none."""
    # Imported late: the library takes a quarter of a second.
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parsed = parse_edtf(text)
    except EDTFParseException as error:
        raise ValueError(str(error)) from error
    return date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])


@lru_cache(maxsize=1024)
def publication_default(published: Published | None, planned: bool) -> DateSpan:
    """The span of an event with no time expression: publication and the day before, or the week after.

    >>> publication_default(parse_published("2020-07-03"), planned=False).edtf
    '2020-07-02/2020-07-03'
    >>> publication_default(None, planned=True).precision
    'unknown'
    """
    if published is None:
        return DateSpan()
    day = published.day
    if published.precision == "month":
        first, last = day.replace(day=1), day
    elif published.precision == "year":
        first, last = day.replace(month=1, day=1), day
    else:
        first, last = day - timedelta(0 if planned else 1), day + timedelta(7 if planned else 0)
    return DateSpan(first, last, f"{first}/{last}", "range", "publication")
