"""A file as the first release made it, by its own statements."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from geo.errors import StoreError
from geo.store import schema
from geo.store.case import CaseFile
from tests.store.told import three

OLD = (Path(__file__).parent / "schema_1.sql").read_text("utf8")


def old_case(path: Path) -> None:
    """A case of schema 1, with an article, its events, a review and no search index."""
    case = CaseFile.open(path)
    article, events = three()
    case.add(article, events)
    case.edit("a-0", {"event_type": "talks"}, "me", 1)
    case.close()
    with closing(sqlite3.connect(path)) as new, closing(sqlite3.connect(path.with_suffix(".old"))) as old:
        old.executescript(OLD)
        for (table,) in old.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'").fetchall():
            columns = [name for _, name, *_ in old.execute(f"PRAGMA table_info({table})")]
            named = ", ".join(f'"{name}"' for name in columns)
            rows = new.execute(f"SELECT {named} FROM {table}").fetchall()
            old.executemany(f"INSERT INTO {table} ({named}) VALUES ({', '.join('?' for _ in columns)})", rows)
        old.execute("UPDATE dalil_case SET value = '1' WHERE key = 'schema'")
        old.commit()
    path.unlink()
    path.with_suffix(".old").rename(path)


def test_an_older_case_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "case.gpkg"
    old_case(path)
    case = CaseFile.open(path)
    table = case.table()
    assert [event.event_type for event in case.events_of("a")] == ["talks", "battle", "battle"]
    assert table.texts.search("سرت").tolist() == [True, False, False]
    assert table.texts.search("battle").tolist() == [False, True, True]
    case.accept("a-1", "me", case.version("a-1"))
    case.close()
    with closing(sqlite3.connect(path)) as db:
        assert schema.version(db) == schema.VERSION
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_migrated_case_has_the_tables_of_a_new_one(tmp_path: Path) -> None:
    old_case(tmp_path / "old.gpkg")
    for name in ("old", "new"):
        CaseFile.open(tmp_path / f"{name}.gpkg").close()
    made = []
    for name in ("old", "new"):
        with closing(sqlite3.connect(tmp_path / f"{name}.gpkg")) as db:
            made.append(dict(db.execute("SELECT name, replace(sql, char(10), '') FROM sqlite_master").fetchall()))
    assert made[0] == made[1]


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "case.gpkg"
    old_case(path)

    def broken(db: sqlite3.Connection) -> None:
        db.execute("CREATE TABLE half (a)")
        db.execute("SELECT a FROM nowhere")

    steps: tuple[Callable[[sqlite3.Connection], None], ...] = (schema.STEPS[0], broken)
    monkeypatch.setattr(schema, "STEPS", steps)
    with pytest.raises(StoreError, match="nowhere"):
        CaseFile.open(path)
    with closing(sqlite3.connect(path)) as db:
        assert schema.version(db) == 1
        assert not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'half'").fetchone()
    monkeypatch.undo()
    case = CaseFile.open(path)
    assert len(case.events_of("a")) == 3
    case.close()
