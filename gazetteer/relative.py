"""Places told by another: "south of Ajdabiya", "30 km east of Misrata", "the outskirts of Derna"."""

from __future__ import annotations

from dataclasses import dataclass

from geographiclib.geodesic import Geodesic  # type: ignore[import-untyped]

from gazetteer.kinds import KINDS
from gazetteer.model import Place
from gazetteer.relation_reading import Relation, find_relation
from gazetteer.relations import RelationName, RelationWords, relation_words

__all__ = ["Displaced", "Relation", "displace", "find_relation"]

OFF_COAST_KM = 20.0


@dataclass(frozen=True, slots=True)
class Displaced:
    """A moved point (degrees, WGS 84), how far off it may be, its precision, and the relation in words."""

    longitude: float
    latitude: float
    radius_km: float
    geo_precision: int
    relation_words_en: str
    relation_words_ar: str


def displace(
    place: Place,
    direction: str | None = None,
    distance_km: float | None = None,
    relation: RelationName | None = None,
    other: Place | None = None,
) -> Displaced:
    """The point that a relation to `place` means, moved along the WGS 84 geodesic, with a radius to match.

    With a direction and no distance the point moves by the kind's step (15 km for a town) plus the place's own
    radius for a large one, and may be as far off as it moved. Source of the geodesic: Karney (2013), geographiclib.

    >>> town = Place("x", "X", "س", "town", "PPL", None, "LY", 20.0, 30.0, 5)
    >>> moved = displace(town, "north", 11.1)
    >>> round(moved.latitude, 1), round(moved.longitude, 1), moved.geo_precision
    (30.1, 20.0, 2)
    >>> displace(town).geo_precision
    1
    """
    words = relation_words()
    if other is not None and relation in ("between", "road"):
        return _between(place, other, relation, words)
    if direction in words.directions:
        return _directed(place, direction, distance_km, relation, words)
    precision = 3 if place.is_area else 1
    if relation is None and distance_km is None:
        return Displaced(place.longitude, place.latitude, place.radius_km, precision, "", "")
    if relation == "within":
        return Displaced(place.longitude, place.latitude, place.radius_km, precision, *words.phrases["within"])
    radius = place.radius_km + (distance_km or KINDS[place.kind].step_km * (2 if relation == "off_coast" else 0.7))
    en, ar = words.phrases[relation or "near"]
    if distance_km:
        en, ar = _at_distance(distance_km, words.told["from"], words)
    return Displaced(place.longitude, place.latitude, round(radius, 1), max(2, precision), en, ar)


def _directed(
    place: Place, direction: str, distance_km: float | None, relation: RelationName | None, words: RelationWords
) -> Displaced:
    told = words.directions[direction]
    step = KINDS[place.kind].step_km
    if place.is_area:
        step = place.radius_km * 0.45
    elif place.radius_km > step:
        step = min(30.0, place.radius_km)
    if relation == "outskirts" and distance_km is None:
        step = max(place.radius_km, step / 2)
    if relation == "off_coast" and distance_km is None:
        step = max(step, OFF_COAST_KM)
    if relation == "within":
        step = min(step, place.radius_km) / 2
    kilometres = step if distance_km is None else distance_km
    point = Geodesic.WGS84.Direct(place.latitude, place.longitude, told.azimuth, kilometres * 1000)
    radius = max(step, place.radius_km) if distance_km is None else max(5.0, distance_km * 0.25, place.radius_km)
    en, ar = (told.en, told.ar) if distance_km is None else _at_distance(distance_km, (told.en, told.ar), words)
    return Displaced(round(point["lon2"], 5), round(point["lat2"], 5), round(radius, 1), 3 if place.is_area else 2, en, ar)


def _between(place: Place, other: Place, relation: RelationName, words: RelationWords) -> Displaced:
    line = Geodesic.WGS84.InverseLine(place.latitude, place.longitude, other.latitude, other.longitude)
    middle = line.Position(line.s13 / 2)
    en, ar = words.told[relation]
    return Displaced(
        round(middle["lon2"], 5),
        round(middle["lat2"], 5),
        round(max(5.0, line.s13 / 2000), 1),
        2,
        en.format(one=place.name_en, other=other.name_en),
        ar.format(one=place.name_ar, other=other.name_ar),
    )


def _at_distance(distance_km: float, where: tuple[str, str], words: RelationWords) -> tuple[str, str]:
    en, ar = words.told["distance"]
    return en.format(km=distance_km, where=where[0]), ar.format(km=distance_km, where=where[1])
