"""One row an incident, as ACLED and UCDP count: what several articles tell is told once, with all its sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from geo.coding.vocabulary import Label
from geo.export.output import Target, write
from geo.export.table import lines
from geo.model import Event, Location

HAPPENED = frozenset(["reported", "claimed"])
Cells = dict[str, object]


@dataclass(frozen=True, slots=True)
class Scheme:
    """Another project's table.

    `left_out` gives the reason (a key of `reasons`) why an event is no row of it, or None. `row` makes the cells of
    an incident from the events that tell it, at least one. `unfilled` are the columns that nothing here can fill,
    each with the reason; every other column of `columns` has a counterpart.
    """

    columns: tuple[str, ...]
    left_out: Callable[[Event], str | None]
    row: Callable[[Sequence[Event]], Cells]
    reasons: dict[str, Label]
    unfilled: dict[str, Label]


def write_incidents(scheme: Scheme, events: Iterable[Event], out: Target) -> int:
    """Writes the incidents that `events` tell as a safe CSV; returns how many events that are.

    The events of one incident must follow each other (`formats.selected` sees to it); memory is that of the
    largest incident. After the scheme's columns comes "review": what people made of the events. Raises `ExportError`.
    """
    return write(lines((*scheme.columns, "review"), _rows(scheme, events)), out)


def _rows(scheme: Scheme, events: Iterable[Event]) -> Iterator[tuple[Iterable[object], int]]:
    rows = (event for event in events if scheme.left_out(event) is None)
    for _, told in groupby(rows, key=attrgetter("incident_id")):
        reports = list(told)
        cells = scheme.row(reports)
        yield [*(cells.get(column) for column in scheme.columns), distinct(event.review for event in reports)], len(reports)


def distinct(texts: Iterable[str | None], separator: str = "; ") -> str:
    """The texts in one, each once, the empty left out.

    >>> distinct(["a", "", "b", None, "a"])
    'a; b'
    """
    return separator.join(dict.fromkeys(filter(None, texts)))


def is_country(where: Location) -> bool:
    """Whether a whole country stands for the place (its id in the gazetteer is of no region or district)."""
    return where.place_id.startswith("country-")


def parties(event: Event, role: str) -> list[str]:
    """The English names of the actors in that role, each once, as the article orders them."""
    return list(dict.fromkeys(actor.name_en for actor in event.actors if actor.role == role))
