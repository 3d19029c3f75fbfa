"""Events to columns: each category is given a code as it is first met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from geo.coding import vocabulary
from geo.coding.vocabulary import Label
from geo.model import Article, Casualties, Event, Location
from geo.store.categories import Categories, Coder, PlaceLabel, Points
from geo.store.columns import NO_END, NO_START, NONE, Columns
from geo.store.texts import Texts

AREA_PRECISION = 3  # CODEBOOK 5: a district, region or country at its representative point

T = TypeVar("T", bound=np.generic)
_PointKey = tuple[float, float, bool]


def encode(events: Sequence[Event], articles: Mapping[str, Article]) -> tuple[Columns, Categories, Texts]:
    """Columns, categories and texts of `events`, in their order."""
    places, points = Coder[str, PlaceLabel](), Coder[_PointKey, int]()
    sets, sources, incidents = Coder[frozenset[str], frozenset[str]](), Coder[str, Label](), Coder[str, str]()
    codes = _Codes()
    place = [_place(event.location, places) for event in events]
    point = [_point(event.location, at, points) for event, at in zip(events, place, strict=True)]
    columns = Columns(
        type=_column((codes.type(event) for event in events), np.int8),
        status=_column((codes.status(event) for event in events), np.int8),
        standing=_column((codes.standing(event) for event in events), np.int8),
        review=_column((codes.review(event) for event in events), np.int8),
        start=_column((_ordinal(event.date.start, NO_START) for event in events), np.int32),
        end=_column((_ordinal(event.date.end, NO_END) for event in events), np.int32),
        place=_column(place, np.int32),
        point=_column(point, np.int32),
        geo_precision=_column((event.location.geo_precision if event.location else 0 for event in events), np.int8),
        radius_km=_column((event.location.radius_km if event.location else np.nan for event in events), np.float32),
        party=_column((sets.code(key := frozenset(event.factions), key) for event in events), np.int32),
        killed=_tolls([_killed(event.casualties) for event in events]),
        wounded=_tolls([_wounded(event.casualties) for event in events]),
        article=_column((sources.code(event.article_id, _source(event, articles)) for event in events), np.int32),
        incident=_column((incidents.code(event.incident_id, event.incident_id) for event in events), np.int32),
        confidence=_column((event.confidence for event in events), np.float32),
    )
    factions = _factions(events)
    parties = np.array([[label.id in members for label in factions] for members in sets.values], dtype=bool)
    categories = Categories(
        types=codes.types,
        groups=codes.groups,
        type_group=codes.type_group,
        statuses=codes.statuses,
        standings=codes.standings,
        reviews=codes.reviews,
        factions=factions,
        parties=parties.reshape(len(sets.values), len(factions)),
        places=tuple(places.values),
        points=_points(points),
        articles=tuple(sources.values),
    )
    return columns, categories, Texts(" ".join(_words(event)) for event in events)


def _column(values: Iterable[float], kind: type[T]) -> NDArray[T]:
    return np.fromiter(values, dtype=kind)


class _Codes:
    """Codes of the closed lists, in the codebook's order."""

    def __init__(self) -> None:
        types = vocabulary.event_types()
        self.types: tuple[Label, ...] = tuple(types.values())
        self.groups: tuple[Label, ...] = tuple(vocabulary.event_groups().values())
        self.statuses: tuple[Label, ...] = tuple(vocabulary.statuses().values())
        self.standings = (*self.statuses, vocabulary.disputed())
        self.reviews: tuple[Label, ...] = tuple(vocabulary.reviews().values())
        self._group = {group.id: code for code, group in enumerate(self.groups)}
        self.type_group = np.array([self._group[kind.group] for kind in types.values()], dtype=np.int8)
        self._type = {kind: code for code, kind in enumerate(types)}
        self._status = {status.id: code for code, status in enumerate(self.statuses)}
        self._review = {review.id: code for code, review in enumerate(self.reviews)}

    def type(self, event: Event) -> int:
        if event.event_type not in self._type:
            raise ValueError(f"event {event.event_id}: {event.event_type!r} is not an event type")
        return self._type[event.event_type]

    def status(self, event: Event) -> int:
        if event.status not in self._status:
            raise ValueError(f"event {event.event_id}: {event.status!r} is not a status")
        return self._status[event.status]

    def review(self, event: Event) -> int:
        if event.review not in self._review:
            raise ValueError(f"event {event.event_id}: {event.review!r} is not a state of review")
        return self._review[event.review]

    def standing(self, event: Event) -> int:
        return len(self.statuses) if event.disputed_by else self.status(event)


def _ordinal(day: date | None, unknown: int) -> int:
    return unknown if day is None else day.toordinal()


def _place(location: Location | None, places: Coder[str, PlaceLabel]) -> int:
    if location is None:
        return NONE
    label = PlaceLabel(location.place_id, location.name_en, location.name_ar, location.admin1, location.country)
    return places.code(location.place_id, label)


def _point(location: Location | None, place: int, points: Coder[_PointKey, int]) -> int:
    if location is None:
        return NONE
    return points.code((location.longitude, location.latitude, location.geo_precision == AREA_PRECISION), place)


def _points(points: Coder[_PointKey, int]) -> Points:
    keys = list(points.keys())
    return Points(
        longitude=np.array([key[0] for key in keys], dtype=np.float64),
        latitude=np.array([key[1] for key in keys], dtype=np.float64),
        area=np.array([key[2] for key in keys], dtype=bool),
        place=np.array(points.values, dtype=np.int32),
    )


def _killed(toll: Casualties) -> tuple[int | None, ...]:
    return toll.killed_low, toll.killed_best, toll.killed_high


def _wounded(toll: Casualties) -> tuple[int | None, ...]:
    return toll.wounded_low, toll.wounded_best, toll.wounded_high


def _tolls(rows: Sequence[tuple[int | None, ...]]) -> NDArray[np.int32]:
    figures = [[NONE if figure is None else figure for figure in row] for row in rows]
    return np.asfortranarray(np.array(figures, dtype=np.int32).reshape(len(rows), 3))


def _source(event: Event, articles: Mapping[str, Article]) -> Label:
    article = articles.get(event.article_id)
    title = (article.title if article else event.article_title) or event.article_id
    return Label(event.article_id, title, title)


def _factions(events: Sequence[Event]) -> tuple[Label, ...]:
    """Labels of the factions that occur: the codebook's first, in its order, then states by code."""
    seen = set(chain.from_iterable(event.factions for event in events))
    known, states = vocabulary.factions(), vocabulary.states()
    return (
        *(label for code, label in known.items() if code in seen),
        *(states.get(code, Label(code, code, code)) for code in sorted(seen - known.keys())),
    )


def _words(event: Event) -> Iterator[str]:
    """What free text finds an event by."""
    kind = vocabulary.event_types()[event.event_type]
    yield from (event.article_title, event.publisher, kind.en, kind.ar)
    yield from (passage.text for passage in event.passages)
    for actor in event.actors:
        yield from (actor.name_en, actor.name_ar, actor.text)
    if event.location:
        yield from (event.location.name_en, event.location.name_ar, event.location.admin1 or "")
