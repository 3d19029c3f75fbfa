"""EventTable: the events of a case, as columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from geo.model import Article, Event
from geo.store.categories import Categories
from geo.store.columns import Columns
from geo.store.encode import encode
from geo.store.texts import Texts


@dataclass(frozen=True, slots=True, eq=False)
class EventTable:
    """Events as columns, categories and searchable text; the records only on demand. Immutable, equal only to itself.

    >>> table = EventTable.build([], [])
    >>> len(table)
    0
    """

    columns: Columns
    categories: Categories
    texts: Texts
    _events: Sequence[Event]
    _articles: Mapping[str, Article]

    @classmethod
    def build(cls, events: Iterable[Event], articles: Iterable[Article]) -> EventTable:
        """The table of `events`, rows in their order, with the articles they come from.

        Raises `ValueError` when an event's type, status or review is not in the vocabulary.
        """
        rows = tuple(events)
        by_id = {article.article_id: article for article in articles}
        columns, categories, texts = encode(rows, by_id)
        return cls(columns, categories, texts, rows, by_id)

    def __len__(self) -> int:
        return len(self.columns)

    def event(self, row: int) -> Event:
        """The event of `row`; raises `IndexError` past the end."""
        return self._events[row]

    def article(self, article_id: str) -> Article:
        """The article of that id; raises `KeyError` when the table has none."""
        return self._articles[article_id]
