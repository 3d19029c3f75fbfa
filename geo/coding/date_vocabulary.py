"""The vocabulary of time, from `lexicons/dates.yaml`: each word's class, one letter, and its value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from gazetteer.arabic import ARTICLE, key
from geo.coding.lexicon import Entry, fault, need, read
from geo.coding.number_words import clitic_forms, need_words

FILE = "dates.yaml"
UNIT_DAYS = {"minute": 0.0, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25, "decade": 3652.5}

# One letter for each class of word; the grammar is written in these. Digits and number words are
# N (1 to 31), Y (a year) or X (any other), an ordinal is O, و is &, and the marks ( ) / - , stand for themselves.
_LISTS = {
    "names_before": "b", "names": ".", "present": "=", "next": ">", "same": "~", "today": "T",
    "tonight": "i", "day_part_nouns": "t", "adverbs": "p", "days_of": "v", "weekend": "k",
    "two_years": "z", "few": "f", "about": "w", "this": "V", "that": "^", "then": "a",
    "before": "Q", "after": "R", "within": "D", "in": "I", "from": "F", "since": "S", "until": "U", "between": "B",
    "corresponding": "G", "last": "L", "soon": "x", "for": "d", "clock": "c", "era_hijri": "h", "era_christian": "g",
    "names_after": "n", "of_it": "*",
}  # fmt: skip
_MONTHS = range(1, 13)
_VALUED: dict[str, tuple[str, Sequence[Any]]] = {
    "weekdays": ("W", range(7)), "following": ("_", (-1, 1)), "relative_days": ("A", (-2, -1, 1, 2)),
    "ordinal_construct": ("o", range(1, 32)), "months": ("M", _MONTHS), "weak_months": ("m", _MONTHS),
    "old_months": ("l", _MONTHS), "hijri_months": ("H", _MONTHS), "past": ("<", (1, 2)),
    "day_parts": ("P", ("day", "night", "eve")), "seasons": ("J", ("spring", "summer", "autumn", "winter")),
}  # fmt: skip
_TAGGED = {"early": ("E", "early"), "middle": ("E", "middle"), "late": ("E", "late"), "after_it": ("@", 1),
           "before_it": ("@", -1), "day_after": ("j", 1), "day_before": ("j", -1)}  # fmt: skip
_SINGLE = {"day_word": ("y", "day"), "week": ("K", "week"), "month": ("q", "month"), "year": ("Z", "year")}
_WEAKER = "nbfwL"  # classes that give way when a word has two


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of time: "day", how many (None when open or singular after a figure) and whether it has الـ."""

    name: str
    count: int | None
    definite: bool


@dataclass(frozen=True, slots=True)
class Feast:
    """A Hijri feast: month, first day and number of days."""

    month: int
    day: int
    days: int


@dataclass(frozen=True, slots=True)
class TimeWord:
    """A word or phrase of time: the letter of its class and its value; `joined` when و stands before it."""

    code: str
    value: Any = None
    joined: bool = False


Vocabulary = dict[str, list[tuple[tuple[str, ...], TimeWord]]]


@cache
def lexicon() -> Any:
    """The content of the lexicon file, read once."""
    return read(FILE)


@cache
def vocabulary() -> Vocabulary:
    """First word of each phrase, clitics and all -> [(the rest of the phrase, what it is)], longest first.

    Raises `DataError` naming file, line and field.
    """
    return load(lexicon())


def load(data: Any) -> Vocabulary:
    """The vocabulary of a lexicon's content, checked; see `vocabulary`."""
    found: Vocabulary = {}
    for phrase, word in [*_units(data), *_phrases(data)]:
        first, *rest = key(phrase).split()
        for form, joined in clitic_forms(first).items():
            if word.code in "ml" and form not in (first, "و" + first):
                continue  # باب is a door, not "in August"
            rows = found.setdefault(form, [])
            if any(old[0] == tuple(rest) and not _yields(old[1].code, word.code) for old in rows):
                continue
            rows[:] = [old for old in rows if old[0] != tuple(rest)]
            rows.append((tuple(rest), TimeWord(word.code, word.value, joined)))
    for rows in found.values():
        rows.sort(key=lambda row: -len(row[0]))
    return found


def _yields(old: str, new: str) -> bool:
    return old in _WEAKER and new not in _WEAKER


def _phrases(data: Any) -> Iterator[tuple[str, TimeWord]]:
    for section, code in _LISTS.items():
        yield from ((phrase, TimeWord(code)) for phrase in need_words(FILE, data, section))
    for section, (code, value) in _TAGGED.items():
        yield from ((phrase, TimeWord(code, value)) for phrase in need_words(FILE, data, section))
    for section, (code, allowed) in _VALUED.items():
        entry = need(FILE, data, section, Entry)
        for value in entry:
            if value not in allowed:
                raise fault(FILE, entry, value, f"is none of {', '.join(map(str, allowed))}")
            yield from ((phrase, TimeWord(code, value)) for phrase in need_words(FILE, entry, value))
    for row in need(FILE, data, "feasts", list):
        feast = Feast(*(need(FILE, row, field, int) for field in ("month", "day", "days")))
        if not (1 <= feast.month <= 12 and 1 <= feast.day <= 30 and 1 <= feast.days <= 30):
            raise fault(FILE, row, "day", "is no day of a Hijri month")
        yield from ((phrase, TimeWord("C", feast)) for phrase in need_words(FILE, row, "names"))


def _units(data: Any) -> Iterator[tuple[str, TimeWord]]:
    for section, (code, name) in _SINGLE.items():
        for phrase in need_words(FILE, data, section):
            yield phrase, TimeWord(code, Unit(name, 1, definite=phrase.startswith(ARTICLE)))
    units, loose = need(FILE, data, "units", Entry), need(FILE, data, "open_plural", Entry)
    for name, forms in units.items():
        if name not in UNIT_DAYS:
            raise fault(FILE, units, name, f"is none of {', '.join(UNIT_DAYS)}")
        if [type(bound) for bound in need(FILE, loose, name, list)] != [int, int]:
            raise fault(FILE, loose, name, "needs two whole numbers, at least and at most")
        for number, count in (("dual", 2), ("plural", None), ("singular", 1)):
            for phrase in need_words(FILE, forms, number):
                yield phrase, TimeWord("u", Unit(name, count, definite=False))
                yield ARTICLE + phrase, TimeWord("u", Unit(name, count, definite=True))


@cache
def setting(name: str) -> Any:
    """A single setting of the vocabulary: `week_begins`, `weekend_days`, `open_plural`, `ahead`."""
    return need(FILE, lexicon(), name, object)
