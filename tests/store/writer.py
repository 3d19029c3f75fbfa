"""Processes that write to a case, and tell of each write once it is acknowledged."""

from __future__ import annotations

from multiprocessing.connection import Connection
from pathlib import Path

from geo.errors import ConflictError
from geo.store.case import CaseFile
from tests.store.told import three

STATUSES = ("claimed", "planned", "denied", "reported")


def write_on(path: Path, name: str, acknowledged: Connection) -> None:
    """Adds articles and edits an event in turn, without end; sends how many of both are done after each."""
    case = CaseFile.open(path)
    shared = three("shared")[1][0].event_id
    number = 0
    while True:
        case.add(*three(f"{name}-{number}"))
        acknowledged.send_bytes(b"article")
        version, status = case.version(shared), case.event(shared).status
        other = STATUSES[(STATUSES.index(status) + 1) % len(STATUSES)]
        case.edit(shared, {"status": other}, name, version)
        acknowledged.send_bytes(b"edit")
        number += 1


def review(path: Path, name: str, times: int, answer: Connection) -> None:
    """Edits the same events as others do, looking again at each conflict; sends how many edits and conflicts there were."""
    case = CaseFile.open(path)
    ids = [event.event_id for event in three("shared")[1]]
    done = conflicts = 0
    while done < times:
        event_id = ids[done % len(ids)]
        seen, toll = case.version(event_id), case.event(event_id).casualties
        more = type(toll)(killed_best=(toll.killed_best or 0) + 1)
        try:
            case.edit(event_id, {"casualties": more}, name, seen)
        except ConflictError:
            conflicts += 1
        else:
            done += 1
    answer.send((done, conflicts))
    case.close()


def browse(path: Path, until: Connection, answer: Connection) -> None:
    """Reads the table over and over until it is told to stop; sends how long the longest reading took, in seconds."""
    from time import monotonic

    case, slowest = CaseFile.open(path), 0.0
    while not until.poll():
        began = monotonic()
        table = case.table()
        assert all(table.event(row) for row in range(3))
        slowest = max(slowest, monotonic() - began)
    answer.send(slowest)
    case.close()
