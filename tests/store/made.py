"""Events and articles for tests, each field with a plain default."""

from __future__ import annotations

from datetime import date

from geo.model import Actor, Article, Casualties, DateSpan, Event, Location, Passage
from geo.store.table import EventTable

TOWNS = {
    "tripoli": ("Tripoli", "طرابلس", 13.187, 32.887),
    "benghazi": ("Benghazi", "بنغازي", 20.069, 32.115),
    "sirte": ("Sirte", "سرت", 16.589, 31.209),
    "ajdabiya": ("Ajdabiya", "أجدابيا", 20.226, 30.755),
}


def at(town: str, precision: int = 1, radius: float = 5.0, north: float = 0.0) -> Location:
    """A location at a town, `north` degrees off it; precision 3 is its district."""
    english, arabic, longitude, latitude = TOWNS[town]
    name = f"{town}-district" if precision == 3 else town
    return Location(name, english, arabic, english, "LY", longitude, latitude + north, precision, radius)


def actor(faction: str, role: str = "actor1") -> Actor:
    return Actor(faction.lower(), faction, faction, faction, "actor1" if role == "actor1" else "actor2", "القوات")


def event(
    number: int = 0,
    *,
    kind: str = "battle",
    status: str = "reported",
    start: str | None = "2020-07-03",
    end: str | None = None,
    where: Location | None = None,
    factions: tuple[str, ...] = (),
    killed: tuple[int | None, int | None, int | None] = (None, None, None),
    disputed: tuple[str, ...] = (),
    article: str = "a",
    quote: str = "اندلعت معارك عنيفة",
    review: str = "unreviewed",
) -> Event:
    """Event "e<number>"; `end` is `start` when not given, and None start is an unknown date."""
    first = date.fromisoformat(start) if start else None
    last = date.fromisoformat(end) if end else first
    return Event(
        event_id=f"e{number}",
        incident_id=f"e{number}",
        event_type=kind,
        status=status,
        date=DateSpan(first, last, "", "day" if first else "unknown", "stated" if first else "unknown", ""),
        location=where,
        actors=tuple(actor(faction) for faction in factions),
        casualties=Casualties(*killed),
        attribution=(),
        disputed_by=disputed,
        passages=(Passage(quote, 0, len(quote)),),
        confidence=0.9,
        article_id=article,
        article_title=f"title {article}",
        publisher="",
        published="2020-07-03",
        review=review,
    )


def table(*events: Event) -> EventTable:
    articles = dict.fromkeys(told.article_id for told in events)
    return EventTable.build(events, [Article(name, "نص", f"title {name}") for name in articles])
