"""Names of places that are actors, and names in which a place is no location."""

from datetime import date

import pytest

from gazetteer.arabic import fold
from geo.coding.actors import ActorRegistry

REGISTRY = ActorRegistry.default()

# a state's name is an actor, a place, or perhaps one
STATES = [
    ("قالت قطر إنها سترسل معدات", ["QAT"], False),
    ("بدعم من تركيا", ["TUR"], False),
    ("تسلم المجلس من أنقرة منحة", ["TUR"], True),
    ("رفضت موسكو المقترح", ["RUS"], True),
    ("عاد الوفد من تركيا", [], False),
    ("وصل إلى موسكو", [], False),
    ("في القاهرة وتونس", [], False),
    ("بمدينة باريس", [], False),
    ("أبلغت طرابلس شركاءها", ["GNA"], True),
    ("ساد الهدوء طرابلس", [], False),
]


@pytest.mark.parametrize(("sentence", "factions", "metonym"), STATES)
def test_states_act_or_are_places(sentence: str, factions: list[str], metonym: bool) -> None:
    states = [
        mention for mention in REGISTRY.find(fold(sentence).text, date(2019, 6, 15)) if mention.kind in ("state", "government")
    ]
    assert [mention.faction for mention in states] == factions
    assert all(mention.metonym is metonym for mention in states)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("رفض «إعلان القاهرة»", ["اعلان القاهره"]),
        ("منذ اتفاق الصخيرات", ["اتفاق الصخيرات"]),
        ("نقل الجرحى إلى مستشفى مصراتة المركزي", ["مستشفي مصراته المركزي"]),
        ("عقب مؤتمر برلين الثاني", ["موتمر برلين الثاني"]),
        ("بحسب بوابة الوسط", ["بوابه الوسط"]),
        ("قرب شارع طرابلس", ["شارع طرابلس"]),
        ("التوصل إلى اتفاق في جنيف", []),
        ("", []),
    ],
)
def test_names_in_which_a_place_is_no_location(sentence: str, names: list[str]) -> None:
    text = fold(sentence).text
    assert [text[start:end] for start, end in REGISTRY.find_names(text)] == names
