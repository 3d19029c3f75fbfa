"""Publication dates: EDTF (ISO 8601-2), checked and kept as they were written."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from time import struct_time

from geo.limits import LONGEST_EDTF, NEWSPAPER_YEARS

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)[~?%]?", re.ASCII)


@lru_cache(maxsize=4096)
def is_publication_date(text: str) -> bool:
    """Whether `text` is a date, or span of dates, in EDTF on which an article can have appeared.

    >>> [is_publication_date(text) for text in ("2020-07-03", "2016-06-29~", "2020-07", "2020-06-29/2020-06-30")]
    [True, True, True, True]
    >>> [is_publication_date(text) for text in ("2016-02-30", "yesterday", "", "2020/..", "0001-01-01")]
    [False, False, False, False, False]
    """
    if day := _DAY.fullmatch(text):  # nearly every date; the library's grammar takes a hundred times longer
        try:
            return date.fromisoformat(day[1]).year in NEWSPAPER_YEARS
        except ValueError:
            return False
    return bool(text) and len(text) <= LONGEST_EDTF and text == text.strip() and _bounds_are_years(text)


def _bounds_are_years(text: str) -> bool:
    # Imported late: the library takes a quarter of a second, and most catalogues never need it.
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parsed = parse_edtf(text)
        bounds = parsed.lower_strict(), parsed.upper_strict()
    except (EDTFParseException, ValueError, OverflowError):
        return False
    return all(isinstance(bound, struct_time) and bound.tm_year in NEWSPAPER_YEARS for bound in bounds)
