"""Who acts and whom it is done to."""

from __future__ import annotations

import pytest

from tests.coding.told import coded, only, parties


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        # subject and object
        ("استعاد الجيش الوطني مدينة سرت من قوات الوفاق أمس.", "territory_change", [("1", "LNA"), ("2", "GNA")]),
        ("قصف طيران حلف الناتو كتائب القذافي قرب البريقة أمس.", "air_strike", [("1", "NATO"), ("2", "GADD")]),
        ("اشتبكت قوات الوفاق مع الجيش الوطني في عين زارة أمس.", "battle", [("1", "GNA"), ("2", "LNA")]),
        ("دارت معارك بين الجيش الوطني وقوات الوفاق في السبيعة أمس.", "battle", [("1", "LNA"), ("2", "GNA")]),
        ("هاجمت قوات موالية لحكومة الوفاق صبراتة أمس.", "battle", [("1", "GNA")]),
        # passives: by whom
        (
            "قتل قائد ميداني في الجيش الوطني على يد مسلحين في سبها أمس.",
            "violence_against_civilians", [("1", "ARMED"), ("2", "LNA")],
        ),
        (
            "اعتقل ضابط من الجيش الوطني في طرابلس أمس على أيدي قوات الوفاق.",
            "arrest", [("1", "GNA"), ("2", "LNA")],
        ),
        (
            "قُصفت مواقع الجيش الوطني في ترهونة أمس من قبل طيران الوفاق.",
            "air_strike", [("1", "GNA"), ("2", "LNA")],
        ),
        # civilians are done to, but for the street
        ("اختطف مسلحون ناشطا في سبها أمس.", "violence_against_civilians", [("1", "ARMED"), ("2", "CIV")]),
        ("تظاهر مئات في بنغازي أمس ضد تركيا.", "protest", [("1", "CIV"), ("2", "TUR")]),
        ("خرجت مظاهرات في بنغازي الجمعة تنديدا بالتدخل التركي.", "protest", [("1", "CIV"), ("2", "TUR")]),
        ("خرجت مظاهرات في بنغازي الجمعة.", "protest", [("1", "CIV")]),  # the deed names its own people
        # talks have two sides
        ("التقى السراج أردوغان في إسطنبول أمس.", "talks", [("1", "GNA"), ("2", "TUR")]),
        (
            "التقى وزير الخارجية المصري سامح شكري نظيره الروسي سيرغي لافروف في موسكو أمس.",
            "talks", [("1", "EGY"), ("2", "RUS")],
        ),
        # who announces by a verbal noun has done it
        ("أعلن الجيش الوطني تدمير منظومة تركية في مصراتة أمس.", "weapons_disrupted", [("1", "LNA")]),
        # who only reports has not
        ("قالت الأمم المتحدة إن قصفا على طرابلس أوقع سبعة قتلى أمس.", "shelling", []),
    ],
)  # fmt: skip
def test_roles(text: str, event_type: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(p for p in parties(only(text, event_type)) if p[1]) == expected


@pytest.mark.parametrize(
    ("text", "factions"),
    [
        ("انفجرت سيارة مفخخة في زليتن أمس وقتل 12 شرطيا. وتبنى تنظيم داعش الهجوم.", {"ISIS"}),
        ("انفجرت سيارة مفخخة في زليتن أمس وقتل 12 شخصا. ولم يتبن أي تنظيم التفجير.", set()),
    ],
)
def test_who_claims_an_attack_did_it(text: str, factions: set[str]) -> None:
    assert set(only(text, "explosion").factions) == factions


def test_an_anaphor_keeps_its_own_words() -> None:
    text = "شنت قوات الوفاق هجوما على قاعدة الوطية أمس. وقصفت القوات مطار ترهونة."
    actor = only(text, "shelling").actors[0]
    assert (actor.faction, actor.text) == ("GNA", "القوات")


def test_the_speakers_men_are_his() -> None:
    event = only("أعلن مكتب إعلام الكتيبة 101 أن رجالها صدوا هجوما لداعش على سرت أمس.", "battle")
    assert parties(event) == [("1", "LNA"), ("2", "ISIS")]


def test_names_are_neutral_and_the_articles_words_stay() -> None:
    actor = only("هاجمت ميليشيات الوفاق الإرهابية سرت أمس.", "battle").actors[0]
    assert actor.faction == "GNA"
    assert "ميليشيات" in actor.text
    assert "ميليشيا" not in actor.name_ar


def test_media_are_no_party() -> None:
    assert all("رويترز" not in a.text for e in coded("قصف الطيران سرت أمس، وفق رويترز.") for a in e.actors)
