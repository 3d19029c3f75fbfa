from __future__ import annotations

import hashlib
import os
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import geopandas
import pytest
from shapely import Point

from geo.errors import StoreError
from geo.store import schema
from geo.store.case import CaseFile
from tests.store.told import three


def made(path: Path) -> None:
    case = CaseFile.open(path)
    for name in "abcdefgh":
        case.add(*three(name))
    case.close()


def text(path: Path) -> None:
    path.write_text("event_id,event_type\n", "utf8")


def empty(path: Path) -> None:
    path.touch()


def database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE dalil_case (key, value)")
        db.commit()


def geopackage(path: Path) -> None:
    geopandas.GeoDataFrame({"a": [1]}, geometry=[Point(1, 2)], crs="EPSG:4326").to_file(path, layer="events", driver="GPKG")


def newer(path: Path) -> None:
    made(path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE dalil_case SET value = ? WHERE key = 'schema'", (str(schema.VERSION + 1),))
        db.commit()


def versionless(path: Path) -> None:
    made(path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("DELETE FROM dalil_case WHERE key = 'schema'")
        db.commit()


def cut_off(path: Path) -> None:
    made(path)
    os.truncate(path, path.stat().st_size - 5000)


def cut_short(path: Path) -> None:
    made(path)
    os.truncate(path, 60)


def overwritten(path: Path) -> None:
    """One page holds what is no page: that of the records."""
    made(path)
    with closing(sqlite3.connect(path)) as db:
        (page,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'records'").fetchone()
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 : (page - 1) * 4096 + 400] = b"\xff" * 400
    path.write_bytes(data)


def headless(path: Path) -> None:
    """The header stands, the rest of the first page does not."""
    made(path)
    data = bytearray(path.read_bytes())
    data[100:4096] = b"\xff" * 3996
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (text, "is no case file; name another file"),
        (empty, "is empty; name another file"),
        (database, "is a SQLite database, but no case of Dalil"),
        (geopackage, "is a GeoPackage, but no case of Dalil"),
        (versionless, "is a GeoPackage, but no case of Dalil"),
        (newer, "was made by a newer Dalil .* update Dalil"),
        (cut_off, "is damaged: its last 5000 bytes are missing; go back to a copy"),
        (cut_short, "is damaged: it is cut off; go back to a copy"),
        (overwritten, "is damaged.*; go back to a copy"),
        (headless, "is damaged; go back to a copy"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_is_no_sound_case_is_refused_and_left_alone(tmp_path: Path, wrong: Callable[[Path], None], told: str) -> None:
    path = tmp_path / "case.gpkg"
    wrong(path)
    before = hashlib.sha256(path.read_bytes()).digest()
    with pytest.raises(StoreError, match=told) as error:
        CaseFile.open(path)
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)
    assert hashlib.sha256(path.read_bytes()).digest() == before
    assert [found.name for found in tmp_path.iterdir()] == ["case.gpkg"]


def test_a_large_file_is_not_read_through_when_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "case.gpkg"
    overwritten(path)
    monkeypatch.setattr("geo.store.opening.LARGEST_CHECKED", 0)
    case = CaseFile.open(path)
    with pytest.raises(StoreError, match="is damaged"):
        case.events_of("a")
    case.close()


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder; name a file in it"):
        CaseFile.open(tmp_path)


@pytest.mark.parametrize("place", ["/proc/case.gpkg", "/nowhere/at/all/case.gpkg"])
def test_a_place_that_can_not_be_written(place: str) -> None:
    with pytest.raises(StoreError, match=f"{place}: can't be opened: .*; name another place"):
        CaseFile.open(Path(place))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_file_that_may_not_be_written(tmp_path: Path) -> None:
    made(tmp_path / "case.gpkg")
    (tmp_path / "case.gpkg").chmod(0o444)
    with pytest.raises(StoreError, match="can't be written"):
        CaseFile.open(tmp_path / "case.gpkg")


def test_what_a_crash_left_in_the_log_is_found(tmp_path: Path) -> None:
    """The process that wrote is gone without closing: its writes are in the log beside the file."""
    path, other = tmp_path / "case.gpkg", tmp_path / "copy.gpkg"
    case = CaseFile.open(path)
    case.add(*three())
    for suffix in ("", "-wal"):
        Path(f"{other}{suffix}").write_bytes(Path(f"{path}{suffix}").read_bytes())
    case.close()
    again = CaseFile.open(other)
    assert len(again.events_of("a")) == 3
    again.close()


def test_all_who_make_it_at_once_get_the_same_case(tmp_path: Path) -> None:
    path = tmp_path / "case.gpkg"
    start = threading.Barrier(4)

    def make(name: str) -> None:
        start.wait()
        case = CaseFile.open(path)
        case.add(*three(name))
        case.close()

    threads = [threading.Thread(target=make, args=(f"a{n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    case = CaseFile.open(path)
    assert sorted(case.article_ids()) == ["a0", "a1", "a2", "a3"]
    case.close()
    assert [found.name for found in tmp_path.iterdir()] == ["case.gpkg"]


@pytest.mark.parametrize("name", ["قضية ليبيا.gpkg", "a b?c#d%20.gpkg", "case", "..case..gpkg"])
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    made(tmp_path / name)
    assert [found.name for found in tmp_path.iterdir()] == [name]
