"""How good the machine is, by what people found: precision and recall over the events they reviewed."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

_COUNTS = (
    "SELECT e.review, r.machine IS NULL, count(*) FROM events e JOIN records r ON r.fid = e.fid"
    " WHERE e.review <> 'unreviewed' GROUP BY 1, 2"
)


@dataclass(frozen=True, slots=True)
class Measured:
    """Counts of events. `missed` are those that hold and that the machine does not tell, or no longer.

    Of what the machine tells, `accepted` and `edited` hold and `rejected` do not. `precision` is what holds of
    what was reviewed, `recall` what the machine tells of what holds, both in [0, 1]; None over nothing. Recall is
    no better than the reviewers' search for what was missed.
    """

    accepted: int
    edited: int
    rejected: int
    missed: int
    unreviewed: int
    precision: float | None
    recall: float | None


def measure(db: sqlite3.Connection) -> Measured:
    """The counts as the case stands."""
    counts = {(review, bool(untold)): int(number) for review, untold, number in db.execute(_COUNTS)}
    accepted, rejected = counts.get(("accepted", False), 0), counts.get(("rejected", False), 0)
    edited = counts.get(("edited", False), 0) + counts.get(("added", False), 0)
    missed = sum(number for (review, untold), number in counts.items() if untold and review != "rejected")
    events = int(db.execute("SELECT count(*) FROM events").fetchone()[0])
    right = accepted + edited
    return Measured(
        accepted,
        edited,
        rejected,
        missed,
        events - sum(counts.values()),
        right / (right + rejected) if right + rejected else None,
        right / (right + missed) if right + missed else None,
    )
