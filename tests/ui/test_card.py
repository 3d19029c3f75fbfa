"""A card says what, where, when, who and who says so, and quotes the article."""

from __future__ import annotations

from dataclasses import replace

from geo.coding.vocabulary import factions
from geo.model import Article, Passage
from geo.ui.card import LONGEST_TITLE, card, title
from geo.ui.texts import Texts
from tests.ui.made import ARTICLE, HOSTILE, STATEMENT_EVENT, STRIKE_EVENT, UNDATED_EVENT

EN, AR = Texts("en"), Texts("ar")


def test_a_card_says_everything() -> None:
    said = card(STRIKE_EVENT, ARTICLE, factions(), EN).striptags()
    for part in (
        *("Air strike", "Claimed by a party", "Disputed", "near: south of Hun", "23 March 2021", "stated: «مساء الثلاثاء»"),
        *("Libyan National Army acts", "Armed group other side · Other armed groups", "5 killed, 2 wounded"),
        *("«صحيفة الاختبار» citing «سلاح الجو الليبي»", "«ناطق باسم الحكومة»", "24 March 2021"),
    ):
        assert part in said, part


def test_the_passage_that_tells_most_comes_first() -> None:
    event = replace(STRIKE_EVENT, passages=STRIKE_EVENT.passages[::-1])
    said = str(card(event, ARTICLE, factions(), EN))
    assert said.index("شن") < said.index("<details><summary>1 more passage</summary>") < said.index("ونفى")


def test_a_card_in_arabic() -> None:
    said = card(STRIKE_EVENT, ARTICLE, factions(), AR)
    assert 'dir="rtl"' in said
    for part in ("غارة جوية", "ادعاء طرف", "23 مارس 2021", "نقلًا عن", "الجيش الوطني الليبي"):
        assert part in said.striptags(), part


def test_what_is_unknown_is_said() -> None:
    said = card(UNDATED_EVENT, ARTICLE, factions(), EN).striptags()
    assert "place not told" in said
    assert "unknown: «أمس الاثنين»" in said
    assert "the article itself" in said
    assert "Casualties" not in said


def test_a_faction_that_is_no_list_of_ours_breaks_nothing() -> None:
    assert "Libyan National Army" in card(STRIKE_EVENT, ARTICLE, {}, EN)


def test_the_first_line_stands_for_an_empty_title() -> None:
    assert title(ARTICLE, EN) == "القائمة الرئيسية"
    long = title(replace(ARTICLE, text="كلمة " * 60), EN)
    assert long.endswith("…")
    assert len(long) <= LONGEST_TITLE + 1
    assert title(replace(ARTICLE, text=" \n"), EN) == "Untitled article"
    assert title(replace(ARTICLE, title=" عنوان\nآخر "), EN) == "عنوان آخر"


def test_hostile_text_is_escaped_everywhere() -> None:
    article = Article("x", HOSTILE, HOSTILE, HOSTILE, "2020-01-01")
    event = replace(
        STATEMENT_EVENT,
        actors=tuple(replace(actor, name_en="", name_ar="", text=HOSTILE) for actor in STRIKE_EVENT.actors),
        attribution=(HOSTILE,),
        disputed_by=(HOSTILE,),
        passages=(Passage(HOSTILE, 0, len(HOSTILE)),),
        publisher=HOSTILE,
        date=replace(STRIKE_EVENT.date, text=HOSTILE),
    )
    said = str(card(event, article, factions(), EN))
    assert said.count("&lt;script&gt;") >= 7
    for tag in ("<script", "<img", "\u202e"):
        assert tag not in said
