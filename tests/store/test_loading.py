from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from dataclasses import fields
from threading import Thread
from typing import Any

import numpy as np
import pytest

from geo.errors import StoreError
from geo.store.case import CaseFile
from geo.store.table import EventTable
from tests.store.made import at
from tests.store.told import SENTENCES, article, tells, three


def said(table: EventTable) -> list[dict[str, Any]]:
    """Every row with its codes spelled out."""
    columns, lists = table.columns, table.categories
    spelled: dict[str, list[Any]] = {field.name: getattr(columns, field.name).tolist() for field in fields(columns)}
    spelled["place"] = [None if code < 0 else lists.places[code] for code in columns.place]
    points = list(zip(lists.points.longitude, lists.points.latitude, lists.points.area, strict=True))
    spelled["point"] = [None if code < 0 else points[code] for code in columns.point]
    spelled["party"] = [
        {label.id for label, is_in in zip(lists.factions, lists.parties[code], strict=True) if is_in} for code in columns.party
    ]
    spelled["article"] = [lists.articles[code] for code in columns.article]
    spelled["incident"] = [np.flatnonzero(columns.incident == code).tolist() for code in columns.incident]
    spelled["radius_km"] = [str(radius) for radius in columns.radius_km]
    return [dict(zip(spelled, row, strict=True)) for row in zip(*spelled.values(), strict=True)]


def test_after_any_writes_the_table_is_the_one_read_anew(case: CaseFile) -> None:
    rng = random.Random(8)
    names = [f"a{number}" for number in range(12)]
    for step in range(60):
        name = rng.choice(names)
        told = article(name, *rng.sample(SENTENCES, 3))
        where = rng.choice([None, at("sirte"), at("sirte", 3), at("benghazi", north=rng.random())])
        factions = tuple(rng.sample(["LNA", "GNA", "TUR", "ISIS", "CIV"], rng.randint(0, 3)))
        quotes = rng.sample(SENTENCES, rng.randint(0, 3))
        events = [tells(told, quote, SENTENCES.index(quote), where=where, factions=factions) for quote in quotes]
        if rng.random() < 0.5 and name in case.article_ids() and (there := case.events_of(name)):
            event_id = rng.choice(there).event_id
            case.edit(event_id, {"location": where, "status": rng.choice(["denied", "claimed"])}, "me", case.version(event_id))
        elif rng.random() < 0.1 and (
            log := [each for each in case.changes(limit=3) if each.action == "edit" and not each.undone]
        ):
            case.undo(log[0].change_id, "me")
        else:
            case.add(told, events)
        if step % 3 == 0:
            fresh = CaseFile.open(case.path)
            patched, anew = case.table(), fresh.table()
            assert said(patched) == said(anew)
            for query in ("سرت", "benghazi", "denied", "Islamic"):
                assert patched.texts.search(query).tolist() == anew.texts.search(query).tolist()
            rows = range(len(anew))
            assert list(patched.events(rows)) == list(anew.events(rows))
            assert patched.columns.killed.flags.f_contiguous
            fresh.close()


def test_while_nothing_is_written_the_table_is_the_same(case: CaseFile) -> None:
    case.add(*three())
    before = case.table()
    assert case.table() is before
    case.accept("a-0", "me", 1)
    after = case.table()
    assert after is not before
    reviews = after.categories.reviews
    assert [reviews[code].id for code in after.columns.review] == ["accepted", "unreviewed", "unreviewed"]
    assert [reviews[code].id for code in before.columns.review] == ["unreviewed"] * 3


def test_sessions_share_it(case: CaseFile) -> None:
    case.add(*three())
    tables: list[EventTable] = []
    threads = [Thread(target=lambda: tables.append(case.table())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({id(table) for table in tables}) == 1


@pytest.mark.parametrize(("column", "value"), [("event_type", "picnic"), ("status", "rumoured"), ("date_start", "tomorrow")])
def test_what_another_program_wrote_into_the_layer_is_told(case: CaseFile, column: str, value: str) -> None:
    case.add(*three())
    with closing(sqlite3.connect(case.path)) as db:
        db.execute(f"UPDATE events SET {column} = ? WHERE fid = 1", (value,))
        db.commit()
    with pytest.raises(StoreError, match=f"changed by another program: .*{value}"):
        case.table()
