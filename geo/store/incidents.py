"""The same incident, told by several articles (CODEBOOK 1.3): linked, never merged.

Two events tell one incident when their articles differ and type, status, days, place, factions and tolls can
all be of one thing. An incident takes an event only when that holds with each of its members, so that
resemblance does not travel along a chain. The rules are strict: a missed link shows one thing twice, a false
one hides that there were two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from geographiclib.geodesic import Geodesic  # type: ignore[import-untyped]

from geo.model import Event, Location

LONGEST_DAYS = 10  # a span longer than a third of a month says too little to link by
FARTHEST_KM = 25.0  # however wide both radii are
AREA_PRECISION = 3
PLANNED = "planned"
TOLL_FACTOR, TOLL_SLACK = 2, 2  # first tolls are revised: 5 may become 12, not 40

_Slot = tuple[str, date]
_Range = tuple[int, int]


def link(events: Iterable[Event]) -> list[Event]:
    """The events in their order, each with the `incident_id` of what it tells: the least event id of its incident.

    The same events give the same incidents in whatever order they come. Event ids must be unique.
    """
    told = list(events)
    incidents: dict[_Slot, list[list[Event]]] = {}
    named: dict[str, str] = {}
    for event in sorted(told, key=precise_first):
        found = _incident(event, incidents)
        if found is None:
            found = []
            for slot in _slots(event):
                incidents.setdefault(slot, []).append(found)
        found.append(event)
        first = min(member.event_id for member in found)
        named.update((member.event_id, first) for member in found)
    return [replace(event, incident_id=named[event.event_id]) for event in told]


def precise_first(event: Event) -> tuple[int, date, str]:
    """The order to link in: the narrowest spans first, for they are what the wider ones are compared with."""
    start, end = event.date.start, event.date.end
    if start is None or end is None:
        return LONGEST_DAYS, date.max, event.event_id
    return (end - start).days, start, event.event_id


def _slots(event: Event) -> Iterator[_Slot]:
    """Type and day, for each day the event may have happened on; none when that says too little."""
    start, end = event.date.start, event.date.end
    if linkable(event) and start and end:
        for offset in range((end - start).days + 1):
            yield event.event_type, start + timedelta(offset)


def _incident(event: Event, incidents: dict[_Slot, list[list[Event]]]) -> list[Event] | None:
    for slot in _slots(event):
        for members in incidents.get(slot, ()):
            if all(same(event, member) for member in members):
                return members
    return None


def linkable(event: Event) -> bool:
    """Whether the event says enough of its place and days to be told apart from others of its type."""
    start, end = event.date.start, event.date.end
    return event.location is not None and start is not None and end is not None and (end - start).days < LONGEST_DAYS


def same(one: Event, other: Event) -> bool:
    """Whether two linkable events of one type may tell one incident. Symmetric."""
    if one.article_id == other.article_id or (one.status == PLANNED) != (other.status == PLANNED):
        return False
    return (
        _overlap(one, other)
        and _alike(frozenset(one.factions), frozenset(other.factions))
        and _tolls_agree(one, other)
        and _near(one.location, other.location)
    )


def _overlap(one: Event, other: Event) -> bool:
    a, b = one.date, other.date
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return False
    return a.start <= b.end and b.start <= a.end


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both may name the same parties: they share one, or one of them names none."""
    return not one or not other or not one.isdisjoint(other)


def _near(one: Location | None, other: Location | None) -> bool:
    if one is None or other is None:
        return False
    if AREA_PRECISION in (one.geo_precision, other.geo_precision):
        return one.place_id == other.place_id and one.geo_precision == other.geo_precision
    metres = Geodesic.WGS84.Inverse(one.latitude, one.longitude, other.latitude, other.longitude, Geodesic.DISTANCE)["s12"]
    return bool(metres / 1000 <= min(one.radius_km + other.radius_km, FARTHEST_KM))


def _tolls_agree(one: Event, other: Event) -> bool:
    return all(_ranges_agree(a, b) for a, b in zip(_tolls(one), _tolls(other), strict=True))


def _tolls(event: Event) -> tuple[_Range | None, _Range | None]:
    toll = event.casualties
    return _range(toll.killed_low, toll.killed_best, toll.killed_high), _range(
        toll.wounded_low, toll.wounded_best, toll.wounded_high
    )


def _range(*figures: int | None) -> _Range | None:
    told = [figure for figure in figures if figure is not None]
    return (min(told), max(told)) if told else None


def _ranges_agree(one: _Range | None, other: _Range | None) -> bool:
    """Whether the higher toll may be the lower one revised; a toll that is not told agrees with any.

    >>> [_ranges_agree((5, 5), other) for other in (None, (12, 12), (13, 13))]
    [True, True, False]
    """
    if one is None or other is None:
        return True
    lower, higher = sorted((one, other))
    return higher[0] <= lower[1] * TOLL_FACTOR + TOLL_SLACK
