"""Any event, for hypothesis: every field, within what `geo.model` says of it."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from geo.coding.vocabulary import event_types, factions, reviews, statuses
from geo.model import Actor, Casualties, DateSpan, Event, Location, Mark, Passage

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
NAME = st.sampled_from(["سرت", "Sirte", "", "a | b", "'\"\\", "=1+1", "\u202e\n"])
DAYS = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31))
COUNT = st.none() | st.integers(0, 2**31 - 1)
OFFSET = st.integers(0, 100_000)


def locations() -> st.SearchStrategy[Location]:
    """A place has the same names wherever it is told, as in the gazetteer."""
    places = st.sampled_from([("p1", "Sirte", "سرت", "Sirte", "LY"), ("p2", "Rome", "روما", None, "IT"), ("p3", "", "", "", "")])
    return st.builds(
        lambda place, *rest: Location(*place, *rest),
        places,
        st.floats(-180, 180) | st.sampled_from([0.0, -0.0, 13.1]),
        st.floats(-90, 90) | st.sampled_from([0.0, 32.5]),
        st.integers(1, 3),
        st.floats(0, 3000),
        st.sampled_from(["", "south of"]),
    )


def events() -> st.SearchStrategy[Event]:
    codes = st.sampled_from([*factions(), "TUR", "XKX", ""])
    return st.builds(
        Event,
        event_id=st.uuids().map(str),
        incident_id=st.just(""),
        event_type=st.sampled_from(list(event_types())),
        status=st.sampled_from(list(statuses())),
        date=st.builds(
            DateSpan,
            DAYS,
            DAYS,
            NAME,
            st.sampled_from(["day", "range", "month", "year", "unknown"]),
            st.sampled_from(["stated", "publication", "unknown"]),
            TEXT,
        ),
        location=st.none() | locations(),
        actors=st.lists(st.builds(Actor, TEXT, NAME, TEXT, codes, st.sampled_from(["actor1", "actor2"]), TEXT), max_size=4).map(
            tuple
        ),
        casualties=st.builds(Casualties, COUNT, COUNT, COUNT, COUNT, COUNT, COUNT),
        attribution=st.lists(TEXT, max_size=3).map(tuple),
        disputed_by=st.lists(TEXT, max_size=3).map(tuple),
        passages=st.lists(st.builds(Passage, TEXT, OFFSET, OFFSET), max_size=3).map(tuple),
        confidence=st.floats(0, 1),
        article_id=st.sampled_from(["a", "b", "c"]),
        article_title=st.just("title"),
        publisher=TEXT,
        published=st.none() | NAME,
        review=st.sampled_from(list(reviews())),
        rule=TEXT,
        marks=st.lists(st.builds(Mark, st.sampled_from(["deed", "place"]), OFFSET, OFFSET), max_size=3).map(tuple),
    )
