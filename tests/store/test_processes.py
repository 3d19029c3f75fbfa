"""Real processes: killed while they write, and two at once."""

from __future__ import annotations

import multiprocessing
import random
import sqlite3
import time
from collections import Counter
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path

from geo.store.case import CaseFile
from tests.store.told import three
from tests.store.writer import browse, review, write_on

KILLS, FILES = 200, 8
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.store.writer"])  # a process then starts in milliseconds


def shared_case(path: Path) -> Path:
    case = CaseFile.open(path)
    case.add(*three("shared"))
    case.close()
    return path


def kill_one(path: Path, name: str, moment: float) -> Counter[bytes]:
    """Lets a process write until some `moment` after its first write; returns what it was told is done."""
    mine, its = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=write_on, args=(path, name, its))
    process.start()
    its.close()
    mine.poll(30)
    time.sleep(moment)
    process.kill()
    process.join()
    told = Counter[bytes]()
    while mine.poll():
        try:
            told[mine.recv_bytes()] += 1
        except EOFError:
            break
    mine.close()
    assert process.exitcode == -9
    return told


def test_a_killed_process_loses_nothing_acknowledged(tmp_path: Path) -> None:
    rng, written = random.Random(5), 0
    for file in range(FILES):
        path = shared_case(tmp_path / f"case{file}.gpkg")
        for kill in range(KILLS // FILES):
            told = kill_one(path, f"p{kill}", rng.uniform(0, 0.02))
            written += told.total()
            with closing(sqlite3.connect(path)) as db:
                assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            case = CaseFile.open(path)
            articles = [name for name in case.article_ids() if name.startswith(f"p{kill}-")]
            edits = [change for change in case.changes(limit=10_000) if change.who == f"p{kill}"]
            # what was being written when it was killed may be there or not, but whole
            assert 0 <= len(articles) - told[b"article"] <= 1
            assert 0 <= len(edits) - told[b"edit"] <= 1
            assert all(len(case.events_of(name)) == 3 for name in articles)
            log = case.changes("shared-0", limit=10_000)
            assert case.version("shared-0") == 1 + len(log)
            assert case.event("shared-0").status == (log[0].new if log else "reported")
            case.close()
    assert written > KILLS, "most were killed in the midst of work"


def test_two_reviewers_at_once_lose_no_update_and_hold_up_no_reader(tmp_path: Path) -> None:
    path, times = shared_case(tmp_path / "case.gpkg"), 40
    answers: list[Connection] = []
    reviewers = []
    for name in ("one", "two"):
        mine, its = PROCESSES.Pipe(duplex=False)
        reviewers.append(PROCESSES.Process(target=review, args=(path, name, times, its)))
        answers.append(mine)
    until, stop = PROCESSES.Pipe(duplex=False)
    slowest, its = PROCESSES.Pipe(duplex=False)
    reader = PROCESSES.Process(target=browse, args=(path, until, its))
    for process in (reader, *reviewers):
        process.start()
    done = [answer.recv() for answer in answers]
    stop.send(None)
    assert slowest.recv() < 5
    for process in (reader, *reviewers):
        process.join()
        assert process.exitcode == 0
    assert [count for count, _ in done] == [times, times]
    case = CaseFile.open(path)
    tolls = [case.event(f"shared-{number}").casualties.killed_best or 0 for number in range(3)]
    assert sum(tolls) == len(case.changes(limit=1000)) == 2 * times
    case.close()


def test_a_writer_waits_for_another(tmp_path: Path) -> None:
    path = shared_case(tmp_path / "case.gpkg")
    case, told = CaseFile.open(path), []
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        mine, its = PROCESSES.Pipe(duplex=False)
        process = PROCESSES.Process(target=write_on, args=(path, "late", its))
        process.start()
        assert len(case.table()) == 3, "who only reads does not wait"
        assert not mine.poll(0.3)
        other.execute("COMMIT")
        told.append(mine.poll(30))
    process.kill()
    process.join()
    case.close()
    assert told == [True]
