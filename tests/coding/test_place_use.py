"""How a place's name is introduced, and which names point at a place without naming it."""

from __future__ import annotations

import pytest

from gazetteer.arabic import fold
from gazetteer.index import Gazetteer
from geo.coding.place_use import place_use
from tests.coding.told import places

GAZETTEER = Gazetteer.default()


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("وقع انفجار في سرت", "in"),
        ("وقع انفجار فى مدينة سرت", "in"),
        ("وقع انفجار بسرت", "in"),
        ("وقع انفجار بمدينة سرت", "in"),
        ("وقع انفجار داخل سرت", "in"),
        ("وقع انفجار قرب سرت", "in"),
        ("وقع انفجار غربي سرت", "in"),
        ("وقع انفجار في كل من سرت", "in"),
        ("وصل الوفد إلى سرت", "to"),
        ("وصل الوفد لمدينة سرت", "to"),
        ("تحرك الرتل باتجاه سرت", "to"),
        ("تحرك الرتل إلى غرب سرت", "to"),
        ("انسحب الرتل من سرت", "from"),
        ("طائرة قادمة من سرت", "origin"),
        ("انطلاقا من سرت", "origin"),
        ("الهجوم على سرت", "onto"),
        ("بلدة هراوة الواقعة شرق سرت", "described"),
        ("قصف الطيران سرت", ""),
    ],
)
def test_use(text: str, use: str) -> None:
    folded = fold(text).text
    mention = next(m for m in GAZETTEER.find(folded) if m.key == "سرت")
    assert place_use(folded, mention) == use


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("اندلعت مواجهات في سبها أمس. واعتقل مسلحون في المدينة ثلاثة ناشطين.", "arrest", ["Sabha"]),
        ("قصف الجيش الوطني العاصمة أمس.", "shelling", ["Tripoli"]),
        ("وصل وفد من مجلس الدولة إلى طبرق الأحد، واجتمع هناك مع عقيلة صالح.", "talks", ["Tobruk"]),
        ("اختطف مسلحون ناشطا في البلاد أمس.", "violence_against_civilians", ["Libya"]),
        ("شهدت العاصمة التونسية احتجاجات أمس.", "protest", [None]),  # not Libya's capital
    ],
)
def test_pointers(text: str, event_type: str, expected: list[str | None]) -> None:
    assert set(places(text, event_type)) == set(expected)
