from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.model import Event
from geo.query import facets as module
from geo.query.facets import Count, facets
from geo.query.filters import Filter, mask
from geo.query.selection import Selections
from tests.query.test_filters import events, filters
from tests.store.made import at, event, table

TABLE = table(
    event(0, where=at("sirte"), factions=("LNA", "GNA")),
    event(1, where=at("sirte"), factions=("LNA",), kind="talks", disputed=("x",)),
    event(2, where=at("ajdabiya"), factions=("TUR",), article="b"),
    event(3, factions=("TUR",), kind="statement"),
    event(4, review="rejected"),
)


def told(counts: tuple[Count, ...]) -> dict[str, int]:
    return {count.label.id: count.events for count in counts if count.events}


def test_counts_shrink_as_the_others_narrow_but_not_by_their_own_choice() -> None:
    found = facets(Selections(TABLE), Filter(factions=frozenset({"TUR"})))
    assert told(found.factions) == {"LNA": 2, "GNA": 1, "TUR": 1}
    assert told(found.places) == {"ajdabiya": 1}
    assert told(found.types) == {"battle": 1, "statement": 1}, "what one click would add is counted"


def test_most_first_and_the_chosen_stay_when_empty() -> None:
    found = facets(Selections(TABLE), Filter(factions=frozenset({"GNA"}), places=frozenset({"ajdabiya"})))
    assert [(count.label.id, count.events, count.chosen) for count in found.factions] == [("TUR", 1, False), ("GNA", 0, True)]


def test_types_and_statuses_are_all_there_in_the_codebooks_order() -> None:
    found = facets(Selections(TABLE), Filter())
    assert [count.label.id for count in found.statuses] == ["reported", "claimed", "planned", "denied", "disputed"]
    assert told(found.statuses) == {"reported": 3, "disputed": 1}
    assert len(found.types) == 18
    assert [count.label.id for count in found.reviews] == ["unreviewed", "accepted", "edited", "rejected", "added"]
    assert told(found.reviews) == {"unreviewed": 3, "rejected": 1}, "what one click would bring back is counted"
    assert not next(count for count in found.types if count.label.id == "statement").chosen


def test_a_long_list_is_cut_but_for_the_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_CHOICES", 1)
    found = facets(Selections(TABLE), Filter(articles=frozenset({"b"})))
    assert [(count.label.id, count.events) for count in found.articles] == [("a", 2), ("b", 1)]


def test_no_events() -> None:
    assert facets(Selections(table()), Filter()).factions == ()


@settings(max_examples=40, deadline=None)
@given(st.lists(events(), max_size=6), filters)
def test_each_count_is_what_choosing_it_alone_would_show(told: list[Event], chosen: Filter) -> None:
    built = table(*told)
    found = facets(Selections(built), chosen)
    for field in ("factions", "places", "statuses", "articles", "types", "reviews"):
        for count in getattr(found, field):
            alone = replace(chosen, **{field: frozenset({count.label.id})})
            assert count.events == mask(built, alone).sum()
