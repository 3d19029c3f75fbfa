"""EventTable: the events of a case, as columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from geo.coding.vocabulary import event_types, reviews, statuses
from geo.model import Article, Event
from geo.store.categories import Categories
from geo.store.columns import Columns
from geo.store.encode import NAMED, TAKEN, Encoder
from geo.store.layer import flat
from geo.store.search import Search, words


class Records(Protocol):
    """The records behind the rows, read when they are asked for."""

    def events(self, rows: Sequence[int]) -> Iterator[Event]:
        """The events of `rows`, in their order."""

    def row(self, event_id: str) -> int | None:
        """The row of the event of that id."""

    def article(self, article_id: str) -> Article:
        """The article of that id; raises `KeyError` when there is none."""


@dataclass(frozen=True, slots=True, eq=False)
class EventTable:
    """Events as columns, categories and searchable text; the records only on demand. Immutable, equal only to itself.

    >>> table = EventTable.build([], [])
    >>> len(table)
    0
    """

    columns: Columns
    categories: Categories
    texts: Search
    _records: Records

    @classmethod
    def build(cls, events: Iterable[Event], articles: Iterable[Article]) -> EventTable:
        """The table of `events`, rows in their order, with the articles they come from.

        Raises `ValueError` when an event's type, status or review is not in the vocabulary.
        """
        held = _Held(tuple(events), {article.article_id: article for article in articles})
        for event in held.told:
            _refuse_unknown(event)
        cells, encoder = [flat(event) for event in held.told], Encoder()
        taken = [[row[name] for row in cells] for name in TAKEN]
        columns = Columns(**encoder.coded(taken, lambda rows: [[cells[row][name] for name in NAMED] for row in rows]))
        return cls(columns, encoder.categories(), Search.over(map(words, held.told)), held)

    def __len__(self) -> int:
        return len(self.columns)

    def event(self, row: int) -> Event:
        """The event of `row`; raises `IndexError` past the end."""
        if not 0 <= row < len(self):
            raise IndexError(f"row {row} of {len(self)}")
        return next(self._records.events([row]))

    def events(self, rows: NDArray[np.integer] | Sequence[int]) -> Iterator[Event]:
        """The events of `rows`, in their order, read many at a time: for exports and lists."""
        return self._records.events([int(row) for row in rows])

    def row(self, event_id: str) -> int | None:
        """The row of the event of that id; None when the table has none."""
        return self._records.row(event_id)

    def article(self, article_id: str) -> Article:
        """The article of that id; raises `KeyError` when the table has none."""
        return self._records.article(article_id)


def _refuse_unknown(event: Event) -> None:
    for value, kind, known in (
        (event.event_type, "an event type", event_types()),
        (event.status, "a status", statuses()),
        (event.review, "a state of review", reviews()),
    ):
        if value not in known:
            raise ValueError(f"event {event.event_id}: {value!r} is not {kind}")


@dataclass(frozen=True, slots=True, eq=False)
class _Held:
    """Records in memory."""

    told: tuple[Event, ...]
    by_id: Mapping[str, Article]

    def events(self, rows: Sequence[int]) -> Iterator[Event]:
        return (self.told[row] for row in rows)

    def row(self, event_id: str) -> int | None:
        return next((row for row, event in enumerate(self.told) if event.event_id == event_id), None)

    def article(self, article_id: str) -> Article:
        return self.by_id[article_id]
