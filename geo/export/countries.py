"""Countries as ACLED and UCDP name and number them, from `countries.csv`.

Codes are ISO 3166-1; regions are ACLED's and UCDP's; `gwno` is Gleditsch and Ward's number of the state (1999 and
later), None for what their list does not have. Only countries that news from Libya touches are listed.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from geo.errors import DataError

_FILE = Path(__file__).with_suffix(".csv")
_FIELDS = ["alpha2", "alpha3", "numeric", "name", "acled_region", "ged_region", "gwno"]


@dataclass(frozen=True, slots=True)
class Country:
    """A row of the list."""

    alpha2: str
    alpha3: str
    numeric: int
    name: str
    acled_region: str
    ged_region: str
    gwno: int | None


@cache
def countries() -> dict[str, Country]:
    """Countries by alpha-2 and by alpha-3 code. Raises `DataError` for a row that does not say what it should.

    >>> countries()["LY"].gwno, countries()["TUR"].acled_region, "XX" in countries()
    (620, 'Middle East', False)
    """
    found: dict[str, Country] = {}
    with _FILE.open(encoding="utf8", newline="") as source:
        reader = csv.DictReader(source)
        if reader.fieldnames != _FIELDS:
            raise DataError(_FILE.name, 1, "header", f"needs {','.join(_FIELDS)}")
        for row in reader:
            country = _country(row, reader.line_num)
            for code in (country.alpha2, country.alpha3):
                if found.setdefault(code, country) is not country:
                    raise DataError(_FILE.name, reader.line_num, "alpha2", f"{code!r} is used twice")
    return found


def _country(row: dict[str, str], line: int) -> Country:
    for field in ("numeric", "gwno"):
        if not (row[field].isdigit() or (field == "gwno" and not row[field])):
            raise DataError(_FILE.name, line, field, f"{row[field]!r} is not a number")
    return Country(
        row["alpha2"],
        row["alpha3"],
        int(row["numeric"]),
        row["name"],
        row["acled_region"],
        row["ged_region"],
        int(row["gwno"]) if row["gwno"] else None,
    )
