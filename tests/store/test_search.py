from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.store.search import Search

ENTRIES = ["وقعت معارك في أجدابيا وبسرت", "Battle near Sirte", "أسرت القوات جنديين", ""]
MARKED = [
    "قالت لـ«البيان» إن لجنة 5+5 اجتمعت",
    "مقتل 50 في 5 غارات",
    'the 25-kilometre "road" of al-Jufra\'s base',
    "وللجفرة، فبالمطار.",
]


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("اجدابيا", [0]),  # spelling is folded
        ("سرت", [0]),  # particles do not hide a word; another word that ends in it is not it
        ("SIRTE", [1]),  # case does not matter
        ("sir", [1]),  # what has been typed so far
        ("irte", []),  # a word's middle is no beginning
        ("معارك سرت", [0]),  # every word, in any order
        ("معارك sirte", []),
        ("", [0, 1, 2, 3]),
        ("  \n ", [0, 1, 2, 3]),
        ("ـــ", [0, 1, 2, 3]),  # folds to nothing
    ],
)
def test_search(query: str, rows: list[int]) -> None:
    assert Search.over(ENTRIES).search(query).nonzero()[0].tolist() == rows


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("5+5", [0]),  # found whole
        ("5", [0, 1]),
        ("kilometre", [2]),  # and by its parts
        ("25-kilo", [2]),
        ("jufra", [2]),
        ("البيان", [0]),  # the particle stands outside the quotation mark
        ("«البيان»", [0]),  # marks around a query word are none of it
        ("الجفرة،", [3]),  # لل is ل and the article
        ("جفرة", [3]),
        ("مطار", [3]),
        ('"road"', [2]),
        ('ro"ad OR base NOT *', []),  # no query language, whatever it looks like
        ("* AND ^ NEAR(", []),
    ],
)
def test_marks_and_particles(query: str, rows: list[int]) -> None:
    assert Search.over(MARKED).search(query).nonzero()[0].tolist() == rows


def test_long_words_are_compared_by_their_beginning() -> None:
    assert Search.over(["x" * 1000, "y " * 1000]).search("x" * 500).tolist() == [True, False]


def test_no_entries() -> None:
    assert Search.over([]).search("سرت").tolist() == []


@settings(deadline=None)
@given(st.lists(st.text()), st.text())
def test_a_search_never_fails_and_answers_for_each_row(entries: list[str], query: str) -> None:
    assert len(Search.over(entries).search(query)) == len(entries)


@settings(deadline=None)
@given(st.lists(st.text(), min_size=1), st.data())
def test_every_entry_is_found_by_its_own_words(entries: list[str], data: st.DataObject) -> None:
    row = data.draw(st.integers(0, len(entries) - 1))
    assert Search.over(entries).search(entries[row])[row]
