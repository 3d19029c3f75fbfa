"""Where an event may lie, as a reviewer is offered it: candidates for the article's word, a search, a point on the map."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from gazetteer.index import Gazetteer
from gazetteer.kinds import KINDS
from gazetteer.model import Candidate, Place
from gazetteer.rank import Context, kilometres
from gazetteer.resolve import resolve
from gazetteer.search import search
from geo.model import Article, Event, Location
from geo.ui.texts import Texts

MOST = 6  # candidates
KEEPS_NAME_KM = 50.0  # a point this near to the chosen place is still told by its name
SITE_KM = 2.0  # a point this near to a place is the place itself
NEAR_KM = 5.0  # the radius of a point that only lies near a place, until the reviewer tells it

_REASONS = {
    "reason_strong": re.compile("the name is strong"),
    "reason_country": re.compile("in (?P<country>[A-Z]{2}), the story's country"),
    "reason_kind": re.compile("of the kind that the word before it tells"),
    "reason_other_kind": re.compile("of another kind than the word before it tells"),
    "reason_beside": re.compile(r"within (?P<km>\d+) km of a place named beside it"),
    "reason_population": re.compile(r"population (?P<people>\d+)"),
}


def word_of(event: Event, article: Article) -> str:
    """The article's own word for the event's place, '' where none is marked."""
    mark = next((mark for mark in event.marks if mark.kind == "place"), None)
    return article.text[mark.start : mark.end] if mark else ""


def candidates(word: str, events: Iterable[Event], gazetteer: Gazetteer) -> list[Candidate]:
    """The places that a word of the article may mean, best first, beside the places of the article's other events."""
    beside = tuple(dict.fromkeys(event.location.place_id for event in events if event.location))
    return resolve(word, gazetteer, Context(place_ids=beside))[:MOST] if word.strip() else []


@lru_cache(maxsize=64)
def searched(query: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """The places that a typed name may mean. Kept, as a guess looks through every spelling."""
    return tuple(search(query, gazetteer, MOST))


def reason(said: str, texts: Texts) -> str:
    """A reason of the gazetteer's ranking in the interface's language.

    >>> reason("population 120000", Texts("en")), reason("town", Texts("ar"))
    ('population 120,000', 'مدينة')
    """
    for key, pattern in _REASONS.items():
        if found := pattern.fullmatch(said):
            fields = {name: f"{int(value):,}" if value.isdigit() else value for name, value in found.groupdict().items()}
            return texts(key, **fields)
    return KINDS[said].name_ar if texts.language == "ar" and said in KINDS else said


def at_place(place: Place) -> Location:
    """The place itself; an area at its representative point."""
    return Location(
        place.place_id, place.name_en, place.name_ar, place.admin1, place.country,
        place.longitude, place.latitude, 3 if place.is_area else 1, place.radius_km,
    )  # fmt: skip


def at_point(longitude: float, latitude: float, before: Location | None, gazetteer: Gazetteer) -> Location:
    """A point that was picked on the map, in WGS 84 degrees, told by the place chosen before where that is near, else by
    the nearest known one.
    """
    point = Place("", "", "", "town", "PPL", None, "", longitude, latitude, 0.0)
    named = gazetteer.get(before.place_id) if before else None
    if named is None or kilometres(named, point) > max(KEEPS_NAME_KM, named.radius_km):
        named = min((p for p in gazetteer.places.values() if not p.is_area), key=lambda place: kilometres(place, point))
    off = kilometres(named, point)
    if off <= SITE_KM and not named.is_area:
        return replace(at_place(named), longitude=longitude, latitude=latitude)
    return replace(at_place(named), longitude=longitude, latitude=latitude, geo_precision=2, radius_km=NEAR_KM)
