"""A selection of a table's rows, and what is counted of it: each count once, however many ask."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, lru_cache, partial, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

import numpy as np
from numpy.typing import NDArray

from geo.query.filters import Filter, apart, mask
from geo.query.index import Code, Index, tally
from geo.store.columns import Flags
from geo.store.table import EventTable

KEPT = 32  # selections, each 1 to 5 bytes a row
PARTS = 64  # masks of one restriction, each a byte a row
ANSWERS = 16  # to questions about one selection
P = ParamSpec("P")
A = TypeVar("A")


class Selection:
    """The rows that the mask `rows`, shape (rows,), selects of `table`."""

    def __init__(self, table: EventTable, rows: Flags, index: Index | None = None) -> None:
        self.table, self.rows = table, rows
        self.index = index or Index(table)
        self.answers: dict[Any, Any] = {}

    @cached_property
    def size(self) -> int:
        """How many rows are selected."""
        return int(np.count_nonzero(self.rows))

    def tally(self, code: Code) -> NDArray[np.int64]:
        """Selected rows by code, shape (codes,): the few that are in are counted, or else the few that are out."""
        counted = tally(code.of[self._few], len(code.total))
        return code.total - counted if self._mostly else counted

    @cached_property
    def spots(self) -> NDArray[np.int64]:
        """Selected rows by `Index.spots`."""
        return self.tally(self.index.spots.code)

    @cached_property
    def days(self) -> NDArray[np.int64]:
        """Selected rows by `Index.days`."""
        return self.tally(self.index.days.code)

    @cached_property
    def kinds(self) -> NDArray[np.int64]:
        """Selected rows by `Index.kinds`."""
        return self.tally(self.index.kinds.code)

    @cached_property
    def parties(self) -> NDArray[np.int64]:
        """Selected rows by set of factions."""
        return self.tally(self.index.parties)

    @cached_property
    def articles(self) -> NDArray[np.int64]:
        """Selected rows by article."""
        return self.tally(self.index.articles)

    @cached_property
    def _mostly(self) -> bool:
        return self.size * 2 > len(self.rows)

    @cached_property
    def _few(self) -> NDArray[np.int64]:
        found: NDArray[np.int64] = np.flatnonzero(~self.rows if self._mostly else self.rows)
        return found


def once(question: Callable[Concatenate[Selection, P], A]) -> Callable[Concatenate[Selection, P], A]:
    """A question to a selection that is answered from memory when it is asked again."""

    @wraps(question)
    def answer(selection: Selection, /, *args: P.args, **kwargs: P.kwargs) -> A:
        asked, none = (question, args, tuple(kwargs.items())), object()
        found: Any = selection.answers.get(asked, none)
        if found is none:
            if len(selection.answers) >= ANSWERS:
                selection.answers.clear()
            found = selection.answers[asked] = question(selection, *args, **kwargs)
        kept: A = found
        return kept

    return answer


class Selections:
    """The selections of one table, by filter: what two filters have in common is computed once."""

    def __init__(self, table: EventTable) -> None:
        self.table, self.index = table, Index(table)
        part = lru_cache(PARTS)(partial(mask, table))
        self._selected = lru_cache(KEPT)(partial(_selected, table, self.index, part))

    def of(self, chosen: Filter) -> Selection:
        """The rows that pass `chosen`."""
        return self._selected(chosen)


def _selected(table: EventTable, index: Index, part: Callable[[Filter], Flags], chosen: Filter) -> Selection:
    rows = np.ones(len(table), dtype=bool)
    for restriction in apart(chosen):
        rows &= part(restriction)
    rows.setflags(write=False)
    return Selection(table, rows, index)
