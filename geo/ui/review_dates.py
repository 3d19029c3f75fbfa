"""A date as a reviewer gives it: two days, or EDTF text; its precision follows."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date

from geo.coding.date_published import edtf_bounds
from geo.model import DatePrecision, DateSpan

OPEN = ("..", "")  # an end of an EDTF interval that is not known
_YEAR = re.compile(r"\d{4}[~?%]?", re.ASCII)
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])(?:-XX)?[~?%]?", re.ASCII)


def of_days(start: date | None, end: date | None, before: DateSpan) -> DateSpan:
    """The span from a day to a day, inclusive; one day where the other is not given. `before` lends the article's words.

    >>> of_days(date(2020, 6, 1), date(2020, 6, 30), DateSpan()).edtf
    '2020-06'
    >>> of_days(date(2020, 6, 4), None, DateSpan()).precision, of_days(None, None, DateSpan()).precision
    ('day', 'unknown')
    """
    start, end = start or end, end or start
    if start is None or end is None:
        return DateSpan(text=before.text)
    start, end = min(start, end), max(start, end)
    precision, edtf = _whole(start, end)
    return replace(before, start=start, end=end, edtf=edtf, precision=precision, basis="stated")


def _whole(start: date, end: date) -> tuple[DatePrecision, str]:
    if start == end:
        return "day", start.isoformat()
    last = monthrange(start.year, start.month)[1]
    if start.day == 1 and end == start.replace(day=last):
        return "month", f"{start:%Y-%m}"
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return "year", f"{start:%Y}"
    return "range", f"{start}/{end}"


def of_edtf(text: str, before: DateSpan) -> DateSpan | None:
    """The span that EDTF text tells, None where it is none; empty text is an unknown date.

    >>> of_edtf("2020-06~", DateSpan()).precision, of_edtf("2020-06-03/..", DateSpan()).end
    ('month', None)
    >>> of_edtf("in June", DateSpan()) is None
    True
    """
    text = text.strip()
    if not text:
        return DateSpan(text=before.text)
    first, slash, last = text.partition("/")
    try:
        start = None if slash and first in OPEN else edtf_bounds(first)[0]
        end = None if slash and last in OPEN else edtf_bounds(last if slash else first)[1]
    except (ValueError, TypeError, OverflowError):
        return None
    if (start is None and end is None) or (start and end and start > end):
        return None
    return replace(before, start=start, end=end, edtf=text, precision=_precision(text, start, end), basis="stated")


def _precision(text: str, start: date | None, end: date | None) -> DatePrecision:
    if start == end:
        return "day"
    return "year" if _YEAR.fullmatch(text) else "month" if _MONTH.fullmatch(text) else "range"
