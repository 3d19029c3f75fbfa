"""One filter drives map, timeline, panels, counts and exports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from geo.coding.vocabulary import Label, event_groups, event_types, reviews
from geo.store.columns import NO_END, NO_START, Flags
from geo.store.table import EventTable

NOBODY: frozenset[str] = frozenset()
# The fields of a filter; those that make one restriction together stand together.
_RESTRICTIONS = (
    ("types",), ("start", "end", "include_undated"), ("factions",), ("places",), ("statuses",), ("articles",), ("reviews",),
    ("text",), ("include_unlocated",),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Filter:
    """What to show. Hashable, so a mask can be kept by filter. An empty set is no restriction.

    `start`, `end` are inclusive days; an event passes when its dates may overlap them, so an undated event
    passes unless `include_undated` is false. `factions` passes an event that any of them takes part in.
    `places` are place ids: an event without a place is in none of them. `types` None is the default, every
    group that is shown at first (all but statements). `statuses` may name "disputed": denied by somebody.
    `reviews` are states of review; empty means all that are shown at first (all but rejected).
    `text` is Arabic or English; every word must occur.
    """

    start: date | None = None
    end: date | None = None
    factions: frozenset[str] = NOBODY
    places: frozenset[str] = NOBODY
    types: frozenset[str] | None = None
    statuses: frozenset[str] = NOBODY
    articles: frozenset[str] = NOBODY
    reviews: frozenset[str] = NOBODY
    text: str = ""
    include_undated: bool = True
    include_unlocated: bool = True


def default_types() -> frozenset[str]:
    """The event types shown when a filter names none.

    >>> sorted(set(event_types()) - default_types())
    ['statement']
    """
    return frozenset(kind.id for kind in event_types().values() if event_groups()[kind.group].shown)


def default_reviews() -> frozenset[str]:
    """The states of review shown when a filter names none.

    >>> sorted(set(reviews()) - default_reviews())
    ['rejected']
    """
    return frozenset(review.id for review in reviews().values() if review.shown)


def apart(chosen: Filter) -> list[Filter]:
    """The restrictions of `chosen`, each as a filter that makes no other; together they are `chosen`.

    >>> [len(one.types or ()) for one in apart(Filter(text="Sirte"))] == [len(default_types()), 0, 0]
    True
    """
    none = Filter(types=NOBODY, reviews=frozenset(reviews()))
    usual = replace(chosen, types=default_types() if chosen.types is None else chosen.types)
    usual = replace(usual, reviews=chosen.reviews or default_reviews())
    found = [replace(none, **{field: getattr(usual, field) for field in fields}) for fields in _RESTRICTIONS]
    return [one for one in found if one != none]


def mask(table: EventTable, chosen: Filter) -> Flags:
    """The rows that pass `chosen`, shape (rows,)."""
    passing = np.ones(len(table), dtype=bool)
    for _, part in parts(table, chosen):
        passing &= part
    return passing


def parts(table: EventTable, chosen: Filter) -> Iterator[tuple[str, Flags]]:
    """The name and the mask of each restriction that `chosen` makes; their conjunction is `mask`.

    Names are "dates", "factions", "places", "types", "statuses", "articles", "reviews", "text", "located".
    """
    columns, lists = table.columns, table.categories
    if chosen.start or chosen.end or not chosen.include_undated:
        yield "dates", _in_time(table, chosen)
    if chosen.factions:
        yield "factions", (lists.parties @ _named(lists.factions, chosen.factions))[columns.party]
    if chosen.places:
        yield "places", _chosen(lists.places, chosen.places, columns.place)
    types = default_types() if chosen.types is None else chosen.types
    if types and not types.issuperset(label.id for label in lists.types):
        yield "types", _chosen(lists.types, types, columns.type)
    if chosen.statuses:
        yield "statuses", _in_standing(table, chosen.statuses)
    if chosen.articles:
        yield "articles", _chosen(lists.articles, chosen.articles, columns.article)
    states = chosen.reviews or default_reviews()
    if not states.issuperset(label.id for label in lists.reviews):
        yield "reviews", _chosen(lists.reviews, states, columns.review)
    if chosen.text.strip():
        yield "text", table.texts.search(chosen.text)
    if not chosen.include_unlocated:
        yield "located", ~columns.unlocated


def _named(labels: Sequence[Label], wanted: frozenset[str]) -> Flags:
    return np.fromiter((label.id in wanted for label in labels), dtype=bool, count=len(labels))


def _chosen(labels: Sequence[Label], wanted: frozenset[str], codes: NDArray[np.signedinteger]) -> Flags:
    """Rows whose code is of a wanted label; code -1 (none) takes the appended False."""
    passing: Flags = np.append(_named(labels, wanted), False)[codes]
    return passing


def _in_standing(table: EventTable, wanted: frozenset[str]) -> Flags:
    columns, lists = table.columns, table.categories
    passing = _chosen(lists.statuses, wanted, columns.status)
    if lists.standings[-1].id in wanted:
        passing |= columns.standing == len(lists.standings) - 1
    return passing


def _in_time(table: EventTable, chosen: Filter) -> Flags:
    columns = table.columns
    first = chosen.start.toordinal() if chosen.start else NO_START
    last = chosen.end.toordinal() if chosen.end else NO_END
    overlaps: Flags = (columns.end >= first) & (columns.start <= last)
    return overlaps if chosen.include_undated else overlaps & ~columns.undated
