"""What a site puts around its reporting is masked; reporting never is. ⟦ ⟧ stand around what is to be masked."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.arabic import fold
from geo.articles import furniture
from geo.articles.furniture_rules import expression, rules
from geo.errors import DataError

REPORT = "أعلنت إدارة المرفأ استئناف تفريغ السفن بعد توقف دام خمسة أيام."

CASES = {
    "javascript": "⟦Please enable JavaScript to view this page⟧\n" + REPORT,
    "javascript in Arabic": f"⟦يرجى تفعيل الجافا سكريبت في متصفحك لمشاهدة الصفحة.⟧\n{REPORT}",
    "cookies": f"⟦يستخدم موقعنا ملفات تعريف الارتباط لتحسين تجربتك. اقرأ سياسة الخصوصية.⟧\n{REPORT}",
    "text size": f"عودة الملاحة\n\n⟦ت + ت - الحجم الطبيعي⟧\n\n{REPORT}",
    "text size, no spaces": f"⟦ت+ت-الحجم الطبيعى⟧\n{REPORT}",
    "page tools": f"{REPORT}\n⟦Email\nطباعة\nWhatsApp⟧",
    "share": f"{REPORT}\n⟦شارك القصة⟧",
    "poll": f"{REPORT}\n⟦شاركنا برأيك: هل تكفي هدنة أسبوع؟⟧",
    "follow": f"{REPORT}\n⟦تابعونا على فيسبوك وإكس⟧",
    "newsletter": f"{REPORT}\n⟦اشترك في نشرتنا الأسبوعية⟧",
    "one related link": f"{REPORT}\n⟦إقرأ أيضاً: مقتل حارسين في هجوم على حقل⟧\n{REPORT}",
    "related tail": f"{REPORT}\n\n⟦مواضيع ذات صلة\n\nغارة على مخزن ذخيرة\nمن أحرق المصرف؟\nشارك الخبر⟧",
    "more of": f"{REPORT}\n⟦المزيد من المغرب العربي⟧",
    "more of, with headlines": f"{REPORT}\n⟦المزيد من أخبارنا\nاشتباكات في العاصمة..⟧",
    "related in the middle": f"{REPORT}\n⟦اقرأ أيضا:\nقصف عنيف على أطراف البلدة القديمة⟧\nعودة المياه\n{REPORT}",
    "coverage page": f"{REPORT}\n⟦إليكم تغطيتنا المباشرة لما جرى.⟧",
    "live page": f"⟦تغطية مباشرة | آخر تحديث 18:05⟧\n{REPORT}",
    "menu": f"⟦الرئيسية | سياسة | اقتصاد | حوادث | رياضة⟧\n{REPORT}",
    "translator's credit": f"{REPORT}\n⟦(إعداد سعاد الرملي للنشرة العربية - تحرير عادل نوح)⟧",
    "translator's credit in line": f"{REPORT} ⟦(إعداد سعاد الرملي للنشرة العربية - تحرير عادل نوح)⟧",
    "byline": f"عودة الملاحة\n⟦كتبت - سعاد الرملي⟧\n{REPORT}",
    "byline with colon": f"⟦كتب: عادل نوح⟧\n{REPORT}",
    "sources": f"{REPORT}\n⟦المصدر : الجزيرة + وكالات⟧",
    "end of story": f"{REPORT}⟦ (نهاية الخبر)⟧",
    "end of story, own line": f"{REPORT}\n⟦(انتهى)⟧",
    "caption": f"عودة الملاحة\n⟦[صورة: سفن تنتظر خارج المرفأ. رويترز]⟧\n{REPORT}",
    "caption with agency": f"عودة الملاحة\n⟦سفن تنتظر خارج المرفأ (الأوروبية)⟧\n{REPORT}",
    "rights": f"{REPORT}\n⟦جميع الحقوق محفوظة © ٢٠٢٠⟧",
    "release and contact": f"⟦بيان صحفي - للنشر الفوري⟧\n{REPORT}\n⟦للاستفسارات الإعلامية: قسم الإعلام⟧",
    "tags": f"{REPORT}\n⟦الكلمات الدلالية: المرفأ، السفن، الحرب⟧",
    "comments": f"{REPORT}\n⟦التعليقات (٣)\nقارئ\nالجيش دخل المدينة أمس وقتل ألفاً.\nآخر⟧",
    "comments, other site": f"{REPORT}\n⟦عدد الردود 1\nبواسطة:\nقارئ\n{REPORT}⟧",
    "comments, counted": f"{REPORT}\n⟦4 تعليقات\nقارئ: هجوم جديد⟧",
    "comment counter in the head": f"عودة الملاحة\n⟦0 تعليق⟧\n{REPORT}",
    "spelling does not matter": f"{REPORT}\n⟦اخبــار ذات صلة⟧",
    "carriage returns": f"عودة الملاحة\r\n⟦ت + ت - الحجم الطبيعي⟧\r\n{REPORT}\r\n⟦Email⟧\r\n",
}  # fmt: skip

REPORTING = {
    "more forces": f"المزيد من القوات تصل سبها\n{REPORT}",
    "more, in the body": f"{REPORT}\nالمزيد من الدبابات عبر الحدود.",
    "more, at the end of a bulletin of short lines": "المزيد من القوات تصل سبها\nالكهرباء تعود إلى الخمس\nانتهاء الهدنة",
    "took part": "شارك في الهجوم مئتا مقاتل من كتائب الجبل.",
    "followed": "تابعنا بقلق ما جرى في المدينة، قالت البعثة.",
    "comments on": f"{REPORT}\nالتعليقات على القرار لم تتأخر.",
    "the source": "المصدر: قوة من الغرب دخلت البلدة ليلاً وقتلت ثلاثة.",
    "wrote": f"{REPORT}\n{REPORT}\nعنوان\nعنوان\nعنوان\nكتب: سنعود قريبا",
    "declaration": "إعلان القاهرة يلقى ترحيباً\n" + REPORT,
    "the city's name in brackets": f"سقطت البلدة (شرق)\n{REPORT}",
    "agency in the dateline": f"سبها (رويترز) - {REPORT}",
    "agency first line": "مقتل ثلاثة في سبها (رويترز)",
    "section headings": f"{REPORT}\nموقف أوروبي\n{REPORT}\nالبحر\n{REPORT}",
    "print of an attack": "طباعة العملة تتوقف بعد اقتحام المطبعة.",
    "end, told": "انتهى الحصار الذي فرضه المسلحون على المصفاة.",
    "weather": f"{REPORT}\nطقس الغد: معتدل على الساحل",
    "one long line that begins like a link": "اقرأ أيضا " + "كلمة " * 40,
}  # fmt: skip


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES.keys())
def test_furniture_is_masked(marked: str) -> None:
    text = marked.replace("⟦", "").replace("⟧", "")
    shown, last = "", 0
    for span in furniture(text):
        shown += f"{text[last : span.start]}⟦{text[span.start : span.end]}⟧"
        last = span.end
    assert (shown + text[last:]).replace(" ⟦", "⟦").replace("⟦ ", "⟦") == marked.replace(" ⟦", "⟦").replace("⟦ ", "⟦")


@pytest.mark.parametrize("text", REPORTING.values(), ids=REPORTING.keys())
def test_reporting_is_not(text: str) -> None:
    assert [text[span.start : span.end] for span in furniture(text)] == []


PIECES = st.sampled_from([*(case.replace("⟦", "").replace("⟧", "") for case in CASES.values()), "\u064b", "\u200f", "\n", "\r"])


@given(st.lists(st.one_of(PIECES, st.text(max_size=40))).map("\n".join))
def test_spans_lie_in_the_text_sorted_and_apart(text: str) -> None:
    spans = furniture(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(earlier.end < later.start for earlier, later in pairwise(spans))


@pytest.mark.parametrize(
    ("pattern", "line", "fits"),
    [
        ("رأي", "راى", True),
        ("رأي عام", "راي  عام", True),
        ("رأي عام", "رايعام", False),
        ("رأي", "رايه", False),
        ("(#)", "( 12 )", True),
        ("{أ|ب} ج", "ب ج", True),
        ("{أ|} ج", "ج", True),
        (r"\*", "*", True),
        (r"\*", "a", False),
        ("a.b", "axb", False),
    ],
)
def test_patterns(pattern: str, line: str, fits: bool) -> None:
    assert bool(re.fullmatch(expression(pattern), fold(line).text)) is fits


GOOD = {
    "lines": "lines: [{what: x, match: [y]}]\n",
    "endings": "endings: [z]\n",
    "headings": "headings: [{what: x, match: [y]}]\n",
    "comments": "comments: [{what: x, match: [y]}]\n",
}


@pytest.mark.parametrize(
    ("part", "text", "fault"),
    [
        ("lines", "lines: [{what: x, match: ['{y']}]\n", "line 1, match: '{y': '{' is not closed"),
        ("lines", "lines: [{what: x, match: ['y|z']}]\n", "line 1, match: 'y|z': '|' without '{'"),
        (
            "lines",
            "lines:\n- what: x\n  match: [y]\n  where: below\n",
            "line 4, where: 'below' is not one of anywhere … under_title",
        ),
        ("lines", "lines: [{what: x, match: [y], words: many}]\n", "line 1, words: 'many' is not one of 1 … 100"),
        (
            "lines",
            "lines: [{what: x, match: [y], colour: red}]\n",
            "line 1, colour: unknown; known are what, match, words, where, open",
        ),
        ("lines", "lines: [{match: [y]}]\n", "line 1, what: is missing"),
        ("lines", "lines: []\n", "line 1, lines: needs a list"),
        ("endings", "", "endings: is missing"),
        ("comments", "comments: [{what: [\n", "YAML: "),
    ],
)
def test_a_bad_rule_names_its_line(tmp_path: Path, part: str, text: str, fault: str) -> None:
    file = tmp_path / "furniture.yaml"
    file.write_text(text + "".join(content for name, content in GOOD.items() if name != part))
    with pytest.raises(DataError) as caught:
        rules(file)
    assert fault in str(caught.value)
    assert str(caught.value).startswith("furniture.yaml")
