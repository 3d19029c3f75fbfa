"""Publication dates, and the span of an event that has none of its own."""

from __future__ import annotations

from datetime import date

import pytest

from geo.coding.dates import Published, parse_published, publication_default


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("2016-06-29", Published(date(2016, 6, 29))),
        (" 2016-06-29 ", Published(date(2016, 6, 29))),
        ("2016-06-29~", Published(date(2016, 6, 29), "day", approximate=True)),
        ("2016-06-29?", Published(date(2016, 6, 29), "day", approximate=True)),
        ("2020-06", Published(date(2020, 6, 30), "month")),
        ("2020-02", Published(date(2020, 2, 29), "month")),
        ("2015", Published(date(2015, 12, 31), "year")),
        ("2016-06-01/2016-06-03", Published(date(2016, 6, 3), "range")),
    ],
)
def test_edtf(text: str, published: Published) -> None:
    assert parse_published(text) == published


@pytest.mark.parametrize("text", [None, "", "  "])
def test_none_is_told(text: str | None) -> None:
    assert parse_published(text) is None


@pytest.mark.parametrize("text", ["bad", "2015-02-30", "29/6/2016", "2016-13", "../", "9999999-01", "\u0000", "2016-06-29T25:00"])
def test_bad_text_says_why(text: str) -> None:
    with pytest.raises(ValueError, match="is not an EDTF date"):
        parse_published(text)


@pytest.mark.parametrize(
    ("published", "planned", "edtf"),
    [
        ("2020-07-03", False, "2020-07-02/2020-07-03"),
        ("2020-07-03", True, "2020-07-03/2020-07-10"),
        ("2020-06", False, "2020-06-01/2020-06-30"),
        ("2015", False, "2015-01-01/2015-12-31"),
        ("2016-01-01", False, "2015-12-31/2016-01-01"),
    ],
)
def test_default(published: str, planned: bool, edtf: str) -> None:
    span = publication_default(parse_published(published), planned)
    assert (span.edtf, span.precision, span.basis) == (edtf, "range", "publication")


def test_default_without_publication_is_unknown() -> None:
    span = publication_default(None, planned=False)
    assert (span.start, span.end, span.precision, span.basis) == (None, None, "unknown", "unknown")
