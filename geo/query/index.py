"""What is computed once of a table, so that a selection is counted by passes over ready-made codes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.coding.vocabulary import statuses
from geo.store.columns import NONE, Flags
from geo.store.table import EventTable

HAPPENED = ("reported", "claimed")


@dataclass(frozen=True, slots=True, eq=False)
class Code:
    """A code for each row, shape (rows,), NONE where there is none; `total`, shape (codes,), counts all rows."""

    of: NDArray[np.signedinteger]
    total: NDArray[np.int64]

    @classmethod
    def of_column(cls, column: NDArray[np.signedinteger], codes: int) -> Code:
        """The code that a column is."""
        return cls(column, tally(column, codes))


@dataclass(frozen=True, slots=True, eq=False)
class Sorts:
    """The distinct combinations of values of some columns: each row's one, and the values of each by column."""

    code: Code
    values: tuple[NDArray[np.signedinteger], ...]

    @classmethod
    def of_columns(cls, *columns: NDArray[np.signedinteger]) -> Sorts:
        """The combinations that occur."""
        rows = len(columns[0])
        joint, sizes = np.zeros(rows, dtype=np.int64), []
        for column in columns:
            values, distinct = pd.factorize(column)
            joint = joint * max(len(distinct), 1) + values
            sizes.append(distinct)
        code, keys = pd.factorize(joint)
        found = []
        for distinct in reversed(sizes):
            keys, at = np.divmod(keys, max(len(distinct), 1))
            found.append(distinct[at])
        return cls(Code.of_column(code.astype(np.int32), len(found[0])), tuple(reversed(found)))


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """The rows whose incident has other rows too, and the number of their incident, from 0."""

    rows: NDArray[np.int64]
    incident: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Tolls:
    """The rows that tell a toll of something that happened, with its range; the first `shared` share an incident.

    `incident` numbers the incidents of those.
    """

    rows: NDArray[np.int64]
    lowest: NDArray[np.int64]
    highest: NDArray[np.int64]
    shared: int
    incident: NDArray[np.int64]


class Index:
    """Codes and orders of the rows of one table, each made when it is first needed. It does not hold the table."""

    def __init__(self, table: EventTable) -> None:
        self._columns, self._lists = table.columns, table.categories

    @cached_property
    def spots(self) -> Sorts:
        """By place, point, group, standing, geo_precision and radius (the place in `radii`)."""
        columns = self._columns
        group = self._lists.type_group[columns.type]
        return Sorts.of_columns(
            columns.place, columns.point, group, columns.standing, columns.geo_precision, columns.radius_km.view(np.int32)
        )

    @cached_property
    def days(self) -> Sorts:
        """By first day, last day and group."""
        return Sorts.of_columns(self._columns.start, self._columns.end, self._lists.type_group[self._columns.type])

    @cached_property
    def kinds(self) -> Sorts:
        """By type, status, standing and review."""
        columns = self._columns
        return Sorts.of_columns(columns.type, columns.status, columns.standing, columns.review)

    @cached_property
    def parties(self) -> Code:
        """By set of factions."""
        return Code.of_column(self._columns.party, len(self._lists.parties))

    @cached_property
    def articles(self) -> Code:
        """By article."""
        return Code.of_column(self._columns.article, len(self._lists.articles))

    @cached_property
    def shared(self) -> Shared:
        """The rows of incidents that are told more than once."""
        rows = np.flatnonzero(self._told_again)
        return Shared(rows, pd.factorize(self._columns.incident[rows])[0])

    @cached_property
    def killed(self) -> Tolls:
        """The dead."""
        return self._tolls(self._columns.killed)

    @cached_property
    def wounded(self) -> Tolls:
        """The wounded."""
        return self._tolls(self._columns.wounded)

    @cached_property
    def latest_first(self) -> NDArray[np.int32]:
        """The rows by first day, the latest first, the undated last."""
        day = np.where(self._columns.undated, np.iinfo(np.int32).max, -self._columns.start)
        return np.argsort(day, kind="stable").astype(np.int32)

    @cached_property
    def undated(self) -> Flags:
        """Rows with neither a first nor a last day."""
        return self._columns.undated

    @cached_property
    def unlocated(self) -> Flags:
        """Rows without a point."""
        return self._columns.unlocated

    @cached_property
    def _told_again(self) -> Flags:
        incident = self._columns.incident
        flags: Flags = np.bincount(incident, minlength=1)[incident] > 1
        return flags

    def _tolls(self, figures: NDArray[np.int32]) -> Tolls:
        """A best figure stands in for a missing low or high, a lone high leaves low at 0."""
        happened = np.array([status in HAPPENED for status in statuses()], dtype=bool)[self._columns.status]
        told = np.flatnonzero(happened & (figures != NONE).any(axis=1))
        told = np.concatenate([told[self._told_again[told]], told[~self._told_again[told]]])
        shared = int(np.count_nonzero(self._told_again[told]))
        low, best, high = figures[told].T.astype(np.int64)
        return Tolls(
            told,
            np.where(low != NONE, low, np.where(best != NONE, best, 0)),
            np.where(high != NONE, high, np.maximum(best, low)),
            shared,
            pd.factorize(self._columns.incident[told[:shared]])[0],
        )


def tally(codes: NDArray[np.signedinteger], size: int) -> NDArray[np.int64]:
    """How often each code occurs, shape (size,); NONE counts nowhere."""
    return np.bincount(codes.astype(np.int64) + 1, minlength=size + 1)[1:]
