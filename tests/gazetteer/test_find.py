"""Names in running text: longest match, heads, cues, lists, and ordinary words that are no places."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.arabic import fold
from gazetteer.index import default_gazetteer


def found(text: str) -> list[str]:
    """The best place of each mention."""
    return [mention.candidates[0].place.place_id for mention in default_gazetteer().find(fold(text).text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("تعزيزات في سرت والجفرة", ["ly-sirte", "ly-jufra"]),
        ("استهدف قاعدة الجفرة الجوية", ["ly-jufra-base"]),  # longest match
        ("وصلت إلى مطار معيتيقة الدولي", ["ly-mitiga"]),
        ("إغلاق ميناءي السدرة ورأس لانوف", ["ly-sidra-port", "ly-ras-lanuf-port"]),
        ("في العاصمة الليبية طرابلس", ["ly-tripoli"]),  # named twice, one place
        ("إلى العاصمة الإيطالية روما", ["gn-3169070"]),
        ("إلى العاصمة القطرية", ["gn-290030"]),
        ("لطرابلس وبنغازي", ["ly-tripoli", "ly-benghazi"]),
        ("للكفرة", ["ly-kufra"]),
        ("على الحدود الليبية التونسية", ["ly-border-tunisia"]),
        ("السفير المصري والوفد التركي", []),  # a nationality is no place
        ("كسرت القوات الحصار وفسرت ذلك", []),  # verbs with the letters of سرت
        ("Sirte and Tripoli", []),  # Latin spellings are for `resolve`
        ("", []),
    ],
)
def test_places(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("اشتباكات في الخمس", ["ly-khoms"]),
        ("بالخمس", ["ly-khoms"]),
        ("من الخمس إلى القبة", ["ly-khoms", "ly-qubba"]),
        ("مدينة الزاوية", ["ly-zawiya"]),
        ("سيطرت على الزاوية", ["ly-zawiya"]),
        ("طرابلس والزاوية والخمس", ["ly-tripoli", "ly-zawiya", "ly-khoms"]),  # a list that a strong name opens
        ("بلدتي بدر وتيجي", ["ly-badr", "ly-tiji"]),
        ("البيضاء وبنغازي", ["ly-bayda", "ly-benghazi"]),  # or closes
        ("• هون - وصلت شحنة أدوية", ["ly-hun"]),  # the head of a line
        ("ودان: أخلت القوة البوابة", ["ly-waddan"]),
        ("المحكمة ودان المجلس الهجوم", []),
        ("الحواس الخمس", []),
        ("تحت القبة", []),
        ("الراية البيضاء", []),
    ],
)
def test_weak_names_need_a_cue(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "head", "name"),
    [
        ("وصل إلى مدينة سرت", "مدينه سرت", "سرت"),
        ("وصل بمدينة سرت", "مدينه سرت", "سرت"),
        ("في ضواحي بلدة تازربو", "بلده تازربو", "تازربو"),
        ("بمنطقة عين زارة", "منطقه عين زاره", "عين زاره"),
        ("في سرت", "سرت", "سرت"),
        ("في العاصمة الليبية طرابلس", "العاصمه الليبيه طرابلس", "طرابلس"),
    ],
)
def test_the_head_takes_in_the_kind_word(text, head, name):
    folded = fold(text).text
    mention = default_gazetteer().find(folded)[0]
    assert folded[mention.head_start : mention.end] == head
    assert folded[mention.start : mention.end] == name
    assert mention.cued


SILENT = """
فاز الفريق بثلاثة أهداف نظيفة بعد أن سدد المهاجم الكرة في الزاوية اليمنى من المرمى
سدد اللاعب رقم عشرة ركلة حرة ارتطمت بالعارضة ثم ارتدت إلى الملعب
قاد المدرب فريقه إلى الفوز الخامس على التوالي ورفع رصيده إلى أربعين نقطة
تعادل الفريقان بهدف لكل منهما في مباراة مثيرة شهدت ثلاث بطاقات صفراء
أحرز السباح الشاب الميدالية الذهبية في سباق مئة متر حرة
خسر المصارع نزاله الأول لكنه تأهل إلى الدور الثاني بالنقاط
كسرت العداءة الرقم القياسي وسط تصفيق الجمهور
يستعد المنتخب للمباراة الحاسمة ويغيب عنه قائده بداعي الإصابة
ارتفع سعر الدينار أمام العملات الأجنبية في السوق الموازية بعد قرار المصرف
تراجعت أسعار النفط مع ارتفاع المخزونات وتباطؤ الطلب العالمي
أعلن البنك خفض سعر الفائدة ربع نقطة مئوية لدعم النمو
بلغ العجز في الموازنة خمسة مليارات وارتفع الدين العام إلى مستوى قياسي
وقعت الشركة عقدا لتوريد الحبوب والسكر والزيت لمدة ثلاث سنوات
زاد الطلب على الشقق الصغيرة وبقيت الإيجارات مرتفعة
يشكو المواطنون من نقص السيولة ومن الطوابير أمام المخابز
اقترحت اللجنة المالية زيادة المرتبات بنسبة عشرين في المئة
نضع البصل المفروم في الزيت ثم نضيف الطماطم والفلفل والملح ونتركه على نار هادئة
اخلطي الدقيق والسكر والبيض ثم اسكبي الخليط في صينية مدهونة بالزبدة
يقدم الكسكسي ساخنا مع اللحم والخضار والحمص
أضيفي ملعقتين من الزبيب وقليلا من القرفة قبل التقديم
تنقع الفاصوليا البيضاء ليلة كاملة قبل الطهي
يخبز العجين في فرن حار نصف ساعة حتى يحمر وجهه
سرت شائعات عن طلاق الممثلة فسارعت إلى النفي
سرت همهمة في القاعة وصفق الحاضرون طويلا
درج الأطفال على اللعب في الساحة بعد المدرسة
هون عليك فالأمر أيسر مما تظن
حضر الحفل الفنان صالح رجب والكاتبة أمال بدر والشاعر محمود البركة
كتب الروائي قصة عن فيل صغير ضل طريقه في الغابة
درس الطالب الحواس الخمس والجهاز الهضمي وتركيب الخلية
تقع القبة السماوية فوق المتحف ويزورها التلاميذ كل أسبوع
رفع السائق الراية البيضاء وترك السباق
يصوم الناس في رمضان ويفطرون على التمر والحليب عند أذان المغرب
صلى الناس صلاة الاستسقاء طلبا للمطر
تتأثر البلاد بمنخفض جوي تصحبه أمطار غزيرة ورياح نشطة
تنخفض درجات الحرارة ليلا ويتشكل الضباب صباحا
نصح الطبيب مرضاه بالمشي نصف ساعة يوميا وتجنب الملح
طور الباحثون لقاحا جديدا ونشروا نتائجه في مجلة علمية
أصدر الكاتب كتابه الجديد عن تاريخ الطباعة وأثرها في المجتمع
افتتح المعرض بمشاركة عشرين رساما وتستمر فعالياته أسبوعا
قررت الوزارة تأجيل الامتحانات أسبوعين بسبب العاصفة
باع التاجر كان يملك ثلاثة محال ومخزنا في السوق
سقطت القطة من الشرفة فأنقذها الجيران
اشترى الرجل سيارة بيضاء وأهداها لابنه بمناسبة تخرجه
اجتمعت الأسرة حول المائدة وروى الجد حكاية قديمة
رحب المدير بالموظفين الجدد وتمنى لهم التوفيق
تحدث الضيف عن مشروع الموسم المقبل وعن تدريب الكوادر
أكد الخبير أن الاستثمار في التعليم يؤتي ثماره بعد سنوات
اندلعت ثورة في عالم الطباعة وارتفعت مبيعات الكتب في بورصة القراءة
قضت العائلة عطلة سعيدة على سفح جبل عالية قممه وعادت بأمان
أدى المصلون صلاة الغائب ثم رفعوا أيديهم بالدعاء
سقى البستاني أشجار التفاح في بركة صغيرة وجلس تحت شجرة السدر
العيون والأذن والأنف حواس يدرسها التلاميذ في مادة العلوم
تناقش اللجنة المالية مشروع الموازنة في جلسة مغلقة
قال الشاعر إن القصيدة كالنهر لا تعود إلى نبعها
""".strip().splitlines()


def test_enough_ordinary_sentences():
    assert len(SILENT) >= 40


@pytest.mark.parametrize("sentence", SILENT)
def test_no_place_is_invented(sentence):
    assert found(sentence) == []


@given(st.text(st.sampled_from("سرت درنةالخمسيوبلفكمطن،.:\n-()0٣"), max_size=60))
def test_mentions_lie_in_the_text_in_order_and_apart(text):
    folded = fold(text).text
    mentions = default_gazetteer().find(folded)
    assert all(0 <= m.head_start <= m.start < m.end <= len(folded) for m in mentions)
    assert all(one.end <= other.start for one, other in pairwise(mentions))
    assert all(m.candidates and (m.strong or m.cued) for m in mentions)


def test_find_is_one_quick_pass():
    text = fold("شنت القوات هجوما جنوب مدينة سرت وسط اشتباكات عنيفة، فيما وصلت تعزيزات من مصراتة إلى بويرات الحسون. " * 500).text
    default_gazetteer().find("سرت")
    started = time.process_time()
    mentions = default_gazetteer().find(text)
    assert len(mentions) == 1500
    assert time.process_time() - started < 2  # about 50,000 characters; 0.15 s on the machine it was written on
