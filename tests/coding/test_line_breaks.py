"""Lines that are only wrapped, and breaks that end something."""

import pytest

from geo.coding.line_breaks import unwrapped
from tests.coding.told import coded, only

BREAKS = [
    ("قصفت قوات ضواحي مدينه\nترهونه", 0),
    ("طرابلس تستعد للانتخابات\nقصفت قوات ضواحي ترهونه.", 1),
    ("انفجار في بنغازي\nهدوء في سرت\nوصول وفد الى طبرق", 2),  # headlines
    (
        "قتل ضابط من قوه الحدود واصيب اثنان من\nرفاقه بجروح مساء السبت حين فتح مسلحون\n"
        "النار علي سيارتهم وسط سوق الماشيه قرب\nالكفره.",
        0,
    ),
    ("دارت معارك عنيفه في محيط المطار الدولي.\n\nوقال شهود", 2),
]


@pytest.mark.parametrize(("text", "breaks"), BREAKS)
def test_breaks_that_stay(text: str, breaks: int) -> None:
    assert unwrapped(text).count("\n") == breaks
    assert len(unwrapped(text)) == len(text)


def test_a_wrapped_sentence_is_one_and_quoted_as_it_stands() -> None:
    text = "أصيب طفلان مساء الاثنين إثر\nانفجار لغم في بلدة\nسوكنة بالجفرة."
    event = only(text, "explosion")
    assert event.location is not None
    assert (event.location.name_en, event.casualties.wounded_best) == ("Sukna", 2)
    assert event.passages[0].text == text[:-1]


def test_a_headline_stands_alone() -> None:
    assert len(coded("غارات على سرت\n\nقصفت طائرات مواقع في الجفرة أمس.")) == 2
