from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.coding.vocabulary import event_types, reviews, statuses
from geo.model import Event
from geo.query.filters import Filter, default_types, mask
from tests.store.made import TOWNS, at, event, table

FIRST = date(2020, 1, 1)
SIRTE = at("sirte")
EVENTS = (
    event(0, where=SIRTE, factions=("LNA", "GNA")),
    event(1, where=at("ajdabiya"), factions=("TUR",), start="2020-07-01", end="2020-07-31", article="b"),
    event(2, start=None, kind="talks", status="planned"),
    event(3, kind="statement", where=SIRTE),
    event(4, where=SIRTE, status="denied", disputed=("x",), start="2020-08-01", quote="قصف على أجدابيا", review="accepted"),
    event(5, start=None, review="rejected"),
)


@pytest.mark.parametrize(
    ("chosen", "rows"),
    [
        (Filter(), [0, 1, 2, 4]),  # statements are not shown at first
        (Filter(types=frozenset()), [0, 1, 2, 3, 4]),
        (Filter(types=frozenset({"statement"})), [3]),
        (Filter(start=date(2020, 7, 10)), [1, 2, 4]),  # the month may overlap; the undated stays
        (Filter(start=date(2020, 7, 10), end=date(2020, 7, 20), include_undated=False), [1]),
        (Filter(end=date(2020, 7, 2)), [1, 2]),
        (Filter(include_undated=False), [0, 1, 4]),
        (Filter(start=date(2021, 1, 1), end=date(2020, 1, 1)), [2]),  # an empty span holds no day
        (Filter(factions=frozenset({"GNA", "TUR"})), [0, 1]),
        (Filter(factions=frozenset({"LNA"}), places=frozenset({"ajdabiya"})), []),
        (Filter(factions=frozenset({"nobody"})), []),
        (Filter(places=frozenset({"sirte"})), [0, 4]),
        (Filter(statuses=frozenset({"denied"})), [4]),
        (Filter(statuses=frozenset({"disputed", "planned"})), [2, 4]),
        (Filter(articles=frozenset({"b"})), [1]),
        (Filter(text="أجدابيا"), [1, 4]),  # a place's name, or the passage
        (Filter(text="battle turkey"), []),
        (Filter(include_unlocated=False), [0, 1, 4]),
        (Filter(reviews=frozenset({"rejected"})), [5]),  # shown only when asked for
        (Filter(reviews=frozenset({"rejected", "accepted"})), [4, 5]),
    ],
    ids=str,
)
def test_what_passes(chosen: Filter, rows: list[int]) -> None:
    assert mask(table(*EVENTS), chosen).nonzero()[0].tolist() == rows


def test_an_empty_table_passes_nothing() -> None:
    every = Filter(FIRST, FIRST, *[frozenset({"x"})] * 6, "x", False, False)
    assert mask(table(), every).tolist() == []


def test_equal_filters_are_one_key() -> None:
    assert {Filter(text="a"): 1}[Filter(text="a")] == 1


days = st.none() | st.integers(0, 40).map(lambda offset: FIRST + timedelta(offset))
states = st.sampled_from(sorted(reviews()))
codes = st.sampled_from(["LNA", "GNA", "TUR", "UN"])


@st.composite
def events(draw: st.DrawFn) -> Event:
    start = draw(days)
    return event(
        draw(st.integers(0, 99)),
        kind=draw(st.sampled_from(sorted(event_types()))),
        status=draw(st.sampled_from(sorted(statuses()))),
        start=start.isoformat() if start else None,
        end=(start + timedelta(draw(st.integers(0, 9)))).isoformat() if start else None,
        where=draw(st.none() | st.builds(at, st.sampled_from(sorted(TOWNS)), st.integers(1, 3))),
        factions=tuple(draw(st.lists(codes, max_size=3))),
        disputed=draw(st.sampled_from([(), ("x",)])),
        review=draw(states),
        article=draw(st.sampled_from("abc")),
    )


filters = st.builds(
    Filter,
    days,
    days,
    st.frozensets(codes),
    st.frozensets(st.sampled_from(sorted(TOWNS))),
    st.none() | st.frozensets(st.sampled_from(sorted(event_types()))),
    st.frozensets(st.sampled_from([*statuses(), "disputed"])),
    st.frozensets(st.sampled_from("abc")),
    st.frozensets(states),
    st.just(""),
    st.booleans(),
    st.booleans(),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(events(), max_size=8), filters)
def test_the_mask_is_what_the_words_say(told: list[Event], chosen: Filter) -> None:
    assert mask(table(*told), chosen).tolist() == [passes(one, chosen) for one in told]


def passes(one: Event, chosen: Filter) -> bool:
    """The filter's own sentences, one event at a time."""
    dated = one.date.start is not None and one.date.end is not None
    types = default_types() if chosen.types is None else chosen.types
    return all(
        (
            chosen.start is None or one.date.end is None or one.date.end >= chosen.start,
            chosen.end is None or one.date.start is None or one.date.start <= chosen.end,
            dated or chosen.include_undated,
            one.location is not None or chosen.include_unlocated,
            not types or one.event_type in types,
            not chosen.factions or not chosen.factions.isdisjoint(one.factions),
            not chosen.places or (one.location is not None and one.location.place_id in chosen.places),
            not chosen.statuses or one.status in chosen.statuses or bool("disputed" in chosen.statuses and one.disputed_by),
            not chosen.articles or one.article_id in chosen.articles,
            one.review in chosen.reviews if chosen.reviews else one.review != "rejected",
        )
    )
