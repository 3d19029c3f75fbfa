"""The case file's tables, version by version: a new file is version 1 with every later step taken.

A case is a GeoPackage 1.3 (OGC 12-128r18): the layer `events` and attribute tables. Beyond what GIS programs
read, `records` keeps each event whole, as JSON: `machine` as the coder told it last (null when it did not),
`record` as it stands now (null while that is the same).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime

from geo.store import search
from geo.store.record import event_of

APPLICATION_ID = int.from_bytes(b"GPKG", "big")
USER_VERSION = 10300
WGS84 = 4326

# Sizes and meanings are `geo.model`'s; list columns hold their parts joined by " | ", null when there are none.
_EVENTS = """
CREATE TABLE events (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT,
  event_id TEXT NOT NULL UNIQUE, incident_id TEXT NOT NULL,
  event_type TEXT NOT NULL, event_group TEXT, acled_event_type TEXT, acled_sub_event_type TEXT, plover TEXT, status TEXT NOT NULL,
  date_start DATE, date_end DATE, date_edtf TEXT, date_precision TEXT, date_basis TEXT, date_text TEXT,
  place_id TEXT, place_name_en TEXT, place_name_ar TEXT, admin1 TEXT, country TEXT,
  longitude DOUBLE, latitude DOUBLE, geo_precision INTEGER, radius_km DOUBLE,
  actor1 TEXT, actor1_text TEXT, actor2 TEXT, actor2_text TEXT, factions TEXT,
  killed_low INTEGER, killed_best INTEGER, killed_high INTEGER,
  wounded_low INTEGER, wounded_best INTEGER, wounded_high INTEGER,
  attribution TEXT, article_id TEXT NOT NULL, article_title TEXT, publisher TEXT, published TEXT,
  passages TEXT, passage_offsets TEXT, disputed_by TEXT, confidence DOUBLE,
  review TEXT NOT NULL, version INTEGER NOT NULL, changed INTEGER NOT NULL)"""
_TABLES = (
    "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,"
    " organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)",
    "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,"
    " description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),"
    " min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER REFERENCES gpkg_spatial_ref_sys(srs_id))",
    "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL UNIQUE REFERENCES gpkg_contents(table_name),"
    " column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,"
    " srs_id INTEGER NOT NULL REFERENCES gpkg_spatial_ref_sys(srs_id),"
    " z TINYINT NOT NULL, m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name))",
    "CREATE TABLE dalil_case (fid INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL)",
    "CREATE TABLE articles (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, article_id TEXT NOT NULL UNIQUE, title TEXT NOT NULL,"
    " publisher TEXT NOT NULL, published TEXT, url TEXT NOT NULL, language TEXT NOT NULL, note TEXT NOT NULL, text TEXT NOT NULL,"
    " masked TEXT NOT NULL, fingerprint INTEGER NOT NULL)",
    _EVENTS,
    "CREATE INDEX articles_by_fingerprint ON articles (fingerprint)",
    "CREATE INDEX events_of_article ON events (article_id)",
    "CREATE INDEX events_of_incident ON events (incident_id)",
    "CREATE INDEX events_by_day ON events (event_type, date_start, date_end, latitude, longitude) WHERE latitude IS NOT NULL",
    "CREATE INDEX events_changed ON events (changed)",
    "CREATE INDEX events_by_review ON events (review) WHERE review <> 'unreviewed'",
    "CREATE TABLE records (fid INTEGER PRIMARY KEY, machine TEXT, record TEXT)",
    "CREATE TABLE removed (fid INTEGER PRIMARY KEY, changed INTEGER NOT NULL)",
    "CREATE TABLE passages (fid INTEGER PRIMARY KEY, event_id TEXT NOT NULL, article_id TEXT NOT NULL,"
    " start INTEGER NOT NULL, \"end\" INTEGER NOT NULL, text TEXT NOT NULL)",
    "CREATE TABLE places (fid INTEGER PRIMARY KEY, place_id TEXT NOT NULL UNIQUE, name_en TEXT NOT NULL, name_ar TEXT NOT NULL,"
    " kind TEXT NOT NULL, longitude DOUBLE NOT NULL, latitude DOUBLE NOT NULL, radius_km DOUBLE NOT NULL, record TEXT NOT NULL)",
    "CREATE TABLE reviews (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, operation INTEGER NOT NULL, event_id TEXT NOT NULL,"
    " version INTEGER NOT NULL, at DATETIME NOT NULL, who TEXT NOT NULL, action TEXT NOT NULL, field TEXT NOT NULL,"
    " old TEXT, new TEXT, reason TEXT NOT NULL, undone BOOLEAN NOT NULL DEFAULT 0)",
    "CREATE INDEX reviews_of_event ON reviews (event_id)",
    "CREATE INDEX reviews_of_operation ON reviews (operation)",
)  # fmt: skip
_ATTRIBUTES = {
    "articles": "The articles, whole",
    "passages": "The sentences that the events rest on, verbatim",
    "places": "Places that the analyst added",
    "reviews": "What was changed by whom, field by field",
    "records": "The events whole, as JSON: the machine's and the one in force",
    "dalil_case": "Version and revision of this case",
}
_WKT = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
    'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,'
    'AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]'
)


def _first(db: sqlite3.Connection) -> None:
    for statement in _TABLES:
        db.execute(statement)
    db.executemany(
        "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)",
        [
            ("WGS 84 geodetic", WGS84, "EPSG", WGS84, _WKT, "longitude/latitude coordinates in decimal degrees"),
            ("Undefined cartesian SRS", -1, "NONE", -1, "undefined", "undefined cartesian coordinate reference system"),
            ("Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinate reference system"),
        ],
    )
    db.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES (?, 'features', ?, ?, ?)",
        ("events", "events", "Events, one for each article that tells one", WGS84),
    )
    db.execute("INSERT INTO gpkg_geometry_columns VALUES ('events', 'geom', 'POINT', ?, 0, 0)", (WGS84,))
    db.executemany(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description) VALUES (?, 'attributes', ?, ?)",
        [(name, name, told) for name, told in _ATTRIBUTES.items()],
    )
    made = datetime.now(UTC).isoformat(timespec="seconds")
    db.executemany("INSERT INTO dalil_case (key, value) VALUES (?, ?)", [("schema", "0"), ("revision", "0"), ("made", made)])


def _search(db: sqlite3.Connection) -> None:
    """An index of the events' words, and in each event's row its entry there."""
    db.execute(search.CREATE)
    db.execute("ALTER TABLE events ADD COLUMN search_id INTEGER")
    told = "SELECT fid, coalesce(record, machine) FROM records ORDER BY fid"
    for fid, record in db.execute(told):
        entry = search.index(db, search.words(event_of(record)))
        db.execute("UPDATE events SET search_id = ? WHERE fid = ?", (entry, fid))


# The step to version n is the n-th; a step that was released never changes.
STEPS: tuple[Callable[[sqlite3.Connection], None], ...] = (_first, _search)
VERSION = len(STEPS)


def migrate(db: sqlite3.Connection, found: int) -> None:
    """Takes the file from version `found` (0: empty) to `VERSION`; the caller holds the transaction."""
    for step in STEPS[found:]:
        step(db)
    db.execute("UPDATE dalil_case SET value = ? WHERE key = 'schema'", (str(VERSION),))


def version(db: sqlite3.Connection) -> int | None:
    """The schema version of a case; None when the file is no case of ours."""
    if not db.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'dalil_case'").fetchone():
        return None
    row = db.execute("SELECT value FROM dalil_case WHERE key = 'schema'").fetchone()
    return int(row[0]) if row and str(row[0]).isdigit() else None
