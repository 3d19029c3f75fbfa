"""Faults of real news that no text of ours had told: a word that looks like a deed's, and a deed in words of its own."""

import pytest

from tests.coding.told import coded, only, parties, place

SILENT = [
    # to prepare is not to finish off
    "يجهز الجيش الليبي معسكرا للتدريب في ترهونة.",
    "تجهز بلدية الخمس قاعة للحفلات يوم السبت.",
    "جهز الأهالي في نالوت ساحة السوق للعيد.",
    # to quote is not to carry away
    "نقل موقع إخباري عن شهود أن نازحين من ككلة يسكنون المدارس.",
    "نقلت صحيفة عن نازحين من تاورغاء وصفهم للحياة في المخيم.",
    "نقل المراسل عن عمال مهاجرين في طبرق قصة كل منهم.",
    # a body called a congress does not meet
    "قال رئيس حكومة منبثقة عن المؤتمر في طرابلس إنه عقد العزم على البقاء.",
    "وتتنازع السلطة حكومة في طرابلس منبثقة عن المؤتمر الوطني السابق عقدت العزم على البقاء.",
    "انتهت ولاية المؤتمر الوطني العام في طرابلس وبدأ عهد جديد.",
    # what is thwarted is no attack
    "أفشلت الشرطة محاولة فرار سجناء من سجن الجديدة.",
    "أحبط خفر السواحل محاولة مغادرة عبر البحر قرب الخمس.",
    "تصدت الجمارك لمحاولة تهريب بنزين عبر معبر وازن.",
    # goods on the road are not given
    "مرت شاحنات تحمل مواد غذائية على الطريق الساحلي قرب أجدابيا.",
    "رأينا في الجفرة سيارات تحمل مواد غذائية.",
    # where forces stand
    "قصدنا أماكن انتشار قوات الحكومة في جنزور مع دليل.",
    "مر الصحفيون بنقاط تمركز الكتائب في الزاوية.",
    # who somebody is
    "عمر الذي يقاتل بين صفوف الثوار في الجبل الغربي كان معلما.",
    "الشاب الذي يقاتل في صفوف كتيبة من الزنتان يحب الشعر.",
    "يقاتل سالم في صفوف كتيبة من مصراتة.",
]
TOLD = [
    ("violence_against_civilians", "أجهز مسلحون مجهولون على جريح مدني في مستشفى بسرت."),
    ("violence_against_civilians", "أجهزوا على شيخ مسن في بيته بورشفانة."),
    ("humanitarian", "نقل الهلال الأحمر نازحين من ككلة إلى غريان."),
    ("humanitarian", "إحباط هجرة 80 مهاجرا من شاطئ زليتن"),
    ("humanitarian", "أحبطت دورية خفر السواحل محاولة تهريب مهاجرين قبالة صبراتة."),
    ("humanitarian", "أفشلت دورية بحرية محاولة تسلل مهاجرين أفارقة إلى ساحل القره بوللي."),
    ("battle", "أفشلت الكتيبة محاولة تسلل مسلحين إلى معسكرها في سبها."),
    ("battle", "أحبطت كتيبة محلية محاولة هجوم على بوابة الشويرف."),
    ("support", "وصلت إلى بنغازي شاحنات تحمل مواد غذائية من مصر."),
    ("shelling", "قصفت راجمات مجهولة مخزن مساعدات إنسانية في تاجوراء فجر الجمعة."),
    ("shelling", "قصفت المدفعية شاحنات تحمل مواد غذائية في الزنتان."),
    ("shelling", "قصفت المدفعية مواقع تمركز قوات الوفاق في عين زارة."),
    ("air_strike", "استهدفت الغارات أماكن تمركز قوات القذافي في البريقة."),
    ("air_strike", "الناتو يقصف مقرا في العزيزية"),
    ("air_strike", "ضرب حلف شمال الأطلسي ليلا ثكنة في تاجوراء."),
    ("air_strike", "استهدفت قوات الأطلسي مستودع ذخيرة قرب مزدة."),
    ("air_strike", "تعرضت العزيزية لقصف من حلف شمال الأطلسي."),
    ("air_strike", "قصفت قوات التحالف الدولي كتيبة في سبها."),
    ("air_strike", "أعلن الحلف الأطلسي استهداف راجمات صواريخ في البريقة."),
    ("shelling", "قصفت كتائب القذافي حي الدافنية في مصراتة."),
    ("shelling", "كانوا في سوق بالزنتان حين استهدفهم قصف عنيف."),
    ("shelling", "طالهم قصف مدفعي في مخيم الفلاح جنوب طرابلس."),
    ("territory_change", "شهد الأربعاء دخول قوات حفتر مدينة الرجبان دون قتال."),
    ("territory_change", "تمكنت القوات من دخول مدينة سرت من الجهة الغربية."),
    ("territory_change", "أكد شهود دخول قوات القذافي إلى مدينة الزاوية."),
    ("territory_change", "استعادت قوات الوفاق بلدة الأصابعة من قبضة قوات حفتر."),
    ("statement", "رفض السراج دخول قوات أجنبية إلى طرابلس."),
    ("blockade", "منعت السلطات دخول قوات أجنبية إلى البلاد."),
    ("blockade", "حقل السرير عاد للعمل بعد صيانة طويلة."),
    ("blockade", "ميناء رأس لانوف عاد إلى العمل."),
    ("blockade", "استأنف ميناء مرسى البريقة التصدير."),
    ("violence_against_civilians", "أكدت الهيئة عثورها على خمس مقابر جماعية في ترهونة."),
    ("violence_against_civilians", "العثور على مقبرة جماعية في درنة"),
    ("weapons_disrupted weapons_disrupted", "أسقطت المضادات طائرتين مسيرتين فوق ترهونة وبني وليد."),
]
DEAD_OF_A_FIGHT = [
    ("قتل تسعة أشخاص وجرح 14 في مدينة الكفرة بعد اندلاع اشتباكات بين التبو وقبيلة الزوي.", "Kufra", 9),
    ("قتل خمسة من رجال القبائل في مدينة أوباري عقب اشتباكات بين التبو والطوارق.", "Ubari", 5),
    ("وقتل ستة أشخاص من بينهم امرأة وطفلان، وجرح ثمانية في مدينة مرزق عقب مواجهات بين التبو والأهالي.", "Murzuq", 6),
    ("لقي أربعة شبان مصرعهم وأصيب آخرون في بلدة ككلة خلال مواجهات بين مسلحي البلدة وورشفانة.", "Kikla", 4),
    ("مقتل عشرة أشخاص وجرح سبعة في مدينة الزاوية جراء اشتباكات بين فصيلين.", "Zawiya", 10),
    ("سقط 12 قتيلا في بلدة الزنتان خلال اشتباكات بين كتيبتين متنافستين.", "Zintan", 12),
]


@pytest.mark.parametrize("text", SILENT)
def test_what_only_looks_like_a_deed_is_none(text: str) -> None:
    assert [(event.event_type, event.rule) for event in coded(text)] == []


@pytest.mark.parametrize(("types", "text"), TOLD)
def test_the_text_tells_just_these(types: str, text: str) -> None:
    assert [event.event_type for event in coded(text)] == types.split()


@pytest.mark.parametrize(("text", "where", "killed"), DEAD_OF_A_FIGHT)
def test_the_dead_of_a_fight_are_its_toll_and_no_second_event(text: str, where: str, killed: int) -> None:
    (event,) = coded(text)
    assert (event.event_type, place(event), event.casualties.killed_best) == ("battle", where, killed)


def test_the_sides_of_a_fight_behind_its_dead_are_its_parties() -> None:
    event = only("قتل ستة أشخاص في مدينة مرزق عقب اشتباكات بين التبو والأهالي.", "battle")
    assert parties(event) == [("2", "CIV"), ("2", "CIV")]


def test_a_town_won_back_is_another_event_than_its_loss() -> None:
    text = "دخلت كتائب القذافي بن جواد أمس قبل أن يستعيدها الثوار من أيدي الكتائب."
    assert [(event.event_type, place(event)) for event in coded(text)] == [("territory_change", "Bin Jawad")] * 2
