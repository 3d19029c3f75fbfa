"""Who says so: verbs of saying with their clauses, verbal nouns, quotations, "according to"; and what that makes of it."""

from __future__ import annotations

import pytest

from tests.coding.told import coded, only


@pytest.mark.parametrize(
    ("text", "event_type", "status", "sources"),
    [
        # a clause with أن or إن
        (
            "وقال مصدر طبي إن ثلاثة مدنيين قتلوا في قصف استهدف حي أبو سليم بطرابلس أمس.",
            "shelling", "reported", ["مصدر طبي"],
        ),
        (
            "وأكد شهود عيان لـ«رويترز» أن صواريخ سقطت على مطار معيتيقة فجر الثلاثاء.",
            "shelling", "reported", ["شهود عيان"],
        ),
        # a verbal noun
        ("أعلن مستشفى الهضبة سقوط 5 قتلى في اشتباكات جنوب طرابلس أمس.", "battle", "reported", ["مستشفى الهضبة"]),
        ("أكد سكان محليون مقتل راعيين في انفجار لغم جنوب سرت أمس.", "explosion", "reported", ["سكان محليون"]),
        # "according to", before and behind
        ("بحسب مصدر أمني، قتل جنديان في انفجار لغم قرب سرت أمس.", "explosion", "reported", ["مصدر أمني"]),
        ("قتل جنديان في انفجار لغم قرب سرت أمس، وفق مصدر أمني.", "explosion", "reported", ["مصدر أمني"]),
        # a side on its own deeds claims
        (
            "قال المتحدث باسم قوات الوفاق محمد قنونو إن طيران الوفاق قصف قاعدة الوطية أمس.",
            "air_strike", "claimed", ["المتحدث باسم قوات الوفاق محمد قنونو"],
        ),
        (
            "أعلن الجيش الوطني تدمير منظومة تركية في مصراتة أمس.",
            "weapons_disrupted", "claimed", ["الجيش الوطني"],
        ),
        (
            "زعم إعلام موال لحفتر أن الجيش الوطني أسقط طائرة تركية مسيرة فوق سرت أمس.",
            "weapons_disrupted", "claimed", ["إعلام موال لحفتر"],
        ),
        # a ministry of health counts and does not claim
        (
            "قالت وزارة الصحة بحكومة الوفاق إن قصفا للجيش الوطني على طرابلس أوقع سبعة قتلى أمس.",
            "shelling", "reported", ["وزارة الصحة"],
        ),
        # a denial is attributed too
        ("نفى الجيش الوطني سقوط ترهونة في يد قوات الوفاق أمس.", "territory_change", "denied", ["الجيش الوطني"]),
        # nobody says so
        ("قصف الطيران سرت أمس.", "air_strike", "reported", []),
    ],
)  # fmt: skip
def test_sources(text: str, event_type: str, status: str, sources: list[str]) -> None:
    event = only(text, event_type)
    assert (event.status, list(event.attribution)) == (status, sources)


def test_he_added_continues_the_speaker() -> None:
    first, second = coded("قال مصدر عسكري إن الطيران قصف قاعدة الوطية أمس. وأضاف أن غارة ثانية استهدفت ترهونة.")
    assert first.attribution == second.attribution == ("مصدر عسكري",)


def test_saying_is_no_event_of_its_own() -> None:
    events = coded("أعلن الناطق باسم قوات الوفاق أن قواته صدت هجوما على سرت أمس.")
    assert [event.event_type for event in events] == ["battle"]


def test_what_precedes_the_saying_is_not_the_speakers() -> None:
    event = only("قصف الطيران سرت أمس، وقال مصدر طبي إن المستشفى يحتاج إلى أدوية.", "air_strike")
    assert event.attribution == ()


@pytest.mark.parametrize(
    ("text", "denied_by"),
    [
        (
            "أعلنت قوات الوفاق سيطرتها على ترهونة أمس. ونفى الجيش الوطني سيطرة قوات الوفاق على ترهونة أمس.",
            ("الجيش الوطني",),
        ),
        (
            "أعلن الجيش الوطني سيطرته على مدينة ترهونة أمس. لكن متحدثا باسم قوات الوفاق نفى سيطرة الجيش الوطني على ترهونة.",
            ("متحدثا باسم قوات الوفاق",),
        ),
    ],
)
def test_a_claim_denied_in_the_article_is_one_disputed_event(text: str, denied_by: tuple[str, ...]) -> None:
    event = only(text, "territory_change")
    assert (event.status, event.disputed_by, len(event.passages)) == ("claimed", denied_by, 2)


@pytest.mark.parametrize(
    "text",
    ["سيطرت قواتنا أمس على بوابة مدينة سرت ودحرت العدو.", "دحر رجالنا العدو في محور عين زارة أمس."],
)
def test_a_communique_claims(text: str) -> None:
    assert {event.status for event in coded(text)} == {"claimed"}


def test_a_communiques_own_men_are_its_issuers() -> None:
    text = "بيان صادر عن القيادة العامة للجيش الوطني\n\nسيطرت قواتنا أمس على مدينة سرت.\n\nوانسحب العدو من المدينة."
    assert only(text, "territory_change").factions == ("LNA",)
