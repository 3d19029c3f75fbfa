"""Incidents in the case file: kept right as events come, change and go, without linking the whole case anew.

What holds at every revision: each event is of exactly one incident; an incident has the least id of its
events; any two of its events may tell the same (`incidents.same`); a rejected event is alone. An event that
fits several incidents joins the first, in the order of their ids, so which one may depend on what came when:
`incidents.link` over the whole case, which looks at the narrowest spans first, may choose otherwise.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from math import cos, radians
from operator import itemgetter
from typing import Any

from geo.model import Event
from geo.store import rows
from geo.store.incidents import FARTHEST_KM, LONGEST_DAYS, PLANNED, Telling, precise_first, same, spread, telling
from geo.store.layer import SEPARATOR

REJECTED = "rejected"
_KM_OF_A_DEGREE = 110.5  # of latitude, at the least (WGS 84, at the equator)
_NEAR = FARTHEST_KM / _KM_OF_A_DEGREE
# The incidents with an event of the same type, on days that overlap, near enough: whatever `same` could say yes to.
_CANDIDATES = (
    "SELECT incident_id FROM events WHERE latitude IS NOT NULL AND event_type = :type"
    " AND date_start BETWEEN :earliest AND :end AND date_end >= :start AND latitude BETWEEN :south AND :north"
    " AND longitude BETWEEN :west AND :east AND (status = :planned) = :is_planned"
    f" AND article_id <> :article AND review <> :rejected AND julianday(date_end) - julianday(date_start) < {LONGEST_DAYS}"
)
_MEMBERS = (
    "SELECT incident_id, fid, event_id, event_type, article_id, status, date_start, date_end, factions, killed_low, killed_best,"
    " killed_high, wounded_low, wounded_best, wounded_high, place_id, longitude, latitude, geo_precision, radius_km"
    f" FROM events WHERE incident_id IN ({_CANDIDATES}) ORDER BY incident_id"
)


def relink(db: sqlite3.Connection, fids: Sequence[int]) -> None:
    """The events of these rows leave the incidents they were of, and join those that they tell now."""
    for fid in fids:
        leave(db, fid)
    link_new(db, {stored.fid: stored.event for stored in rows.of_rows(db, fids)})


def link_new(db: sqlite3.Connection, told: Mapping[int, Event]) -> None:
    """The events of these rows, each of an incident of its own as yet, join those that they tell."""
    tellings = [(one, fid) for fid, event in told.items() if event.review != REJECTED and (one := telling(event))]
    for one, fid in sorted(tellings, key=lambda pair: precise_first(pair[0])):
        _join(db, fid, one)


def leave(db: sqlite3.Connection, fid: int) -> None:
    """The event becomes an incident of its own; those it leaves are named after their least."""
    event_id, members = rows.incident_of(db, fid)
    rest = [(member_id, row) for member_id, row in members if row != fid]
    if rest:
        rows.name_incident(db, [fid], event_id)
        rows.name_incident(db, [row for _, row in rest], min(rest)[0])


def _join(db: sqlite3.Connection, fid: int, one: Telling) -> None:
    for members in _candidates(db, one):
        if all(same(one, member) for member, _ in members):
            together = [(member.event_id, row) for member, row in members] + [(one.event_id, fid)]
            rows.name_incident(db, [row for _, row in together], min(together)[0])
            return


def _candidates(db: sqlite3.Connection, one: Telling) -> Iterator[list[tuple[Telling, int]]]:
    """The members, with their rows, of each incident that the event may tell, by the incidents' ids."""
    wide = _NEAR / max(cos(radians(abs(one.latitude) + _NEAR)), 0.001)
    west, east = one.longitude - wide, one.longitude + wide
    if west < -180 or east > 180:
        west, east = -180.0, 180.0
    found = db.execute(
        _MEMBERS,
        {
            "type": one.event_type,
            "earliest": date.fromordinal(max(one.start.toordinal() - LONGEST_DAYS, 1)).isoformat(),
            "start": one.start.isoformat(),
            "end": one.end.isoformat(),
            "south": one.latitude - _NEAR,
            "north": one.latitude + _NEAR,
            "west": west,
            "east": east,
            "planned": PLANNED,
            "is_planned": one.planned,
            "article": one.article_id,
            "rejected": REJECTED,
        },
    ).fetchall()
    for _, members in groupby(found, key=itemgetter(0)):
        yield [(_telling(row), row[1]) for row in members]


def _telling(row: tuple[Any, ...]) -> Telling:
    _, _, event_id, event_type, article_id, status, start, end, factions, *figures = row
    parties = frozenset(factions.split(SEPARATOR) if factions else ())
    days = date.fromisoformat(start), date.fromisoformat(end)
    tolls = spread(*figures[:3]), spread(*figures[3:6])
    return Telling(event_id, event_type, article_id, status == PLANNED, *days, parties, *tolls, *figures[6:])
