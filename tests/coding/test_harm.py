"""Every toll goes to the deed that caused it, or makes one."""

from __future__ import annotations

import pytest

from tests.coding.told import coded, only

Toll = tuple[str, int | None, int | None]


def tolls(text: str) -> list[Toll]:
    """(type, killed, wounded) of each event."""
    return [(e.event_type, e.casualties.killed_best, e.casualties.wounded_best) for e in coded(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # of the deed's clause
        ("سقط 14 قتيلا و20 جريحا في قصف استهدف الكلية العسكرية بطرابلس أمس.", [("shelling", 14, 20)]),
        (
            "قتل 4 جنود في كمين قرب الفقهاء أمس، وقتل مدنيان في انفجار لغم بسرت الاثنين.",
            [("battle", 4, None), ("explosion", 2, None)],
        ),
        # of a sentence that goes on with the scene
        ("قصف الطيران سرت أمس. وأسفر القصف عن مقتل أربعة مدنيين وجرح 11.", [("air_strike", 4, 11)]),
        ("اندلعت اشتباكات في ككلة أمس. ونقل إلى مستشفى غريان 9 قتلى.", [("battle", 9, None)]),
        ("اندلعت مواجهات في سبها أمس. وقتل في المدينة ثلاثة مدنيين.", [("battle", 3, None)]),
        # with a place or a day of its own it is another deed
        (
            "اندلعت اشتباكات في ككلة أمس. وقتل ثلاثة مدنيين في سبها.",
            [("battle", None, None), ("violence_against_civilians", 3, None)],
        ),
        # a deed of nothing but its dead
        ("قتل ثمانية مقاتلين من قوات الوفاق في سرت أمس.", [("battle", 8, None)]),
        ("قتلت سيدة وأصيب طفلان في بنغازي أمس.", [("violence_against_civilians", 1, 2)]),
        # the sea
        ("انتشل خفر السواحل 17 جثة لمهاجرين قبالة الخمس أمس.", [("humanitarian", 17, None)]),
        ("قتل مهاجران غرقا قبالة سواحل زوارة أمس.", [("humanitarian", 2, None)]),
        # a whole war's toll belongs to no event; a question tells of none
        ("بلغ عدد القتلى منذ بدء الحرب على طرابلس ألفي قتيل.", []),
        ("هل قتل خمسة جنود في سرت أمس؟", []),
    ],
)
def test_tolls(text: str, expected: list[Toll]) -> None:
    assert tolls(text) == expected


def test_silence_is_not_none() -> None:
    assert only("قصف الطيران سرت أمس.", "air_strike").casualties.killed_low is None
