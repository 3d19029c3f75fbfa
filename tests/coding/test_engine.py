"""The coder as a whole: what counts, what does not, and that it leaves nothing behind."""

from __future__ import annotations

import pytest

from geo.coding import code
from geo.model import Article
from tests.coding.told import coded


def kinds(text: str) -> list[tuple[str, str]]:
    return [(event.event_type, event.status) for event in coded(text)]


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "....", "«»", "١٢٣", "hello world", "سرت", "🙂" * 50])
def test_texts_that_say_nothing(text: str) -> None:
    assert coded(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # two deeds of one sentence
        (
            "سيطر تنظيم داعش على النوفلية أمس بعد انسحاب حرس المنشآت النفطية منها.",
            [("territory_change", "reported"), ("withdrawal", "reported")],
        ),
        # a general word beside its means is one deed
        ("استهدف هجوم بطائرة مسيرة قاعدة الوطية أمس.", [("air_strike", "reported")]),
        ("هز انفجار سيارة مفخخة بنغازي أمس.", [("explosion", "reported")]),
        # a statement and what it is about
        ("دعا المبعوث الأممي إلى انسحاب القوات الأجنبية من ليبيا.", [("statement", "reported")]),
        # a condition
        ("إذا هاجمت قوات الوفاق سرت فستتدخل مصر.", []),
        # an office named
        ("عين رئيس أركان القوات البرية في طرابلس الاثنين مديرا لمكتبه.", []),
    ],
)
def test_deeds_of_a_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


def test_a_whole_article() -> None:
    text = (
        "غارة قرب سرت والمسماري ينفي\n\n"
        "طرابلس - قصفت طائرة مسيرة رتلا للجيش الوطني غربي سرت مساء الاثنين، وفق مصدر عسكري.\n\n"
        "وأضاف المصدر أن القصف أوقع سبعة قتلى.\n\n"
        "في المقابل، نفى الناطق باسم الجيش الوطني أحمد المسماري تعرض الرتل لأي غارة.\n\n"
        "وقال إن لقاء سيجمع المشير خليفة حفتر بوزير الخارجية الروسي في موسكو الأحد المقبل."
    )
    events = coded(text)
    strike = next(event for event in events if event.event_type == "air_strike")
    assert strike.location is not None
    assert strike.location.name_en == "Sirte"
    assert (strike.date.edtf, strike.casualties.killed_best) == ("2020-06-08", 7)
    assert "LNA" in strike.factions
    assert strike.attribution[0] == "مصدر عسكري"
    assert ("talks", "planned") in kinds(text)


def test_nothing_is_kept_from_one_article_to_the_next() -> None:
    news = Article("a", "قصفت القوات سرت أمس.", published="2020-06-10")
    before = code(news)
    code(Article("b", "وصلت قوات الوفاق إلى سرت. بيان: سيطرت قواتنا على المدينة.", published="2015-01-01"))
    assert code(news) == before
