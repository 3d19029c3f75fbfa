"""The counts beside each choice of the filter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from geo.coding.vocabulary import Label, reviews
from geo.query.filters import NOBODY, Filter, default_types
from geo.query.selection import Selection, Selections

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


def facets(selections: Selections, chosen: Filter) -> Facets:
    """Counts of every facet under `chosen`."""
    lists = selections.table.categories
    parties = selections.of(replace(chosen, factions=NOBODY)).parties
    types = default_types() if chosen.types is None else chosen.types
    kind, _, _, _ = selections.index.kinds.values
    return Facets(
        factions=_busiest(lists.factions, parties @ lists.parties, chosen.factions),
        places=_busiest(lists.places, _places(selections.of(replace(chosen, places=NOBODY))), chosen.places),
        types=_all(lists.types, _summed(kind, selections.of(replace(chosen, types=NOBODY)).kinds, len(lists.types)), types),
        statuses=_all(lists.standings, _statuses(selections.of(replace(chosen, statuses=NOBODY))), chosen.statuses),
        articles=_busiest(lists.articles, selections.of(replace(chosen, articles=NOBODY)).articles, chosen.articles),
        reviews=_all(lists.reviews, _reviews(selections.of(replace(chosen, reviews=frozenset(reviews())))), chosen.reviews),
    )


def articles_named(selections: Selections, chosen: Filter, wanted: str) -> tuple[Count, ...]:
    """As `Facets.articles`, of the articles of which an event is found by the words `wanted`, titles among them."""
    anywhere = replace(chosen, articles=NOBODY)
    found = selections.of(replace(anywhere, text=f"{chosen.text} {wanted}".strip())).articles
    counted = selections.of(anywhere).articles
    return _busiest(selections.table.categories.articles, np.where(found > 0, counted, 0), chosen.articles)


def _places(selection: Selection) -> NDArray[np.int64]:
    return _summed(selection.index.spots.values[0], selection.spots, len(selection.table.categories.places))


def _statuses(selection: Selection) -> NDArray[np.int64]:
    """By status and, last, what somebody denies."""
    lists, (_, status, standing, _) = selection.table.categories, selection.index.kinds.values
    disputed = _summed(standing, selection.kinds, len(lists.standings))[-1]
    return np.append(_summed(status, selection.kinds, len(lists.statuses)), disputed)


def _reviews(selection: Selection) -> NDArray[np.int64]:
    return _summed(selection.index.kinds.values[3], selection.kinds, len(selection.table.categories.reviews))


def _summed(codes: NDArray[np.signedinteger], events: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    """Sums of `events` by code, shape (size,); code -1 counts nowhere."""
    return np.bincount(codes.astype(np.int64) + 1, events, minlength=size + 1)[1:].astype(np.int64)


def _busiest(labels: Sequence[Label], events: NDArray[np.int64], chosen: frozenset[str]) -> tuple[Count, ...]:
    least = max(1, _least(events))
    more, as_many = np.flatnonzero(events > least), np.flatnonzero(events == least)
    codes = dict.fromkeys([*more.tolist(), *as_many[: MOST_CHOICES - len(more)].tolist()])
    if chosen:
        codes |= dict.fromkeys(code for code, label in enumerate(labels) if label.id in chosen)
    kept = [Count(labels[code], int(events[code]), labels[code].id in chosen) for code in codes]
    return tuple(sorted(kept, key=lambda count: (-count.events, count.label.en, count.label.id)))


def _least(events: NDArray[np.int64]) -> int:
    """What the last of the busiest MOST_CHOICES has at least."""
    if len(events) <= MOST_CHOICES:
        return 0
    return int(np.partition(events, -MOST_CHOICES)[-MOST_CHOICES])


def _all(labels: Sequence[Label], events: NDArray[np.int64], chosen: frozenset[str]) -> tuple[Count, ...]:
    return tuple(Count(label, int(number), label.id in chosen) for label, number in zip(labels, events, strict=True))
