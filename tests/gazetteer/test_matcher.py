"""Whole words, proclitics, and the longest of what overlaps."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.arabic import fold, key
from gazetteer.matcher import Matcher

PHRASES = {key(name): name for name in ("سرت", "درنة", "الجفرة", "قاعدة الجفرة", "ميناء السدرة", "السدرة", "بن جواد")}


def found(text: str) -> list[tuple[str, str]]:
    return [(match.value, match.proclitic) for match in Matcher(PHRASES).find(fold(text).text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("إلى سرت ودرنة", [("سرت", ""), ("درنة", "و")]),
        ("قاعدة الجفرة", [("قاعدة الجفرة", "")]),  # the longer
        ("بقاعدة الجفرة الجوية", [("قاعدة الجفرة", "ب")]),
        ("للجفرة", [("الجفرة", "")]),  # ل and the article in one
        ("بالجفرة", [("الجفرة", "ب")]),
        ("سرتاوي وأسرت", []),  # inside other words
        ("سرت.", [("سرت", "")]),
        ("«سرت»", [("سرت", "")]),
        ("بن جواد", [("بن جواد", "")]),
        ("", []),
    ],
)
def test_find(text, expected):
    assert found(text) == expected


@given(st.lists(st.sampled_from([*PHRASES, "و", "ثم", "،", "ال", "ب"]), max_size=12))
def test_matches_never_overlap_and_are_in_order(words):
    matches = Matcher(PHRASES).find(" ".join(words))
    assert all(one.end <= other.start for one, other in pairwise(matches))
