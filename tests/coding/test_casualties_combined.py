"""Which words make no toll, and what tolls tell of one event (CODEBOOK 7); every text is our own."""

from __future__ import annotations

import pytest

from gazetteer.arabic import fold
from geo.coding.casualties import Toll, combine, find_tolls


def read(text: str) -> list[Toll]:
    return find_tolls(fold(text).text)


def counts(text: str) -> list[tuple[str, int | None]]:
    """Kind initial and best figure, or the low one where no best is told; parts left out."""
    return [(t.kind[0], t.best if t.best is not None else t.low) for t in read(text) if not t.part]


@pytest.mark.parametrize(
    "text",
    [
        "دمرت 12 طائرة", "إصابة ثلاث دبابات", "أصيبت طائرة", "أصاب صاروخ خزانا", "أصيب الاقتصاد بانتكاسة",  # things
        "12 بين قتيل وجريح", "مقتل وإصابة 20 شخصا", "20 قتيلا وجريحا", "12 قتيلا أو مفقودا",  # told as one figure
        "إصابة 12 شخصا بفيروس كورونا", "لوازم لعلاج 400 جريح", "حقائب تكفي 300 جريح",  # the sick, supplies
        "لم ترد تقارير عن وقوع إصابات", "ولم تتوفر معلومات عن سقوط ضحايا",  # not known is not none
        "منذ مقتل الزعيم", "ذكرى مقتل السفير", "نقل الجرحى إلى المستشفى", "قتل المدنيين جريمة",
        "قضى ثلاثة أيام في سبها", "قضت المحكمة بسجنه", "اختطاف 12 شخصا", "اعتقال 20 مسلحا",
        "مستشفى الشهداء", "جرح غائر", "عدد من النواب", "",
    ],
)  # fmt: skip
def test_no_toll_is_seen_in(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("مقتل 20 شخصا بينهم ثلاثة أطفال وامرأة", 4),
        ("سقوط ستة قتلى بينهم رضيع", 1),
        ("إصابة تسعة، منهم اثنان في حالة حرجة", 2),
        ("جرح سبعة آخرين، بينهم طفلان", 2),
    ],
)
def test_parts_are_flagged_and_never_added(text: str, best: int) -> None:
    whole, part = read(text)
    assert (part.part, part.best, part.kind) == (True, best, whole.kind)
    figures = combine([whole, part])
    assert whole.best in (figures.killed_best, figures.wounded_best)


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("ارتفع عدد القتلى إلى 47", 47),
        ("ارتفاع حصيلة القتلى إلى 30", 30),
        ("ارتفعت حصيلة ضحايا الاشتباكات إلى 32 قتيلا", 32),
        ("ثم عدل العدد في نشرة لاحقة إلى 64", 64),
        ("ارتفعت الحصيلة من 41 قتيلا إلى 49", 49),
        ("ليرتفع عدد الضحايا إلى 12", 12),
    ],
)
def test_revised(text: str, best: int) -> None:
    (toll,) = read(text)
    assert (toll.revised, toll.best, toll.kind) == (True, best, "killed")


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("1200 قتيل منذ اندلاع المعارك", True),
        ("مقتل نحو 100 مسلح خلال الشهر الماضي", True),
        ("مقتل ثلاثة جنود أمس", False),
    ],
)
def test_totals_are_flagged(text: str, total: bool) -> None:
    assert [toll.total for toll in read(text)] == [total]


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("مقتل ثلاثة جنود", "fighter"), ("مقتل 5 من عناصر التنظيم", "fighter"), ("قتل 12 مسلحا", "fighter"),
        ("إصابة طفلة", "civilian"),
        ("مقتل عاملين", "civilian"), ("غرق 14 مهاجرا", "civilian"), ("مقتل سبعة أشخاص", ""), ("سقوط 7 قتلى", ""),
    ],
)  # fmt: skip
def test_victims(text: str, victim: str) -> None:
    assert [toll.victim for toll in read(text)] == [victim]


@pytest.mark.parametrize(
    ("text", "drowned"), [("غرق 14 مهاجرا", True), ("لقي 12 مهاجرا حتفهم غرقا", True), ("مقتل 12 مهاجرا", False)]
)
def test_drowned(text: str, drowned: bool) -> None:
    assert [toll.drowned for toll in read(text)] == [drowned]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("مقتل 12 شخصا", (12, 12, 12)),
        ("مقتل أكثر من 12 شخصا", (None, 12, None)),
        ("مقتل 12 شخصا على الأقل", (12, 12, None)),
        ("قتل ما بين 12 و15 شخصا", (12, None, 15)),
        ("عشرات القتلى", (10, None, None)),
        ("سقوط قتلى", (2, None, None)),
        ("سقوط 56 قتيلا. وتحدثت الوزارة عن 65 قتيلا", (56, 56, 65)),  # both count the same: the headline's
        ("سقوط 31 قتيلا. وارتفع عدد القتلى إلى 47", (31, 47, 47)),
        ("انتشال 31 جثة. ثم ارتفعت الحصيلة إلى 47 قتيلا، بينهم طفلان", (31, 47, 47)),
        ("مقتل 12 شخصا. قتل 12 شخصا في الغارة", (12, 12, 12)),
        ("سقوط قتلى. وقال طبيب إن 12 شخصا قتلوا", (12, 12, 12)),
        ("لا ضحايا. وقال شاهد إن طفلا قتل", (0, 0, 0)),
        ("مقتل ثلاثة جنود أمس. وقتل 400 جندي منذ بداية الحرب", (3, 3, 3)),  # a war's toll belongs to no single event
        ("هدوء في المدينة", (None, None, None)),
    ],
)
def test_combined(text: str, killed: tuple[int | None, ...]) -> None:
    figures = combine(read(text))
    assert (figures.killed_low, figures.killed_best, figures.killed_high) == killed


def test_offsets_cover_figure_and_victims() -> None:
    text = fold("وأعلنت الإدارة مَقتلَ ثلاثة جنود في غات").text
    (toll,) = find_tolls(text)
    assert text[toll.start : toll.end] == "مقتل ثلاثه جنود"


def test_sentences_stay_apart() -> None:
    assert counts("سقط 12 صاروخا. جنود في الطريق") == []
