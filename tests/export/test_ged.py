"""UCDP GED's columns, derived as its codebook says."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from geo.coding.vocabulary import factions
from geo.export import FORMATS, ged
from geo.export.ged import COLUMNS, date_precision, left_out, type_of_violence, where_precision
from geo.model import Casualties, Event, Location
from tests.export.test_acled import LIBYA, SIRTE, between
from tests.store.made import at, event

KILLED = (1, 2, 4)


def lethal(number: int = 0, **more: object) -> Event:
    return event(number, **{"where": SIRTE, "killed": KILLED, **more})


def rows(*events: Event) -> list[dict[str, str]]:
    out = io.BytesIO()
    FORMATS["ged"].write(events, out)
    return list(csv.DictReader(io.StringIO(out.getvalue().decode("utf-8-sig"), newline="")))


def test_the_columns_are_geds() -> None:
    [row] = rows(lethal())
    assert tuple(row) == (*COLUMNS, "review")
    assert len(COLUMNS) == 49


def test_what_has_no_counterpart_is_listed_and_empty() -> None:
    unfilled = FORMATS["ged"].unfilled()
    assert set(unfilled) < set(COLUMNS)
    told = replace(
        between(("GNA", "actor1"), ("ISIS", "actor2"), where=replace(SIRTE, relation="south of")),
        casualties=Casualties(*KILLED),
        attribution=("وكالة",),
        publisher="الساحل",
    )
    [row] = rows(told)
    assert {row[column] for column in unfilled} == {""}
    assert {column for column in COLUMNS if not row[column]} - set(unfilled) == {"deaths_civilians", "gwnob"}


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        (lethal(), None),
        (lethal(killed=(None, None, 3)), None),  # at least one death in any estimate
        (lethal(status="claimed", disputed=("x",)), None),
        (lethal(start="2020-01-01", end="2020-12-31"), None),  # a year is date_prec 5
        (lethal(where=LIBYA), None),  # a country is where_prec 6
        (lethal(kind="protest"), "no_violence"),
        (lethal(kind="humanitarian"), "no_violence"),
        (lethal(status="planned"), "not_happened"),
        (lethal(status="denied"), "not_happened"),
        (lethal(killed=(None, None, None)), "not_lethal"),
        (lethal(killed=(0, 0, 0)), "not_lethal"),
        (lethal(start=None), "undated"),
        (lethal(start="2019-01-01", end="2020-12-31"), "undated"),
        (lethal(where=None), "unlocated"),
    ],
)
def test_what_is_no_lethal_violence_is_left_out(told: Event, reason: str | None) -> None:
    assert left_out(told) == reason
    assert len(rows(told)) == (reason is None)


@pytest.mark.parametrize(
    ("end", "precision"),
    [("07-01", 1), ("07-02", 2), ("07-06", 2), ("07-07", 3), ("07-08", 4), ("07-31", 4), ("08-31", 5), ("12-31", 5)],
)
def test_date_precision(end: str, precision: int) -> None:
    told = lethal(start="2020-07-01", end=f"2020-{end}")
    assert date_precision(told.date) == precision
    [row] = rows(told)
    assert (row["date_prec"], row["date_start"], row["date_end"]) == (str(precision), "2020-07-01", f"2020-{end}")


@pytest.mark.parametrize(
    ("where", "precision"),
    [
        (SIRTE, 1),
        (at("sirte", 2, radius=25), 2),
        (at("sirte", 2, radius=40), 5),
        (at("sirte", 3), 4),
        (replace(at("sirte", 3), admin1=None), 5),
        (LIBYA, 6),
    ],
)
def test_where_precision(where: Location, precision: int) -> None:
    assert where_precision(where) == precision


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        (between(("GNA", "actor1"), ("ISIS", "actor2")), 1),
        (between(("LNA", "actor1"), ("GNA", "actor2")), 1),  # whatever the LNA is, the other is a government
        (between(("TUR", "actor1"), ("LNA", "actor2"), kind="air_strike"), 1),
        (between(("ISIS", "actor1"), ("SHURA", "actor2")), 2),
        (between(("LNA", "actor1"), ("SHURA", "actor2")), None),  # what the LNA is decides, and is contested
        (between(("ISIS", "actor1"), kind="violence_against_civilians"), 3),
        (between(("ARMED", "actor1"), ("CIV", "actor2"), kind="shelling"), 3),
        (between(("GNA", "actor1"), ("LNA", "actor2"), ("CIV", "actor2"), kind="shelling"), 1),
        (between(("GNA", "actor1")), None),  # the other side is not told
        (between(("GNA", "actor1"), ("UN", "actor2")), None),
        (between(), None),
    ],
)
def test_type_of_violence(told: Event, kind: int | None) -> None:
    assert type_of_violence(told) == kind


def test_a_government_is_side_a() -> None:
    [row] = rows(replace(between(("ISIS", "actor1"), ("GADD", "actor2")), casualties=Casualties(*KILLED)))
    assert (row["gwnoa"], row["gwnob"], row["type_of_violence"]) == ("620", "", "1")


def test_every_faction_has_its_line() -> None:
    assert set(ged._data()._side) == set(factions())


@pytest.mark.parametrize(
    ("killed", "figures"),
    [
        (Casualties(1, 2, 4), ("1", "2", "4")),
        (Casualties(killed_best=3), ("3", "3", "3")),
        (Casualties(killed_low=10), ("10", "10", "10")),
        (Casualties(killed_high=5), ("0", "0", "5")),
        (Casualties(39, None, 41), ("39", "39", "41")),
    ],
)
def test_estimates(killed: Casualties, figures: tuple[str, str, str]) -> None:
    [row] = rows(replace(lethal(), casualties=killed))
    assert (row["low"], row["best"], row["high"]) == figures
    assert (row["deaths_unknown"], row["deaths_civilians"]) == (row["best"], "")


def test_the_dead_of_one_sided_violence_are_civilians() -> None:
    [row] = rows(replace(between(("ISIS", "actor1"), kind="violence_against_civilians"), casualties=Casualties(*KILLED)))
    assert (row["deaths_civilians"], row["deaths_unknown"], row["side_b"]) == ("2", "0", "Civilians")


def test_place() -> None:
    [row] = rows(lethal(where=replace(SIRTE, relation="south of", geo_precision=2)))
    assert (row["where_coordinates"], row["where_description"], row["adm_1"]) == ("Sirte", "south of Sirte", "Sirte")
    assert (row["geom_wkt"], row["priogrid_gid"]) == ("POINT (16.589 31.209)", "174634")
    assert (row["country"], row["country_id"], row["region"]) == ("Libya", "620", "Africa")


def test_an_incident_told_twice_is_one_row_with_two_sources() -> None:
    early = replace(lethal(0, killed=(5, 5, 5)), published="2020-07-03", publisher="A", attribution=("شاهد",), incident_id="i")
    late = replace(
        lethal(1, killed=(7, 8, 9), article="b"), published="2020-07-05", publisher="B", article_title='"x", y', incident_id="i"
    )
    [row] = rows(early, late)
    assert (row["low"], row["best"], row["high"]) == ("5", "8", "9"), "the later figure, and all that were told"
    assert (row["number_of_sources"], row["source_office"], row["source_original"]) == ("2", "A; B", "شاهد")
    assert row["source_article"] == '"A,2020-07-03,title a";"B,2020-07-05,\'x\', y"'
