"""Publication dates: EDTF (ISO 8601-2), checked and kept as they were written."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from geo.articles.limits import LONGEST_EDTF

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


@lru_cache(maxsize=4096)
def is_edtf(text: str) -> bool:
    """Whether `text` is a date, or span of dates, in EDTF.

    >>> is_edtf("2016-06-29~"), is_edtf("2020-07"), is_edtf("2016-02-30"), is_edtf("")
    (True, True, False, False)
    """
    if _DAY.fullmatch(text):  # nearly every date; the grammar of the library takes a hundred times longer
        try:
            date.fromisoformat(text)
        except ValueError:
            return False
        return True
    if not text or len(text) > LONGEST_EDTF or text != text.strip():
        return False
    # Imported late: the library takes a quarter of a second, and most catalogues never need it.
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parse_edtf(text)
    except (EDTFParseException, ValueError):
        return False
    return True
