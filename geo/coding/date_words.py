"""The vocabulary of time (`lexicons/dates.yaml`), and the words of a text coded by it, one letter a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from gazetteer.arabic import key
from geo.coding.lexicon import Entry, fault, need, read
from geo.coding.number_words import clitic_forms, figure_at, number_words, ordinal_at

FILE = "dates.yaml"

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
_VALUED = {"weekdays": "W", "following": "_", "relative_days": "A", "ordinal_construct": "o", "months": "M",
           "weak_months": "m", "old_months": "l", "hijri_months": "H", "past": "<"}  # fmt: skip
_TAGGED = {"early": ("E", "early"), "middle": ("E", "middle"), "late": ("E", "late"), "after_it": ("@", 1),
           "before_it": ("@", -1), "day_after": ("j", 1), "day_before": ("j", -1)}  # fmt: skip
_NESTED = {"day_parts": "P", "seasons": "J"}
_SINGLE = {"day_word": ("y", "day"), "week": ("K", "week"), "month": ("q", "month"), "year": ("Z", "year")}
_MARKS = {"(": "(", ")": ")", "/": "/", "-": "-", "–": "-", "،": ",", ",": ","}
_ARTICLES = frozenset(["ال", "لل", "بال", "وال"])  # before digits
_ANCHORS = frozenset("*WATMmlHCKkqZYCujaxitcpV^@JPOdDy")
_YEARS = (1300, 2101)  # Hijri and Gregorian
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


class Item(NamedTuple):
    """A coded stretch of words [first:last]."""

    code: str
    value: Any
    first: int
    last: int


Vocabulary = dict[str, list[tuple[tuple[str, ...], TimeWord]]]


@cache
def vocabulary() -> Vocabulary:
    """First word of each phrase, clitics and all -> [(the rest of the phrase, what it is)], longest first.

    Raises `DataError` naming file, line and field.
    """
    data = read(FILE)
    found: Vocabulary = {}
    for phrase, word in _phrases(data):
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


def _phrases(data: Any) -> list[tuple[str, TimeWord]]:
    found = []
    for section, code in _LISTS.items():
        found += [(phrase, TimeWord(code)) for phrase in need(FILE, data, section, list)]
    for section, (code, value) in _TAGGED.items():
        found += [(phrase, TimeWord(code, value)) for phrase in need(FILE, data, section, list)]
    for section, code in (_VALUED | _NESTED).items():
        for value, phrases in need(FILE, data, section, Entry).items():
            if not isinstance(phrases, list) or (section in _VALUED and not isinstance(value, int)):
                raise fault(FILE, data[section], value, "needs a number and a list of words")
            found += [(phrase, TimeWord(code, value)) for phrase in phrases]
    for row in need(FILE, data, "feasts", list):
        feast = Feast(*(need(FILE, row, field, int) for field in ("month", "day", "days")))
        found += [(phrase, TimeWord("C", feast)) for phrase in need(FILE, row, "names", list)]
    return [*_units(data), *found]


def _units(data: Any) -> list[tuple[str, TimeWord]]:
    found = []
    for section, (code, name) in _SINGLE.items():
        phrases = need(FILE, data, section, list)
        found += [(phrase, TimeWord(code, Unit(name, 1, definite=phrase.startswith("ال")))) for phrase in phrases]
    for name, forms in need(FILE, data, "units", Entry).items():
        for number, count in (("dual", 2), ("plural", None), ("singular", 1)):
            for phrase in need(FILE, forms, number, list):
                found.append((phrase, TimeWord("u", Unit(name, count, definite=False))))
                found.append(("ال" + phrase, TimeWord("u", Unit(name, count, definite=True))))
    return found


@cache
def setting(name: str) -> Any:
    """A single setting of the vocabulary: `week_begins`, `weekend_days`, `open_plural`, `ahead`."""
    return need(FILE, read(FILE), name, object)


@cache
def _anchors() -> frozenset[str]:
    """First words of what may make a time expression by itself, years among them."""
    first = [form for form, rows in vocabulary().items() if any(word.code in _ANCHORS for _, word in rows)]
    return frozenset([*first, *map(str, range(*_YEARS))])


@cache
def _known() -> frozenset[str]:
    """Every word that may stand inside a time expression."""
    rest = {word for rows in vocabulary().values() for words, _ in rows for word in words}
    return frozenset([*vocabulary(), *rest, *number_words(), *_MARKS, "و", *_ARTICLES])


def encode(texts: Sequence[str]) -> list[Item]:
    """The words around each word of time as coded items; what lies between is one "."."""
    anchors, known, items, done = _anchors(), _known(), [Item(".", None, 0, 0)], 0
    size = len(texts)
    for at in [i for i, text in enumerate(texts) if text in anchors]:
        if at < done:
            continue
        first, last = at, at + 1
        while first > done and (texts[first - 1] in known or texts[first - 1].isdigit()):
            first -= 1
        while last < size and (texts[last] in known or texts[last].isdigit()):
            last += 1
        done = _encode(texts, first, last, items)
        items.append(Item(".", None, done, done))
    return items


def _encode(texts: Sequence[str], at: int, end: int, items: list[Item]) -> int:
    """Adds the coded words [at:end) to `items`; the next word's place, past `end` where a phrase runs on."""
    known, numbers = vocabulary(), number_words()
    while at < end:
        text = texts[at]
        if text in _ARTICLES and at + 1 < len(texts) and texts[at + 1].isdigit():
            at += 1
            continue
        phrases = known.get(text)
        item = _phrase(texts, at, phrases) if phrases else None
        if item is None and (text[0] in "0123456789" or text in numbers):
            item = _number(texts, at)
        if item is None:
            items.append(Item("&" if text == "و" else _MARKS.get(text, "."), None, at, at + 1))
            at += 1
            continue
        if item[1]:
            items.append(Item("&", None, at, at))
        items.append(item[0])
        at = item[0].last
    return at


def _phrase(texts: Sequence[str], at: int, phrases: list[tuple[tuple[str, ...], TimeWord]]) -> tuple[Item, bool] | None:
    for rest, word in phrases:
        last = at + 1 + len(rest)
        if not rest or tuple(texts[at + 1 : last]) == rest:
            return Item(word.code, word.value, at, last), word.joined
    return None


def _number(texts: Sequence[str], at: int) -> tuple[Item, bool] | None:
    figure = figure_at(texts, at)
    if figure is None:
        ordinal = ordinal_at(texts, at)
        return (Item("O", ordinal[0], at, ordinal[1]), ordinal[2]) if ordinal else None
    if figure.vague:
        return Item("f", None, at, figure.last), figure.joined
    value = int(figure.value)
    if 1 <= value <= 31 and (not figure.digits or len(texts[at]) <= 2):
        code = "N"
    else:
        code = "Y" if _YEARS[0] <= value < _YEARS[1] and len(texts[at]) == 4 and figure.digits else "X"
    return Item(code, value, at, figure.last), figure.joined
