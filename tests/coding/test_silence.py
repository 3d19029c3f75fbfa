"""Texts that report nothing stay silent; news that mentions a stadium, a price or a film does not."""

import json
from pathlib import Path

import pytest

from geo.coding import code
from geo.model import Article

CORPUS = Path(__file__).parent.parent / "corpus"
VIOLENCE = {"battle", "air_strike", "shelling", "explosion", "violence_against_civilians"}
DONE = {"reported", "claimed"}

QUIET = [
    # sport
    "هاجم المنتخب مرمى ضيفه منذ البداية، وأطلق المهاجم قذيفة أصابت العارضة، قبل أن يعلن الحكم نهاية الشوط الأول في ملعب بنينا.",
    "انسحب المدرب من الدوري بعد ثلاث جولات، وقال إن لاعبيه خاضوا معركة الهبوط ببسالة أمام هداف البطولة.",
    "سيطر فريق السلة على المباراة واقتحم دفاع منافسه في الشوط الثالث، وانتهت المعركة بفارق عشر نقاط في كأس ليبيا.",
    # weather, land, beasts
    "تجتاح رياح القبلي مدن الساحل غدا، وتضرب أمطار رعدية درنة وشحات، على أن تنسحب السحب شرقا وترتفع درجات الحرارة.",
    "يتقدم الجراد ليلا ويحتل الحقول، وتكمن أسراب أخرى خلف الكثبان حتى يهاجم بعضها بعضا في موسم التكاثر.",
    # screen, page, kitchen
    "يحكي المسلسل قصة ضابط يخطف شقيقه، وتنفجر في الحلقة الأخيرة سيارة مفخخة أمام المسرح فيقتل البطل.",
    "اضربي البيض مع الدقيق، ثم أضيفي ملعقة من الفلفل المتفجر، وحاصري القصعة بالمرق حتى تنسحب الرطوبة من الطبق.",
    "تقول الشاعرة في ديوانها الجديد إنها وقعت هدنة مع الليل، وإن قصيدة الفجر قصفت نومها بسبع رصاصات.",
    # school, law, health, road
    "أعرب ما تحته خط: قصف العدو المدينة. قصف فعل ماض مبني على الفتح، والعدو فاعل مرفوع، والمدينة مفعول به.",
    "يعاقب بالسجن كل من خطف إنسانا أو احتجزه، ولا يجوز القبض على أحد إلا بأمر، ويعفى من أطلق المخطوف طوعا.",
    "تهاجم نوبات الربو المريض ليلا، فإذا اشتدت الأعراض وجب نقله، فجنود المناعة تنسحب حين يضعف الجسم.",
    "انفجر إطار شاحنة على طريق غريان أمس فوقع تصادم مع حافلة، وعزا قسم المرور الحادث إلى السرعة الزائدة.",
    # the general, the timeless
    "كل حرب تبدأ بكلمة، وكل هدنة لا يحرسها العدل تنهار، ومن يزرع الألغام في القلوب يحصد القتلى في الشوارع.",
    "كانت القوافل تخشى غارات اللصوص عند الآبار، وكان كبار الواحة يعقدون الصلح كلما اشتعلت معركة على الماء، "
    "ثم ترعى الإبل معا ويبيت الخصوم في خيمة واحدة.",
    "نصائح للسائق: لا تقتحم الإشارة، واترك مسافة، فالسرعة سلاح، وحزام الأمان درعك، وإن انفجر إطارك فلا تضغط المكبح.",
    "أفقيا: هجوم جوي، نقيض السلم، مدينة على خليج سرت. عموديا: انسحاب، قائد عسكري، اتفاق على وقف القتال.",
    # another fight
    "يخوض المرشحون معركة انتخابية حامية، ويتبادلون قصفا إعلاميا كل مساء، ويتوقع متابعون أن يحسم أحدهم المواجهة.",
    "اخترق خام برنت حاجز الثمانين دولارا ثم تراجع، وقال متعاملون إن المضاربين انسحبوا بعد هجوم على المخزونات.",
]

NEWS = [
    ("explosion", "انفجرت سيارة مفخخة قرب ملعب المدينة الرياضية في طرابلس أمس الأحد وقتل أربعة من الحراس قبل مباراة الدوري."),
    ("shelling", "سقطت قذائف على معرض طرابلس الدولي مساء الثلاثاء فأصابت جناح الأثاث وقتلت عاملا."),
    ("protest", "تظاهر المئات في مصراتة أمس احتجاجا على ارتفاع أسعار الخبز والوقود، وأغلقوا سوق المدينة."),
    ("violence_against_civilians", "اغتال مسلحون مجهولون مخرجا مسرحيا أمام منزله في بنغازي مساء الأربعاء بعد عرض فيلم قصير."),
    ("blockade", "أغلقت جماعة مسلحة مصفاة الزاوية يوم الاثنين، فارتفعت أسعار الخام في البورصة وخسرت الأسهم."),
    ("support", "وصلت إلى مطار معيتيقة أمس طائرة تركية تحمل لقاحات وأدوية لعلاج مرضى السكري والحساسية."),
    ("mobilization", "انتشرت قوة من اللواء 444 حول ملعب طرابلس قبل نهائي كأس ليبيا يوم الجمعة."),
]


@pytest.mark.parametrize("text", QUIET)
def test_nothing_is_reported(text):
    assert code(Article("quiet", text, published="2019-05-10")) == []


@pytest.mark.parametrize(("event_type", "text"), NEWS)
def test_news_beside_another_topic_is_told(event_type, text):
    assert event_type in {event.event_type for event in code(Article("news", text, published="2019-05-10"))}


def test_the_silent_corpus():
    texts = [json.loads(line) for line in (CORPUS / "silence.jsonl").read_text(encoding="utf8").splitlines()]
    broken = [t["id"] for t in texts if code(Article(t["id"], t["text"], t.get("title", ""), published=t.get("published")))]
    assert len(broken) <= 4, broken


def test_the_world():
    """Sentences on other countries: F1 of "an act of violence happened" and of "a protest happened"."""
    scores = {"violence": [0, 0, 0], "protest": [0, 0, 0]}
    for number, line in enumerate((CORPUS / "violence_world.jsonl").read_text(encoding="utf8").splitlines()):
        row = json.loads(line)
        events = code(Article(str(number), row["text"], published=row["published"]))
        seen = {event.event_type for event in events if event.status in DONE}
        for name, told in (("violence", bool(seen & VIOLENCE)), ("protest", "protest" in seen)):
            tally = scores[name]
            tally[0] += told and row[name]
            tally[1] += told and not row[name]
            tally[2] += row[name] and not told
    f1 = {name: 2 * right / (2 * right + false + missed) for name, (right, false, missed) in scores.items()}
    assert f1["violence"] >= 0.75, f1
    assert f1["protest"] >= 0.70, f1
