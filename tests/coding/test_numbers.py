"""Numbers in digits and words, their bounds and ranges; texts are phrases of our own."""

from __future__ import annotations

import pytest

from gazetteer.arabic import fold
from geo.coding.numbers import Number, find_numbers


def read(text: str) -> list[Number]:
    return find_numbers(fold(text).text)


def bounds(text: str) -> list[tuple[int | None, int | None, int | None]]:
    return [(number.low, number.best, number.high) for number in read(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7 شاحنات", 7), ("١٢ شاحنة", 12), ("۴۵ خيمة", 45), ("٢٬٥٠٠ خيمة", 2500), ("1,200 خيمة", 1200), ("1.200 خيمة", 1200),
        ("12،000 خيمة", 12000), ("1,200,000 دينار", 1_200_000), ("3 آلاف خيمة", 3000), ("20 ألف خيمة", 20_000),
        ("2.5 مليون دينار", 2_500_000), ("5 ملايين دينار", 5_000_000), ("الـ24 ساعة", 24), ("و21 خيمة", 21), ("و 21 خيمة", 21),
        ("ثلاث خيام", 3), ("ثلاثة حراس", 3), ("ثماني خيام", 8), ("ثمانية حراس", 8), ("عشر خيام", 10), ("اثنان منهم", 2),
        ("اثنتين من الخيام", 2), ("أحد عشر حارسا", 11), ("إحدى عشرة خيمة", 11), ("اثنا عشر حارسا", 12), ("اثنتي عشرة خيمة", 12),
        ("ثلاثة عشر حارسا", 13), ("تسع عشرة خيمة", 19), ("عشرون حارسا", 20), ("العشرين خيمة", 20), ("واحد وعشرون حارسا", 21),
        ("سبعة وأربعين حارسا", 47), ("تسعا وتسعين", 99), ("ثمان وثلاثين خيمة", 38), ("الثماني والأربعين ساعة", 48),
        ("مئة خيمة", 100),
        ("مائة خيمة", 100), ("مئتي خيمة", 200), ("مائتين وخمسين", 250), ("ثلاثمئة خيمة", 300), ("ثلاثمائة وعشرين", 320),
        ("خمس مئة خيمة", 500), ("مئة وعشرين", 120), ("مئة وسبعة وأربعين", 147), ("ألف خيمة", 1000), ("ألفي خيمة", 2000),
        ("ألفان وخمسمئة", 2500), ("ألف ومئة", 1100), ("ثلاثة آلاف خيمة", 3000), ("سبعة عشر ألفا وثلاثمئة", 17_300),
        ("مئة ألف نازح", 100_000), ("مليون دينار", 1_000_000), ("مليوني دينار", 2_000_000), ("بمئة حارس", 100), ("لخمسة حراس", 5),
        ("فأربعة", 4),
    ],
)  # fmt: skip
def test_exact_figures(text: str, value: int) -> None:
    assert bounds(text)[-1] == (value, value, value)
    assert read(text)[-1].exact


@pytest.mark.parametrize(
    ("text", "low", "best", "high"),
    [
        ("أكثر من 400 خيمة", None, 400, None),
        ("وأكثر من مئة", None, 100, None),
        ("ما يزيد على 30", None, 30, None),
        ("ما يربو على ثلاثين", None, 30, None),
        ("نحو 30 حارسا", None, 30, None),
        ("حوالي عشرين", None, 20, None),
        ("زهاء ألفي نازح", None, 2000, None),
        ("قرابة ثلاثين", None, 30, None),
        ("ما يقارب 15", None, 15, None),
        ("لنحو 30 نازحا", None, 30, None),
        ("ما لا يقل عن 61 نازحا", 61, 61, None),
        ("13 نازحا على الأقل", 13, 13, None),
        ("13 على الأقل", 13, 13, None),
        ("على الأقل 13", 13, 13, None),
        ("لا يتجاوز 89", None, 89, 89),
        ("بين 12 و17 حارسا", 12, None, 17),
        ("ما بين 12 و 17", 12, None, 17),
        ("بين خمسة وسبعة", 5, None, 7),
        ("من 12 إلى 17 حارسا", 12, None, 17),
        ("ثلاثة أو أربعة حراس", 3, None, 4),
        ("عشرات النازحين", 10, None, None),
        ("مئات النازحين", 100, None, None),
        ("العشرات منهم", 10, None, None),
        ("آلاف النازحين", 1000, None, None),
        ("عشرات الآلاف", 10_000, None, None),
        ("مئات آلاف النازحين", 100_000, None, None),
        ("بضعة حراس", 2, None, None),
        ("عدة حراس", 2, None, None),
    ],
)
def test_bounds(text: str, low: int | None, best: int | None, high: int | None) -> None:
    assert bounds(text) == [(low, best, high)]
    assert not read(text)[0].exact


@pytest.mark.parametrize(
    ("text", "value"),
    [("الطابق الرابع", 4), ("الدورة الثانية عشرة", 12), ("الرابع والعشرين", 24), ("للمرة الثالثة", 3)],
)
def test_ordinals_are_marked(text: str, value: int) -> None:
    number = read(text)[-1]
    assert (number.ordinal, number.best) == (True, value)


@pytest.mark.parametrize(
    "text",
    ["اللجنة 5+5", "طائرات إف-16", "f16", "ميج-23", "50%", "12:30", "أحد القادة", "إحدى القرى", "الأحد", "الاثنين", "عشوائي", ""],
)
def test_no_number_is_seen_in(text: str) -> None:
    assert read(text) == []


def test_two_numbers_side_by_side_stay_two() -> None:
    assert bounds("خمسة حراس وأربعة سائقين") == [(5, 5, 5), (4, 4, 4)]
    assert bounds("101، 106") == [(101, 101, 101), (106, 106, 106)]


def test_offsets_cover_the_modifier() -> None:
    text = fold("نقلت الشاحنات ما لا يقل عن أَربعين خيمة").text
    (number,) = find_numbers(text)
    assert text[number.start : number.end] == "ما لا يقل عن اربعين"
