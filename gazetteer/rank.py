"""Which place a name means: a score from the kind word, the neighbours, the story's country and size."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, log10, radians, sin, sqrt

from gazetteer.kinds import FAMILY_OF_WORD, answers
from gazetteer.model import Candidate, Place

EARTH_KM = 6371.0088  # mean radius, IUGG
NEIGHBOUR_STEPS = ((25, 0.24, "within 25 km of a place named beside it"), (80, 0.14, "within 80 km of a place named beside it"),
                   (250, 0.06, "within 250 km of a place named beside it"))  # fmt: skip
FAR_DEGREES = 2.3  # of latitude: more than the last step's 250 km
CLOSE_SCORES, SAME_SPOT_KM = 0.03, 20.0
_BASE = {"country": 0.16, "town": 0.10, "air base": 0.06, "airport": 0.06, "district": 0.08, "region": 0.08}


@dataclass(frozen=True, slots=True)
class Context:
    """What the story tells: ids of places named beside the name, its country (alpha-2), the name's kind word."""

    place_ids: tuple[str, ...] = ()
    country: str = "LY"
    kind: str | None = None


def rank(named: Iterable[tuple[Place, bool]], beside: list[Place], context: Context) -> list[Candidate]:
    """The places of (place, whether its name is strong), best first, each once, scored in [0, 1] with reasons.

    `beside` are the places that the story names beside this one.
    """
    best: dict[str, Candidate] = {}
    for place, strong in named:
        candidate = _score(place, strong, beside, context)
        if place.place_id not in best or best[place.place_id].score < candidate.score:
            best[place.place_id] = candidate
    return sorted(best.values(), key=lambda c: (-c.score, c.place.place_id))


def winner(ranked: Iterable[Candidate]) -> Candidate | None:
    """The first, unless another as good lies elsewhere: then None, for the reviewer to choose.

    >>> winner([]) is None
    True
    """
    candidates = list(ranked)
    if not candidates:
        return None
    first = candidates[0]
    for other in candidates[1:]:
        if first.score - other.score >= CLOSE_SCORES:
            break
        if kilometres(first.place, other.place) > max(SAME_SPOT_KM, first.place.radius_km):
            return None
    return first


def kilometres(one: Place, other: Place) -> float:
    """Great-circle distance between two places; good to 0.5 %, which ranking needs no better than.

    >>> a = Place("a", "", "", "town", "PPL", None, "LY", 0.0, 0.0, 1)
    >>> b = Place("b", "", "", "town", "PPL", None, "LY", 1.0, 0.0, 1)
    >>> round(kilometres(a, b))
    111
    """
    return _great_circle(one.latitude, one.longitude, other.latitude, other.longitude)


@lru_cache(maxsize=1 << 16)
def _great_circle(one_latitude: float, one_longitude: float, latitude: float, longitude: float) -> float:
    lat1, lat2 = radians(one_latitude), radians(latitude)
    across = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin(radians(longitude - one_longitude) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(across)))


def _score(place: Place, strong: bool, beside: list[Place], context: Context) -> Candidate:
    gains = [(_BASE.get(place.kind, 0.03), place.kind)]
    if strong:
        gains.append((0.16, "the name is strong"))
    if place.country == context.country:
        gains.append((0.30, f"in {place.country}, the story's country"))
    told = FAMILY_OF_WORD.get(context.kind or "")
    if told:
        same = answers(place.kind, told)
        gains.append(
            (0.24, "of the kind that the word before it tells")
            if same
            else (-0.12, "of another kind than the word before it tells")
        )
    south, north = place.latitude - FAR_DEGREES, place.latitude + FAR_DEGREES
    others = [other for other in beside if south < other.latitude < north and other.place_id != place.place_id]
    if others:
        near = min(kilometres(place, other) for other in others)
        gains += [(gain, reason) for limit, gain, reason in NEIGHBOUR_STEPS if near <= limit][:1]
    if place.population:
        gains.append((0.018 * log10(place.population), f"population {place.population}"))
    score = sum(gain for gain, _ in gains)
    return Candidate(place, round(min(1.0, max(0.0, score)), 4), tuple(reason for _, reason in gains))
