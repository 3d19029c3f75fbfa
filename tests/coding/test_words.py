"""Which forms of a word are known, with what is written on to them, and which lookalikes are not."""

from __future__ import annotations

import pytest

from gazetteer.arabic import key
from geo.coding.morphology import PAST, PRESENT
from geo.coding.words import NOTHING, Word, Words, default_words

WORDS = Words(
    {"strike_v": ["قصف/يقصف", "استهدف/يستهدف"], "say_v": ["قال/يقول"], "take_v": ["استولى/يستولي"]},
    {"raid_n": ["غارة/غارات"], "troops": ["قوة/قوات", "مشاة البحرية"], "hand": ["يد/أيدي"]},
)


def analysed(form: str) -> Word:
    return WORDS.analyse(key(form))


@pytest.mark.parametrize(
    ("form", "word_class", "clitic"),
    [
        ("غارة", "raid_n", ""), ("الغارات", "raid_n", "ال"), ("وغارات", "raid_n", "و"), ("بالغارة", "raid_n", "بال"),
        ("للقوات", "troops", "لل"), ("وللقوات", "troops", "ولل"), ("غاراته", "raid_n", ""), ("قواتهم", "troops", ""),
        ("غارتان", "raid_n", ""), ("غارتين", "raid_n", ""), ("وبقواته", "troops", "وب"), ("فالغارات", "raid_n", "فال"),
        ("قصف", "strike_v", ""), ("وقصفت", "strike_v", "و"), ("فقصفوا", "strike_v", "ف"), ("سيقصف", "strike_v", "س"),
        ("وسيقصفون", "strike_v", "وس"), ("ليقصف", "strike_v", "ل"), ("قصفها", "strike_v", ""), ("استهدفته", "strike_v", ""),
        ("واستولت", "take_v", "و"), ("استولوا", "take_v", ""),
    ],
)  # fmt: skip
def test_forms_are_known(form: str, word_class: str, clitic: str) -> None:
    word = analysed(form)
    assert word_class in word.classes
    assert word.clitic == clitic


@pytest.mark.parametrize("form", ["غار", "قصفية", "سيد", "القص", "ب", "و", "12", "5+5", "غارات12", "x"])
def test_lookalikes_are_not(form: str) -> None:
    assert analysed(form) == NOTHING


@pytest.mark.parametrize(
    ("form", "tense", "future"),
    [
        ("قصفت", PAST, False), ("تقصف", PRESENT, False), ("ستقصف", PRESENT, True), ("قصفوا", PAST, False),
        ("يستولون", PRESENT, False), ("غارة", "", False), ("سقصف", "", False),  # س marks the future on a present only
    ],
)  # fmt: skip
def test_tense(form: str, tense: str, future: bool) -> None:
    assert (analysed(form).tense, analysed(form).future) == (tense, future)


@pytest.mark.parametrize(("form", "definite"), [("الغارة", True), ("للغارة", True), ("غارة", False), ("بغارة", False)])
def test_the_article(form: str, definite: bool) -> None:
    assert analysed(form).definite is definite


def test_phrases_are_found_with_what_is_written_on_to_them() -> None:
    assert [phrase.value for phrase in WORDS.phrases(key("وصلت ومشاة البحرية"))] == [frozenset(["troops"])]
    assert not WORDS.phrases(key("وصلت مشاة"))


@pytest.mark.parametrize(
    ("form", "wrong"),
    [  # words of newswire that a careless reader takes for deeds (DESIGN 5)
        ("سيرغي", "protest_v"), ("سابق", "strike_v"), ("سياسي", "go_v"), ("هناك", "torture_v"), ("فتحي", "open_v"),
    ],
)  # fmt: skip
def test_names_are_no_verbs(form: str, wrong: str) -> None:
    assert wrong not in default_words().analyse(key(form)).classes
