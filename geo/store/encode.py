"""Rows of the layer `events` to columns: each category is given a code as it is first met."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from geo.coding import vocabulary
from geo.coding.vocabulary import Label
from geo.store.categories import Categories, Codes, PlaceLabel, Points
from geo.store.columns import NO_END, NO_START, NONE
from geo.store.layer import SEPARATOR

AREA_PRECISION = 3  # CODEBOOK 5: a district, region or country at its representative point
# The columns of the layer that a table is made of, in the order in which `Encoder.coded` takes them.
TAKEN = (
    *("event_type", "status", "disputed_by", "review", "date_start", "date_end"),
    *("place_id", "longitude", "latitude", "geo_precision", "radius_km"),
    *("factions", "killed_low", "killed_best", "killed_high", "wounded_low", "wounded_best", "wounded_high"),
    *("article_id", "article_title", "incident_id", "confidence"),
)

Part = dict[str, NDArray[Any]]  # arrays by name, one row an event
# The columns that name a place, in the order of `PlaceLabel`: text that is read for few rows, for it is much.
NAMED = ("place_id", "place_name_en", "place_name_ar", "admin1", "country")

T = TypeVar("T", bound=np.generic)
V = TypeVar("V")
_Cells = Sequence[Any]  # one column of a chunk of rows
_Chunk = dict[str, _Cells]
Named = Callable[[list[int]], Iterable[_Cells]]


class Encoder:
    """Codes rows, chunk by chunk; what was given a code keeps it, so that later rows fit to earlier ones.

    Raises `ValueError` when a type, a status or a review is not in the vocabulary.
    """

    def __init__(self) -> None:
        self._types = _Closed("an event type", vocabulary.event_types())
        self._statuses = _Closed("a status", vocabulary.statuses())
        self._reviews = _Closed("a state of review", vocabulary.reviews())
        self._places, self._points = Codes[str | None]({None: NONE}), Codes[tuple[float, float, bool]]()
        self._sets, self._spelled = Codes[frozenset[str]](), dict[str | None, int]()
        self._articles, self._incidents = Codes[str](), Codes[str]()
        self._first, self._last = _Days(NO_START), _Days(NO_END)
        self._place_labels: list[PlaceLabel] = []
        self._point_places: list[int] = []
        self._article_labels: list[Label] = []

    def coded(self, columns: Sequence[_Cells], named: Named) -> Part:
        """The arrays of a chunk of rows, by the fields of `Columns`.

        `columns` has one sequence for each column of `TAKEN`; `named` gives the cells of `NAMED` for some rows of them.
        """
        told: _Chunk = dict(zip(TAKEN, columns, strict=True))
        places, points = self._located(told, named)
        status = _coded(self._statuses, told["status"], np.int8)
        denied = np.fromiter((sources is not None for sources in told["disputed_by"]), bool, len(status))
        return {
            "type": _coded(self._types, told["event_type"], np.int8),
            "status": status,
            "standing": np.where(denied, np.int8(len(vocabulary.statuses())), status),
            "review": _coded(self._reviews, told["review"], np.int8),
            "start": _coded(self._first, told["date_start"], np.int32),
            "end": _coded(self._last, told["date_end"], np.int32),
            "place": places,
            "point": points,
            "geo_precision": _figures(told["geo_precision"], 0, np.int8),
            "radius_km": _figures(told["radius_km"], np.nan, np.float32),
            "party": self._parties(told["factions"]),
            "killed": np.stack([_figures(told[f"killed_{which}"], NONE, np.int32) for which in ("low", "best", "high")], 1),
            "wounded": np.stack([_figures(told[f"wounded_{which}"], NONE, np.int32) for which in ("low", "best", "high")], 1),
            "article": self._sourced(told),
            "incident": _coded(self._incidents, told["incident_id"], np.int32),
            "confidence": np.array(told["confidence"], dtype=np.float32),
        }

    def categories(self) -> Categories:
        """What the codes mean."""
        types, groups = vocabulary.event_types(), vocabulary.event_groups()
        order = {group: code for code, group in enumerate(groups)}
        factions = _factions(self._sets)
        parties = np.array([[label.id in members for label in factions] for members in self._sets], dtype=bool)
        return Categories(
            types=tuple(types.values()),
            groups=tuple(groups.values()),
            type_group=np.array([order[kind.group] for kind in types.values()], dtype=np.int8),
            statuses=tuple(vocabulary.statuses().values()),
            standings=(*vocabulary.statuses().values(), vocabulary.disputed()),
            reviews=tuple(vocabulary.reviews().values()),
            factions=factions,
            parties=parties.reshape(len(self._sets), len(factions)),
            places=tuple(self._place_labels),
            points=self._distinct_points(),
            articles=tuple(self._article_labels),
        )

    def _located(self, told: _Chunk, named: Named) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Codes of places and points; a place has the names it was told with last, a point the place it came with first."""
        places = _coded(self._places, told["place_id"], np.int32)
        met = list(_firsts(places))
        for (code, _), cells in zip(met, named([row for _, row in met]), strict=True):
            _put(self._place_labels, code, PlaceLabel(*cells))
        areas = [precision == AREA_PRECISION for precision in told["geo_precision"]]
        keys = zip(told["longitude"], told["latitude"], areas, strict=True)
        points = np.fromiter((NONE if key[0] is None else self._points[key] for key in keys), np.int32, len(places))
        for code, row in _firsts(points):
            if code == len(self._point_places):
                self._point_places.append(int(places[row]))
        return places, points

    def _parties(self, column: _Cells) -> NDArray[np.int32]:
        for spelled in dict.fromkeys(column):
            if spelled not in self._spelled:
                self._spelled[spelled] = self._sets[frozenset(spelled.split(SEPARATOR) if spelled else ())]
        return _coded(self._spelled, column, np.int32)

    def _sourced(self, told: _Chunk) -> NDArray[np.int32]:
        codes = _coded(self._articles, told["article_id"], np.int32)
        for code, row in _firsts(codes):
            article_id, title = told["article_id"][row], told["article_title"][row]
            _put(self._article_labels, code, Label(article_id, title or article_id, title or article_id))
        return codes

    def _distinct_points(self) -> Points:
        keys = list(self._points)
        return Points(
            longitude=np.array([key[0] for key in keys], dtype=np.float64),
            latitude=np.array([key[1] for key in keys], dtype=np.float64),
            area=np.array([key[2] for key in keys], dtype=bool),
            place=np.array(self._point_places, dtype=np.int32),
        )


def joined(parts: Sequence[Part]) -> Part:
    """The rows of all parts, one after another; of three figures a row, one is read at a time, so each lies together."""
    return {name: np.asfortranarray(np.concatenate([part[name] for part in parts])) for name in parts[0]}


class _Closed(dict[str, int]):
    """The codes of a closed list."""

    def __init__(self, kind: str, known: Iterable[str]) -> None:
        super().__init__((name, code) for code, name in enumerate(known))
        self._kind = kind

    def __missing__(self, name: str) -> int:
        raise ValueError(f"{name!r} is not {self._kind}")


class _Days(dict[str | None, int]):
    """ISO days as `date.toordinal()`; `unknown` where there is none."""

    def __init__(self, unknown: int) -> None:
        super().__init__({None: unknown})

    def __missing__(self, day: str | None) -> int:
        self[day] = found = date.fromisoformat(str(day)).toordinal()
        return found


def _coded(codes: Any, column: _Cells, kind: type[T]) -> NDArray[T]:
    return np.fromiter(map(codes.__getitem__, column), dtype=kind, count=len(column))


def _figures(column: _Cells, unknown: float, kind: type[T]) -> NDArray[T]:
    return np.array([unknown if figure is None else figure for figure in column], dtype=kind)


def _firsts(codes: NDArray[np.int32]) -> Iterator[tuple[int, int]]:
    """Each code but NONE, ascending, and the first row that has it."""
    found, rows = np.unique(codes, return_index=True)
    return ((int(code), int(row)) for code, row in zip(found, rows, strict=True) if code != NONE)


def _put(labels: list[V], code: int, label: V) -> None:
    """Puts the label at its code, which is a known one or the next."""
    labels[code : code + 1] = [label]


def _factions(sets: Iterable[frozenset[str]]) -> tuple[Label, ...]:
    """Labels of the factions that occur: the codebook's first, in its order, then states by code."""
    seen = frozenset[str]().union(*sets)
    known, states = vocabulary.factions(), vocabulary.states()
    return (
        *(label for code, label in known.items() if code in seen),
        *(states.get(code, Label(code, code, code)) for code in sorted(seen - known.keys())),
    )
