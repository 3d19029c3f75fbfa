"""Publication dates as files write them, to the day, in EDTF; what can be read two ways is not read at all."""

from __future__ import annotations

import re
from email.utils import parsedate

from geo.articles.published import is_publication_date

_ISO = re.compile(r"(\d{4})[-/.](\d\d?)[-/.](\d\d?)(?:[T ,].*)?", re.ASCII | re.DOTALL)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{4,}.*)?", re.ASCII | re.DOTALL)
_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/](\d\d?)[-/](\d\d?)(?!\d)", re.ASCII)
_LONGEST = 80  # characters of a date, its time and zone


def day_of(written: str) -> str | None:
    """The day of a date as data writes it: EDTF, ISO 8601 with or without a time, RFC 5322; None for anything else.

    The day is the one written, in the writer's own time zone.

    >>> [day_of(written) for written in ("2016-06-29~", "2020-07-03T23:10:00+02:00", "Fri, 03 Jul 2020 20:00:00 +0200")]
    ['2016-06-29~', '2020-07-03', '2020-07-03']
    >>> [day_of(written) for written in ("03/07/2020", "yesterday", "", "2020-02-31")]
    [None, None, None, None]
    """
    written = written.strip()
    if not written or len(written) > _LONGEST:
        return None
    if is_publication_date(written) and "T" not in written:
        return written
    if match := _ISO.fullmatch(written) or _COMPACT.fullmatch(written):
        return _day(*match.groups())
    parsed = parsedate(written) if re.search("[A-Za-z]{3}", written) else None
    return _day(*parsed[:3]) if parsed else None


def day_in_address(address: str) -> str | None:
    """The day that a newspaper writes into a page's address, where there is just one.

    >>> day_in_address("https://example.org/2020/07/03/a.html"), day_in_address("https://example.org/1234/56/78")
    ('2020-07-03', None)
    """
    days = {_day(*match.groups()) for match in _IN_ADDRESS.finditer(address[:2000])} - {None}
    return days.pop() if len(days) == 1 else None


def _day(year: str | int, month: str | int, day: str | int) -> str | None:
    text = f"{int(year):04}-{int(month):02}-{int(day):02}"
    return text if is_publication_date(text) else None
