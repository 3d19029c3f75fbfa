from __future__ import annotations

import tempfile
from dataclasses import fields, replace
from itertools import count
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer.model import Name, Place
from gazetteer.own import OwnPlace
from geo.errors import StoreError
from geo.model import Article, Event, Span
from geo.store.case import CaseFile
from geo.store.categories import Categories, Points
from geo.store.table import EventTable
from tests.store.made import at
from tests.store.strategies import events
from tests.store.told import SENTENCES, article, tells, three

ARTICLE, EVENTS = three()
FULL = Article("x", "نص", "ع", "ن", "2016-06-29~", "https://x.invalid/", "ar", "ملاحظة", (Span(0, 1), Span(1, 2)))


def test_what_is_added_is_there_the_next_day(tmp_path: Path) -> None:
    today = CaseFile.open(tmp_path / "case.gpkg")
    assert today.add(ARTICLE, EVENTS) == "new"
    assert today.add(FULL, []) == "new"
    today.close()
    tomorrow = CaseFile.open(tmp_path / "case.gpkg")
    assert tomorrow.events_of("a") == EVENTS
    assert [tomorrow.event(told.event_id) for told in EVENTS] == EVENTS
    assert [tomorrow.machine(told.event_id) for told in EVENTS] == EVENTS
    assert list(tomorrow.articles()) == [ARTICLE, FULL]
    assert (tomorrow.article("x"), tomorrow.article_ids()) == (FULL, ["a", "x"])
    tomorrow.close()
    assert [path.name for path in tmp_path.iterdir()] == ["case.gpkg"], "a closed case is one file"


def test_the_same_again_adds_nothing(case: CaseFile) -> None:
    case.add(ARTICLE, EVENTS)
    before = case.revision()
    assert case.state_of(ARTICLE) == case.add(ARTICLE, EVENTS) == "same"
    assert (case.revision(), case.events_of("a")) == (before, EVENTS)


@pytest.mark.parametrize(
    "changed", [{"text": SENTENCES[0]}, {"title": "other"}, {"published": None}, {"masked": (Span(0, 3),)}, {"note": "n"}]
)
def test_an_article_is_changed_when_any_field_is(case: CaseFile, changed: dict[str, object]) -> None:
    case.add(ARTICLE, EVENTS)
    other = replace(ARTICLE, **changed)
    assert case.state_of(other) == "changed"
    assert case.add(other, EVENTS[:1]) == "changed"
    assert (case.article("a"), [told.event_id for told in case.events_of("a")]) == (other, ["a-0"])


def test_every_write_raises_the_revision_and_no_reading_does(case: CaseFile) -> None:
    seen = [case.revision()]
    for write in (
        lambda: case.add(ARTICLE, EVENTS),
        lambda: case.accept("a-0", "me", 1),
        lambda: case.recode("a", EVENTS[:2]),
        lambda: case.keep_places(lambda _: [WELL]),
    ):
        write()
        case.table(), case.events_of("a"), case.changes(), case.measured(), case.places()
        seen.append(case.revision())
    assert seen == sorted(set(seen))


def test_many_are_added_and_told_once_they_are_durable(case: CaseFile) -> None:
    other = CaseFile.open(case.path)
    told = case.add_many((article(f"a{n}"), three(f"a{n}")[1]) for n in (0, 1, 1, 2))
    for article_id, state in told:
        assert other.article(article_id)
        assert len(other.events_of(article_id)) == 3
        assert state in ("new", "same")
    assert case.article_ids() == ["a0", "a1", "a2"]
    other.close()


def test_who_stops_midway_keeps_what_was_told(case: CaseFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.store.batches.MOST", 1)
    for article_id, _ in case.add_many((article(f"a{n}"), []) for n in count()):
        if article_id == "a2":
            break
    assert case.article_ids() == ["a0", "a1", "a2"]


def test_copies_are_found(case: CaseFile) -> None:
    other = Article(
        "b", "تراجعت أسعار الذهب في الأسواق العالمية مع ارتفاع الدولار أمام سلة من العملات الرئيسية.", "gold", "paper"
    )
    case.add(ARTICLE, [])
    case.add(other, [])
    assert [(twin.article_id, twin.similarity) for twin in case.near(ARTICLE.text)] == [("a", 1.0)]
    (twin,) = case.near("خاص: " + other.text)
    assert (twin.article_id, twin.title, twin.publisher) == ("b", "gold", "paper")
    assert 0.5 <= twin.similarity <= 1
    assert case.near("") == case.near("لا علاقة لهذا بذاك") == []


WELL = OwnPlace(
    Place("own-w", "", "بئر الذئب", "well", "WLL", None, "LY", 18.5, 29.5, 5.0, note="=1+1"),
    (Name("own-w", "بئر الذئب", "ar", strong=True), Name("own-w", "بير الذيب", "ar", strong=False, lookup_only=True)),
    (("colour", "red"),),
)


def test_places_are_kept_as_they_are(case: CaseFile) -> None:
    other = replace(WELL, place=replace(WELL.place, place_id="own-v"), further=())
    assert case.places() == ()
    assert case.keep_places(lambda kept: (*kept, WELL, other)) == case.places() == (WELL, other)
    assert case.keep_places(lambda kept: kept[1:]) == case.places() == (other,)


def test_places_that_fail_to_change_stay(case: CaseFile) -> None:
    case.keep_places(lambda _: [WELL])
    with pytest.raises(ZeroDivisionError):
        case.keep_places(lambda _: [WELL, 1 / 0])  # type: ignore[list-item]
    assert case.places() == (WELL,)


@pytest.mark.parametrize("ask", ["event", "version", "machine", "disagreements", "article"])
def test_what_is_not_there_is_said(case: CaseFile, ask: str) -> None:
    with pytest.raises(StoreError, match=r"no .* zzz"):
        getattr(case, ask)("zzz")


def test_a_closed_case_says_so(case: CaseFile) -> None:
    case.close()
    with pytest.raises(StoreError, match="closed"):
        case.revision()


def same(one: object, other: object) -> bool:
    if isinstance(one, np.ndarray):
        return one.dtype == np.asarray(other).dtype and np.array_equal(one, np.asarray(other), equal_nan=one.dtype.kind == "f")
    if isinstance(one, Categories | Points):
        return all(same(getattr(one, field.name), getattr(other, field.name)) for field in fields(one))
    return one == other


@settings(deadline=None, max_examples=15)
@given(st.lists(events(), max_size=12, unique_by=lambda event: event.event_id))
def test_the_table_of_the_file_is_the_table_of_its_events(drawn: list[Event]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        case = CaseFile.open(Path(folder) / "case.gpkg")
        for article_id in ("a", "b", "c"):
            case.add(Article(article_id, "نص", "title"), [event for event in drawn if event.article_id == article_id])
        kept = [event for article_id in case.article_ids() for event in case.events_of(article_id)]
        filed, built = case.table(), EventTable.build(kept, case.articles())
        for field in fields(built.columns):
            assert same(getattr(filed.columns, field.name), getattr(built.columns, field.name)), field.name
        assert same(filed.categories, built.categories)
        assert list(filed.events(range(len(filed)))) == [filed.event(row) for row in range(len(filed))] == kept
        assert [filed.row(event.event_id) for event in kept] == list(range(len(kept)))
        case.close()


def test_a_table_stays_what_it_was(case: CaseFile) -> None:
    case.add(ARTICLE, EVENTS)
    before = case.table()
    case.edit("a-0", {"event_type": "talks", "location": at("benghazi")}, "me", 1)
    case.add(article("b"), [tells(article("b"), SENTENCES[0])])
    after = case.table()
    assert (len(before), len(after)) == (3, 4)
    assert before.texts.search("benghazi").tolist() == [False] * 3
    assert before.texts.search("battle").tolist() == [True] * 3
    assert after.texts.search("benghazi").tolist() == [True, False, False, False]
    assert after.texts.search("battle").tolist() == [False, True, True, True]
    assert before.article("a") == ARTICLE
    assert after.row("zzz") is None
    assert before.row("b-0") is None
    with pytest.raises(KeyError):
        before.article("zzz")


def test_rows_of_what_is_gone_say_so(case: CaseFile) -> None:
    case.add(ARTICLE, EVENTS)
    before = case.table()
    case.recode("a", EVENTS[:1])
    assert before.event(0) == EVENTS[0]
    with pytest.raises(StoreError, match="coded anew"):
        before.event(1)
