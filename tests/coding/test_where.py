"""Where a deed lies: in its own clause, in its sentence's opening, under a heading; what is only near by name."""

from __future__ import annotations

import pytest

from tests.coding.told import coded, only, place, places


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        # the object of the deed, or where it is said to be
        ("قصف الطيران سرت أمس.", "air_strike", ["Sirte"]),
        ("دارت اشتباكات غربي سرت أمس.", "battle", ["west of Sirte"]),
        ("انفجر لغم على بعد 20 كيلومترا جنوب أجدابيا أمس فقتل راعيا.", "explosion", ["20 km south of Ajdabiya"]),
        ("دارت معارك بمحيط مطار طرابلس أمس.", "battle", ["outskirts of Tripoli International Airport"]),
        ("قصف الجيش الوطني بلدة القره بوللي الواقعة شرق طرابلس أمس.", "shelling", ["Garabulli"]),
        # a suburb before its town
        ("قصف الجيش الوطني حي أبو سليم في طرابلس أمس.", "shelling", ["Abu Salim"]),
        ("سقطت قذيفة في عين زارة بطرابلس أمس.", "shelling", ["Ain Zara"]),
        # a withdrawal lies at the place left, an arrival at the place reached
        ("انسحب الجيش الوطني من بني وليد إلى الشويرف أمس.", "withdrawal", ["Bani Walid"]),
        ("وصلت تعزيزات من مصراتة إلى أبو قرين أمس.", "mobilization", ["Abu Qurayn"]),
        # where people and things come from is no scene
        ("قصفت طائرة قادمة من مصراتة رتلا في سرت أمس.", "air_strike", ["Sirte"]),
        ("قتل خمسة مقاتلين من مدينة الزنتان في معارك في العزيزية أمس.", "battle", ["Al Aziziyah"]),
        # nor is the hospital of its wounded
        ("اندلعت اشتباكات في ككلة أمس. ونقل إلى مستشفى غريان 9 قتلى.", "battle", ["Kikla"]),
        # one event a place of a list (CODEBOOK 1.1)
        ("اندلعت اشتباكات في السدرة ورأس لانوف يوم الاثنين.", "battle", ["Es Sider", "Ras Lanuf"]),
        ("قصف طيران مجهول مواقع في كل من سرت وبن جواد والنوفلية أمس.", "air_strike", ["Sirte", "Bin Jawad", "An Nawfaliyah"]),
        ("خرجت مظاهرات في بنغازي وطبرق الجمعة.", "protest", ["Benghazi", "Tobruk"]),
        # the road between two towns is one place
        ("أغلق مسلحون الطريق الرابط بين غريان ويفرن أمس.", "blockade", ["on the road between Gharyan and Yafran Gharyan"]),
        # hosts of talks
        ("تستضيف جنيف محادثات اللجنة العسكرية غدا.", "talks", ["Geneva"]),
        ("التقى السراج أردوغان في إسطنبول أمس لبحث الأوضاع في ليبيا.", "talks", ["Istanbul"]),
        # capitals that stand for governments
        ("رفضت القاهرة أمس التدخل التركي.", "statement", [None]),
        ("واشنطن تدعو إلى وقف القتال في طرابلس.", "statement", [None]),
        # not told
        ("قتل ثلاثة جنود في اشتباكات أمس.", "battle", [None]),
    ],
)
def test_place(text: str, event_type: str, expected: list[str | None]) -> None:
    assert places(text, event_type) == expected


def test_an_opening_holds_for_its_paragraph() -> None:
    text = "وفي سرت، قصفت طائرات حربية مواقع لتنظيم داعش الاثنين. وسقطت قذائف على منازل."
    assert {place(event) for event in coded(text)} == {"Sirte"}


def test_a_roundup_is_led_by_its_lines() -> None:
    text = "ملخص اليوم\n\nسرت - قصفت طائرات مجهولة مخزنا للذخيرة أمس.\n\nهون - وصلت تعزيزات للجيش الوطني أمس."
    assert [(event.event_type, place(event)) for event in coded(text)] == [("air_strike", "Sirte"), ("mobilization", "Hun")]


def test_a_place_carried_over_does_not_fan_out() -> None:
    text = "قصف الطيران سرت وبن جواد أمس. وسقط ثلاثة قتلى."
    assert [event.casualties.killed_best for event in coded(text)] == [3, None]  # the toll stays with the first


def test_direction_and_distance_move_the_point() -> None:
    near = only("انفجر لغم في أجدابيا أمس فقتل راعيا.", "explosion").location
    far = only("انفجر لغم على بعد 20 كيلومترا جنوب أجدابيا أمس فقتل راعيا.", "explosion").location
    assert near is not None
    assert far is not None
    assert far.geo_precision == 2
    assert 0.15 < near.latitude - far.latitude < 0.21  # 20 km are 0.18 degrees


def test_a_capital_that_acts_is_on_no_list() -> None:
    assert places("صد هجوم الوفاق على سرت وأنقرة ترفض إعلان القاهرة", "battle") == ["Sirte"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("غارة على سرت أمس وحشود عسكرية في الجفرة", [("air_strike", "Sirte"), ("mobilization", "Jufra")]),
        ("قصف الطيران مطار معيتيقة أمس واشتباكات في الزاوية", [("air_strike", "Mitiga Airport"), ("battle", "Zawiya")]),
        ("انفجار في بنغازي أمس ومظاهرات في طبرق", [("explosion", "Benghazi"), ("protest", "Tobruk")]),
    ],
)
def test_each_deed_of_a_clause_has_its_own(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(event.event_type, place(event)) for event in coded(text)] == expected
