"""The day of a deed may be told in a later sentence, about "the operation"."""

import pytest

from tests.coding.told import only

DAYS = [
    ("أعلن الجهاز، اليوم الأربعاء، القبض على خلية في صرمان. وقال إن العملية تمت أمس الثلاثاء.", "arrest", "2020-06-09"),
    ("أعلنت السرية اليوم ضبط شحنة أسلحة في زلة. وأوضحت أن الحملة جرت يوم الأحد.", "weapons_disrupted", "2020-06-07"),
    ("قال المتحدث اليوم إن قصفا استهدف ورشة في العزيزية. وبحسب شهود فإن الهجوم وقع مساء الاثنين.", "shelling", "2020-06-08"),
    ("قصفت مدفعية أمس ورشة في العزيزية. وقال شهود إن الهجوم وقع مساء الاثنين.", "shelling", "2020-06-09"),  # a day of its own
]


@pytest.mark.parametrize(("text", "event_type", "day"), DAYS)
def test_the_day_of_the_operation_wins_over_that_of_its_announcement(text: str, event_type: str, day: str) -> None:
    assert only(text, event_type).date.edtf == day
