from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.store.search import Search

ENTRIES = ["وقعت معارك في أجدابيا وبسرت", "Battle near Sirte", "أسرت القوات جنديين", ""]


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
