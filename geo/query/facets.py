"""The counts beside each choice of the filter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.coding.vocabulary import Label
from geo.query.filters import Filter, default_types, parts
from geo.store.columns import Flags
from geo.store.table import EventTable

MOST_CHOICES = 2000  # of a facet; more than anyone reads, and a million events come from 200,000 articles


@dataclass(frozen=True, slots=True)
class Count:
    """How many events a choice would show; `chosen` says that the filter names it."""

    label: Label
    events: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts by facet, each under all the *other* restrictions of the filter.

    `factions`, `places`, `articles`: most events first, at most MOST_CHOICES, without the empty, and the chosen
    ones always. `types`, `statuses`, `reviews`: all, in the codebook's order; "disputed" comes last among the statuses, and
    its events count under their status too. A place's label is a `PlaceLabel`.
    """

    factions: tuple[Count, ...]
    places: tuple[Count, ...]
    types: tuple[Count, ...]
    statuses: tuple[Count, ...]
    articles: tuple[Count, ...]
    reviews: tuple[Count, ...]


def facets(table: EventTable, chosen: Filter) -> Facets:
    """Counts of every facet of `table` under `chosen`."""
    columns, lists = table.columns, table.categories
    under = _Others(table, chosen)
    parties = _tally(columns.party, under.all_but("factions"), len(lists.parties))
    standing = under.all_but("statuses")
    types = default_types() if chosen.types is None else chosen.types
    disputed = np.count_nonzero(standing & (columns.standing == len(lists.standings) - 1))
    statuses = np.append(_tally(columns.status, standing, len(lists.statuses)), disputed)
    return Facets(
        factions=_busiest(lists.factions, parties @ lists.parties, chosen.factions),
        places=_busiest(lists.places, _tally(columns.place, under.all_but("places"), len(lists.places)), chosen.places),
        types=_all(lists.types, _tally(columns.type, under.all_but("types"), len(lists.types)), types),
        statuses=_all(lists.standings, statuses, chosen.statuses),
        articles=_busiest(
            lists.articles, _tally(columns.article, under.all_but("articles"), len(lists.articles)), chosen.articles
        ),
        reviews=_all(lists.reviews, _tally(columns.review, under.all_but("reviews"), len(lists.reviews)), chosen.reviews),
    )


class _Others:
    """Masks that leave one restriction out: a row passes them when it fails nothing, or only that one."""

    def __init__(self, table: EventTable, chosen: Filter) -> None:
        self._failed = {name: ~part for name, part in parts(table, chosen)}
        self._failures = np.zeros(len(table), dtype=np.uint8)
        for failed in self._failed.values():
            self._failures += failed
        self._none: Flags = self._failures == 0

    def all_but(self, name: str) -> Flags:
        if name not in self._failed:
            return self._none
        passing: Flags = self._failures == self._failed[name]
        return passing


def _tally(codes: NDArray[np.signedinteger], rows: Flags, size: int) -> NDArray[np.int64]:
    """Selected rows by code, shape (size,); code -1 counts nowhere."""
    return np.bincount(codes[rows] + 1, minlength=size + 1)[1:]


def _busiest(labels: Sequence[Label], events: NDArray[np.int64], chosen: frozenset[str]) -> tuple[Count, ...]:
    order = np.argsort(-events, kind="stable")[:MOST_CHOICES].tolist()
    codes = dict.fromkeys(code for code in order if events[code])
    if chosen:
        codes |= dict.fromkeys(code for code, label in enumerate(labels) if label.id in chosen)
    kept = [Count(labels[code], int(events[code]), labels[code].id in chosen) for code in codes]
    return tuple(sorted(kept, key=lambda count: (-count.events, count.label.en, count.label.id)))


def _all(labels: Sequence[Label], events: NDArray[np.int64], chosen: frozenset[str]) -> tuple[Count, ...]:
    return tuple(Count(label, int(number), label.id in chosen) for label, number in zip(labels, events, strict=True))
