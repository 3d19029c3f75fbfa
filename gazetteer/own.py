"""An analyst's own places, one row each: read, checked, and written whole or not at all."""

from __future__ import annotations

import csv
import io
import os
import re
import tempfile
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from gazetteer.errors import GazetteerError
from gazetteer.load import Row, rows
from gazetteer.model import Name, Place
from gazetteer.tables import OWN_FIELDS, flat_of

COLUMNS = (
    *("place_id", "name_ar", "strength", "name_en", "names", "kind", "latitude", "longitude", "radius_km", "country"),
    *("admin1", "feature_code", "parent", "population", "source", "licence", "checked_against", "approximate", "note"),
)
FILE = "places.csv"  # what faults and downloads call places that are in no file
NEW_FILE_MODE = 0o644

# A letter or digit first: what begins with = or @ is a formula to a spreadsheet, with ~ or = a strength to us.
_NAME = re.compile(r"[^\W_][^|\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]*")


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """A place and its names: `place.name_ar` first, then further spellings; `place.name_en` is not among them.

    `further` are the columns of the analyst's file that mean nothing to us, kept as they are.
    """

    place: Place
    names: tuple[Name, ...]
    further: tuple[tuple[str, str], ...] = ()

    def all_names(self) -> tuple[Name, ...]:
        """Every name that leads to the place, the English one last."""
        english = (Name(self.place.place_id, self.place.name_en, "en", strong=True),) if self.place.name_en else ()
        return self.names + english


def read_own(path: Path) -> tuple[OwnPlace, ...]:
    """The places of a file; none when there is no such file yet. Raises `GazetteerError`."""
    found: dict[str, tuple[int, OwnPlace]] = {}
    for line, row in rows(path, OWN_FIELDS) if path.exists() else ():
        place, names = flat_of(row, path.name, line)
        if place.place_id in found:
            reason = f"{place.place_id!r} is also on line {found[place.place_id][0]}"
            raise GazetteerError(path.name, line, "place_id", reason)
        further = tuple((column, value) for column, value in row.items() if column not in COLUMNS)
        found[place.place_id] = line, OwnPlace(place, tuple(names[:-1] if place.name_en else names), further)
    return tuple(own for _, own in found.values())


def with_place(places: Sequence[OwnPlace], own: OwnPlace) -> tuple[OwnPlace, ...]:
    """`places` with `own` in the stead of the one of its id, or at the end."""
    if any(other.place.place_id == own.place.place_id for other in places):
        return tuple(own if other.place.place_id == own.place.place_id else other for other in places)
    return (*places, own)


def new_id(name_en: str, taken: Collection[str]) -> str:
    """An id for a new place, not among `taken`.

    >>> new_id("Bir al-Dhi'b", []), new_id("", ["own-place"])
    ('own-bir-al-dhi-b', 'own-place-2')
    """
    base = "own-" + (re.sub(r"[^a-z0-9]+", "-", name_en.lower()).strip("-") or "place")
    number = 1
    while (found := base if number == 1 else f"{base}-{number}") in taken:
        number += 1
    return found


def own_csv(places: Iterable[OwnPlace], file: str = FILE) -> str:
    """The places as the text of a file that `read_own` and `--places` take. Raises `GazetteerError` when they would not."""
    listed = list(places)
    further = list(dict.fromkeys(column for own in listed for column, _ in own.further))
    out = io.StringIO()
    writer = csv.DictWriter(out, [*COLUMNS, *further], restval="", lineterminator="\n")
    writer.writeheader()
    for line, own in enumerate(listed, start=2):
        row = _row(own)
        for name in own.all_names():
            if not _NAME.fullmatch(name.text):
                field = "name_en" if name.text == own.place.name_en else "name_ar" if name.text == own.place.name_ar else "names"
                raise GazetteerError(file, line, field, "needs a letter or a digit first, and no line break or |")
        flat_of(row, file, line)
        writer.writerow(row | dict(own.further))
    return out.getvalue()


def write_own(path: Path, places: Iterable[OwnPlace]) -> None:
    """Puts the places into the file, which is replaced when all is on disk. Raises `GazetteerError`."""
    data = own_csv(places, path.name).encode("utf8")
    path = path.resolve()  # a link stays a link
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:80]}.")
        try:
            with open(handle, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else NEW_FILE_MODE)
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        raise GazetteerError(str(path), None, "file", f"can't be written: {error.strerror}") from error


def _row(own: OwnPlace) -> Row:
    place, (first, *others) = own.place, own.names
    row = {column: str(value) for column in COLUMNS if (value := getattr(place, column, None)) not in (None, "", 0, False)}
    row |= {"latitude": repr(place.latitude), "longitude": repr(place.longitude)}
    row |= {"approximate": "yes"} if place.approximate else {}
    strength = "strong" if first.strong else "lookup" if first.lookup_only else "weak"
    spellings = ["" if name.strong else "=" if name.lookup_only else "~" for name in others]
    names = "|".join(sign + name.text for sign, name in zip(spellings, others, strict=True))
    return dict.fromkeys(COLUMNS, "") | row | {"strength": strength, "names": names}
