"""One event told several times is one; a different day, place or toll is another."""

from __future__ import annotations

import pytest

from tests.coding.told import coded, place


def told(text: str) -> list[tuple[str, int]]:
    """(type, number of passages) of each event."""
    return [(event.event_type, len(event.passages)) for event in coded(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # headline, lead and detail
        (
            "قصف مطار معيتيقة\n\nطرابلس - سقطت صواريخ على مطار معيتيقة أمس الثلاثاء.\n\n"
            "وقال مصدر في المطار إن القصف على معيتيقة أوقع ثلاثة جرحى.",
            [("shelling", 3)],
        ),
        (
            "اشتباكات في الزاوية تودي بحياة 3\n\nاندلعت اشتباكات في الزاوية الأحد بين مجموعتين مسلحتين.\n\n"
            "قتل ثلاثة أشخاص في اشتباكات الزاوية.",
            [("battle", 3)],
        ),
        # a definite noun points back, also over a general word for a special one
        ("اندلعت اشتباكات في الزاوية أمس. واستمرت الاشتباكات ساعات.", [("battle", 2)]),
        ("قصف الطيران سرت أمس. وأسفر القصف عن مقتل أربعة مدنيين.", [("air_strike", 2)]),
        # another day
        ("قصف الطيران سرت الاثنين.\n\nوقصف الطيران سرت الثلاثاء.", [("air_strike", 1), ("air_strike", 1)]),
        # another place
        ("قصف الطيران سرت الاثنين. وقصف الطيران مدينة هون الاثنين.", [("air_strike", 1), ("air_strike", 1)]),
        # another toll
        (
            "انفجرت سيارة مفخخة في بنغازي صباح الأحد فقتل اثنان. وانفجرت سيارة مفخخة في بنغازي مساء الأحد فقتل سبعة.",
            [("explosion", 1), ("explosion", 1)],
        ),
        # done and planned
        ("انسحب الجيش الوطني من سرت أمس. وستنسحب قوات الجيش الوطني من سرت غدا.", [("withdrawal", 1), ("withdrawal", 1)]),
        # another type
        ("قصف الطيران سرت أمس. واعتقل مسلحون ناشطا في سرت أمس.", [("air_strike", 1), ("arrest", 1)]),
    ],
)
def test_tellings(text: str, expected: list[tuple[str, int]]) -> None:
    assert told(text) == expected


def test_the_finer_place_and_day_win() -> None:
    (event,) = coded(
        "قصف على طرابلس هذا الأسبوع\n\nقصف الجيش الوطني حي أبو سليم أمس.\n\nوأفاد سكان بأن القصف على أبو سليم كان عنيفا."
    )
    assert place(event) == "Abu Salim"
    assert event.date.precision == "day"


def test_a_revised_toll_keeps_the_later_figure() -> None:
    text = "قتل خمسة في انفجار سيارة مفخخة في بنغازي أمس.\n\nوارتفعت حصيلة انفجار بنغازي إلى تسعة قتلى."
    (event,) = coded(text)
    toll = event.casualties
    assert (toll.killed_low, toll.killed_best, toll.killed_high) == (5, 9, 9)


def test_statements_join_a_headline_by_their_speaker_only() -> None:
    text = (
        "أنقرة ترفض إعلان القاهرة وتنتقد الجيش الوطني\n\n"
        "رفضت تركيا إعلان القاهرة أمس.\n\n"
        "وانتقدت الولايات المتحدة الجيش الوطني أمس.\n\n"
        "وطالبت فرنسا تركيا أمس بسحب مقاتليها."
    )
    speakers = [{a.faction for a in event.actors if a.role == "actor1"} for event in coded(text)]
    assert speakers == [{"TUR"}, {"USA"}, {"FRA"}]
