"""The words that move a place ("south of", "30 km", "outskirts"), read from `data/relations.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from gazetteer.arabic import key
from gazetteer.errors import GazetteerError
from gazetteer.load import FOLDER, read_mapping

FILE = FOLDER / "relations.yaml"


RelationName = Literal["near", "outskirts", "within", "between", "off_coast", "road"]
_RELATIONS: dict[str, RelationName] = {name: name for name in get_args(RelationName)}


@dataclass(frozen=True, slots=True)
class Direction:
    """A direction: `azimuth` in degrees clockwise from north; its words in both languages."""

    name: str
    azimuth: float
    en: str
    ar: str


@dataclass(frozen=True, slots=True)
class RelationWords:
    """Every table of the file, keys folded."""

    directions: dict[str, Direction]  # by name, compounds too
    direction_of_word: dict[str, str]
    direction_of_adjective: dict[str, str]
    compound: dict[tuple[str, str], str]
    relation_of_phrase: dict[str, RelationName]
    phrases: dict[str, tuple[str, str]]  # relation -> (English, Arabic)
    told: dict[str, tuple[str, str]]  # pattern of a distance or of two places -> (English, Arabic)
    sides: frozenset[str]
    units: dict[str, float]
    numbers: dict[str, float]
    links: frozenset[str]
    about: frozenset[str]
    appositives: frozenset[str]
    bare: frozenset[str]  # words that count as they stand or behind a proclitic
    phrase_ends: frozenset[str]  # the last words of phrases of several


@cache
def relation_words(path: Path = FILE) -> RelationWords:
    """The shipped words. Raises `GazetteerError`."""
    try:
        return _tables(read_mapping(path))
    except KeyError as missing:
        raise GazetteerError(path.name, None, str(missing.args[0]), "is missing") from None


def _tables(said: dict[str, Any]) -> RelationWords:
    both = said["directions"] | said["compounds"]
    of_word = {key(word): name for name, d in said["directions"].items() for word in d["words"]}
    of_phrase = {key(word): _RELATIONS[name] for name, r in said["relations"].items() for word in r["words"]}
    units, links = {key(word): float(km) for word, km in said["units"].items()}, frozenset(map(key, said["links"]))
    return RelationWords(
        directions={name: Direction(name, float(d["azimuth"]), d["en"], d["ar"]) for name, d in both.items()},
        direction_of_word=of_word,
        direction_of_adjective={key(word): name for name, d in said["directions"].items() for word in d["adjectives"]},
        compound={(d["of"][0], d["of"][1]): name for name, d in said["compounds"].items()},
        relation_of_phrase=of_phrase,
        phrases={name: (r["en"], r["ar"]) for name, r in said["relations"].items()},
        told={name: (t["en"], t["ar"]) for name, t in said["told"].items()},
        sides=frozenset(map(key, said["sides"])),
        units=units,
        numbers={key(word): float(number) for word, number in said["numbers"].items()},
        links=links,
        about=frozenset(map(key, said["about"])),
        appositives=frozenset(map(key, said["appositives"])),
        bare=links.union(of_word, of_phrase, units),
        phrase_ends=frozenset(phrase.rpartition(" ")[2] for phrase in of_phrase if " " in phrase),
    )
