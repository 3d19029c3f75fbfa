"""The lists that the table's codes point into, and how codes are given while events are read."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from geo.coding.vocabulary import Label

K = TypeVar("K", bound=Hashable)


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


class Codes(dict[K, int]):
    """Gives each new key the next code, from 0; what it is made with keeps the codes it has there.

    >>> codes = Codes[str | None]({None: -1})
    >>> [codes["sirte"], codes["brega"], codes[None], codes["sirte"]]
    [0, 1, -1, 0]
    """

    def __init__(self, given: Mapping[K, int] | None = None) -> None:
        super().__init__(given or {})
        self._next = 0

    def __missing__(self, key: K) -> int:
        self[key] = code = self._next
        self._next += 1
        return code
