"""Casualty figures as found, and as one event's (CODEBOOK 7); every text is our own."""

from __future__ import annotations

import pytest

from gazetteer.arabic import fold
from geo.coding.casualties import Toll, combine, find_tolls


def read(text: str) -> list[Toll]:
    return find_tolls(fold(text).text)


def counts(text: str) -> list[tuple[str, int | None]]:
    """Kind initial and best figure, or the low one where no best is told; parts left out."""
    return [(t.kind[0], t.best if t.best is not None else t.low) for t in read(text) if not t.part]


KILLED = [
    ("سقوط 7 قتلى في غات", 7),  # counted nouns
    ("سقط خمسة قتلى في غات", 5),
    ("17 شهيدا", 17),
    ("استقبل المستشفى 11 جثة", 11),
    ("انتشال جثث 14 مهاجرا", 14),
    ("عثر الأهالي على جثامين تسعة رجال", 9),
    ("خلف الانفجار قتيلين", 2),
    ("سقوط قتيل", 1),
    ("العثور على جثة مجهولة", 1),
    ("1200 قتيل", 1200),
    ("بلغ عدد القتلى 25 قتيلا", 25),
    ("وصل عدد القتلى إلى أربعين", 40),
    ("عدد الوفيات لا يتجاوز 30", 30),
    ("مقتل ثلاثة جنود", 3),  # verbal nouns
    ("مقتل أكثر من 300 شخص", 300),
    ("مصرع شخص في صبراتة", 1),
    ("وفاة 43 شخصا", 43),
    ("بوفاة طفل", 1),
    ("إعدام نحو 30 أسيرا", 30),
    ("ذبح 21 عاملا", 21),
    ("استشهاد أربعة من الحراس", 4),
    ("مقتل سائقه", 1),
    ("مقتل السفير", 1),
    ("اغتيال محامية في درنة", 1),
    ("ملثمون يغتالون ناشطا", 1),
    ("مقتل جنديين", 2),
    ("مقتل شرطي ومسعف", 2),
    ("مقتل حارسين وطفلة", 3),
    ("مقتل امرأتين وثلاثة أطفال", 5),
    ("مقتل طفل وامرأة", 2),
    ("غرق 14 مهاجرا", 14),
    ("قُتل جندي", 1),  # verbs
    ("قُتل سبعة في القصف", 7),
    ("قُتل نحو 30 مسلحا", 30),
    ("قتلت القوات 12 مسلحا", 12),
    ("قتل مسلحون جنديا", 1),
    ("قتل قناص طفلا قرب الجسر", 1),
    ("أعدم التنظيم ستة عمال", 6),
    ("استشهد خمسة من قوات البنيان", 5),
    ("قضى اثنان من الخبراء", 2),
    ("قضى فيه ضابطان", 2),
    ("لقي ضابطان من الكتيبة مصرعهما", 2),
    ("لقي عقيد حتفه", 1),
    ("12 عاملا سودانيا قتلوا", 12),
    ("تسعة من حراسه قتلوا", 9),
    ("16 شخصا معظمهم نساء لقوا حتفهم", 16),
    ("شابان لقيا حتفهما", 2),
    ("ثلاثون طالبا يسلمون الروح", 30),
    ("13 شخصا على الأقل بينهم طفل غرقوا", 13),
    ("قتل ما بين 12 و15 شخصا", 12),
    ("قُتل آمر السرية مع اثنين من مرافقيه", 3),
    ("قتل القيادي أبو زيد واثنان من رفاقه", 3),
    ("أزهقت المعارك أرواح 97 شخصا", 97),  # lives
    ("أودى الهجوم بحياة السفير وأربعة من زملائه", 5),
    ("أودت القذيفة بحياة شخصين", 2),
    ("راح ضحيته 12 شخصا", 12),
    ("حصدت الاشتباكات أرواح ما لا يقل عن 61 مدنيا", 61),
    ("أودى لغم بثلاثة من جنود الصاعقة", 3),
    ("سقط 12 مقاتلا في المحور", 12),
    ("مقتل مدنيين", 2),  # bounds without a figure
    ("مقتل عدد من المدنيين", 2),
    ("انتشال جثث جديدة", 2),
    ("ترك المهاجمون عشرات الجثث", 10),
    ("مقتل المئات", 100),
]

WOUNDED = [
    ("18 جريحا", 18),
    ("نقل 18 جريحا إلى المستشفى", 18),
    ("لم يخسروا سوى جريحين", 2),
    ("عشرات الجرحى", 10),
    ("إصابة أربعة جنود بجروح", 4),
    ("إصابة 460 شخصا", 460),
    ("جرح سبعة آخرين", 7),
    ("أُصيب ثلاثة", 3),
    ("أصيب مصور بشظايا", 1),
    ("أصيب والدهما", 1),
    ("15 موظفا أصيبوا بجروح", 15),
    ("قرابة الثلاثين نقلوا إلى المستشفى", 30),
    ("بترت ساق نجله", 1),
    ("وألحق بخمسة من رجاله جروحا بالغة", 5),
    ("تراوح عدد الجرحى بين 12 و17", 12),
    ("تراوحت أعداد الجرحى، باختلاف المصادر، بين 39 و41 جريحا", 39),
    ("إصابة مدنيين", 2),
    ("وأصيب عدد من المارة", 2),
]


@pytest.mark.parametrize(("text", "best"), KILLED)
def test_killed(text: str, best: int) -> None:
    assert counts(text) == [("k", best)]


@pytest.mark.parametrize(("text", "best"), WOUNDED)
def test_wounded(text: str, best: int) -> None:
    assert counts(text) == [("w", best)]


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("سقوط 4 قتلى و18 جريحا", 4, 18),
        ("قُتل جندي وأصيب خمسة آخرون", 1, 5),
        ("قُتل 14 وجرح 30 في التفجير", 14, 30),
        ("أسفر الانفجار عن مقتل شخص وإصابة آخر", 1, 1),
        ("مصرع حارس وإصابة آخرين", 1, 2),
        ("مقتل سبعة مدنيين بينهم طفلان وإصابة 12 آخرين", 7, 12),
        ("خمسة قتلى بينهم طفل وعشرة جرحى", 5, 10),
        ("مقتل ثلاثة أشخاص على الأقل وإصابة العشرات", 3, 10),
        ("سقوط قتلى وجرحى", 2, 2),
        ("قتلى وجرحى بانفجار في درنة", 2, 2),
        ("عشرات القتلى والجرحى", 10, 10),
        ("سبعة وأربعون شخصا لقوا مصرعهم و518 أصيبوا", 47, 518),
        ("سقطت 94 قذيفة، وخلفت 29 حالة وفاة و65 جريحا", 29, 65),
    ],
)
def test_both(text: str, killed: int, wounded: int) -> None:
    assert counts(text) == [("k", killed), ("w", wounded)]


@pytest.mark.parametrize(
    "text",
    [
        "من دون وقوع ضحايا", "دون تسجيل خسائر بشرية", "لا ضحايا", "لم يسفر القصف عن إصابات", "دون أن تخلف ضحايا", "لم تقع إصابات",
        "لم يُصب أحد بأذى", "ولم يقتل أحد في الغارة",
    ],
)  # fmt: skip
def test_none_is_zero(text: str) -> None:
    figures = combine(read(text))
    assert (figures.killed_best, figures.wounded_best) == (0, 0)


def test_no_deaths_says_nothing_of_wounded() -> None:
    assert counts("لم تسجل وفيات") == [("k", 0)]


@pytest.mark.parametrize(
    "text",
    [
        "دمرت 12 طائرة", "إصابة ثلاث دبابات", "أصيبت طائرة", "أصاب صاروخ خزانا", "أصيب الاقتصاد بانتكاسة",  # things
        "12 بين قتيل وجريح", "مقتل وإصابة 20 شخصا", "20 قتيلا وجريحا", "12 قتيلا أو مفقودا",  # told as one figure
        "إصابة 12 شخصا بفيروس كورونا", "لوازم لعلاج 400 جريح", "حقائب تكفي 300 جريح",  # the sick, supplies
        "لم ترد تقارير عن وقوع إصابات", "ولم تتوفر معلومات عن سقوط ضحايا",  # not known is not none
        "منذ مقتل الزعيم", "ذكرى مقتل السفير", "نقل الجرحى إلى المستشفى", "قتل المدنيين جريمة",
        "قضى ثلاثة أيام في سبها", "قضت المحكمة بسجنه", "اختطاف 12 شخصا", "اعتقال 20 مسلحا", "مستشفى الشهداء", "جرح غائر", "عدد من النواب", "",
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
        ("مقتل ثلاثة جنود", "fighter"), ("مقتل 5 من عناصر التنظيم", "fighter"), ("قتل 12 مسلحا", "fighter"), ("إصابة طفلة", "civilian"),
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
