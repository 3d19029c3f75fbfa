"""Whom "the forces", "his men", "the embassy" mean: the nearest fitting mention before."""

from __future__ import annotations

import pytest

from tests.coding.told import only


@pytest.mark.parametrize(
    ("text", "event_type", "factions"),
    [
        ("وصلت قوات الجيش الوطني إلى سرت أمس. وهاجمت القوات بوابة بن جواد.", "battle", {"LNA"}),
        ("وصلت قوات الوفاق إلى سرت أمس. وهاجمت القوات بوابة بن جواد.", "battle", {"GNA"}),
        # the nearest of two
        (
            "سيطرت قوات الوفاق على غريان أمس. وانسحب الجيش الوطني من الأصابعة، ثم هاجمت القوات مدينة مزدة.",
            "battle",
            {"LNA"},
        ),
        # the speaker's own
        ("قال المسماري إن قواته هاجمت بوابة بن جواد أمس.", "battle", {"LNA"}),
        # nobody before: unknown stays unknown
        ("هاجمت القوات بوابة بن جواد أمس.", "battle", set()),
    ],
)
def test_back_reference(text: str, event_type: str, factions: set[str]) -> None:
    assert set(only(text, event_type).factions) == factions
