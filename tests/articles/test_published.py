"""A publication date that is accepted is one that the coder can count from."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.articles import is_publication_date
from geo.coding.date_published import parse_published

FORMS = [
    "{}~",
    "{}?",
    "{}%",
    "{}/..",
    "../{}",
    "{}/{}",
    "[{}..]",
    "{}-21",
    "Y{}",
    "-{}",
    "{}XX",
    "{}-XX",
    " {}",
    "{}T10:00:00Z",
    "{}E3",
]


@given(st.sampled_from(FORMS), st.dates(), st.sampled_from([4, 7, 10]))
def test_what_is_accepted_can_be_counted_from(form: str, day: date, length: int) -> None:
    text = form.replace("{}", day.isoformat()[:length])
    if is_publication_date(text):
        assert parse_published(text) is not None


@given(st.text(alphabet="0123456789-/~?.XuYE[],", max_size=12))
def test_no_text_is_too_odd_to_refuse(text: str) -> None:
    assert is_publication_date(text) in (True, False)


@pytest.mark.parametrize("text", ["2020-07-03", "2016-06-29~", "2020-07?", "2020", "2020-06-30T10:00:00Z"])
def test_what_catalogues_hold_is_accepted(text: str) -> None:
    assert is_publication_date(text)
