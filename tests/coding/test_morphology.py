"""Conjugation and declension, against the grammar's own tables (Wright I §§ 90-180)."""

from __future__ import annotations

import pytest

from gazetteer.arabic import key
from geo.coding.morphology import PAST, PRESENT, conjugate, decline, without_pronoun


def forms(pair: str, tense: str, passive: bool = False) -> set[str]:
    return {form.text for form in conjugate(*pair.split("/")) if form.tense == tense and form.passive == passive}


@pytest.mark.parametrize(
    ("pair", "tense", "passive", "expected"),
    [
        # sound
        ("قتل/يقتل", PAST, False, "قتل قتلت قتلتا قتلوا قتلنا قتلن"),
        ("قتل/يقتل", PRESENT, False, "يقتل تقتل نقتل يقتلون تقتلون يقتلوا يقتلان تقتلان يقتلن"),
        # hollow: the long vowel shortens before consonants, and turns into ي in the passive
        ("قال/يقول", PAST, False, "قال قالت قالا قالوا قلت قلنا قلن"),
        ("قال/يقول", PAST, True, "قيل قيلت"),
        ("قال/يقول", PRESENT, True, "يقال تقال"),
        ("أصاب/يصيب", PAST, True, "أصيب أصيبت أصيبوا"),
        ("أصاب/يصيب", PRESENT, True, "يصاب تصاب"),
        ("اغتال/يغتال", PAST, True, "اغتيل اغتيلت"),
        ("استعاد/يستعيد", PAST, False, "استعاد استعادت استعادوا استعدنا"),
        # weak at the end
        ("أجرى/يجري", PAST, False, "أجرى أجرت أجروا أجريا أجرينا"),
        ("أجرى/يجري", PRESENT, False, "يجري تجري يجرون تجرون يجروا"),
        ("دعا/يدعو", PAST, False, "دعا دعت دعوا دعونا"),
        ("دعا/يدعو", PAST, True, "دعي دعيت"),
        ("لقي/يلقى", PAST, False, "لقي لقيت لقوا"),
        # form III and VI turn ا into و in the passive
        ("هاجم/يهاجم", PAST, True, "هوجم هوجمت"),
        ("تبادل/يتبادل", PAST, True, "تبودل"),
        # doubled and form II are written plainly; the ي of form II is no long vowel
        ("شن/يشن", PAST, False, "شن شنت شنوا"),
        ("عين/يعين", PAST, False, "عين عينت عينوا عيننا"),
        # jussive of a weak verb: "لم يجر"
        ("أجرى/يجري", PRESENT, False, "يجر تجر"),
        ("انتهى/ينتهي", PRESENT, False, "ينته"),
    ],
)  # fmt: skip
def test_conjugation_gives(pair: str, tense: str, passive: bool, expected: str) -> None:
    assert set(key(expected).split()) <= forms(pair, tense, passive)


@pytest.mark.parametrize(
    ("pair", "tense", "wrong"),
    [
        ("قتل/يقتل", PAST, "قل"),
        ("أيد/يؤيد", PAST, "أيت"),
        ("قصف/يقصف", PAST, "قصفا"),
        ("واصل/يواصل", PAST, "ووصل"),
        ("قال/يقول", PAST, "قولت"),
    ],
)
def test_conjugation_does_not_give(pair: str, tense: str, wrong: str) -> None:
    assert key(wrong) not in forms(pair, tense) | forms(pair, tense, True)


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("غارة", "غارات غارتان غارتين غارتا غارتي"),
        ("قذيفة", "قذيفتان قذيفتين قذائف قذيفات"),  # قذائف is broken: the lexicon names it
        ("هجوم", "هجوما هجومان هجومين هجومي"),
        ("مسلحون", "مسلحين مسلحي مسلحو"),
        ("متظاهر", "متظاهرون متظاهرين متظاهرو متظاهري متظاهران"),
        ("اعتداء", "اعتداءات اعتداءان اعتداءين"),
    ],
)
def test_declension(noun: str, expected: str) -> None:
    broken = {"قذائف"}
    assert set(key(expected).split()) - {key(form) for form in broken} <= set(decline(noun))


@pytest.mark.parametrize(
    ("form", "stem"),
    [
        ("قواته", "قوات"),
        ("غارتها", "غارة"),
        ("استولاها", "استولى"),
        ("قتلوه", "قتلوا"),
        ("دفاعاتهم", "دفاعات"),
        ("أسرهما", "أسر"),
    ],
)
def test_pronouns_come_off(form: str, stem: str) -> None:
    assert key(stem) in set(without_pronoun(key(form)))


def test_nothing_is_left_of_a_short_word() -> None:
    assert list(without_pronoun("به")) == []
