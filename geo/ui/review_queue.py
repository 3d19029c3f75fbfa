"""The order in which unreviewed events are gone through: the most doubtful first."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from geo.store.columns import Flags
from geo.store.table import EventTable

Rows = NDArray[np.int64]
UNREVIEWED = "unreviewed"


def queue(table: EventTable, rows: Flags) -> Rows:
    """The rows of `rows` that nobody has reviewed, lowest confidence first."""
    columns, states = table.columns, [state.id for state in table.categories.reviews]
    waiting = rows & (columns.review == states.index(UNREVIEWED)) if UNREVIEWED in states else np.zeros_like(rows)
    found = np.flatnonzero(waiting)
    return found[np.argsort(columns.confidence[found], kind="stable")]


def left(waiting: Rows, table: EventTable, article_id: str | None, done: Iterable[int]) -> Rows:
    """The queue without the rows in `done`, reviewed since the table was read; of one article alone where it is given."""
    if article_id is not None:
        waiting = waiting[of_article(table, article_id)[waiting]]
    reviewed = np.fromiter(done, dtype=np.int64)
    return waiting[~np.isin(waiting, reviewed)] if len(reviewed) else waiting


def of_article(table: EventTable, article_id: str) -> Flags:
    """The rows of one article, shape (rows,)."""
    code = next((at for at, label in enumerate(table.categories.articles) if label.id == article_id), -1)
    flags: Flags = table.columns.article == code
    return flags


def row_of(table: EventTable, event_id: str, article_id: str) -> int | None:
    """The row of an event of an article, None when the table has none."""
    rows = np.flatnonzero(of_article(table, article_id)).tolist()
    return next((row for row in rows if table.event(row).event_id == event_id), None)


def place_in(waiting: Rows, row: int | None, table: EventTable) -> int:
    """Where a row stands in the queue, from 0; where it would stand when it waits no longer, 0 when there is none."""
    if row is None or not len(waiting):
        return 0
    confidence, doubt = table.columns.confidence[waiting], table.columns.confidence[row]
    return int(np.count_nonzero((confidence < doubt) | ((confidence == doubt) & (waiting < row))))


def step(waiting: Rows, row: int | None, table: EventTable, forward: bool) -> int | None:
    """The row after or before `row`, None at the queue's end; the first one when there is no `row`."""
    at = place_in(waiting, row, table)
    if forward:
        at += bool(len(waiting)) and row is not None and at < len(waiting) and int(waiting[at]) == row
    else:
        at -= 1
    return int(waiting[at]) if 0 <= at < len(waiting) else None
