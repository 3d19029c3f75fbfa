"""What holds of the coder for any text whatever."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.articles import load_articles
from geo.coding import code
from geo.model import LONGEST_PASSAGE, Article, Event, Span

ROOT = Path(__file__).parents[2]
MARKS = "\u0640\u200f\u202e\u202c\u2067\u2069\u064b\u0651\u00ad\ufeff"  # tatweel, directions, vowels, a soft hyphen
DATES = st.sampled_from([None, "2020-06-10", "2016-06-29~", "2011", "2015-02"])
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@cache
def articles() -> tuple[Article, ...]:
    """The seeds and the corpus."""
    paths = [ROOT / "seeds", *sorted((ROOT / "tests/corpus").glob("?_articles.jsonl"))]
    return tuple(item for item in load_articles(paths) if isinstance(item, Article))


@cache
def sentences() -> tuple[str, ...]:
    """Some hundred real sentences, to be shuffled."""
    return tuple(part for article in articles()[:20] for part in article.text.replace("\n", ". ").split(". ") if part)


def sound(article: Article, events: list[Event]) -> None:
    """Fails where an event says what its article cannot support."""
    size = len(article.text)
    assert len({event.event_id for event in events}) == len(events)
    for event in events:
        assert event.passages
        for passage in event.passages:
            assert article.text[passage.start : passage.end] == passage.text
            assert 0 < len(passage.text) <= LONGEST_PASSAGE
        assert all(0 <= mark.start < mark.end <= size for mark in event.marks)
        assert any(mark.kind == "deed" for mark in event.marks)
        assert 0 <= event.confidence <= 1
        when, toll = event.date, event.casualties
        assert (when.start is None) == (when.end is None) == (when.precision == "unknown")
        assert when.start is None or when.end is None or when.start <= when.end
        for counts in (
            (toll.killed_low, toll.killed_best, toll.killed_high),
            (toll.wounded_low, toll.wounded_best, toll.wounded_high),
        ):
            known = [count for count in counts if count is not None]
            assert known == sorted(known)
            assert all(count >= 0 for count in known)
        assert event.location is None or (-180 <= event.location.longitude <= 180 and -90 <= event.location.latitude <= 90)
        assert all(source in article.text for source in (*event.attribution, *event.disputed_by))
        assert all(actor.text in article.text for actor in event.actors)


@SLOW
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=400), DATES)
def test_any_text(text: str, published: str | None) -> None:
    article = Article("a", text, published=published)
    sound(article, code(article))


@SLOW
@given(st.data(), DATES)
def test_any_order_of_words(data: st.DataObject, published: str | None) -> None:
    some = data.draw(st.lists(st.sampled_from(sentences()), min_size=1, max_size=4))
    words = data.draw(st.permutations(" ".join(some).split(" ")))
    article = Article("a", data.draw(st.sampled_from([" ", "\n", " - "])).join(words), published=published)
    sound(article, code(article))


@SLOW
@given(st.data())
def test_marks_anywhere(data: st.DataObject) -> None:
    article = data.draw(st.sampled_from(articles()))
    letters = list(article.text)
    for at in data.draw(st.lists(st.integers(0, len(letters) - 1), max_size=60)):
        letters[at] += data.draw(st.sampled_from(MARKS))
    marked = replace(article, text="".join(letters), masked=())
    sound(marked, code(marked))


@SLOW
@given(st.data())
def test_cut_anywhere(data: st.DataObject) -> None:
    article = data.draw(st.sampled_from(articles()))
    first = data.draw(st.integers(0, len(article.text)))
    cut = replace(article, text=article.text[first : data.draw(st.integers(first, len(article.text)))], masked=())
    sound(cut, code(cut))


@pytest.mark.parametrize("article", articles(), ids=lambda article: article.article_id)
def test_the_articles_themselves(article: Article) -> None:
    before = repr(article)
    events = code(article)
    sound(article, events)
    assert repr(article) == before
    assert code(article) == events


def test_masked_spans_yield_nothing() -> None:
    news, spam = "قصف الطيران سرت أمس.\n", "قصف الطيران الجفرة أمس وسقط ثلاثة قتلى في هون."
    text = f"{news}{spam}"
    whole = Article("a", text, published="2020-06-10", masked=(Span(0, len(text)),))
    assert code(whole) == []
    part = replace(whole, masked=(Span(len(news), len(text)),))
    assert [passage.end <= len(news) for event in code(part) for passage in event.passages] == [True]


def test_direction_marks_change_no_event() -> None:
    plain = code(Article("a", "قصف الطيران سرت أمس وسقط ثلاثة قتلى.", published="2020-06-10"))
    marked = code(Article("a", "\u202bقصف الطيــــران سِرت\u200f أمس وسقط ثلاثة قتلى.\u202c", published="2020-06-10"))
    assert [(e.event_type, e.location, e.casualties) for e in plain] == [(e.event_type, e.location, e.casualties) for e in marked]


SCRIPT = """
import json, sys
from pathlib import Path
from geo.articles import load_articles
from geo.coding import code
print(json.dumps([[e.event_id, e.status, list(e.factions), [m.start for m in e.marks]]
                  for a in load_articles([Path("seeds")]) for e in code(a)]))
"""


def test_ids_do_not_hang_on_the_hash_seed() -> None:
    runs = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT], cwd=ROOT, env={"PYTHONHASHSEED": seed, "PATH": ""}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert json.loads(runs[0])
