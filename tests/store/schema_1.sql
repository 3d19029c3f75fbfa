-- The case file of schema 1, as it was released. Kept to test the migrations: never changed.
PRAGMA application_id = 1196444487;
PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL UNIQUE REFERENCES gpkg_contents(table_name), column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL REFERENCES gpkg_spatial_ref_sys(srs_id), z TINYINT NOT NULL, m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name));
CREATE TABLE dalil_case (fid INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL);
CREATE TABLE articles (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, article_id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, publisher TEXT NOT NULL, published TEXT, url TEXT NOT NULL, language TEXT NOT NULL, note TEXT NOT NULL, text TEXT NOT NULL, masked TEXT NOT NULL, fingerprint INTEGER NOT NULL);
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
  review TEXT NOT NULL, version INTEGER NOT NULL, changed INTEGER NOT NULL);
CREATE INDEX articles_by_fingerprint ON articles (fingerprint);
CREATE INDEX events_of_article ON events (article_id);
CREATE INDEX events_of_incident ON events (incident_id);
CREATE INDEX events_by_day ON events (event_type, date_start, date_end, latitude, longitude) WHERE latitude IS NOT NULL;
CREATE INDEX events_changed ON events (changed);
CREATE INDEX events_by_review ON events (review) WHERE review <> 'unreviewed';
CREATE TABLE records (fid INTEGER PRIMARY KEY, machine TEXT, record TEXT);
CREATE TABLE removed (fid INTEGER PRIMARY KEY, changed INTEGER NOT NULL);
CREATE TABLE passages (fid INTEGER PRIMARY KEY, event_id TEXT NOT NULL, article_id TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL);
CREATE TABLE places (fid INTEGER PRIMARY KEY, place_id TEXT NOT NULL UNIQUE, name_en TEXT NOT NULL, name_ar TEXT NOT NULL, kind TEXT NOT NULL, longitude DOUBLE NOT NULL, latitude DOUBLE NOT NULL, radius_km DOUBLE NOT NULL, record TEXT NOT NULL);
CREATE TABLE reviews (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, operation INTEGER NOT NULL, event_id TEXT NOT NULL, version INTEGER NOT NULL, at DATETIME NOT NULL, who TEXT NOT NULL, action TEXT NOT NULL, field TEXT NOT NULL, old TEXT, new TEXT, reason TEXT NOT NULL, undone BOOLEAN NOT NULL DEFAULT 0);
CREATE INDEX reviews_of_event ON reviews (event_id);
CREATE INDEX reviews_of_operation ON reviews (operation);
