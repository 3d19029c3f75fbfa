"""Quotes with their marks: nothing lost, nothing run, nested and overlapping marks cut cleanly."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.model import Mark, Span
from geo.ui.escape import markdown, plain, shown
from geo.ui.marks import marked, read_whole
from geo.ui.texts import Texts
from tests.ui.made import HOSTILE

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


@given(st.text(max_size=60), MARKS, st.lists(st.builds(Span, st.integers(0, 60), st.integers(0, 60)), max_size=4))
def test_an_article_is_read_whole(text: str, marks: list[Mark], spans: list[Span]) -> None:
    spans = [Span(span.start, min(span.end, len(text))) for span in spans]
    assert bare(str(read_whole(text, spans[:1], spans[1:2], spans[2:], marks, EN))) == text


def test_hostile_text_is_inert() -> None:
    markup = str(shown(HOSTILE))
    assert "<script" not in markup
    assert "<img" not in markup
    assert "\u202e" not in markup
    assert "\u202e" not in plain(HOSTILE)
    assert "![x](" not in markdown(HOSTILE)
    assert "<script" not in markdown(HOSTILE).replace("\\<", "")
