"""The gazetteer's lint: what a load can't see. Each fault is one line that names file, line, field and reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from gazetteer import tables
from gazetteer.arabic import key
from gazetteer.errors import GazetteerError
from gazetteer.load import FOLDER
from gazetteer.model import Name, Place
from gazetteer.rank import kilometres

# Libya's bounding box with its territorial sea, degrees: west, south, east, north (Natural Earth).
LIBYA = (9.2, 19.4, 25.3, 34.2)
NEAR_DUPLICATE_KM = 1.0
PARENT_SLACK_KM = 30.0
SOURCES = "SOURCES.md"


def check(folder: Path = FOLDER) -> list[str]:
    """The faults of a gazetteer folder, [] when there are none; a file that can't be loaded is one fault."""
    try:
        places, names = tables.read_places(folder / "places.csv"), tables.read_names(folder / "names.csv")
        for world in (folder / "world.csv", folder / "cities.csv"):
            if world.exists():
                tables.read_flat(world)
    except GazetteerError as error:
        return [str(error)]
    faults = [*_places(places), *_parents(places), *_names(names, places), *_near_duplicates(places, names)]
    return [str(fault) for fault in faults]


def _places(places: dict[int, Place]) -> Iterator[GazetteerError]:
    first: dict[str, int] = {}
    west, south, east, north = LIBYA
    for line, place in places.items():
        if place.place_id in first:
            yield _fault(line, "place_id", f"{place.place_id!r} is also on line {first[place.place_id]}")
        first.setdefault(place.place_id, line)
        if place.country == "LY" and not (west <= place.longitude <= east and south <= place.latitude <= north):
            yield _fault(line, "latitude", f"{place.latitude}, {place.longitude} is outside Libya")
        for field in ("name_en", "name_ar", "source", "licence"):
            if not getattr(place, field):
                yield _fault(line, field, "is empty")
        if place.radius_km <= 0:
            yield _fault(line, "radius_km", "needs more than 0")
        if place.source == "editorial" and not place.approximate and not place.is_area:
            yield _fault(line, "approximate", "an editorial point is approximate: needs yes")


def _parents(places: dict[int, Place]) -> Iterator[GazetteerError]:
    by_id = {place.place_id: place for place in places.values()}
    districts = {place.admin1 for place in places.values() if place.kind == "district"}
    for line, place in places.items():
        if place.parent:
            parent = by_id.get(place.parent)
            if parent is None:
                yield _fault(line, "parent", f"{place.parent!r} is not a place_id")
            elif kilometres(place, parent) > 2.2 * parent.radius_km + PARENT_SLACK_KM:
                yield _fault(
                    line,
                    "parent",
                    f"{kilometres(place, parent):.0f} km from {parent.name_en}, whose radius is {parent.radius_km:g}",
                )
        if place.admin1 is not None and place.admin1 not in districts:
            yield _fault(line, "admin1", f"{place.admin1!r} is no district's")


def _names(names: dict[int, Name], places: dict[int, Place]) -> Iterator[GazetteerError]:
    by_id = {place.place_id: place for place in places.values()}
    strong: dict[str, list[tuple[int, Name]]] = defaultdict(list)
    seen: dict[tuple[str, str], int] = {}
    for line, name in names.items():
        where = (name.place_id, key(name.text))
        if name.place_id not in by_id:
            yield GazetteerError("names.csv", line, "place_id", f"{name.place_id!r} is not in places.csv")
        if where in seen:
            yield GazetteerError("names.csv", line, "name", f"{name.text!r} folds to the name on line {seen[where]}")
        seen.setdefault(where, line)
        if name.strong and name.language == "ar":
            strong[key(name.text)].append((line, name))
    for rows in strong.values():
        if len({name.place_id for _, name in rows}) > 1:
            line, name = rows[-1]
            yield GazetteerError("names.csv", line, "strength", f"{name.text!r} is strong for another place on line {rows[0][0]}")
    named = {name.place_id for name in names.values()}
    for line, place in places.items():
        if place.place_id not in named:
            yield _fault(line, "place_id", "has no name in names.csv")


def _near_duplicates(places: dict[int, Place], names: dict[int, Name]) -> Iterator[GazetteerError]:
    """Two places of one kind within a kilometre that share a name."""
    keys: dict[str, set[str]] = defaultdict(set)
    for name in names.values():
        keys[name.place_id].add(key(name.text))
    rows = sorted(places.items(), key=lambda row: row[1].latitude)
    for at, (line, place) in enumerate(rows):
        for other_line, other in rows[at + 1 :]:
            if other.latitude - place.latitude > NEAR_DUPLICATE_KM / 110:
                break
            if (
                place.kind == other.kind
                and kilometres(place, other) < NEAR_DUPLICATE_KM
                and keys[place.place_id] & keys[other.place_id]
            ):
                yield _fault(line, "place_id", f"{place.place_id!r} looks like {other.place_id!r} on line {other_line}")


def _fault(line: int, field: str, reason: str) -> GazetteerError:
    return GazetteerError("places.csv", line, field, reason)
