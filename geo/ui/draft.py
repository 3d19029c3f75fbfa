"""A place that the analyst is about to add or correct, and the row that comes of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import nan

from gazetteer.arabic import key
from gazetteer.errors import GazetteerError
from gazetteer.index import Gazetteer
from gazetteer.kinds import KINDS
from gazetteer.model import Name, Place
from gazetteer.own import FILE, OwnPlace, new_id

RADIUS_KM = 5.0  # of a place that no list tells more of
ANALYST = "analyst"  # the source of a point that a person set
HOME = "LY"

_COUNTRY = re.compile("[A-Z]{2}")  # ISO 3166 alpha-2


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the editor. Degrees are WGS 84, None until a point is set.

    `place_id` is None for a new place. `adds` says that `name` is a further spelling of that place; else it is its name.
    `query` is what the search box holds, `fault` why the last try to save failed.
    """

    name: str = ""
    name_en: str = ""
    kind: str = "town"
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = RADIUS_KM
    country: str = HOME
    weak: bool = False
    place_id: str | None = None
    adds: bool = False
    query: str = ""
    fault: str = ""


def of_name(spelling: str, kind: str) -> Draft:
    """A new place by the name that an article tells."""
    return Draft(name=spelling, kind=kind, query=spelling)


def of_place(place: Place, gazetteer: Gazetteer) -> Draft:
    """A known place, to correct."""
    strong = [name.strong for name in gazetteer.names_of(key(place.name_ar)) if name.place_id == place.place_id]
    return Draft(
        place.name_ar, place.name_en, place.kind, place.latitude, place.longitude, place.radius_km, place.country,
        weak=strong == [False], place_id=place.place_id,
    )  # fmt: skip


def joined(draft: Draft, place: Place, gazetteer: Gazetteer) -> Draft:
    """The draft's name as a further spelling of `place`; the place itself where it has that name already, or the draft none."""
    known = of_place(place, gazetteer)
    borne = {name.place_id for name in gazetteer.names_of(key(draft.name))}
    if not draft.name or place.place_id in borne:
        return known
    return replace(known, name=draft.name, weak=False, adds=True)


def apart(draft: Draft) -> Draft:
    """The draft as a place of its own, where it was a spelling of another."""
    return replace(draft, place_id=None, adds=False, name_en="")


def own_place(draft: Draft, own: Sequence[OwnPlace], gazetteer: Gazetteer) -> OwnPlace:
    """The row that the draft makes. Raises `GazetteerError` where something is missing."""
    name, name_en = " ".join(draft.name.split()), " ".join(draft.name_en.split())
    if not name:
        raise GazetteerError(FILE, None, "name_ar", "is empty")
    if draft.latitude is None or draft.longitude is None:
        raise GazetteerError(FILE, None, "latitude", "is missing; click on the map, or type both degrees")
    if not draft.radius_km:
        raise GazetteerError(FILE, None, "radius_km", "needs more than 0")
    if not _COUNTRY.fullmatch(draft.country):
        raise GazetteerError(FILE, None, "country", "needs two capital letters, such as LY")
    before = _before(draft, own, gazetteer) or _new(name, name_en, draft, own, gazetteer)
    first = Name(before.place.place_id, name, "ar", strong=not draft.weak)
    place = replace(
        before.place,
        name_en=name_en,
        name_ar=before.place.name_ar if draft.adds else name,
        country=draft.country,
        kind=draft.kind,
    )
    names = (*before.names, first) if draft.adds else (first, *before.names[1:])
    if place.kind != before.place.kind:
        place = replace(place, feature_code=KINDS[place.kind].feature_code)
    return replace(before, place=_at(place, draft.longitude, draft.latitude, draft.radius_km), names=names)


def _at(place: Place, longitude: float, latitude: float, radius_km: float) -> Place:
    """The place at a point; one that a person moved there has that person for its source."""
    if (place.longitude, place.latitude) != (longitude, latitude):
        place = replace(place, longitude=longitude, latitude=latitude, source=ANALYST, licence="", checked_against="")
    return replace(place, radius_km=radius_km)


def _new(name: str, name_en: str, draft: Draft, own: Sequence[OwnPlace], gazetteer: Gazetteer) -> OwnPlace:
    """A place that has a name and no point yet."""
    place_id = new_id(name_en, {*gazetteer.places, *(each.place.place_id for each in own)})
    code = KINDS[draft.kind].feature_code
    place = Place(place_id, name_en, name, draft.kind, code, None, draft.country, nan, nan, RADIUS_KM)
    return OwnPlace(place, (Name(place_id, name, "ar", strong=True),))


def _before(draft: Draft, own: Sequence[OwnPlace], gazetteer: Gazetteer) -> OwnPlace | None:
    """The place that the draft adds to or corrects: the analyst's row, else the shipped place under its own name."""
    mine = next((each for each in own if each.place.place_id == draft.place_id), None)
    place = gazetteer.get(draft.place_id) if draft.place_id and mine is None else None
    if place is None:
        return mine
    borne = [name for name in gazetteer.names_of(key(place.name_ar)) if name.place_id == place.place_id]
    return OwnPlace(place, (borne[0] if borne else Name(place.place_id, place.name_ar, "ar", strong=True),))
