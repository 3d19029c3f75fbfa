"""The vocabulary of casualty figures, from `lexicons/casualties.yaml`: each word's class, one letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from gazetteer.arabic import key
from geo.coding.lexicon import Entry, fault, need, read
from geo.coding.number_words import clitic_forms, need_words

FILE = "casualties.yaml"

# One letter for each class of word; the grammar is written in these. N is a number, & is و, | ends a
# sentence, a comma stands for itself, . is any other word.
_LISTS = {
    "death": "M",
    "killing": "T", "dying": "P", "with": "m", "wounding": "t", "assassinated": "a", "lives": "L", "took": "A", "falls": "S",
    "none_words": "O", "no_victims": "Z", "anyone": "i", "hurt_verbs": "h", "unknown": "n", "part": "B", "others": "X",
    "between": "b", "of": "o", "to": "I", "revised": "R", "toll": "H", "cumulative": "G", "sickness": "Q",
    "linking": "e",
    "lost": "z",
    "dropped": "F", "background": "-", "supplies": "q", "injuries": "r", "companions": "C", "or": "/", "things": "c", "met": "l",
}  # fmt: skip
_NUMBERS = ("singular", "dual", "plural", "accusative")
_NOUNS = {"killed_nouns": "kDKk", "bodies": "jdJj", "wounded_nouns": "wEW0"}
_VERBS = {"killed_verbs": "VYU", "wounded_verbs": "vyu"}
_DEFINITE = {"K": "g", "J": "g", "W": "f"}  # "the dead" and "the wounded" are no toll by themselves
_ENDINGS = {"": 0, "ت": 0, "ا": 1, "تا": 1, "وا": 2, "ن": 2}
_SUFFIXES = ("ه", "ها", "هما", "هم", "هن")


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word may be: its class, whose side it names, whether و or the article stands before it."""

    code: str
    side: str = ""
    joined: bool = False
    definite: bool = False


Senses = list[tuple[tuple[str, ...], Sense]]


@cache
def lexicon() -> Any:
    """The content of the lexicon file, read once."""
    return read(FILE)


@cache
def vocabulary() -> dict[str, Senses]:
    """First word of each phrase, clitics and all -> [(the rest of it, its sense)], longest first.

    Raises `DataError` naming file, line and field.
    """
    return load(lexicon())


def load(data: Any) -> dict[str, Senses]:
    """The vocabulary of a lexicon's content, checked; see `vocabulary`."""
    found: dict[str, Senses] = {}
    for phrase, code, side in _phrases(data):
        first, *others = key(phrase).split()
        rest = tuple(others)
        for form, joined, definite in _forms(first, code):
            rows = found.setdefault(form, [])
            if not rows or all(old != rest for old, _ in rows):
                sense = _DEFINITE.get(code, code) if definite else code
                rows.append((rest, _shared(sense, side, joined, definite)))
                if len(rows) > 1:
                    rows.sort(key=lambda row: -len(row[0]))
    return found


@cache
def _shared(code: str, side: str, joined: bool, definite: bool) -> Sense:
    """One object for the many forms of one sense: the vocabulary loads faster."""
    return Sense(code, side, joined, definite)


@cache
def drowned_words() -> frozenset[str]:
    """Folded words that say the dead drowned."""
    return frozenset(form for word in need(FILE, lexicon(), "drowned", list) for form in clitic_forms(key(word)))


def _forms(word: str, code: str) -> Iterator[tuple[str, bool, bool]]:
    for form, joined in clitic_forms(word).items():
        yield form, joined, False
    if code in "kDKjdJwEWsp2xX" and not word.startswith("ال"):
        for form, joined in clitic_forms("ال" + word).items():
            yield form, joined, True


def _phrases(data: Any) -> Iterator[tuple[str, str, str]]:
    for section, code in _LISTS.items():
        for phrase in need_words(FILE, data, section):
            yield phrase, code, ""
    for section, codes in _NOUNS.items():
        row = need(FILE, data, section, Entry)
        for number, code in zip(_NUMBERS, codes, strict=True):
            for phrase in need_words(FILE, row, number):
                yield phrase, code, ""
    for section, codes in _VERBS.items():
        yield from _verbs(need(FILE, data, section, Entry), codes)
    for row in need(FILE, data, "persons", list):
        yield from _persons(row)
    for word in need_words(FILE, data, "kin"):
        for suffix in _SUFFIXES:
            yield _before_suffix(word) + suffix, "s", ""
            yield from ((_before_suffix(word) + dual + suffix, "2", "") for dual in "يا")
    for word in need_words(FILE, data, "one_more"):
        yield word, "x", ""


def _verbs(row: Entry, codes: str) -> Iterator[tuple[str, str, str]]:
    for stem in need_words(FILE, row, "stems"):
        for ending, place in _ENDINGS.items():
            yield stem + ending, codes[place], ""
    for number, code in zip(_NUMBERS, codes, strict=False):
        for phrase in need_words(FILE, row, number):
            yield phrase, code, ""


def _before_suffix(word: str) -> str:
    return word[:-1] + "ت" if word.endswith("ة") else word


def _persons(row: Entry) -> Iterator[tuple[str, str, str]]:
    side, sound = need(FILE, row, "side", str), "sound" in row and need(FILE, row, "sound", bool)
    if side not in ("", "fighter", "civilian"):
        raise fault(FILE, row, "side", f"{side!r} is not fighter, civilian or empty")
    for word in need_words(FILE, row, "words"):
        stem = key(_before_suffix(word))
        yield word, "s", side
        if stem == key(word):
            yield word + "ا", "1", side
        yield stem + "ان", "2", side
        yield stem + "ين", "p" if sound else "2", side
        if sound:
            yield stem + "ون", "p", side
    for word in need_words(FILE, row, "plural") if "plural" in row else []:
        yield word, "p", side
        if key(word)[-1] not in "اوني":
            yield key(word) + "ا", "p", side
            yield from ((key(_before_suffix(word)) + suffix, "p", side) for suffix in _SUFFIXES)
