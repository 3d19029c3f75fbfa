"""The analyst's own places as rows of the case file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import orjson

from gazetteer.model import Name, Place
from gazetteer.own import OwnPlace
from geo.store.record import told

_COLUMNS = ("place_id", "name_en", "name_ar", "kind", "longitude", "latitude", "radius_km")


def read(db: sqlite3.Connection) -> tuple[OwnPlace, ...]:
    """The places, in their order."""
    return tuple(_own(row[0]) for row in db.execute("SELECT record FROM places ORDER BY fid"))


def write(db: sqlite3.Connection, listed: Iterable[OwnPlace]) -> tuple[OwnPlace, ...]:
    """Puts `listed` in the stead of what is there, unless that is the same; returns them."""
    kept = tuple(listed)
    if kept == read(db):
        return kept
    db.execute("DELETE FROM places")
    db.executemany(
        f"INSERT INTO places ({', '.join(_COLUMNS)}, record) VALUES ({', '.join('?' for _ in _COLUMNS)}, ?)",
        [(*(getattr(own.place, name) for name in _COLUMNS), told(own)) for own in kept],
    )
    return kept


def _own(text: str) -> OwnPlace:
    plain = orjson.loads(text)
    further = tuple((column, value) for column, value in plain["further"])
    return OwnPlace(Place(**plain["place"]), tuple(Name(**name) for name in plain["names"]), further)
