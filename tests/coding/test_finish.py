"""Events as they leave the coder: quotes, marks, ids, sources, confidence, and how they explain themselves."""

from __future__ import annotations

import pytest

from geo.cli_explain import explain
from geo.coding import code
from geo.model import LONGEST_PASSAGE, Article
from tests.coding.told import coded, only

LONG = " ".join(["وقال مصدر عسكري إن المنطقة تشهد هدوءا حذرا منذ أيام"] * 9) + " وقد قصف الطيران سرت أمس " + "في يوم طويل " * 30


def test_a_passage_is_at_most_400_characters_and_holds_its_deed() -> None:
    event = only(LONG, "air_strike")
    (passage,) = event.passages
    deed = next(mark for mark in event.marks if mark.kind == "deed")
    assert len(passage.text) <= LONGEST_PASSAGE
    assert passage.start <= deed.start < deed.end <= passage.end


def test_marks_say_what_was_taken_from_where() -> None:
    text = "أعلن الجيش الوطني قصف مواقع في سرت أمس ومقتل ثلاثة مسلحين."
    event = next(e for e in coded(text) if e.casualties.killed_best == 3)
    told = {mark.kind: text[mark.start : mark.end] for mark in event.marks}
    assert {"deed", "actor", "place", "date", "count", "source"} <= set(told)
    assert (told["place"], told["date"], told["source"]) == ("سرت", "أمس", "الجيش الوطني")


def test_quotes_are_the_articles_own_spelling() -> None:
    event = only("قصـف الطيران سِــرْت أمــس.", "air_strike")
    assert event.passages[0].text == "قصـف الطيران سِــرْت أمــس"
    assert event.date.text == "أمــس"


def test_ids_hang_on_the_article_and_the_words() -> None:
    text = "قصف الطيران سرت أمس. وقصف الطيران مدينة هون الاثنين."
    one, same, other = (code(Article(name, text, published="2020-06-10")) for name in ("a", "a", "b"))
    assert [event.event_id for event in one] == [event.event_id for event in same]
    assert not {event.event_id for event in one} & {event.event_id for event in other}
    assert all(event.incident_id == event.event_id for event in one)


def test_ids_do_not_move_when_something_is_added_behind() -> None:
    text = "قصف الطيران سرت أمس."
    first = code(Article("a", text, published="2020-06-10"))
    assert code(Article("a", f"{text}\n\nتغطية مستمرة", published="2020-06-10"))[0].event_id == first[0].event_id


def test_a_source_named_twice_is_one() -> None:
    text = "قال السفير الروسي إيفان مولوتكوف إن حفتر التقى شويغو أمس.\n\nوأضاف مولوتكوف أن حفتر بحث مع شويغو التعاون."
    assert all(len(event.attribution) == 1 for event in coded(text))


def test_the_source_is_the_one_named_before() -> None:
    text = "قال مصدر عسكري إن الطيران قصف سرت أمس. وأضاف المصدر أن القصف أوقع سبعة قتلى."
    assert only(text, "air_strike").attribution == ("مصدر عسكري",)


def test_what_is_alike_is_told_once() -> None:
    text = "قصف الطيران سرت أمس. قصف الطيران سرت أمس."
    assert len(coded(text)) == 1


@pytest.mark.parametrize("text", ["قصف الطيران سرت أمس.", "اندلعت اشتباكات.", "دعت فرنسا إلى وقف القتال."])
def test_confidence_is_a_share(text: str) -> None:
    assert all(0 < event.confidence < 1 for event in coded(text))


def test_what_is_told_fully_is_surer_than_what_is_carried_over() -> None:
    first, second = coded("قصف الطيران سرت أمس. وسقطت قذائف على منازل.")
    assert first.confidence > second.confidence


def test_the_explanation_shows_each_passage_with_its_marks() -> None:
    article = Article(
        "a", "سرت - قصف الطيران مخزنا أمس وسقط ثلاثة قتلى.\n\nسبها - هاجم مسلحون حاجزا أمس.", published="2020-06-10"
    )
    told = explain(code(article)[0], article)
    order = [
        told.index(part)
        for part in ("air_strike, reported", "place    Sirte", "killed   low 3", "rule     ", "passage  ", "deed   ")
    ]
    assert order == sorted(order)
    assert "سرت" in told
