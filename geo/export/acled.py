"""A CSV with ACLED's columns, derived as its codebook says (2023 and later) from `acled.yaml` and the event types.

One row is one incident on one day. ACLED records what happened: planned and denied events are left out, and so are
kinds it does not know, events dated no better than to a month, and those placed no better than in a country.
event_date is the day where it is known (time_precision 1); else the middle of the week (2) or of the month (3), the
first or the last day where the beginning or the end of the month is told. A span is one row: the articles do not say on
which of its days something happened. fatalities is the lowest figure that the reports tell (best, else low), and 0 where
none is told; an unnumbered plural counts as the lowest figure it can mean. Names of actors and places are Dalil's.
admin1 is the district. notes quotes the articles, in Arabic. Left empty where Dalil takes no side: the kind of actor of
those who contest the government, and of territory that they take the sub-event type. `scheme().unfilled` lists the columns
that stay empty throughout.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from geo.coding.lexicon import fault, need, read
from geo.coding.vocabulary import disputed, event_types, labels, states
from geo.export.countries import countries
from geo.export.feature import point
from geo.export.incidents import HAPPENED, Cells, Scheme, distinct, is_country, parties
from geo.export.row import SEPARATOR
from geo.model import DateSpan, Event, Location

NAME = "acled.yaml"
COLUMNS = (
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type"),
    *("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting"),
    *("iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision"),
    *("source", "source_scale", "notes", "fatalities", "tags", "timestamp"),
)
# The actor types in the order of their old numbers, by which `interaction` sorts them.
_INTERS = (
    *("State forces", "Rebel group", "Political militia", "Identity militia"),
    *("Rioters", "Protesters", "Civilians", "External/Other forces"),
)
_WEEK, _MONTH = 7, 31  # days
_BEGINNING, _END = 10, 21  # CODEBOOK 4: the last day of a month's beginning, the first of its end
_TARGETING = "Civilian targeting"


def left_out(event: Event) -> str | None:
    """Why `event` is no row of ACLED's; None when it is one."""
    if event_types()[event.event_type].acled is None:
        return "no_counterpart"
    if event.status not in HAPPENED:
        return "not_happened"
    if day_of(event.date) is None:
        return "undated"
    return "unlocated" if event.location is None or is_country(event.location) else None


def day_of(when: DateSpan) -> tuple[date, int] | None:
    """ACLED's event_date and time_precision; None when less than the month is known.

    >>> day_of(DateSpan(date(2020, 6, 1), date(2020, 6, 30)))
    (datetime.date(2020, 6, 15), 3)
    """
    if when.start is None or when.end is None:
        return None
    days = (when.end - when.start).days + 1
    middle = when.start + timedelta((days - 1) // 2)
    if days > _MONTH:
        return None
    if days <= _WEEK:
        return middle, 1 if days == 1 else 2
    if when.start.day == 1 and when.end.day == _BEGINNING:
        return when.start, 3
    if when.start.day == _END and (when.end + timedelta(1)).day == 1:
        return when.end, 3
    return middle, 3


def _row(reports: Sequence[Event]) -> Cells:
    """The cells of an incident: the most precise report, with what others add."""
    lead = min(reports, key=_vagueness)
    kind, where, dated = event_types()[lead.event_type], lead.location, day_of(lead.date)
    if where is None or dated is None:
        raise ValueError(f"event {lead.event_id} is left out of ACLED's table")
    sides = {role: next((told for told in (lead, *reports) if parties(told, role)), lead) for role in ("actor1", "actor2")}
    inter1, inter2 = (_inter(told, role, where) for role, told in sides.items())
    return {
        "event_date": dated[0].isoformat(),
        "year": dated[0].year,
        "time_precision": dated[1],
        "disorder_type": _data().disorder.get(kind.acled or ""),
        "event_type": kind.acled,
        "sub_event_type": _sub_event(lead, inter1),
        **_actors("1", parties(sides["actor1"], "actor1"), inter1),
        **_actors("2", parties(sides["actor2"], "actor2"), inter2),
        "interaction": _interaction(sides, inter1, inter2),
        "civilian_targeting": _TARGETING if _targets_civilians(lead) else None,
        **_place(where, lead),
        "source": distinct(report.publisher for report in reports),
        "notes": _notes(reports),
        "fatalities": _fatalities(reports),
    }


def _vagueness(event: Event) -> tuple[int, int]:
    dated = day_of(event.date)
    return dated[1] if dated else _MONTH, event.location.geo_precision if event.location else _MONTH


def _sub_event(event: Event, inter: str | None) -> str | None:
    """Territory's depends on who takes it; unknown where that is what the parties fight about."""
    kind = event_types()[event.event_type]
    if kind.id != "territory_change":
        return kind.acled_sub
    if inter is None:
        return None
    return "Government regains territory" if inter == _INTERS[0] else kind.acled_sub


def _inter(event: Event, role: str, where: Location) -> str | None:
    """The kind of the first actor in that role; None where there is none, or his kind is disputed."""
    for actor in event.actors:
        if actor.role != role:
            continue
        if actor.faction == "CIV" and event_types()[event.event_type].acled == "Protests":
            return "Protesters"
        if actor.faction in states() and actor.faction not in _data().inter:  # CIV is civilians, and Ivory Coast in ISO 3166
            country = countries().get(where.country)
            at_home = country is not None and country.alpha3 == actor.faction
            return "State forces" if at_home else "External/Other forces"
        return _data().inter.get(actor.faction)
    return None


def _actors(number: str, names: list[str], inter: str | None) -> Cells:
    return {f"actor{number}": names[0] if names else None, f"assoc_actor_{number}": distinct(names[1:]), f"inter{number}": inter}


def _interaction(sides: Mapping[str, Event], *inters: str | None) -> str | None:
    """Both kinds in ACLED's order, or the one there is; None while an actor's kind is unknown."""
    told = [inter for (role, event), inter in zip(sides.items(), inters, strict=True) if parties(event, role)]
    known = sorted((inter for inter in told if inter is not None), key=_INTERS.index)
    if not known or len(known) < len(told):
        return None
    return "-".join(known) if len(known) == 2 else f"{known[0]} only"


def _targets_civilians(event: Event) -> bool:
    kind = event_types()[event.event_type].acled
    targets = {actor.faction for actor in event.actors if actor.role == "actor2"}
    return kind == "Violence against civilians" or (kind == "Explosions/Remote violence" and targets == {"CIV"})


def _place(where: Location, event: Event) -> Cells:
    country = countries().get(where.country)
    longitude, latitude = point(where) or (None, None)
    return {
        "event_id_cnty": f"{country.alpha3 if country else ''}{event.incident_id}",
        "iso": country.numeric if country else None,
        "region": country.acled_region if country else None,
        "country": country.name if country else where.country,
        "admin1": where.admin1,
        "location": where.name_en,
        "latitude": latitude,
        "longitude": longitude,
        "geo_precision": where.geo_precision,
    }


def _notes(reports: Sequence[Event]) -> str:
    quotes = distinct((passage.text for report in reports for passage in report.passages), SEPARATOR)
    denials = distinct(source for report in reports for source in report.disputed_by)
    return f"{quotes} [{disputed().en}: {denials}]" if denials else quotes


def _fatalities(reports: Sequence[Event]) -> int:
    tolls = [report.casualties for report in reports]
    told = [toll.killed_best if toll.killed_best is not None else toll.killed_low for toll in tolls]
    return min((figure for figure in told if figure is not None), default=0)


class _Data:
    """`acled.yaml`, checked."""

    def __init__(self) -> None:
        found = read(NAME, Path(__file__).parent)
        self.inter: dict[str, str | None] = {
            need(NAME, entry, "id", str): self._kind(entry) for entry in need(NAME, found, "actors", list)
        }
        self.disorder: dict[str, str] = {
            need(NAME, entry, "id", str): need(NAME, entry, "is", str) for entry in need(NAME, found, "disorder", list)
        }
        self.unfilled = labels(NAME, need(NAME, found, "unfilled", list))
        self.reasons = labels(NAME, need(NAME, found, "left_out", list))

    def _kind(self, entry: Any) -> str | None:
        kind = entry.get("inter")
        if kind is not None and kind not in _INTERS:
            raise fault(NAME, entry, "inter", f"{kind!r} is not one of {', '.join(_INTERS)}")
        return None if kind is None else str(kind)


@cache
def _data() -> _Data:
    return _Data()


@cache
def scheme() -> Scheme:
    """ACLED's table."""
    return Scheme(COLUMNS, left_out, _row, _data().reasons, _data().unfilled)
