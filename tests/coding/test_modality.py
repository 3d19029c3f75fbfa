"""Done, planned, denied, or no fact at all: what particles, verbs and nouns before a deed make of it."""

from __future__ import annotations

import pytest

from tests.coding.told import coded, statuses


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        # done
        ("قصفت مدفعية الجيش الوطني أحياء في مصراتة أمس.", "shelling", ["reported"]),
        ("وقد انسحب الجيش الوطني من ترهونة أمس.", "withdrawal", ["reported"]),  # قد and a past
        ("قبل أن تنسحب قوات الوفاق من غريان أمس أحرقت مخازن الذخيرة.", "withdrawal", ["reported"]),
        ("بعد أن انسحبت قوات الوفاق من غريان أمس هدأت المدينة.", "withdrawal", ["reported"]),
        # denied by a particle
        ("لم تقصف مدفعية الجيش الوطني أحياء مصراتة أمس.", "shelling", ["denied"]),
        ("لن ينسحب الجيش الوطني من سرت.", "withdrawal", ["denied"]),
        ("ما قصف الجيش الوطني مطار معيتيقة أمس.", "shelling", ["denied"]),
        # by a verb of denial, by its own sentence
        ("نفى الجيش الوطني انسحابه من قاعدة الوطية.", "withdrawal", ["denied"]),
        ("نفت قوات الوفاق قصف مطار بنينا أمس.", "shelling", ["denied"]),
        ("الأنباء عن انسحاب الجيش الوطني من الجفرة عارية عن الصحة.", "withdrawal", ["denied"]),
        ("رفض حفتر لقاء السراج في برلين.", "talks", ["denied"]),  # refusing to meet (CODEBOOK 2)
        # planned: the future, the perhaps, plans
        ("سيلتقي فايز السراج عقيلة صالح في روما غدا.", "talks", ["planned"]),
        ("سوف تنسحب قوات الوفاق من ترهونة يوم الجمعة.", "withdrawal", ["planned"]),
        ("قد تنسحب قوات الوفاق من ترهونة.", "withdrawal", ["planned"]),  # قد and a present
        ("من المقرر أن يلتقي السراج عقيلة صالح في القاهرة الأحد المقبل.", "talks", ["planned"]),
        ("من المنتظر عقد اجتماع بين السراج ووزير الخارجية التركي في أنقرة غدا.", "talks", ["planned"]),
        ("يعتزم الجيش الوطني نشر قواته في الجفرة.", "mobilization", ["planned"]),
        ("يستعد الجيش الوطني لاقتحام طرابلس.", "battle", ["planned"]),
        ("وعدت إيطاليا بإرسال مساعدات طبية إلى مصراتة.", "support", ["planned"]),
        # no fact: wishes, demands, threats, attempts, conditions, questions
        ("طالب مجلس الأمن الجيش الوطني بسحب قواته من طرابلس.", "withdrawal", []),
        ("دعا المبعوث الأممي إلى انسحاب القوات الأجنبية من ليبيا.", "withdrawal", []),
        ("حذرت الأمم المتحدة من هجوم على سرت.", "battle", []),
        ("هددت تركيا بقصف قاعدة الجفرة.", "shelling", []),
        ("حاولت قوات الوفاق اقتحام مطار طرابلس أمس.", "territory_change", []),
        ("إذا هاجمت قوات الوفاق سرت فستتدخل مصر.", "battle", []),
        ("لو قصفت تركيا الجفرة لسقط قتلى.", "shelling", []),
        ("في حال هاجم الجيش الوطني طرابلس سترد قوات الوفاق.", "battle", []),
        ("هل انسحب الجيش الوطني من ترهونة؟", "withdrawal", []),
        ("خشية اقتحام المدينة غادرت عائلات ترهونة أمس.", "battle", []),
        ("دون انسحاب القوات من سرت لا سلام.", "withdrawal", []),
    ],
)
def test_status(text: str, event_type: str, expected: list[str]) -> None:
    assert statuses(text, event_type) == expected


def test_a_demand_is_a_statement_and_not_what_it_demands() -> None:
    assert [e.event_type for e in coded("دعا المبعوث الأممي إلى انسحاب القوات الأجنبية من ليبيا.")] == ["statement"]


def test_a_condition_says_nothing() -> None:
    assert coded("إذا هاجمت قوات الوفاق سرت فستتدخل مصر.") == []
