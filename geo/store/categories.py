"""The lists that the table's codes point into, and how a list is built while events are read."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from geo.coding.vocabulary import Label

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class PlaceLabel(Label):
    """A place that events name; `admin1` is its district, `country` ISO 3166 alpha-2."""

    admin1: str | None = None
    country: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """The distinct points of a table: events that share one have the same `columns.point`.

    `longitude`, `latitude` are WGS 84 decimal degrees, shape (points,); `area` says that the point only
    represents a district, region or country (geo_precision 3), and such a point is never the same as a
    town's, even at the same coordinates; `place` is the code of the first place seen there.
    """

    longitude: NDArray[np.float64]
    latitude: NDArray[np.float64]
    area: NDArray[np.bool_]
    place: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.longitude)


@dataclass(frozen=True, slots=True, eq=False)
class Categories:
    """What each code means: `categories.types[columns.type[row]]`, and so on.

    `type_group`, shape (types,), gives the group code of each type. `standings` are the statuses and, last,
    "disputed". `parties`, shape (sets, factions), holds each distinct set of factions once, as booleans:
    an event's factions are `parties[columns.party[row]]`.
    """

    types: tuple[Label, ...]
    groups: tuple[Label, ...]
    type_group: NDArray[np.int8]
    statuses: tuple[Label, ...]
    standings: tuple[Label, ...]
    reviews: tuple[Label, ...]
    factions: tuple[Label, ...]
    parties: NDArray[np.bool_]
    places: tuple[PlaceLabel, ...]
    points: Points
    articles: tuple[Label, ...]


class Coder(Generic[K, V]):
    """Gives each new key the next code and keeps the value it came with first.

    >>> coder = Coder[str, str]()
    >>> [coder.code("sirte", "Sirte"), coder.code("brega", "Brega"), coder.code("sirte", "Surt")]
    [0, 1, 0]
    >>> coder.values
    ['Sirte', 'Brega']
    """

    def __init__(self) -> None:
        self._codes: dict[K, int] = {}
        self.values: list[V] = []

    def code(self, key: K, value: V) -> int:
        """The code of `key`."""
        if key not in self._codes:
            self._codes[key] = len(self.values)
            self.values.append(value)
        return self._codes[key]

    def keys(self) -> tuple[K, ...]:
        """The keys, in the order of their codes."""
        return tuple(self._codes)
