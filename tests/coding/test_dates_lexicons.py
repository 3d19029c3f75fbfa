"""A fault in the vocabularies of time, numbers and casualties is one line that names file, line and field."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geo.coding import casualty_vocabulary, date_vocabulary, number_words
from geo.coding.lexicon import FOLDER, read
from geo.errors import DataError

LOADERS: dict[str, Callable[[Any], object]] = {
    "dates.yaml": date_vocabulary.load,
    "numbers.yaml": number_words.load,
    "casualties.yaml": casualty_vocabulary.load,
}


@pytest.mark.parametrize(
    ("name", "right", "wrong", "said"),
    [
        ("dates.yaml", "  6: [الأحد]", "  7: [الأحد]", "7: is none of 0, 1"),
        ("dates.yaml", "today: [اليوم]", "today: اليوم", "today: needs list"),
        ("dates.yaml", "today: [اليوم]", "today: [12]", "today: needs words, found 12"),
        ("dates.yaml", "today: [اليوم]", "todays: [اليوم]", "today: is missing"),
        ("dates.yaml", "month: 12, day: 10, days: 4", "month: 13, day: 10, days: 4", "day: is no day of a Hijri month"),
        ("dates.yaml", "hour: [0, 24]", "hour: [0]", "hour: needs two whole numbers"),
        ("dates.yaml", "  eve: [ليلة]", "  evening: [ليلة]", "evening: is none of day, night, eve"),
        ("numbers.yaml", "  10: [عشر, عشرة", "  ten: [عشر, عشرة", "ten: needs a number"),
        ("numbers.yaml", "  10: [عشرات]", "  10: [no]", "10: needs words, found False"),
        ("casualties.yaml", "{side: fighter, words: [جندي]", "{side: soldier, words: [جندي]", "side: 'soldier' is not"),
        ("casualties.yaml", "lives: [", "life: [", "lives: is missing"),
        ("casualties.yaml", "sound: true, words: [انتحاري", "sound: 1, words: [انتحاري", "sound: needs bool"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, name: str, right: str, wrong: str, said: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf8")
    assert text.count(right) == 1
    (tmp_path / name).write_text(text.replace(right, wrong), encoding="utf8")
    with pytest.raises(DataError, match=said) as caught:
        LOADERS[name](read(name, tmp_path))
    assert str(caught.value).startswith(name)
    if "missing" not in said:  # a missing field has the mapping's line
        assert caught.value.line == text[: text.index(right)].count("\n") + 1
