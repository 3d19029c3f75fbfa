"""The gazetteer in memory: places by id, and names by folded key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path

from gazetteer import tables
from gazetteer.arabic import key
from gazetteer.errors import GazetteerError
from gazetteer.find import Finder
from gazetteer.load import FOLDER
from gazetteer.model import Candidate, Name, Place, PlaceMention
from gazetteer.rank import Context, rank

_ALONE = Context()


class Gazetteer:
    """Places and the names that lead to them. Immutable once made.

    `further` is a file of places that answer only a name which nothing else has (small towns abroad);
    it is read when such a name is first asked for.
    """

    def __init__(
        self, places: Iterable[Place], names: Iterable[Name], not_places: Iterable[str] = (), further: Path | None = None
    ) -> None:
        self.places: Mapping[str, Place] = {place.place_id: place for place in places}
        self._names = _by_key(names)
        self._not_places = tuple(not_places)
        self._further = further
        self._ranked: dict[tuple[str, Context, bool], tuple[Candidate, ...]] = {}  # of known names without neighbours

    @classmethod
    def default(cls) -> Gazetteer:
        """The shipped gazetteer, read once. Raises `GazetteerError`."""
        return default_gazetteer()

    @classmethod
    def with_own(cls, path: Path) -> Gazetteer:
        """The shipped gazetteer and an analyst's own file, whose places and names win over the shipped ones.

        Raises `GazetteerError`.
        """
        places, names = tables.read_flat(path)
        return cls.with_places(places.values(), (name for row in names.values() for name in row))

    @classmethod
    def with_places(cls, places: Iterable[Place], names: Iterable[Name]) -> Gazetteer:
        """The shipped gazetteer with further places and names, which win over the shipped ones of the same id or spelling.

        A spelling that the shipped place of the same id bears already stays with the others that bear it too.
        """
        own, (shipped_places, shipped_names) = list(names), _shipped()
        told = {(name.place_id, key(name.text)) for name in own}
        shipped = [(name, (name.place_id, key(name.text))) for name in shipped_names]
        taken = {spelling for _, spelling in told - {borne for _, borne in shipped}}
        kept = [name for name, borne in shipped if borne not in told and borne[1] not in taken]
        return cls([*shipped_places, *places], [*kept, *own], tables.read_phrases(), tables.FURTHER)

    def get(self, place_id: str) -> Place | None:
        """The place of that id.

        >>> Gazetteer([], []).get("ly-sirte") is None
        True
        """
        return self.places.get(place_id) or self._far[0].get(place_id)

    def names_of(self, name_key: str) -> list[Name]:
        """The names with that folded key, [] when there is none."""
        return self._names.get(name_key) or self._far[1].get(name_key, [])

    @property
    def keys(self) -> Mapping[str, list[Name]]:
        """Every folded key but the further ones, and its names."""
        return self._names

    def candidates(self, name_key: str, context: Context | None = None, findable: bool = False) -> tuple[Candidate, ...]:
        """The places that a folded key may mean, ranked; `findable` leaves the lookup-only names out."""
        context = context or _ALONE
        names = self._names.get(name_key, []) if findable else self.names_of(name_key)
        if context.place_ids or not names:
            return self._rank(names, context, findable)
        asked = (name_key, context, findable)
        if asked not in self._ranked:
            self._ranked[asked] = self._rank(names, context, findable)
        return self._ranked[asked]

    def _rank(self, names: list[Name], context: Context, findable: bool) -> tuple[Candidate, ...]:
        named = [(self.get(name.place_id), name.strong) for name in names if not (findable and name.lookup_only)]
        beside = [self.get(place_id) for place_id in dict.fromkeys(context.place_ids)] if named else []
        return tuple(rank([(p, strong) for p, strong in named if p], [p for p in beside if p], context))

    def find(self, folded_text: str) -> list[PlaceMention]:
        """The place names in folded text (`fold(text).text`), longest first where they overlap, in order.

        Weak names come back only when cued. Nationalities and Latin spellings are not looked for.

        >>> [m.key for m in default_gazetteer().find("قصف في مدينه سرت امس")]
        ['سرت']
        """
        return self._finder.find(folded_text)

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self._names, self._not_places, self.candidates)

    @cached_property
    def _far(self) -> tuple[dict[str, Place], dict[str, list[Name]]]:
        if self._further is None:
            return {}, {}
        places, names = tables.read_flat(self._further)
        return {place.place_id: place for place in places.values()}, _by_key(name for row in names.values() for name in row)


def _by_key(names: Iterable[Name]) -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = {}
    for name in names:
        found.setdefault(key(name.text), []).append(name)
    return found


@cache
def _shipped() -> tuple[list[Place], list[Name]]:
    places = list(tables.read_places().values())
    names = tables.read_names()
    known = {place.place_id for place in places}
    for line, name in names.items():
        if name.place_id not in known:
            raise GazetteerError("names.csv", line, "place_id", f"{name.place_id!r} is not in places.csv")
    world_places, world_names = tables.read_flat(FOLDER / "world.csv")
    world = [name for row in world_names.values() for name in row]
    return [*places, *world_places.values()], [*names.values(), *world]


@cache
def default_gazetteer() -> Gazetteer:
    """The shipped gazetteer, read once. Raises `GazetteerError`."""
    places, names = _shipped()
    return Gazetteer(places, names, tables.read_phrases(), tables.FURTHER)
