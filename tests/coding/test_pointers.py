"""Line heads, and words that point back to a place."""

from __future__ import annotations

import pytest

from gazetteer.index import Gazetteer
from geo.coding.actors import ActorRegistry
from geo.coding.reading import Reading, read_article
from geo.model import Article

GAZETTEER = Gazetteer.default()


def read(text: str) -> Reading:
    return read_article(Article("t", text, published="2020-06-10"), GAZETTEER, ActorRegistry.default())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل الوفد إلى سبها وغادر المدينة", ["Sabha"]),
        ("وصل الوفد إلى سبها ثم سرت وغادر المدينة", ["Sirte"]),  # the nearest
        ("قصف مطار معيتيقة وأغلق المطار", ["Mitiga Airport"]),
        ("وصل إلى طبرق وعقد هناك اجتماعا", ["Tobruk"]),
        ("قصف الطيران العاصمة", ["Tripoli"]),
        ("تظاهر المئات في العاصمة التونسية", []),
        ("تراجع الإنتاج في البلاد", ["Libya"]),
        ("غادر الوفد المدينة", []),  # nothing to point back to
        ("طائرة قادمة من مصراتة فوق المدينة", []),  # an origin is not meant
    ],
)
def test_pointing(text: str, expected: list[str]) -> None:
    assert [ref.place.name_en for ref in read(text).places if ref.pointing and ref.place] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سرت - قصفت طائرات مخزنا", ["Sirte"]),
        ("هون: وصلت تعزيزات", ["Hun"]),  # a weak name needs no other cue there
        ("• درنة – هدوء حذر", ["Derna"]),
        ("بنغازي\nانفجرت سيارة", ["Benghazi"]),
        ("قصف الطيران سرت - أمس", []),
        ("عاجل - قصف الطيران مخزنا", []),
    ],
)
def test_line_heads(text: str, expected: list[str]) -> None:
    assert [ref.place.name_en for ref in read(text).places if ref.heading and ref.place] == expected
