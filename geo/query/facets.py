"""The counts beside each choice of the filter."""

from __future__ import annotations

from dataclasses import dataclass

from geo.coding.vocabulary import Label
from geo.query.filters import Filter
from geo.store.table import EventTable


@dataclass(frozen=True, slots=True)
class Count:
    """How many events a choice would show; `chosen` says that the filter names it."""

    label: Label
    events: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts by facet, each under all the *other* restrictions of the filter.

    `factions`, `places`, `articles`: most events first, without the empty unless chosen. `types`, `statuses`
    (with "disputed" last): all, in the codebook's order. A place's label is a `PlaceLabel`.
    """

    factions: tuple[Count, ...]
    places: tuple[Count, ...]
    types: tuple[Count, ...]
    statuses: tuple[Count, ...]
    articles: tuple[Count, ...]


def facets(table: EventTable, chosen: Filter) -> Facets:
    """Counts of every facet of `table` under `chosen`."""
    return Facets((), (), (), (), ())
