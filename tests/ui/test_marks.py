"""Quotes with their marks: nothing lost, nothing run, nested and overlapping marks cut cleanly."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.model import Article, Mark, Passage, Span
from geo.ui.escape import markdown, plain, shown
from geo.ui.marks import annotated, marked
from geo.ui.texts import Texts
from tests.ui.made import HOSTILE, STRIKE_EVENT

EN = Texts("en")
KINDS = st.sampled_from(["deed", "actor", "place", "date", "count", "source"])
MARKS = st.lists(st.builds(Mark, KINDS, st.integers(0, 30), st.integers(0, 30)), max_size=6)


def bare(markup: str) -> str:
    """The text of some HTML, its control marks turned back into characters."""
    restored = re.sub(r'<span class="control">U\+([0-9A-F]+)</span>', lambda code: chr(int(code[1], 16)), markup)
    return html.unescape(re.sub(r"<[^>]*>", "", restored))


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], "abcdef"),
        ([Mark("deed", 0, 2)], '<mark class="deed" title="deed">ab</mark>cdef'),
        # the shorter mark inside a longer one gives the looks, both give the title
        (
            [Mark("deed", 0, 6), Mark("place", 2, 4)],
            '<mark class="deed" title="deed">ab</mark><mark class="place" title="place, deed">cd</mark>'
            '<mark class="deed" title="deed">ef</mark>',
        ),
        # overlapping
        (
            [Mark("actor", 0, 4), Mark("date", 2, 5)],
            '<mark class="actor" title="actor">ab</mark><mark class="date" title="date, actor">cd</mark>'
            '<mark class="date" title="date">e</mark>f',
        ),
        # over the edges, empty and inside out
        ([Mark("deed", -5, 1), Mark("place", 5, 99), Mark("date", 3, 3), Mark("count", 4, 2)],
         '<mark class="deed" title="deed">a</mark>bcde<mark class="place" title="place">f</mark>'),
    ],
)  # fmt: skip
def test_marks(marks: list[Mark], expected: str) -> None:
    assert str(marked("abcdef", 0, marks, EN)) == expected


@given(st.text(max_size=40), MARKS)
def test_marking_loses_nothing_and_adds_no_tag(text: str, marks: list[Mark]) -> None:
    markup = str(marked(text, 0, marks, EN))
    assert bare(markup) == text
    assert set(re.findall(r"</?(\w+)", markup)) <= {"mark", "span"}


SPANS = st.lists(st.builds(Span, st.integers(-5, 60), st.integers(0, 60)), max_size=4)


@given(st.text(max_size=60), MARKS, SPANS, SPANS)
def test_an_article_is_shown_letter_for_letter_and_says_where_each_piece_stands(
    text: str, marks: list[Mark], quoted: list[Span], masked: list[Span]
) -> None:
    passages = tuple(Passage("", span.start, span.end) for span in quoted)
    events = [replace(STRIKE_EVENT, event_id="one", passages=passages, marks=tuple(marks)), replace(STRIKE_EVENT, event_id="two")]
    markup = str(annotated(Article("a", text, masked=tuple(masked)), events, EN))
    assert bare(markup) == text
    pieces = re.split(r"(?=<(?:span|mark)[^>]* data-at=)", markup)[1:]
    assert "".join(map(bare, pieces)) == text
    at = 0
    for piece in pieces:
        assert int(re.search(r'data-at="(\d+)"', piece)[1]) == at
        at += len(bare(piece))


def test_each_piece_names_the_events_that_quote_it() -> None:
    one = replace(STRIKE_EVENT, event_id="one", passages=(Passage("", 0, 4),), marks=(Mark("deed", 1, 2),))
    two = replace(STRIKE_EVENT, event_id="two", passages=(Passage("", 2, 6),), marks=(Mark("place", 1, 4),))
    markup = str(annotated(Article("a", "abcdef\n \ng", masked=(Span(9, 10),)), [one, two], EN))
    assert markup == (
        '<span class="passage" data-at="0" data-events="one">a</span>'
        '<mark class="deed passage" title="deed, place" data-at="1" data-events="one" data-marked="one two">b</mark>'
        '<mark class="place passage" title="place" data-at="2" data-events="one two" data-marked="two">cd</mark>'
        '<span class="passage" data-at="4" data-events="two">ef</span>'
        '<span class="gap" data-at="6">\n \n</span>'
        '<span class="furniture" data-at="9">g</span>'
    )


def test_hostile_text_is_inert() -> None:
    markup = str(shown(HOSTILE))
    assert "<script" not in markup
    assert "<img" not in markup
    assert "\u202e" not in markup
    assert "\u202e" not in plain(HOSTILE)
    assert "![x](" not in markdown(HOSTILE)
    assert "<script" not in markdown(HOSTILE).replace("\\<", "")
