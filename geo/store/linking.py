"""Incidents in the case file: kept right as events come, change and go, without linking the whole case anew.

What holds at every revision: each event is of exactly one incident; an incident has the least id of its
events; any two of its events may tell the same (`incidents.same`); a rejected event is alone. An event that
fits several incidents joins the first, in the order of their ids, so which one may depend on what came when:
`incidents.link` over the whole case, which looks at the narrowest spans first, may choose otherwise.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date

from geo.model import Event
from geo.store import rows
from geo.store.incidents import FARTHEST_KM, LONGEST_DAYS, linkable, precise_first, same

REJECTED = "rejected"
_KM_OF_A_DEGREE = 110.5  # of latitude, at the least (WGS 84, at the equator)
_NEAR = FARTHEST_KM / _KM_OF_A_DEGREE
# Same type, days that overlap, a latitude that is near enough: whatever `same` could say yes to.
_CANDIDATES = (
    "SELECT DISTINCT incident_id FROM events WHERE latitude IS NOT NULL AND event_type = ?"
    " AND date_start BETWEEN ? AND ? AND date_end >= ? AND latitude BETWEEN ? AND ?"
    " AND article_id <> ? AND review <> ? ORDER BY incident_id"
)


def relink(db: sqlite3.Connection, fids: Sequence[int]) -> None:
    """The events of these rows leave the incidents they were of, and join those that they tell now."""
    for fid in fids:
        leave(db, fid)
    link_new(db, {stored.fid: stored.event for stored in rows.of_rows(db, fids)})


def link_new(db: sqlite3.Connection, told: Mapping[int, Event]) -> None:
    """The events of these rows, each of an incident of its own as yet, join those that they tell."""
    for fid, event in sorted(told.items(), key=lambda one: precise_first(one[1])):
        if event.review != REJECTED and linkable(event):
            _join(db, fid, event)


def leave(db: sqlite3.Connection, fid: int) -> None:
    """The event becomes an incident of its own; those it leaves are named after their least."""
    event_id, members = rows.incident_of(db, fid)
    rest = [(member_id, row) for member_id, row in members if row != fid]
    if rest:
        rows.name_incident(db, [fid], event_id)
        rows.name_incident(db, [row for _, row in rest], min(rest)[0])


def _join(db: sqlite3.Connection, fid: int, event: Event) -> None:
    for incident_id in _candidates(db, event):
        members = rows.of_incident(db, incident_id)
        if all(linkable(member.event) and same(event, member.event) for member in members):
            together = [(member.event.event_id, member.fid) for member in members] + [(event.event_id, fid)]
            rows.name_incident(db, [row for _, row in together], min(together)[0])
            return


def _candidates(db: sqlite3.Connection, event: Event) -> list[str]:
    start, end, where = event.date.start, event.date.end, event.location
    if start is None or end is None or where is None:
        return []
    earliest = date.fromordinal(max(start.toordinal() - LONGEST_DAYS, 1))
    days = earliest.isoformat(), end.isoformat(), start.isoformat()
    near = where.latitude - _NEAR, where.latitude + _NEAR
    found = db.execute(_CANDIDATES, (event.event_type, *days, *near, event.article_id, REJECTED))
    return [row[0] for row in found]
