"""The same incident, told by several articles (CODEBOOK 1.3): linked, never merged.

Two events tell one incident when their articles differ and type, status, days, place, factions and tolls can
all be of one thing. An incident takes an event only when that holds with each of its members, so that
resemblance does not travel along a chain. The rules are strict: a missed link shows one thing twice, a false
one hides that there were two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from geographiclib.geodesic import Geodesic  # type: ignore[import-untyped]

from geo.model import Event

LONGEST_DAYS = 10  # a span longer than a third of a month says too little to link by
FARTHEST_KM = 25.0  # however wide both radii are
AREA_PRECISION = 3
PLANNED = "planned"
TOLL_FACTOR, TOLL_SLACK = 2, 2  # first tolls are revised: 5 may become 12, not 40

_Slot = tuple[str, date]
_Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Telling:
    """What an event says by which incidents are told apart. `killed`, `wounded` are the least and most, None untold."""

    event_id: str
    event_type: str
    article_id: str
    planned: bool
    start: date
    end: date
    factions: frozenset[str]
    killed: _Range | None
    wounded: _Range | None
    place_id: str
    longitude: float
    latitude: float
    geo_precision: int
    radius_km: float


def telling(event: Event) -> Telling | None:
    """What the event says; None when it says too little of its place and days to be told apart from others."""
    start, end, where, toll = event.date.start, event.date.end, event.location, event.casualties
    if where is None or start is None or end is None or (end - start).days >= LONGEST_DAYS:
        return None
    return Telling(
        event.event_id,
        event.event_type,
        event.article_id,
        event.status == PLANNED,
        start,
        end,
        frozenset(event.factions),
        spread(toll.killed_low, toll.killed_best, toll.killed_high),
        spread(toll.wounded_low, toll.wounded_best, toll.wounded_high),
        where.place_id,
        where.longitude,
        where.latitude,
        where.geo_precision,
        where.radius_km,
    )


def spread(*figures: int | None) -> tuple[int, int] | None:
    """The least and the most of the figures that are told.

    >>> spread(None, 3, 5), spread(None, None)
    ((3, 5), None)
    """
    told = [figure for figure in figures if figure is not None]
    return (min(told), max(told)) if told else None


def link(events: Iterable[Event]) -> list[Event]:
    """The events in their order, each with the `incident_id` of what it tells: the least event id of its incident.

    The same events give the same incidents in whatever order they come. Event ids must be unique.
    """
    told = list(events)
    incidents: dict[_Slot, list[list[Telling]]] = {}
    named = {event.event_id: event.event_id for event in told}
    for one in sorted(filter(None, map(telling, told)), key=precise_first):
        found = _incident(one, incidents)
        if found is None:
            found = []
            for slot in _slots(one):
                incidents.setdefault(slot, []).append(found)
        found.append(one)
        first = min(member.event_id for member in found)
        named.update((member.event_id, first) for member in found)
    return [replace(event, incident_id=named[event.event_id]) for event in told]


def precise_first(one: Telling) -> tuple[int, date, str]:
    """The order to link in: the narrowest spans first, for they are what the wider ones are compared with."""
    return (one.end - one.start).days, one.start, one.event_id


def same(one: Telling, other: Telling) -> bool:
    """Whether two may tell one incident. Symmetric."""
    return (
        one.article_id != other.article_id
        and (one.event_type, one.planned) == (other.event_type, other.planned)
        and one.start <= other.end
        and other.start <= one.end
        and _alike(one.factions, other.factions)
        and _ranges_agree(one.killed, other.killed)
        and _ranges_agree(one.wounded, other.wounded)
        and _near(one, other)
    )


def _slots(one: Telling) -> Iterator[_Slot]:
    """Type and day, for each day the event may have happened on."""
    for offset in range((one.end - one.start).days + 1):
        yield one.event_type, one.start + timedelta(offset)


def _incident(one: Telling, incidents: dict[_Slot, list[list[Telling]]]) -> list[Telling] | None:
    for slot in _slots(one):
        for members in incidents.get(slot, ()):
            if all(same(one, member) for member in members):
                return members
    return None


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both may name the same parties: they share one, or one of them names none."""
    return not one or not other or not one.isdisjoint(other)


def _near(one: Telling, other: Telling) -> bool:
    if AREA_PRECISION in (one.geo_precision, other.geo_precision):
        return one.place_id == other.place_id and one.geo_precision == other.geo_precision
    metres = Geodesic.WGS84.Inverse(one.latitude, one.longitude, other.latitude, other.longitude, Geodesic.DISTANCE)["s12"]
    return bool(metres / 1000 <= min(one.radius_km + other.radius_km, FARTHEST_KM))


def _ranges_agree(one: _Range | None, other: _Range | None) -> bool:
    """Whether the higher toll may be the lower one revised; a toll that is not told agrees with any.

    >>> [_ranges_agree((5, 5), other) for other in (None, (12, 12), (13, 13))]
    [True, True, False]
    """
    if one is None or other is None:
        return True
    lower, higher = sorted((one, other))
    return higher[0] <= lower[1] * TOLL_FACTOR + TOLL_SLACK
