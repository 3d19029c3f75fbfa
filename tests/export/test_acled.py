"""ACLED's columns, derived as its codebook says."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

import pytest

from geo.coding.vocabulary import event_types, factions
from geo.export import FORMATS, acled
from geo.export.acled import COLUMNS, day_of, left_out
from geo.model import Actor, Casualties, DateSpan, Event, Location
from tests.store.made import at, event

SIRTE = at("sirte")
LIBYA = replace(at("sirte", precision=3), place_id="country-ly", name_en="Libya", admin1=None)


def rows(*events: Event) -> list[dict[str, str]]:
    out = io.BytesIO()
    FORMATS["acled"].write(events, out)
    return list(csv.DictReader(io.StringIO(out.getvalue().decode("utf-8-sig"), newline="")))


def party(faction: str, role: str, name: str = "x") -> Actor:
    return Actor(name.lower(), name, name, faction, "actor1" if role == "actor1" else "actor2", "القوات")


def between(*parties: tuple[str, str], kind: str = "battle", where: Location = SIRTE) -> Event:
    return replace(event(kind=kind, where=where), actors=tuple(party(faction, role) for faction, role in parties))


def test_the_columns_are_acleds() -> None:
    [row] = rows(event(where=SIRTE))
    assert tuple(row) == (*COLUMNS, "review")
    assert len(COLUMNS) == 31


def test_what_has_no_counterpart_is_listed_and_empty() -> None:
    unfilled = FORMATS["acled"].unfilled()
    assert set(unfilled) < set(COLUMNS)
    [row] = rows(replace(event(where=SIRTE), attribution=("وكالة",), publisher="الساحل"))
    assert {row[column] for column in unfilled} == {""}
    assert all(label.en and label.ar for label in unfilled.values())


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        (event(where=SIRTE), None),
        (event(where=at("sirte", precision=3)), None),  # a district is geo_precision 3
        (event(where=SIRTE, status="claimed", disputed=("x",)), None),  # both sides are kept, in the notes
        *((event(where=SIRTE, kind=kind), "no_counterpart") for kind in ("talks", "statement", "support", "humanitarian")),
        (event(where=SIRTE, status="planned"), "not_happened"),
        (event(where=SIRTE, status="denied"), "not_happened"),
        (event(where=SIRTE, start=None), "undated"),
        (event(where=SIRTE, start="2020-01-01", end="2020-12-31"), "undated"),
        (event(), "unlocated"),
        (event(where=LIBYA), "unlocated"),
    ],
)
def test_what_acled_does_not_record_is_left_out(told: Event, reason: str | None) -> None:
    assert left_out(told) == reason
    assert len(rows(told)) == (reason is None)


@pytest.mark.parametrize("kind", event_types().values(), ids=lambda kind: kind.id)
def test_the_event_type_decides_what_belongs(kind) -> None:
    told = event(kind=kind.id, where=SIRTE)
    assert (left_out(told) is None) == (kind.acled is not None)
    assert all(row["event_type"] == kind.acled and row["disorder_type"] for row in rows(told))


@pytest.mark.parametrize(
    ("start", "end", "day", "precision"),
    [
        ("2020-07-03", "2020-07-03", "2020-07-03", 1),
        ("2020-07-03", "2020-07-04", "2020-07-03", 2),
        ("2020-07-06", "2020-07-12", "2020-07-09", 2),  # a week: its middle
        ("2020-06-01", "2020-06-30", "2020-06-15", 3),  # a month: its middle
        ("2020-06-01", "2020-06-10", "2020-06-01", 3),  # its beginning: the first day
        ("2020-06-21", "2020-06-30", "2020-06-30", 3),  # its end: the last
        ("2020-06-11", "2020-06-20", "2020-06-15", 3),
    ],
)
def test_one_day_and_how_well_it_is_known(start: str, end: str, day: str, precision: int) -> None:
    assert day_of(DateSpan(date.fromisoformat(start), date.fromisoformat(end))) == (date.fromisoformat(day), precision)
    [row] = rows(event(where=SIRTE, start=start, end=end))
    assert (row["event_date"], row["year"], row["time_precision"]) == (day, "2020", str(precision))


@pytest.mark.parametrize(
    ("killed", "fatalities"),
    [
        (Casualties(), 0),  # none told
        (Casualties(killed_best=0), 0),
        (Casualties(2, 5, 9), 5),
        (Casualties(killed_low=10), 10),  # "tens"
        (Casualties(killed_high=4), 0),  # up to four
        (Casualties(wounded_best=7), 0),
    ],
)
def test_fatalities(killed: Casualties, fatalities: int) -> None:
    [row] = rows(replace(event(where=SIRTE), casualties=killed))
    assert row["fatalities"] == str(fatalities)


@pytest.mark.parametrize(
    ("told", "inters"),
    [
        (between(("GNA", "actor1"), ("ISIS", "actor2")), ("State forces", "Rebel group", "State forces-Rebel group")),
        (between(("ISIS", "actor1"), ("GNA", "actor2")), ("Rebel group", "State forces", "State forces-Rebel group")),
        (between(("LNA", "actor1"), ("GNA", "actor2")), ("", "State forces", "")),  # no side is taken
        (between(("TUR", "actor1")), ("External/Other forces", "", "External/Other forces only")),
        (between(("EGY", "actor1"), where=replace(SIRTE, country="EG")), ("State forces", "", "State forces only")),
        (between(("CIV", "actor1"), kind="protest"), ("Protesters", "", "Protesters only")),
        (between(("ISIS", "actor1"), ("CIV", "actor2")), ("Rebel group", "Civilians", "Rebel group-Civilians")),
        (between(("", "actor1")), ("", "", "")),
        (between(), ("", "", "")),
    ],
)
def test_kinds_of_actors(told: Event, inters: tuple[str, str, str]) -> None:
    [row] = rows(told)
    assert (row["inter1"], row["inter2"], row["interaction"]) == inters


def test_every_faction_has_its_line() -> None:
    assert set(acled._data().inter) == set(factions())


@pytest.mark.parametrize(
    ("faction", "sub_event"),
    [("GNA", "Government regains territory"), ("ISIS", "Non-state actor overtakes territory"), ("LNA", "")],
)
def test_territory_by_who_takes_it(faction: str, sub_event: str) -> None:
    [row] = rows(between((faction, "actor1"), kind="territory_change"))
    assert (row["event_type"], row["sub_event_type"], row["disorder_type"]) == ("Battles", sub_event, "Political violence")


@pytest.mark.parametrize(
    ("told", "targeting"),
    [
        (between(("ISIS", "actor1"), kind="violence_against_civilians"), "Civilian targeting"),
        (between(("ISIS", "actor1"), ("CIV", "actor2"), kind="shelling"), "Civilian targeting"),
        (between(("LNA", "actor1"), ("GNA", "actor2"), ("CIV", "actor2"), kind="shelling"), ""),
        (between(("ISIS", "actor1"), ("CIV", "actor2")), ""),
    ],
)
def test_civilian_targeting(told: Event, targeting: str) -> None:
    assert rows(told)[0]["civilian_targeting"] == targeting


def test_more_actors_are_associated() -> None:
    told = replace(
        event(where=SIRTE), actors=(party("LNA", "actor1", "A"), party("ARE", "actor1", "B"), party("GNA", "actor2", "C"))
    )
    [row] = rows(told)
    assert (row["actor1"], row["assoc_actor_1"], row["actor2"], row["assoc_actor_2"]) == ("A", "B", "C", "")


def test_place_and_country() -> None:
    [row] = rows(event(where=SIRTE))
    assert (row["iso"], row["region"], row["country"], row["admin1"]) == ("434", "Northern Africa", "Libya", "Sirte")
    assert (row["location"], row["latitude"], row["longitude"], row["geo_precision"]) == ("Sirte", "31.209", "16.589", "1")
    [row] = rows(event(where=replace(SIRTE, country="XX")))
    assert (row["iso"], row["region"], row["country"]) == ("", "", "XX")


def test_an_incident_told_thrice_is_one_row() -> None:
    told = [
        replace(event(0, where=at("sirte", 2), start="2020-07-01", end="2020-07-04"), publisher="A", incident_id="i"),
        replace(event(1, where=SIRTE, factions=("GNA",), killed=(4, 5, 6), article="b"), publisher="B", incident_id="i"),
        replace(
            event(2, where=SIRTE, killed=(3, 3, 3), article="c", disputed=("الناطق",), quote="قُتل ثلاثة", review="edited"),
            publisher="A",
            incident_id="i",
        ),
        replace(event(3, where=SIRTE, status="planned"), incident_id="i"),
        event(4, where=SIRTE),
    ]
    first, second = rows(*told)
    assert (first["event_id_cnty"], second["event_id_cnty"]) == ("LBYi", "LBYe4")
    assert (first["event_date"], first["geo_precision"]) == ("2020-07-03", "1"), "the most precise report leads"
    assert first["actor1"] == "GNA", "who is named in another report"
    assert (first["source"], first["fatalities"]) == ("A; B", "3"), "the most conservative figure"
    assert first["notes"] == "اندلعت معارك عنيفة | قُتل ثلاثة [Disputed: الناطق]"
    assert first["review"] == "unreviewed; edited"


def test_no_cell_starts_a_formula() -> None:
    hostile = "=HYPERLINK(1)"
    [row] = rows(replace(event(where=replace(SIRTE, name_en=hostile), quote=hostile), publisher=hostile))
    assert [row[name] for name in ("location", "notes", "source")] == [f"'{hostile}"] * 3


def test_the_machines_record_is_refused() -> None:
    with pytest.raises(ValueError, match="no room"):
        FORMATS["acled"].write([], io.BytesIO(), {}.get)
