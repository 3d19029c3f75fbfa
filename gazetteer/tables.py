"""The gazetteer's CSV files as records, validated; every fault names file, line, field and reason.

Files of `data/`: `places.csv` and `names.csv` (Libya, edited by hand), `world.csv` and `cities.csv` (the
rest of the world, written by `build_world.py`), `not_places.csv` (phrases that hold a place's name and mean none).
An analyst's own file (`--places FILE.csv`) has a place and its names on one line, as `world.csv` has.
"""

from __future__ import annotations

from pathlib import Path

from gazetteer.errors import GazetteerError
from gazetteer.kinds import KINDS
from gazetteer.load import FOLDER, Row, rows
from gazetteer.model import Name, Place

FURTHER = FOLDER / "cities.csv"  # towns abroad whose names are looked up, never found in text
STRENGTHS = {"strong": (True, False), "weak": (False, False), "lookup": (False, True)}
PLACE_FIELDS = ("place_id", "name_en", "name_ar", "kind", "admin1", "country", "latitude", "longitude", "radius_km")
NAME_FIELDS = ("place_id", "name", "language", "strength")
OWN_FIELDS = ("place_id", "name_ar", "latitude", "longitude")
OWN_DEFAULTS = {"kind": "town", "country": "LY", "radius_km": "5"}


def read_places(path: Path = FOLDER / "places.csv") -> dict[int, Place]:
    """The places of a file by their line. Raises `GazetteerError`."""
    return {line: place_of(row, path.name, line) for line, row in rows(path, PLACE_FIELDS)}


def read_names(path: Path = FOLDER / "names.csv") -> dict[int, Name]:
    """The names of a file by their line. Raises `GazetteerError`."""
    found = {}
    for line, row in rows(path, NAME_FIELDS):
        if not row["name"]:
            raise GazetteerError(path.name, line, "name", "is empty")
        strong, lookup_only = _strength(row["strength"], path.name, line)
        found[line] = Name(row["place_id"], row["name"], row["language"], strong, lookup_only)
    return found


def read_flat(path: Path) -> tuple[dict[int, Place], dict[int, list[Name]]]:
    """Places with their names on one line: `names` is `|`-separated, `~` before a weak one, `=` before a lookup one.

    An analyst's file needs only place_id, name_ar, latitude and longitude. Raises `GazetteerError`.
    """
    places, names = {}, {}
    for line, row in rows(path, OWN_FIELDS):
        places[line], names[line] = flat_of(row, path.name, line)
    return places, names


def flat_of(row: Row, file: str, line: int) -> tuple[Place, list[Name]]:
    """The place of a row and its names: `name_ar` first, then those of `names`, `name_en` last. Raises `GazetteerError`."""
    if not row["name_ar"]:
        raise GazetteerError(file, line, "name_ar", "is empty")
    said = {field: value for field, value in row.items() if value or field in OWN_FIELDS}
    place = place_of(OWN_DEFAULTS | {"source": file} | said, file, line)
    strong, lookup_only = _strength(said.get("strength", "strong"), file, line)
    names = [Name(place.place_id, place.name_ar, "ar", strong, lookup_only)]
    names += [_flat_name(place.place_id, text) for text in row.get("names", "").split("|") if text]
    if place.name_en:
        names.append(Name(place.place_id, place.name_en, "en", strong=True))
    return place, names


def read_phrases(path: Path = FOLDER / "not_places.csv") -> list[str]:
    """The phrases that hold a place's name and mean none ("الدوري الليبي")."""
    return [row["phrase"] for _, row in rows(path, ("phrase",))]


def place_of(row: Row, file: str, line: int) -> Place:
    """The place that a row tells. Raises `GazetteerError`."""
    if not row["place_id"]:
        raise GazetteerError(file, line, "place_id", "is empty")
    kind = row["kind"]
    if kind not in KINDS:
        raise GazetteerError(file, line, "kind", f"{kind!r} is none of {', '.join(sorted(KINDS))}")
    return Place(
        place_id=row["place_id"],
        name_en=row.get("name_en", ""),
        name_ar=row["name_ar"],
        kind=kind,
        feature_code=row.get("feature_code") or KINDS[kind].feature_code,
        admin1=row.get("admin1") or None,
        country=row["country"],
        longitude=_number(row, "longitude", 180, file, line),
        latitude=_number(row, "latitude", 90, file, line),
        radius_km=_number(row, "radius_km", 5000, file, line),
        parent=row.get("parent") or None,
        population=int(_number(row, "population", 10**10, file, line)) if row.get("population") else 0,
        source=row.get("source", ""),
        licence=row.get("licence", ""),
        checked_against=row.get("checked_against", ""),
        approximate=row.get("approximate", "") == "yes",
        note=row.get("note", ""),
    )


def _number(row: Row, field: str, limit: float, file: str, line: int) -> float:
    try:
        number = float(row[field])
    except ValueError:
        raise GazetteerError(file, line, field, f"{row[field]!r} is not a number") from None
    if not -limit <= number <= limit:
        raise GazetteerError(file, line, field, f"{row[field]} is beyond {limit:g}")
    return number


def _strength(said: str, file: str, line: int) -> tuple[bool, bool]:
    """Whether a name is strong, and whether it is lookup-only."""
    if said not in STRENGTHS:
        raise GazetteerError(file, line, "strength", f"needs {', '.join(STRENGTHS)}, found {said!r}")
    return STRENGTHS[said]


def _flat_name(place_id: str, text: str) -> Name:
    language = "ar" if any("\u0600" <= char <= "\u06ff" for char in text) else "en"
    if text[0] in "~=":
        return Name(place_id, text[1:], language, strong=False, lookup_only=text[0] == "=")
    return Name(place_id, text, language, strong=True)
