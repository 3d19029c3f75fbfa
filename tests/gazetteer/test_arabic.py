"""Folding keeps its way back to the original, whatever the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.arabic import fold, key, with_article_variants

ARABIC_LIKE = st.text(st.one_of(st.characters(), st.sampled_from("أإآاىيةهًٌَُِّْـ٠٩\u200f\u200d\u202eلابسرت \n")), max_size=80)


@given(ARABIC_LIKE)
def test_offsets_point_into_the_original(text):
    folded = fold(text)
    starts = [folded.original(at) for at in range(len(folded.text))]
    assert starts == sorted(set(starts))
    assert all(0 <= start < len(text) for start in starts)
    assert folded.original(len(folded.text)) <= len(text)


@given(ARABIC_LIKE, st.integers(0, 80), st.integers(0, 80))
def test_a_folded_slice_is_the_fold_of_its_original(text, one, other):
    folded = fold(text)
    start, end = sorted((min(one, len(folded.text)), min(other, len(folded.text))))
    first, last = folded.span(start, end)
    assert fold(text[first:last]).text == folded.text[start:end]


@given(ARABIC_LIKE)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text).text).text == fold(text).text
    assert key(key(text)) == key(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أجدابيا", "اجدابيا"),  # hamza
        ("مصراتة", "مصراته"),  # ta marbuta
        ("الوطنى", "الوطني"),  # Egyptian ya
        ("سِرْت", "سرت"),  # vowels
        ("طبـــرق", "طبرق"),  # tatweel
        ("كیلو", "كيلو"),  # Persian ya
        ("سرت\u200f", "سرت"),  # direction mark
        ("معسكر ٢٧", "معسكر 27"),  # Arabic-Indic digits
        ("SIRTE", "sirte"),
    ],
)
def test_spellings_that_fold_together(one, other):
    assert key(one) == key(other)


def test_the_article_merges_behind_li():
    assert with_article_variants(key("الكفرة")) == ("الكفره", "للكفره")
