"""Articles and their events, gathered into what one transaction writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from time import monotonic

from geo.model import Article, Event

SECONDS = 1.0  # what a crash may cost
MOST = 2000  # articles; a reader of the file waits for none of them, another writer for all

_Told = tuple[Article, Iterable[Event]]


def batches(told: Iterable[_Told]) -> Iterator[list[tuple[Article, list[Event]]]]:
    """Lists of what came within a second.

    >>> [len(batch) for batch in batches([(Article("a", "x"), []), (Article("b", "y"), [])])]
    [2]
    """
    batch: list[tuple[Article, list[Event]]] = []
    began = monotonic()
    for article, events in told:
        batch.append((article, list(events)))
        if len(batch) == MOST or monotonic() - began >= SECONDS:
            yield batch
            batch, began = [], monotonic()
    if batch:
        yield batch
