"""Who is named in a sentence, under which faction, on which day."""

from datetime import date
from itertools import pairwise

import pytest

from gazetteer.arabic import fold
from geo.coding.actors import ActorMention, ActorRegistry

REGISTRY = ActorRegistry.default()


def found(sentence: str, year: str = "") -> list[ActorMention]:
    on = date.fromisoformat(year + "-06-15"[: 10 - len(year)] if len(year) == 4 else year) if year else None
    return REGISTRY.find(fold(sentence).text, on)


def told(sentence: str, year: str = "") -> list[str]:
    """The mentions as "id FACTION", '-' for no faction."""
    return [f"{mention.id} {mention.faction or '-'}" for mention in found(sentence, year)]


# one comment a group; each sentence is ours
PERIODS = [
    # the same army under three orders
    ("قصف الجيش الليبي أطراف البلدة", "2011-04-10", ["lna GADD"]),
    ("انتشر الجيش الليبي حول المرفأ", "2013", ["lna GNC"]),
    ("تقدم الجيش الليبي نحو الحقل", "2019", ["lna LNA"]),
    ("الجيش الليبي التابع لحكومة الوفاق صد الهجوم", "2019", ["gna GNA"]),
    ("أعلنت القيادة العامة حالة الاستنفار", "2022", ["general-command LNA"]),
    # Misrata and Zintan through the years
    ("دخلت كتائب مصراتة الحي", "2011", ["misrata-forces NTC"]),
    ("دخلت كتائب مصراتة الحي", "2013", ["misrata-forces ARMED"]),
    ("دخلت كتائب مصراتة الحي", "2015", ["misrata-forces GNC"]),
    ("دخلت كتائب مصراتة الحي", "2018", ["misrata-forces GNA"]),
    ("دخلت كتائب مصراتة الحي", "2023", ["misrata-forces GNU"]),
    ("انسحبت قوات الزنتان من البوابة", "2015", ["zintan-forces ARMED"]),
    ("أصدر المجلس العسكري للزنتان بيانا", "2017", ["zintan-military-council GNA"]),
    # 2011
    ("أخفقت كتائب القذافي في اختراق الخط", "2011", ["gaddafi-forces GADD"]),
    ("رفع الثوار علمهم فوق القلعة", "2011", ["rebels NTC"]),
    ("عقد المجلس الوطني الانتقالي جلسة", "2011", ["ntc NTC"]),
    ("شنت طائرات حلف الناتو غارة", "2011", ["nato NATO"]),
    ("انشق موسى كوسا ثم وصل إلى لندن", "2011-04-01", ["koussa GADD"]),
    # governments by name and by date
    ("رفضت الحكومة الليبية المؤقتة القرار", "2015", ["interim-government HOR"]),
    ("استقالت الحكومة الانتقالية", "2012-03-01", ["interim-government NTC"]),
    ("عين رئيس الحكومة الليبية مستشارا جديدا", "2013", ["zeidan GNC"]),
    ("اجتمعت حكومة الإنقاذ في العاصمة", "2015", ["salvation-government GNC"]),
    ("باشرت حكومة الوحدة الوطنية عملها", "2021", ["gnu GNU"]),
    ("أدت الحكومة الموازية اليمين", "2022", ["stability-government HOR"]),
    ("صوت البرلمان الليبي على القانون", "2016", ["parliament HOR"]),
    ("صوت البرلمان التركي على التفويض", "2020", ["state-tur TUR"]),
    ("دعا المجلس الرئاسي إلى الهدوء", "2018", ["presidency-council GNA"]),
    ("انتخب المجلس الأعلى للدولة رئيسا", "2018", ["hcs HCS"]),
    ("انعقد المؤتمر الوطني العام أمس", "2013", ["gnc GNC"]),
]

NAMES = [
    # the whole phrase is one actor: title, nationality, name
    ("استقبل وزير الخارجية الروسي سيرغي لافروف الوفد", "2017", "وزير الخارجيه الروسي سيرغي لافروف", "lavrov RUS"),
    ("وصل المشير خليفة حفتر إلى المطار", "2019", "المشير خليفه حفتر", "haftar LNA"),
    ("تفقد اللواء المتقاعد خليفة حفتر الموقع", "2014-06-01", "اللواء المتقاعد خليفه حفتر", "haftar LNA"),
    ("قال العميد أحمد المسماري إن الوضع هادئ", "2018", "العميد احمد المسماري", "mismari LNA"),
    ("تلقى رئيس المجلس الرئاسي فائز السراج دعوة", "2018", "رييس المجلس الرياسي فايز السراج", "sarraj GNA"),
    (
        "التقى رئيس حكومة الوحدة الوطنية عبد الحميد الدبيبة العمداء",
        "2022",
        "رييس حكومه الوحده الوطنيه عبد الحميد الدبيبه",
        "dbeibah GNU",
    ),
    ("اعترض عبدالحميد الدبيبة على القرار", "2022", "عبدالحميد الدبيبه", "dbeibah GNU"),
    ("نفى نوري بوسهمين الخبر", "2014", "نوري بوسهمين", "abu-sahmain GNC"),
    ("غادر عبدالله الثني المدينة", "2015", "عبدالله الثني", "thinni HOR"),
    ("كلف المستشار عقيلة صالح لجنة جديدة", "2016", "المستشار عقيله صالح", "aguila-saleh HOR"),
    ("حذر المبعوث الأممي إلى ليبيا غسان سلامة من الانهيار", "2019", "المبعوث الاممي الي ليبيا غسان سلامه", "salame UN"),
    ("أكدت هانا تيتيه دعمها للمسار", "2025", "هانا تيتيه", "tetteh UN"),
    (
        "قال محمد قنونو، المتحدث باسم قوات حكومة الوفاق، إن الهدوء عاد",
        "2020",
        "محمد قنونو، المتحدث باسم قوات حكومه الوفاق",
        "qanunu GNA",
    ),
    ("زار سفير روسيا لدى ليبيا الميناء", "2018", "سفير روسيا لدي ليبيا", "state-rus RUS"),
    ("اجتمع القائد العام للجيش الوطني الليبي مع الأعيان", "2018", "القايد العام للجيش الوطني الليبي", "haftar LNA"),
    ("أصيب مقاتلو «مجلس شورى مجاهدي درنة» في الاشتباك", "2017", "مقاتلو «مجلس شوري مجاهدي درنه»", "derna-shura SHURA"),
    ("صادرت القوات التابعة لحكومة «الوفاق» الشحنة", "2019", "القوات التابعه لحكومه «الوفاق»", "gna GNA"),
    ('قتل عشرة من مسلحي تنظيم "داعش"', "2016", 'مسلحي تنظيم "داعش"', "isis ISIS"),
    ("نفت السفارة الفرنسية في ليبيا الخبر", "2018", "السفاره الفرنسيه", "state-fra FRA"),
    ("أوقفت كتيبة «نسور الجبل» التابعة للجيش الوطني شاحنة", "2018", "كتيبه «نسور الجبل» التابعه للجيش الوطني", "lna LNA"),
    ("وصل إدريس بوخمادة آمر حرس المنشآت النفطية", "2015", "ادريس بوخماده امر حرس المنشات النفطيه", "idris-bukhamada PFG"),
    (
        "صرح العقيد رمضان الفيتوري الناطق باسم البنيان المرصوص",
        "2016",
        "العقيد رمضان الفيتوري الناطق باسم البنيان المرصوص",
        "bunyan GNA",
    ),
    ("اجتمع وزير الدفاع الإيطالي بنظرائه", "2020", "وزير الدفاع الايطالي", "guerini ITA"),
    ("قال وزير الخارجية المصري سامح شكري", "2019", "وزير الخارجيه المصري سامح شكري", "shoukry EGY"),
]

FACTIONS = [
    # composition with a nationality, a country, a capital
    ("قصفت طائرات حربية مصرية معسكرا", "2015", ["EGY"]),
    ("أرسلت القوات التركية رتلا", "2020", ["TUR"]),
    ("وزراء خارجية كل من فرنسا وألمانيا وإيطاليا أصدروا بيانا", "2020", ["FRA", "DEU", "ITA"]),
    ("وزيرا خارجية ودفاع روسيا حضرا اللقاء", "2020", ["RUS"]),
    ("التقى الرئيسان الروسي والتركي", "2020", ["RUS", "TUR"]),
    ("قالت الخارجية الأميركية إنها قلقة", "2019", ["USA"]),
    ("حذر البنتاغون من الخطر", "2016", ["USA"]),
    ("أعلن الكرملين موعد القمة", "2020", ["RUS"]),
    ("السلطات التونسية أوقفت المهرب", "2018", ["TUN"]),
    ("مسؤولون إيطاليون زاروا المركز", "2017", ["ITA"]),
    ("مقتل جنود أتراك في القصف", "2020", ["TUR"]),
    ("أسقطت الدفاعات طائرة بيرقدار تركية", "2020", ["TUR"]),
    ("الغارات المصرية أصابت مخزنا", "2015", ["EGY"]),
    ("دبلوماسي أوروبي توقع التأجيل", "2021", ["EU"]),
    ("رحب مجلس الأمن بالخطوة", "2020", ["UN"]),
    ("دعت جامعة الدول العربية إلى التهدئة", "2019", ["LAS"]),
    ("أعربت مفوضية اللاجئين عن أسفها", "2019", ["UN"]),
    ("اعترضت عملية إيريني سفينة شحن", "2021", ["EU"]),
    ("أنقذ خفر السواحل الليبي ثلاثين مهاجرا", "2018", ["GNA", "CIV"]),
    ("أنقذ خفر السواحل الليبي ثلاثين مهاجرا", "2022", ["GNU", "CIV"]),
    # loyalty and command
    ("مسلحون موالون لحفتر اقتحموا المبنى", "2019", ["LNA"]),
    ("كتائب تابعة لحكومة الإنقاذ انسحبت", "2016-01-10", ["GNC"]),
    ("قوات بقيادة إبراهيم الجضران تقدمت", "2015", ["PFG"]),
    ("ميليشيات الوفاق خرقت الهدنة", "2019", ["GNA"]),
    ("قوات شرق ليبيا أغلقت الطريق", "2020", ["LNA"]),
    ("مسلحون من مصراتة طوقوا المقر", "2015", ["GNC"]),
    ("اغتال مجهولون ضابطا", "2013", ["ARMED", "-"]),
    ("انتشرت مرتزقة فاغنر قرب الحقل", "2020", ["MERC"]),
    ("نقل مقاتلين سوريين إلى الجبهة", "2020", ["MERC"]),
    ("تقهقرت سرايا الدفاع عن بنغازي", "2017", ["SHURA"]),
    ("المتحدث باسم حرس المنشآت النفطية أكد النبأ", "2015", ["PFG"]),
    ("شدد الوزير على دعم الوفاق", "2019", ["-", "GNA"]),
    ("أكد مندوب ليبيا لدى الأمم المتحدة الالتزام", "2018", ["GNA", "UN"]),
    ("سلاح حرس المنشآت التابع للوفاق", "2017", ["PFG"]),
    ("اغتال قناصة موالون للنظام المسعف", "2011", ["GADD"]),
    ("ناقش الملف مع نظيره التونسي", "2018", ["TUN"]),
    ("وصل الرئيس الجنوب أفريقي جاكوب زوما", "2011", ["ZAF"]),
    # civilians
    ("خرج متظاهرون إلى الميدان", "2018", ["CIV"]),
    ("أعيان قبيلة العواقير توسطوا بين الطرفين", "2018", ["CIV", "-"]),
    ("سكان الحي أغلقوا الطريق", "2018", ["CIV"]),
    # speakers
    ("قال مصدر طبي بمستشفى الجلاء إن ثلاثة أصيبوا", "2018", ["-"]),
    ("ذكر شهود عيان لوكالة رويترز", "2018", ["-", "-"]),
]


@pytest.mark.parametrize(("sentence", "year", "expected"), PERIODS)
def test_faction_follows_the_day(sentence: str, year: str, expected: list[str]) -> None:
    assert told(sentence, year) == expected


@pytest.mark.parametrize(("sentence", "year", "text", "expected"), NAMES)
def test_one_phrase_is_one_actor(sentence: str, year: str, text: str, expected: str) -> None:
    folded = fold(sentence).text
    mention = found(sentence, year)[0]
    assert (folded[mention.start : mention.end], f"{mention.id} {mention.faction}") == (text, expected)


@pytest.mark.parametrize(("sentence", "year", "expected"), FACTIONS)
def test_factions_of_composed_phrases(sentence: str, year: str, expected: list[str]) -> None:
    assert [mention.faction or "-" for mention in found(sentence, year)] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "أعلنت المؤسسة حالة القوة القاهرة",
        "القاهرة - رويترز",
        "خلال مؤتمر صحفي",
        "قبيل المغرب بقليل",
        "الدول الصديقة قدمت شكرها",
        "يتحدثون عن الشؤون الداخلية",
        "ارتفعت أسعار الخضر في السوق",
        "فاز الفريق بثلاثة أهداف",
    ],
)
def test_words_that_only_look_like_actors(sentence: str) -> None:
    assert [mention for mention in found(sentence, "2018") if mention.faction] == []


@pytest.mark.parametrize("sentence", ["تقدمت القوات", "اتفق الطرفان", "هاجم المسلحون", "أمر قواته بالزحف", "أغارت مروحياته"])
def test_anaphors_are_left_to_the_reader(sentence: str) -> None:
    assert [mention.definite_group for mention in found(sentence, "2018")] == [True]


def test_a_weak_name_needs_a_full_one_before_it() -> None:
    assert told("قال صالح إنه راض") == []
    assert told("التقى عقيلة صالح الوفد. وقال صالح إنه راض")[-1] == "aguila-saleh HOR"
    assert told("انسحب تنظيم الدولة من الحي. وترك التنظيم عتاده", "2016") == ["isis ISIS", "isis ISIS"]


def test_the_last_named_owner_of_a_weak_name_counts() -> None:
    text = "اجتمع مجلس النواب ثم المجلس الأعلى للدولة، وقال رئيس المجلس إن التوافق قريب"
    assert told(text, "2019")[-1] == "mishri HCS"


def test_mentions_are_in_order_and_apart() -> None:
    text = " ".join(sentence for sentence, *_ in [*PERIODS, *FACTIONS])
    mentions = found(text, "2019")
    assert all(before.end <= after.start for before, after in pairwise(mentions))
    assert all(mention.start < mention.end for mention in mentions)


def test_registry_is_large_and_known_by_id() -> None:
    assert REGISTRY.by_id("haftar") is not None
    assert REGISTRY.by_id("nobody") is None
    assert found("") == []
