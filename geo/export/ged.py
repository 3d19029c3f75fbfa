"""A CSV with UCDP GED's columns, derived as its codebook says (23.1 and later) from `ged.yaml`.

One row is one incident of lethal organised violence at a place and time. Left out are events that are no use of armed
force, planned and denied ones, those without a death in any estimate, those dated no better than to a year, and those
without a place. date_prec is 1 a day, 2 up to six days, 3 a week, 4 up to a month, 5 up to a year; where_prec is 1 the
site, 2 within 25 km of it, 4 a district, 5 a region or farther off, 6 a country. type_of_violence is 1 where a government
fights an organised actor, 2 where two organised actors that are no government fight, 3 where civilians are the target,
empty where that is contested. best is the figure of the latest report that tells one (else low), low and high span all
reports; the dead of one-sided violence are counted as civilians, all others as unknown: whose they were is not coded.
id is the incident's, a text; names of actors and countries are Dalil's, with the number of a government's state.
`scheme().unfilled` lists the columns that stay empty throughout.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from geo.coding.lexicon import fault, need, read
from geo.coding.vocabulary import event_types, factions, labels, states
from geo.export.countries import countries
from geo.export.feature import point
from geo.export.incidents import HAPPENED, Cells, Scheme, distinct, is_country, parties
from geo.model import Casualties, DateSpan, Event, Location

NAME = "ged.yaml"
COLUMNS = (
    *("id", "relid", "year", "active_year", "code_status", "type_of_violence"),
    *("conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name"),
    *("side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b"),
    *("number_of_sources", "source_article", "source_office", "source_date", "source_headline", "source_original"),
    *("where_prec", "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt"),
    *("priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end"),
    *("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob"),
)
STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
_GOVERNMENT, _NON_STATE, _CIVILIANS, _CONTESTED = _SIDES = ("government", "non_state", "civilians", "contested")
_UCDP_CIVILIANS = "Civilians"  # side b of one-sided violence, as UCDP names it
_DATE_PRECISIONS = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))  # days at the most, date_prec
_AROUND_KM = 25  # of where_prec 2
_AREA = 3  # geo_precision
_GRID = 2, 720  # PRIO-GRID: cells a degree, cells a row


def left_out(event: Event) -> str | None:
    """Why `event` is no row of GED's; None when it is one."""
    if event.event_type not in _data().types:
        return "no_violence"
    if event.status not in HAPPENED:
        return "not_happened"
    if _estimates(event.casualties)[2] < 1:
        return "not_lethal"
    if date_precision(event.date) is None:
        return "undated"
    return "unlocated" if event.location is None else None


def date_precision(when: DateSpan) -> int | None:
    """GED's date_prec, 1 to 5; None when less than the year is known."""
    if when.start is None or when.end is None:
        return None
    days = (when.end - when.start).days + 1
    return next((precision for most, precision in _DATE_PRECISIONS if days <= most), None)


def where_precision(where: Location) -> int:
    """GED's where_prec: 1, 2, 4, 5 or 6."""
    if where.geo_precision < _AREA:
        return where.geo_precision if where.radius_km <= _AROUND_KM or where.geo_precision == 1 else 5
    if is_country(where):
        return 6
    return 4 if where.admin1 else 5


def grid_cell(longitude: float, latitude: float) -> int:
    """The gid of the PRIO-GRID cell (half a degree a side, counted from 180 W, 90 S) that the point lies in.

    >>> grid_cell(13.18, 32.89)
    176787
    """
    cells, row = _GRID
    return int((latitude + 90) * cells) * row + int((longitude + 180) * cells) + 1


def _row(reports: Sequence[Event]) -> Cells:
    """The cells of an incident: the most precise report, with what others add."""
    lead = min(reports, key=_vagueness)
    where, when = lead.location, lead.date
    if where is None or when.start is None or when.end is None:
        raise ValueError(f"event {lead.event_id} is left out of GED's table")
    named = next((told for told in (lead, *reports) if parties(told, "actor1") and parties(told, "actor2")), lead)
    return {
        "id": lead.incident_id,
        "year": when.start.year,
        **_sides(named),
        **_sources(reports),
        **_place(where),
        "date_prec": date_precision(when),
        "date_start": when.start.isoformat(),
        "date_end": when.end.isoformat(),
        **_deaths(reports, type_of_violence(named)),
    }


def type_of_violence(event: Event) -> int | None:
    """GED's type: 1 state-based, 2 non-state, 3 one-sided; None where it is contested or a party is not told."""
    attackers, targets = _kinds(event, "actor1"), _kinds(event, "actor2")
    if event.event_type == "violence_against_civilians" or targets == {_CIVILIANS}:
        return ONE_SIDED
    armed = (attackers - {_CIVILIANS}, targets - {_CIVILIANS})
    if not all(armed) or None in armed[0] | armed[1]:
        return None
    if any(_GOVERNMENT in side for side in armed):
        return STATE_BASED
    return NON_STATE if armed == ({_NON_STATE}, {_NON_STATE}) else None


def _kinds(event: Event, role: str) -> set[str | None]:
    return {_data().side(actor.faction) for actor in event.actors if actor.role == role}


def _vagueness(event: Event) -> tuple[int, int]:
    return date_precision(event.date) or len(_DATE_PRECISIONS) + 1, event.location.geo_precision if event.location else _AREA + 1


def _sides(event: Event) -> Cells:
    """Who fought; in state-based violence a government is side a."""
    kind, roles = type_of_violence(event), ["actor1", "actor2"]
    if kind == STATE_BASED and _GOVERNMENT not in _kinds(event, "actor1"):
        roles.reverse()
    names = [distinct(parties(event, role), ", ") for role in roles]
    names[1] = names[1] or (_UCDP_CIVILIANS if kind == ONE_SIDED else "")
    return {
        "type_of_violence": kind,
        "dyad_name": " - ".join(names) if all(names) else None,
        "side_a": names[0],
        "side_b": names[1],
        "gwnoa": _state(event, roles[0]),
        "gwnob": _state(event, roles[1]),
    }


def _state(event: Event, role: str) -> int | None:
    """The number of the state whose government takes part in that role."""
    codes = [_data().states.get(actor.faction) for actor in event.actors if actor.role == role]
    found = [countries()[code].gwno for code in codes if code in countries()]
    return next((number for number in found if number is not None), None)


def _sources(reports: Sequence[Event]) -> Cells:
    """One article after another, in the order they stand in."""
    articles = {report.article_id: report for report in reports}.values()
    told = [(article.publisher, article.published or "", article.article_title) for article in articles]
    return {
        "number_of_sources": len(told),
        "source_article": ";".join('"' + ",".join(part.replace('"', "'") for part in parts) + '"' for parts in told),
        "source_office": distinct(office for office, _, _ in told),
        "source_date": distinct(day for _, day, _ in told),
        "source_headline": distinct(headline for _, _, headline in told),
        "source_original": distinct(source for report in reports for source in report.attribution),
    }


def _place(where: Location) -> Cells:
    country = countries().get(where.country)
    longitude, latitude = point(where) or (where.longitude, where.latitude)
    return {
        "where_prec": where_precision(where),
        "where_coordinates": where.name_en,
        "where_description": f"{where.relation} {where.name_en}" if where.relation else None,
        "adm_1": where.admin1,
        "latitude": latitude,
        "longitude": longitude,
        "geom_wkt": f"POINT ({longitude} {latitude})",
        "priogrid_gid": grid_cell(longitude, latitude),
        "country": country.name if country else where.country,
        "country_id": country.gwno if country else None,
        "region": country.ged_region if country else None,
    }


def _deaths(reports: Sequence[Event], kind: int | None) -> Cells:
    latest_first = sorted(reports, key=lambda report: report.published or "", reverse=True)
    telling = [report for report in latest_first if report.casualties.killed_best is not None] or latest_first
    spans = [_estimates(report.casualties) for report in reports]
    best = _estimates(telling[0].casualties)[1]
    deaths: Cells = {"best": best, "low": min(low for low, _, _ in spans), "high": max(high for _, _, high in spans)}
    split: Cells = {"deaths_civilians": best, "deaths_unknown": 0} if kind == ONE_SIDED else {"deaths_unknown": best}
    return deaths | split


def _estimates(toll: Casualties) -> tuple[int, int, int]:
    """low, best and high as GED needs them, all told and in order; 0 where the article tells none.

    >>> _estimates(Casualties(killed_low=2)), _estimates(Casualties(killed_high=5)), _estimates(Casualties())
    ((2, 2, 2), (0, 0, 5), (0, 0, 0))
    """
    low, best, high = toll.killed_low, toll.killed_best, toll.killed_high
    likely = best if best is not None else low if low is not None else 0
    return min(likely if low is None else low, likely), likely, max(likely if high is None else high, likely)


class _Data:
    """`ged.yaml`, checked."""

    def __init__(self) -> None:
        found = read(NAME, Path(__file__).parent)
        rows = need(NAME, found, "sides", list)
        self._side: Mapping[str, str | None] = {need(NAME, row, "id", str): self._checked(row) for row in rows}
        self.states: Mapping[str, str] = {row["id"]: row["state"] for row in rows if "state" in row} | {
            code: code for code in states() if code not in self._side
        }
        self.types = frozenset(need(NAME, found, "types", list))
        self.unfilled = labels(NAME, need(NAME, found, "unfilled", list))
        self.reasons = labels(NAME, need(NAME, found, "left_out", list))
        for known, wanted, field in ((event_types(), self.types, "types"), (factions(), self._side, "sides")):
            if wrong := sorted(set(wanted) - known.keys()):
                raise fault(NAME, found, field, f"{wrong[0]!r} is not in the codebook")

    def side(self, faction: str) -> str | None:
        """What the faction is in a conflict."""
        # The codebook's own come first: CIV is civilians here, and Ivory Coast in ISO 3166.
        return self._side[faction] if faction in self._side else _GOVERNMENT if faction in states() else None

    def _checked(self, row: Any) -> str | None:
        side = row.get("side")
        if side is not None and side not in _SIDES:
            raise fault(NAME, row, "side", f"{side!r} is not one of {', '.join(_SIDES)}")
        return None if side is None else str(side)


@cache
def _data() -> _Data:
    return _Data()


@cache
def scheme() -> Scheme:
    """GED's table."""
    return Scheme(COLUMNS, left_out, _row, _data().reasons, _data().unfilled)
