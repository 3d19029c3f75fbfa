"""Which time expression dates which deed, and what a deed without one gets."""

from __future__ import annotations

from datetime import date

import pytest

from tests.coding.told import coded, only

WEDNESDAY = 10  # June 2020, the day of publication


def june(first: int, last: int | None = None) -> tuple[date, date]:
    return date(2020, 6, first), date(2020, 6, last or first)


@pytest.mark.parametrize(
    ("text", "event_type", "expected", "basis"),
    [
        # its own clause
        ("قصف الطيران سرت يوم الاثنين.", "air_strike", june(8), "stated"),
        ("قصف الطيران سرت أمس، فيما وصلت تعزيزات إلى الجفرة اليوم.", "air_strike", june(9), "stated"),
        ("قصف الطيران سرت أمس، فيما وصلت تعزيزات إلى هون اليوم.", "mobilization", june(10), "stated"),
        ("في وقت متأخر من مساء الأحد هاجم مسلحون مركز شرطة في سبها.", "battle", june(7), "stated"),
        ("خلال الساعات الـ24 الماضية قصف الجيش الوطني مطار معيتيقة ثلاث مرات.", "shelling", june(9, 10), "stated"),
        # the sentence's opening
        ("أمس الثلاثاء، قصف الطيران سرت، فيما سقطت قذائف على هون.", "shelling", june(9), "stated"),
        # counted from another deed
        (
            "انسحبت قوات الوفاق من الأصابعة بعد يومين من سيطرتها على المدينة في 3 يونيو.",
            "withdrawal", june(5), "stated",
        ),
        (
            "انسحب الجيش الوطني من ترهونة أمس، بعد يوم من سقوط مطار طرابلس في يد قوات الوفاق.",
            "territory_change", june(8), "stated",
        ),
        ("قصف الطيران سرت في 5 يونيو. وبعد يومين سقطت قذائف على الجفرة.", "shelling", june(7), "stated"),
        # the day after, the eve of
        (
            "غداة قصف مطار معيتيقة، أعلنت حكومة الوفاق وقف الرحلات من المطار الثلاثاء.",
            "shelling", june(8), "stated",
        ),
        (
            "عاد الهدوء، الأربعاء، إلى طرابلس غداة اتفاق لوقف إطلاق النار أبرم بين الجيش الوطني وقوات الوفاق.",
            "agreement", june(9), "stated",
        ),
        # a weekday: the last one for what is done, the next one for what is planned
        ("اجتمع السراج وأردوغان في أنقرة الخميس.", "talks", june(4), "stated"),
        ("سيجتمع السراج وأردوغان في أنقرة يوم الخميس.", "talks", june(11), "stated"),
        (
            "يجتمع وزراء خارجية الاتحاد الأوروبي في بروكسل الاثنين لبحث الأزمة الليبية.",
            "talks", june(15), "stated",
        ),
        # none: the publication day and the day before, or the week after
        ("اندلعت اشتباكات في الزاوية.", "battle", june(9, 10), "publication"),
        ("من المقرر أن تنسحب القوات من سرت.", "withdrawal", june(10, 17), "publication"),
    ],
)  # fmt: skip
def test_date(text: str, event_type: str, expected: tuple[date, date], basis: str) -> None:
    told = only(text, event_type).date
    assert ((told.start, told.end), told.basis) == (expected, basis)


def test_a_scene_keeps_its_day() -> None:
    first, second = coded("وفي سرت، قصفت طائرات مواقع لداعش الاثنين. وسقطت قذائف على منازل.")
    assert (first.date.start, second.date.start) == (date(2020, 6, 8), date(2020, 6, 8))


def test_another_paragraph_is_another_scene() -> None:
    first, second = coded("قصف الطيران سرت في 3 يونيو.\n\nواندلعت اشتباكات في الزاوية.")
    assert (first.date.start, second.date.basis) == (date(2020, 6, 3), "publication")


@pytest.mark.parametrize("text", ["قصف الطيران سرت أمس.", "قصف الطيران سرت."])
def test_without_a_publication_date_nothing_is_guessed(text: str) -> None:
    told = only(text, "air_strike", published=None).date
    assert (told.start, told.end, told.precision, told.edtf) == (None, None, "unknown", "")


def test_relative_words_stay_as_text() -> None:
    assert only("قصف الطيران سرت أمس.", "air_strike", published=None).date.text == "أمس"


def test_a_full_date_needs_no_publication() -> None:
    assert only("قصف الطيران سرت في 3 يونيو 2020.", "air_strike", published=None).date.start == date(2020, 6, 3)


def test_planned_dates_do_not_pass_to_what_is_done() -> None:
    text = "سيلتقي السراج أردوغان في أنقرة غدا. وقصف الطيران سرت."
    assert only(text, "air_strike").date.basis == "publication"
