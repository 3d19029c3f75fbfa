"""Whatever words stand side by side, time, numbers and casualties are read without a fault and within the text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer.arabic import fold
from geo.coding.casualties import combine, find_tolls
from geo.coding.casualty_vocabulary import vocabulary as casualty_vocabulary
from geo.coding.date_vocabulary import vocabulary as time_vocabulary
from geo.coding.dates import find_dates, parse_published
from geo.coding.number_words import number_words
from geo.coding.numbers import find_numbers

_MARKS = ["(", ")", "/", "-", "،", ".", "\n", "و", "ال", "0", "3", "12", "31", "99", "1435", "2019", "2.5", "1,200", "كلمة"]
_TIME = sorted(time_vocabulary()) + sorted({word for rows in time_vocabulary().values() for rest, _ in rows for word in rest})
_TOLL = sorted(casualty_vocabulary())
_NUMBER = sorted(number_words())


def _texts(*vocabularies: list[str]) -> st.SearchStrategy[str]:
    word = st.one_of(*(st.sampled_from(words) for words in (*vocabularies, _MARKS)))
    return st.tuples(st.lists(word, max_size=14), st.sampled_from([" ", ""])).map(lambda drawn: drawn[1].join(drawn[0]))


@given(_texts(_TIME, _NUMBER), st.sampled_from([None, "2020-02-29", "2020-07", "2015", "1999-01-01~"]))
@settings(max_examples=400)
def test_dates(text: str, published: str | None) -> None:
    found = find_dates(text, parse_published(published))
    for mention in found:
        assert 0 <= mention.start < mention.end <= len(text)
        span = mention.span
        assert (span.start is None) == (span.end is None) == (span.precision == "unknown") == (span.edtf == "")
        assert span.start is None or span.end is None or span.start <= span.end
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(_texts(_TOLL, _NUMBER))
@settings(max_examples=400)
def test_tolls(text: str) -> None:
    tolls = find_tolls(text)
    for toll in tolls:
        assert 0 <= toll.start < toll.end <= len(text)
        told = [value for value in (toll.low, toll.best, toll.high) if value is not None]
        assert told
        assert told == sorted(told)
    figures = combine(tolls)
    assert figures.killed_low is None or figures.killed_best is None or figures.killed_low <= figures.killed_best
    assert figures.killed_high is None or figures.killed_best is None or figures.killed_best <= figures.killed_high


@given(_texts(_NUMBER))
def test_numbers(text: str) -> None:
    found = find_numbers(text)
    assert all(0 <= number.start < number.end <= len(text) for number in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    folded = fold(text).text
    find_dates(folded, parse_published("2020-07-03"))
    find_tolls(folded)
    find_numbers(folded)
