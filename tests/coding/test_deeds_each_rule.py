"""Rules of `deeds.yaml` that no other table names: each with a sentence of its own that only it explains."""

import pytest

from tests.coding.told import coded

EACH = {
    "ambushed": "باغت مسلحون مجهولون دورية للجيش جنوب زلة.",
    "arming": "ندد التقرير باستمرار تسليح قوات حفتر.",
    "bodies_from_flood": "انتشلت فرق الإنقاذ عشرين جثة من تحت أنقاض الوادي في درنة.",
    "calls_made": "أفرج عن الصياد بعد اتصالات أجراها مجلس الحكماء في زوارة.",
    "charged": "أوقف جهاز المباحث موظفا بتهمة الاختلاس في غريان.",
    "commander_held": "آمر السرية الثانية أوقف أمس في صرمان.",
    "control_since": "يسود الهدوء المدينة منذ بسط الجيش سيطرته عليها في مارس الماضي.",
    "crossed_over": "اجتاز مئات العمال المعبر إلى ذهيبة.",
    "diverted": "حولت الرحلات إلى مطار مصراتة أمس.",
    "displaced_number": "بلغ عدد النازحين من مرزق عشرين ألفا.",
    "evacuees": "المرضى أجلوا إلى تونس فجر اليوم.",
    "flag_torn": "أقدم غاضبون على تمزيق العلم أمام القنصلية في بنغازي.",
    "freed_money": "أفرجت لندن عن الأموال المجمدة.",
    "freedom": "عانق الحرية مدير الميناء بعد عام في سبها.",
    "gained_ground": "أحرزت قوات الوفاق تقدما في محور عين زارة.",
    "gave_martyrs": "قدمت الكتيبة شهيدين في معارك الأمس.",
    "guns_pointed": "صوب الحراس بنادقهم نحو التلاميذ في أوباري.",
    "in_jail": "يقبع الكاتب في سجن الجديدة منذ شهرين.",
    "levelled": "سوت القذائف المدرسة بالأرض في الكريمية.",
    "levelled_from_air": "سوت الطائرات المخزن بالأرض في هون.",
    "march": "جابت مسيرة شوارع البيضاء مساء الجمعة.",
    "mediated": "فشلت وساطة أعيان الجبل أمس.",
    "out_on_strike": "علق معلمون العمل في مدارس سبها.",
    "persona_non_grata": "أعلنت طرابلس القنصل شخصا غير مرغوب فيه.",
    "retaking": "تستعد القوات لاستعادتها.",
    "sit_together": "جلس ممثلو المدينتين إلى طاولة واحدة في ودان.",
    "still_abducted": "لا يزال المهندس مختطفا في سبها منذ أسبوع.",
    "suffered_assault": "تعرض مصور للضرب على يد مسلحين في طرابلس.",
    "tents_pitched": "نصب المحتجون خيامهم أمام الحقل.",
    "town_surrenders": "استسلمت بلدة الأصابعة دون قتال.",
    "traded_fire": "وقع تبادل لإطلاق النار قرب معسكر في جنزور أمس.",
    "trafficking_foiled": "أفشلت القوة محاولة تهريب بنادق في الكفرة.",
    "led_away": "نقل الشاب إلى مكان مجهول في طرابلس.",
    "voluntary_return": "تواصل برنامج العودة الطوعية من طرابلس إلى غانا أمس.",
}


@pytest.mark.parametrize(("rule", "text"), EACH.items(), ids=EACH)
def test_the_rule_speaks(rule: str, text: str) -> None:
    assert rule in {event.rule for event in coded(text)}, [(event.event_type, event.rule) for event in coded(text)]
