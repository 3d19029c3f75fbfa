from __future__ import annotations

from datetime import date

import pytest

from geo.coding.vocabulary import event_types
from geo.query.filters import Filter
from geo.query.words import words
from tests.store.made import at, event, table

TABLE = table(event(0, where=at("sirte"), factions=("LNA", "GNA", "TUR", "UN", "EU")))
POLITICS = frozenset(kind.id for kind in event_types().values() if kind.group == "politics")


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (Filter(), "All events except: Statements"),
        (Filter(types=frozenset()), "All events"),
        (Filter(types=frozenset(event_types())), "All events"),
        (Filter(types=POLITICS | {"battle"}), "Events: Battle, Politics"),
        (Filter(types=frozenset(), places=frozenset({"sirte"})), "All events, in Sirte"),
        (Filter(types=frozenset(), places=frozenset({"elsewhere"})), "All events, in elsewhere"),
        (
            Filter(types=frozenset(), factions=frozenset({"LNA", "TUR"})),
            "All events, with Libyan National Army or Turkey",
        ),
        (
            Filter(types=frozenset(), factions=frozenset({"LNA", "GNA", "TUR", "UN", "EU"})),
            "All events, with Libyan National Army, Government of National Accord, United Nations or 2 more",
        ),
        (Filter(types=frozenset(), start=date(2020, 7, 1), end=date(2020, 7, 1)), "All events, on 1 July 2020"),
        (
            Filter(types=frozenset(), start=date(2020, 7, 1), end=date(2020, 8, 2)),
            "All events, from 1 July 2020 to 2 August 2020",
        ),
        (Filter(types=frozenset(), end=date(2020, 7, 1)), "All events, until 1 July 2020"),
        (Filter(types=frozenset(), statuses=frozenset({"disputed"})), "All events, status: Disputed"),
        (Filter(types=frozenset(), text=" a  b "), "All events, with the words “a b”"),
        (Filter(types=frozenset(), reviews=frozenset({"edited", "rejected"})), "All events, review: Edited or Rejected"),
        (Filter(types=frozenset(), articles=frozenset({"a"})), "All events, in the articles title a"),
        (
            Filter(types=frozenset(), include_undated=False, include_unlocated=False),
            "All events, without the undated, without the unlocated",
        ),
    ],
)
def test_english(chosen: Filter, said: str) -> None:
    assert words(chosen, TABLE) == said


def test_arabic() -> None:
    chosen = Filter(places=frozenset({"sirte"}), start=date(2020, 7, 1), text="{x}")
    assert words(Filter(types=frozenset(), reviews=frozenset({"added"})), TABLE, "ar") == "كل الأحداث، المراجعة: مضاف يدويًا"
    assert words(chosen, TABLE, "ar") == "كل الأحداث عدا: المواقف، في سرت، منذ 1 يوليو 2020، تحتوي «{x}»"
