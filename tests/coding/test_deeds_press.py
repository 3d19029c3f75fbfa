"""What the press words in its own way: each sentence yields just its types, "" for none."""

import pytest

from tests.coding.told import coded, only, places, statuses

TOLD = [
    # who is called a protester has not thereby protested
    ("battle", "هاجم رتل من كتائب القذافي موقعا للمتظاهرين المسلحين عند مدخل الزاوية."),
    ("", "يعاني المعتصمون في خيامهم بدرنة نقص الدواء."),
    ("protest", "طالب المحتجون في غات بتوفير الوقود."),
    # police raids
    ("arrest", "داهم جهاز الأمن الداخلي شقة في غريان وأوقف رجلين يشتبه في انتمائهما إلى خلية."),
    ("arrest", "نفذت مديرية أمن بنغازي مداهمة لوكر في الليثي أوقفت خلالها سبعة مطلوبين."),
    ("battle arrest", "داهمت قوة الإسناد مزرعة قرب القره بوللي وتبادلت إطلاق النار مع من فيها ثم قبضت على ثلاثة مشتبه بهم."),
    # standing control is no taking
    ("arrest", "أوقف مسافر في مطار بنينا الذي تسيطر عليه قوات القيادة العامة."),
    ("shelling", "سقطت قذائف على حي الزهور الذي تسيطر عليه كتيبة محلية في سرت."),
    ("territory_change", "استعاد الجيش معسكر الهيرة الذي سيطرت عليه المجموعة قبل أسبوع."),
    # left to others
    ("withdrawal", "تخلت السرية عن بوابة الشويرف فجر الثلاثاء."),
    ("withdrawal", "بعد تخليهم عن معسكر اليرموك دخل المعسكر في هدوء."),
    ("withdrawal", "أقر القائد الميداني بتخلي رجاله عن مواقعهم في عين زارة."),
    # a shipment, told or denied
    ("support", "وصلت إلى ميناء الخمس سفينة محملة بالذخائر قادمة من البوسفور."),
    ("support", "دخلت ثلاث شاحنات محملة بالمواد الغذائية مدينة مرزق أمس."),
    ("support", "نفى وزير الدفاع اليوناني ما نشر عن أن طائرة محملة بالأسلحة أقلعت من أثينا إلى بنغازي."),
    # the plight of the displaced
    ("humanitarian", "تتفاقم في مخيمات تاجوراء معاناة النازحين."),
    ("humanitarian", "تتكرر في الكفرة مأساة اللاجئين كل شتاء."),
    ("humanitarian", "رصد تقرير محنة المهجرين في بني وليد."),
    # disclaiming
    ("statement", "تبرأ أعيان الزنتان من خطف المهندسين في الوطية."),
    ("statement", "تنصلت أنقرة من قصف سوق الفلاح بطرابلس."),
    ("statement", "تنصل المجلس العسكري من الهجوم على الفندق في طرابلس."),
    # people taken off the sea, named by where they come from
    ("humanitarian", "اعترضت دورية لخفر السواحل مساء السبت 88 من جنسيات آسيوية قبالة الخمس."),
    ("humanitarian", "جرى اعتراض قارب يقل 61 من دول أفريقية شمال زوارة."),
    # a force in a square of its own town
    ("mobilization", "دخل رتل تابع للحكومة ساحة الشهداء وسط العاصمة."),
    ("mobilization", "دخلت دوريات من الشرطة العسكرية شارع عشرين في بنغازي."),
    # set free, and other things let go
    ("arrest", "أطلق خاطفون سراح مدير المصرف في سبها."),
    ("protest", "أطلق المتظاهرون في طبرق هتافات ضد البرلمان."),
    ("arrest", "تمكنت كتيبة من تحرير أربعة مخطوفين في الكفرة."),
    # planes as what is destroyed
    ("weapons_disrupted", "أعلن المتحدث تدمير طائرة مسيرة قرب بني وليد."),
    ("weapons_disrupted", "تدمير مروحيتين على مدرج مطار تمنهنت"),
    # fire traded, no deal
    ("shelling", "تبادلت قوات الطرفين القصف في محور الرملة طوال الليل."),
    ("air_strike", "تبادل الطرفان الغارات الجوية على مواقعهما جنوب طرابلس."),
    ("battle", "تبادلت الكتيبتان إطلاق النار في صبراتة."),
    # a noun that only says when or why
    ("mobilization", "دفع اللواء بتعزيزات إلى غريان بعد الهجوم."),
    ("statement", "أدان مجلس حكماء مصراتة القصف."),
    ("humanitarian", "غادرت عشر أسر حي الكريمية بسبب الاشتباكات."),
    # a deal named where it was signed, or by who brokered it
    ("talks agreement", "يناقش الاجتماع في القاهرة آليات تنفيذ الاتفاق العسكري الموقع في جنيف في أكتوبر الماضي."),
    ("agreement blockade", "بموجب اتفاق رعاه أعيان ورفلة أعيد فتح الطريق بين بني وليد وترهونة."),
    # without a deal
    ("talks", "انتهت جلسة الحوار بين وفدي المجلسين في بوزنيقة دون التوصل إلى اتفاق."),
    ("talks", "اختتمت مشاورات القاهرة بين وفدي المجلسين من دون توقيع اتفاق."),
    # prepared, ordered, denied
    ("mobilization", "جمع اللواء عتاده حول سرت ونشر مدرعات تمهيدا لاقتحام المدينة."),
    ("withdrawal", "أمر القائد الأعلى وحداته بالانسحاب من العزيزية."),
    ("territory_change", "نفى الناطق سقوط مدينة غريان."),
    # what is condemned, sentenced to or demonstrated against
    ("statement", "دانت المنظمة مقتل صحفي في درنة."),
    ("arrest", "قضت محكمة الجنايات بإعدام ثلاثة متهمين في مصراتة."),
    ("protest", "تظاهر سكان حي الأكواخ في طرابلس احتجاجا على انقطاع المياه."),
    # a state of things, a position, a comparison
    ("air_strike", "ضربت طائرات قرية تسيطر عليها جماعة مسلحة قرب مزدة."),
    ("shelling", "استهدفت المدفعية تمركزات المسلحين في الكريمية."),
    ("shelling", "قصفت المدفعية حي الليثي، ولم يسفر القصف عن ضحايا."),
    # told again from the air
    ("air_strike", "أغارت مقاتلة على ميناء درنة. وقال صياد إن القصف الذي استهدف الميناء أحرق قاربين."),
    # power to sign, vehicles taken, captives freed, people driven out
    ("", "لا تملك اللجنة في جنيف صلاحية توقيع اتفاق."),
    ("weapons_disrupted", "استولى مقاتلو الزنتان على تسع سيارات من سيارات كتائب القذافي."),
    ("humanitarian", "اضطرت عائلات إلى النزوح من قصر بن غشير."),
    ("humanitarian", "أجبر سكان تاورغاء على النزوح نحو الجفرة."),
    ("territory_change", "كانت غريان قبل استعادتها على يد قوات الوفاق في 26 يونيو 2019 مقرا لغرفة عمليات."),
    ("mobilization", "أقامت الكتيبة نقاط تفتيش على الطريق بين سرت والجفرة."),
    ("violence_against_civilians", "استهدف ملثمون محاميا أمام مكتبه في بنغازي."),
    ("statement", "انتقدت النقابة استهداف الأطباء في طرابلس."),
    # fire returned, agreed upon, trained
    ("shelling", "ردت مدفعية الوفاق على مصادر النيران في المشروع."),
    ("support", "يواصل ضباط أتراك تدريب عسكريين في الخمس."),
    # no less than; survived; going home; nature
    ("humanitarian", "غرق ما لا يقل عن ستة مهاجرين قبالة صبراتة."),
    ("battle", "قتل ما لا يقل عن تسعة جنود في اشتباكات قرب ودان."),
    ("violence_against_civilians", "نجا عميد بلدية سبها من محاولة اغتيال أمام بيته."),
    ("humanitarian", "بدأ الأهالي العودة إلى منازلهم في وادي الربيع."),
    ("", "ضرب إعصار سواحل درنة."),
    # hugs and homecomings
    ("", "احتضن العقيد ابنه لدى عودته إلى منزله."),
]


@pytest.mark.parametrize(("types", "text"), TOLD)
def test_just_these_types_are_seen(types: str, text: str) -> None:
    assert {event.event_type for event in coded(text)} == set(types.split()), text


SPREAD = [
    ("protest", "اندلعت احتجاجات في سبها وامتدت إلى براك وأوباري.", ["Sabha", "Brak", "Ubari"]),
    ("protest", "خرجت تظاهرات في طبرق، واتسعت رقعتها لتشمل أجدابيا وبنغازي.", ["Tobruk", "Ajdabiya", "Benghazi"]),
    ("air_strike", "استهدفت غارات ميناء رأس لانوف وكذلك موقعا ببلدة بن جواد.", ["Ras Lanuf Port", "Bin Jawad"]),
]


@pytest.mark.parametrize(("event_type", "text", "where"), SPREAD)
def test_what_spreads_lies_at_every_place(event_type: str, text: str, where: list[str]) -> None:
    assert places(text, event_type) == where


def test_planes_go_on_striking() -> None:
    text = "أغارت مقاتلات على معسكر في ترهونة، كما قصفت مخزنا في العربان."
    assert places(text, "air_strike") == ["Tarhuna", "Al Urban"]


NOT_INTENDED = [
    "قال الاتحاد الأوروبي إنه لا يعتزم إرسال قوات إلى ليبيا.",
    "أكد الرئيس التونسي أن بلاده لا تنوي نشر جنود في ذهيبة.",
    "نفى المتحدث أن يكون الجيش قد سحب وحداته من الشويرف.",
]


@pytest.mark.parametrize("text", NOT_INTENDED)
def test_what_one_does_not_intend_is_denied(text: str) -> None:
    assert {event.status for event in coded(text) if event.event_type != "statement"} == {"denied"}, text


def test_what_is_agreed_on_is_planned() -> None:
    assert statuses("اتفق الطرفان على إعادة فتح الطريق بين مصراتة وسرت.", "blockade") == ["planned"]
    assert statuses("توافق أعيان المدينتين على انسحاب الكتيبتين من الشويرف.", "withdrawal") == ["planned"]
    assert statuses("اتفق الوفدان على تبادل المحتجزين في براك.", "agreement") == ["reported"]


def test_what_is_real_since_is_not_denied_with_the_verb() -> None:
    text = "لم تعرف المدينة هدوءا منذ سيطرة الجيش الوطني على مرزق في فبراير الماضي."
    assert statuses(text, "territory_change") == ["reported"]


def test_an_aim_governs_the_genitive_behind_it() -> None:
    assert statuses("تقاتل الكتيبة لانتزاع السيطرة على المطار في طرابلس.", "territory_change") == []


def test_one_prepares_to_retake_what_a_pronoun_names() -> None:
    event = only("قال آمر الكتيبة إن رجاله يستعدون لاستعادة حقل الفيل.", "territory_change")
    assert (event.status, event.location and event.location.name_en) == ("planned", "El Feel Field")


MET = [
    ("سيستقبل وزير الخارجية اليوناني عقيلة صالح في أثينا.", "planned", "Athens", {"GRC", "HOR"}),
    ("التقى السفير الفرنسي خليفة حفتر في الرجمة.", "reported", "Ar Rajma", {"FRA", "LNA"}),
    ("رئيسا تونس والجزائر يبحثان الوضع في ليبيا", "reported", None, {"TUN", "DZA"}),
    ("بدأ وزير الدفاع المالطي زيارة إلى تركيا.", "reported", "Türkiye", {"MLT"}),
    ("تأجلت زيارة الوفد الإيطالي إلى بنغازي إلى الأسبوع المقبل.", "planned", "Benghazi", set()),
    ("أرجئت المحادثات في القاهرة إلى يوم السبت.", "planned", "Cairo", set()),
    ("ألغيت زيارة وزير الداخلية إلى سبها.", "denied", "Sabha", set()),
    ("تستعد جنيف لاستضافة جولة جديدة من الحوار.", "planned", "Geneva", set()),
    ("ناقش السراج مع السفيرة البريطانية الهجوم على ترهونة.", "reported", None, {"GNA", "GBR"}),
]


@pytest.mark.parametrize(("text", "status", "where", "factions"), MET)
def test_who_meets_whom_and_where(text: str, status: str, where: str | None, factions: set[str]) -> None:
    event = only(text, "talks")
    assert (event.status, event.location.name_en if event.location else None) == (status, where)
    assert factions <= set(event.factions)
