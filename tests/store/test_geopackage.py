"""The case as other programs see it: GDAL's `ogrinfo`, geopandas, plain SQLite."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import warnings
from contextlib import closing
from dataclasses import replace

import geopandas
import pytest
from pyogrio import list_layers

from geo.export.row import COLUMNS, row
from geo.export.table import cell
from geo.model import Actor, Event
from geo.store.case import CaseFile
from geo.store.layer import SEPARATOR, flat
from tests.store.made import at, event
from tests.store.told import SENTENCES, article, tells

TOLD = article()
LOCATED = replace(
    tells(TOLD, SENTENCES[0], 0, where=at("sirte"), factions=("LNA", "GNA"), killed=(1, None, 3)),
    disputed_by=("الوفاق", "المتحدث"),
)
UNLOCATED = tells(TOLD, SENTENCES[1], 1, kind="talks", start=None)
ATTRIBUTES = ["articles", "passages", "places", "reviews", "records", "dalil_case"]


@pytest.fixture(autouse=True)
def filled(case: CaseFile) -> None:
    case.add(TOLD, [LOCATED, UNLOCATED])
    case.edit("a-1", {"status": "denied"}, "me", 1)


@pytest.mark.parametrize(
    "told", [LOCATED, UNLOCATED, event(where=at("tripoli"), factions=("TUR",))], ids=lambda told: told.event_id
)
def test_the_layer_has_the_columns_of_the_csv(told: Event) -> None:
    csv, layer = row(told), flat(told)
    assert [name for name in layer if name != "geom"] == list(COLUMNS)
    assert {name: cell(value or None) for name, value in csv.items()} == {name: cell(layer[name] or None) for name in COLUMNS}


def test_geopandas_reads_the_events(case: CaseFile) -> None:
    frame = geopandas.read_file(case.path, layer="events")
    assert str(frame.crs) == "EPSG:4326"
    assert list(frame.event_id) == ["a-0", "a-1"]
    assert (frame.geometry[0].x, frame.geometry[0].y, frame.geometry[1]) == (16.589, 31.209, None)
    assert list(frame.review) == ["unreviewed", "edited"]
    assert (frame.factions[0], frame.disputed_by[0]) == ("LNA | GNA", f"الوفاق{SEPARATOR}المتحدث")
    assert str(frame.date_start[0].date()) == "2020-07-03"


def test_gdal_lists_one_layer_and_the_tables_and_complains_of_nothing(case: CaseFile) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        listed = dict(list_layers(case.path))
        assert listed == {"events": "Point"} | dict.fromkeys(ATTRIBUTES, None)
        assert len(geopandas.read_file(case.path, layer="passages")) == 2
        assert len(geopandas.read_file(case.path, layer="reviews")) == 1


@pytest.mark.skipif(shutil.which("ogrinfo") is None, reason="needs gdal-bin")
def test_ogrinfo_opens_it(case: CaseFile) -> None:
    case.close()
    answer = subprocess.run(["ogrinfo", "-al", "-so", case.path], capture_output=True, text=True, check=True)
    assert answer.stderr == ""
    assert "Extent: (16.589000, 31.209000) - (16.589000, 31.209000)" in answer.stdout
    for name in ("events", *ATTRIBUTES):
        assert f"Layer name: {name}" in answer.stdout


def test_it_is_a_geopackage_by_the_letter(case: CaseFile) -> None:
    """OGC 12-128r18, the requirements named by their number."""
    with closing(sqlite3.connect(case.path)) as db:

        def one(statement: str) -> object:
            return db.execute(statement).fetchone()[0]

        assert one("PRAGMA application_id") == int.from_bytes(b"GPKG", "big")  # 2
        assert one("PRAGMA user_version") == 10300  # 2
        assert one("PRAGMA integrity_check") == "ok"  # 6
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []  # 7
        assert {-1, 0, 4326} <= {srs for (srs,) in db.execute("SELECT srs_id FROM gpkg_spatial_ref_sys")}  # 11
        kinds = dict(db.execute("SELECT table_name, data_type FROM gpkg_contents"))
        assert kinds == {"events": "features"} | dict.fromkeys(ATTRIBUTES, "attributes")  # 13, 18, 119
        assert db.execute("SELECT * FROM gpkg_geometry_columns").fetchall() == [("events", "geom", "POINT", 4326, 0, 0)]
        for table in kinds:  # 29, 119: an integer primary key
            keys = [kind for _, _, kind, _, _, key in db.execute(f"PRAGMA table_info({table})") if key]
            assert keys == ["INTEGER"], table
        blob, none = [geom for (geom,) in db.execute("SELECT geom FROM events ORDER BY fid")]
        assert (blob[:8].hex(), none) == ("47500001e6100000", None)  # 19: GP, version 0, little-endian, no envelope, 4326


def test_the_bounding_box_holds_every_point(case: CaseFile) -> None:
    def box() -> object:
        with closing(sqlite3.connect(case.path)) as db:
            return db.execute("SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = 'events'").fetchone()

    assert box() == (16.589, 31.209, 16.589, 31.209)
    case.edit("a-1", {"location": at("tripoli")}, "me", 2)
    assert box() == (13.187, 31.209, 16.589, 32.887)


def test_an_actor_without_a_faction_is_told_by_name(case: CaseFile) -> None:
    actor = Actor("x", "protesters", "متظاهرون", "", "actor2", "المتظاهرين")
    cells = flat(replace(UNLOCATED, actors=(actor,)))
    assert (cells["actor1"], cells["actor2"], cells["factions"]) == (None, "protesters", None)
