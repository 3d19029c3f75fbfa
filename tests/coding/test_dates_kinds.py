"""What is no date, what is relative, long or ahead; the publication day is Friday 3 July 2020."""

from __future__ import annotations

import pytest

from gazetteer.arabic import fold
from geo.coding.dates import DateMention, find_dates, parse_published

FRIDAY = "2020-07-03"


def read(text: str, published: str | None = FRIDAY) -> list[DateMention]:
    return find_dates(fold(text).text, parse_published(published))


def only(text: str, published: str | None = FRIDAY) -> DateMention:
    mentions = read(text, published)
    assert len(mentions) == 1, [(fold(text).text[m.start : m.end], m.kind) for m in mentions]
    return mentions[0]


@pytest.mark.parametrize(
    "text",
    [
        "سوق الجمعة", "في سوق الخميس", "خرجوا بعد صلاة الجمعة", "جمعة الغضب", "التقى محمد الخميس", "قبيلة السبت",  # names
        "اللجنة العسكرية 5+5", "اللواء 128", "الكتيبة 106", "الكتيبة 101 التابعة للجيش", "طائرات إف-16",  # numbers
        "كتيبة 17 فبراير", "ثوار 17 فبراير", "ميدان 11 يونيو", "مستشفى 7 أكتوبر",  # names with dates
        "مارس ضغوطا على الحكومة", "يمارس ضغوطا", "طرق باب المدينة", "الأمين العام الحالي", "القائد العام الجديد",  # common words
        "اليوم الثالث على التوالي", "ذات يوم", "في مثل هذا اليوم من كل شتاء",
        "لا أحد يعرف", "رجب طيب أردوغان", "محمد رمضان", "فجّر نفسه", "ظهر القائد",
        "قريبا من المطار", "ما زال الغموض قائما حتى اليوم", "الأحد عشر كوكبا", "1200 برميل", "3000 مقاتل",
        "اليوم السابع", "5 كيلومترات", "الطابق الثالث", "31/2/2019", "الصيف حار", "وصل ناصر إلى البلدة",
    ],
)  # fmt: skip
def test_no_date_is_seen_in(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("في اليوم ذاته", (0, 0)),
        ("في اليوم نفسه", (0, 0)),
        ("ذلك اليوم", (0, 0)),
        ("تلك الليلة", (0, 0)),
        ("في نفس اليوم", (0, 0)),
        ("وقتها كان الميناء مغلقا", (0, 0)),
        ("في اليوم التالي", (1, 1)),
        ("غداة توقيع الاتفاق", (1, 1)),
        ("عشية القمة", (-1, -1)),
        ("بعد خمسة أيام", (5, 5)),
        ("وبعد يومين فقط", (2, 2)),
        ("بعد ذلك بشهر", (30, 31)),
        ("بعدها بثلاثة أيام", (3, 3)),
        ("قبلها بيوم", (-1, -1)),
        ("قبل ذلك بيومين", (-2, -2)),
        ("بعد ساعات من الهجوم", (0, 1)),
        ("بعد يومين من انتزاع المرفأ", (2, 2)),
        ("قبل أسبوع من الانتخابات", (-7, -7)),
    ],
)
def test_anaphors_move_another_event(text: str, offset: tuple[int, int]) -> None:
    mention = only(text)
    assert (mention.kind, mention.offset_days) == ("anaphoric", offset)
    assert mention.span.start is None


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("انسحبوا في 4 مايو من البلدة. وفي اليوم التالي عادوا", "2020-05-05"),
        ("قصفوا الجسر الاثنين. وبعد يومين عبروه", "2020-07-01"),
        ("اعتقلوا في 2 حزيران/يونيو. وفي 26 منه أفرج عنهم", "2020-06-26"),
        ("وقعوا الهدنة يوم 3 مايو، ثم مددوها في 12 من الشهر نفسه", "2020-05-12"),
        ("أبرم في 23 أكتوبر الماضي، وكان الوفدان التقيا مطلع الشهر نفسه", "2019-10-01/2019-10-10"),
    ],
)
def test_anaphors_count_from_the_time_last_told(text: str, edtf: str) -> None:
    assert read(text)[-1].span.edtf == edtf


@pytest.mark.parametrize(
    "text",
    [
        "هدنة لمدة أسبوعين", "مهلة 72 ساعة", "يرحلون خلال 90 يوما", "منذ ثلاثة أعوام", "منذ سنوات", "على مدى يومين",
        "استمرت ثلاثة أيام", "طوال عامين", "في غضون سنة", "بعد عامين من الإغلاق", "خلال السنوات الماضية",
    ],
)  # fmt: skip
def test_durations_are_flagged(text: str) -> None:
    assert only(text).duration


@pytest.mark.parametrize(
    ("text", "future"),
    [
        ("غدا", True), ("الأحد المقبل", True), ("الأسبوع القادم", True), ("خلال أيام", True), ("الشهر المقبل", True),
        ("10 سبتمبر المقبل", True), ("قريبا", True), ("أمس", False), ("الأحد الماضي", False), ("اليوم", False),
    ],
)  # fmt: skip
def test_future(text: str, future: bool) -> None:
    assert only(text).future is future


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أمس", "day"), ("يومي السبت والأحد", "range"), ("في أكتوبر", "month"), ("عام 2011", "year"), ("منذ أمس", "since"),
        ("استيقظ الحي فجرا", "clock_only"), ("عند الساعة العاشرة صباحا", "clock_only"), ("عشية القمة", "anaphoric"),
    ],
)  # fmt: skip
def test_kinds(text: str, kind: str) -> None:
    assert only(text).kind == kind


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("ستجتمع اللجنة الثلاثاء", "2020-07-07"),
        ("انتخابات 24 ديسمبر", "2020-12-24"),
        ("سيعود العمل في 10 تموز/يوليو", "2020-07-10"),
        ("مؤتمر في أكتوبر", "2020-10"),
        ("في العاشر من الشهر", "2020-07-10"),
    ],
)
def test_how_a_date_reads_when_planned(text: str, ahead: str) -> None:
    mention = only(text)
    assert mention.ahead is not None
    assert mention.ahead.edtf == ahead
    assert mention.span.end is not None
    assert str(mention.span.end) <= FRIDAY


@pytest.mark.parametrize("text", ["الثلاثاء الماضي", "5 سبتمبر 2018", "أمس", "الأحد المقبل", "عام 2011"])
def test_a_sure_date_has_no_second_reading(text: str) -> None:
    assert only(text).ahead is None


@pytest.mark.parametrize(
    "text", ["أمس", "الأحد", "في الرابع من يناير", "منتصف الشهر الجاري", "قبل يومين", "منذ السبت", "الأسبوع الماضي", "خلال أيام"]
)
def test_without_publication_nothing_is_guessed(text: str) -> None:
    span = only(text, None).span
    assert (span.start, span.end, span.precision, span.edtf) == (None, None, "unknown", "")


@pytest.mark.parametrize(
    ("text", "edtf"), [("5 أيلول/سبتمبر 2018", "2018-09-05"), ("عام 2011", "2011"), ("20 رجب 1435هـ", "2014-05-19/2014-05-20")]
)
def test_a_whole_date_needs_no_publication(text: str, edtf: str) -> None:
    assert only(text, None).span.edtf == edtf


def test_a_month_of_publication_settles_months_but_no_days() -> None:
    assert only("أمس", "2020-07").span.start is None
    assert only("الأحد", "2020-07").span.start is None
    assert only("الشهر الماضي", "2020-07").span.edtf == "2020-06"
    assert only("في أكتوبر", "2020-07").span.edtf == "2019-10"


def test_offsets_cover_the_words() -> None:
    text = fold("قُصف المطار مساء الثلاثاء، ثم في 12 و13 من مايو الماضي.").text
    found = find_dates(text, parse_published(FRIDAY))
    assert [text[m.start : m.end] for m in found] == ["مساء الثلاثاء", "12 و13 من مايو الماضي"]


def test_several_in_one_sentence_stay_apart() -> None:
    found = read("انسحبوا الأربعاء بعدما هاجموا الاثنين الحقل الذي أغلق في مارس")
    assert [m.span.edtf for m in found] == ["2020-07-01", "2020-06-29", "2020-03"]


def test_line_breaks_and_sentences_part_expressions() -> None:
    assert [m.span.edtf for m in read("وصلوا الجمعة\n3 مارس كان يوما آخر")][:1] == ["2020-07-03"]
    assert len(read("وصلوا الاثنين. والثلاثاء غادروا")) == 2


def test_a_bracket_is_closed() -> None:
    text = fold("وصلوا الجمعة (3 يوليو) إلى غات").text
    (mention,) = find_dates(text, parse_published(FRIDAY))
    assert text[mention.start : mention.end] == "الجمعه (3 يوليو)"


@pytest.mark.parametrize(
    ("text", "published", "edtf"),
    [
        ("في 25 و26 من نوفمبر الجاري", "2016-11-30", "2016-11-25/2016-11-26"),
        ("متم الشهر الجاري", "2011-10-21", "2011-10-21/2011-10-31"),
        ("فجر التاسع من ذي الحجة", "2016-09-14", "2016-09-10/2016-09-11"),
        ("منتصف الأسبوع", "2015-06-20", "2015-06-15/2015-06-17"),  # a Saturday, when the week begins
        ("الأربعاء", "2020-07-01", "2020-07-01"),
        ("الأربعاء الماضي", "2020-07-01", "2020-06-24"),
        ("24 ديسمبر", "2021-01-02", "2020-12-24"),
        ("أمس", "2020-01-01", "2019-12-31"),
        ("أواخر فبراير", "2019-03-05", "2019-02-21/2019-02-28"),
        ("قبل ثلاثة أشهر", "2020-01-15", "2019-10"),
    ],
)
def test_other_publication_days(text: str, published: str, edtf: str) -> None:
    assert only(text, published).span.edtf == edtf
