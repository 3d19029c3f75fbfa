"""Numbers of folded text: digits of both kinds, number words, bounds and ranges (CODEBOOK 7)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from gazetteer.arabic import key
from geo.coding.lexicon import Entry, need
from geo.coding.number_words import FILE, Figure, Words, figure_at, lexicon, number_words, ordinal_at, words

Bound = Literal["at_least", "more_than", "about", "at_most"]
_LONGEST = 4  # words of the longest modifier
_COUNTED = 2  # words of what is counted, before "at least"


@dataclass(frozen=True, slots=True)
class Number:
    """A figure at folded [start:end], its modifiers included; None for a bound that is not told.

    An exact figure has low = best = high. "about" and "more than" give best alone, "at least" low and best,
    "between A and B" low and high, a bare plural (عشرات) low alone.
    """

    start: int
    end: int
    low: int | None
    best: int | None
    high: int | None
    exact: bool = False
    ordinal: bool = False


def find_numbers(folded_text: str) -> list[Number]:
    """The numbers of `folded_text` in order, none overlapping.

    >>> [(n.low, n.best, n.high) for n in find_numbers("اكثر من 400 جريح و21 قتيلا بين 12 و17")]
    [(None, 400, None), (21, 21, 21), (12, None, 17)]
    >>> find_numbers("")
    []
    """
    found, numbers, at = words(folded_text), [], 0
    known = number_words()
    while at < len(found.texts):
        text = found.texts[at]
        number = number_at(found, at) if text[0] in "0123456789" or text in known else None
        if number is None:
            at += 1
        else:
            numbers.append(number[0])
            at = number[1]
    return numbers


def number_at(found: Words, at: int) -> tuple[Number, int] | None:
    """(number, next word) when a figure begins at word `at`; the words about it bound it. Else None."""
    figure = figure_at(found.texts, at)
    if figure is None:
        ordinal = ordinal_at(found.texts, at)
        if ordinal is None:
            return None
        value, last, _ = ordinal
        return Number(found.spans[at][0], found.spans[last - 1][1], value, value, value, exact=True, ordinal=True), last
    if figure.value != int(figure.value) or _glued(found, figure):
        return None
    ranged = _range(found, figure)
    if ranged is not None:
        return ranged
    first, bound = _before(found, figure.first)
    last, after = _behind(found, figure.last)
    return _bounded(found.spans[first][0], found.spans[last - 1][1], figure, bound or after), last


def _behind(found: Words, at: int) -> tuple[int, Bound | None]:
    """(next word, bound) of "at least" behind the number; behind what it counts, it is no part of the number."""
    for gap in range(_COUNTED + 1):
        after = _phrase(found, at + gap, _modifiers("after"))
        if after is not None:
            return at if gap else after[0], after[1]
        if at + gap >= len(found.texts) or not found.texts[at + gap].isalpha():
            break
    return at, None


def _bounded(start: int, end: int, figure: Figure, bound: Bound | None) -> Number:
    value = int(figure.value)
    if figure.vague:
        return Number(start, end, value, None, None)
    if bound is None:
        return Number(start, end, value, value, value, exact=True)
    return Number(start, end, value if bound == "at_least" else None, value, value if bound == "at_most" else None)


def _glued(found: Words, figure: Figure) -> bool:
    """Whether marks tie the digits to a name or format: 5+5, F-16, 12/3, 50%."""
    if not figure.digits:
        return False
    texts, spans = found
    before = texts[figure.first - 1] if figure.first and spans[figure.first - 1][1] == spans[figure.first][0] else " "
    after = texts[figure.last] if figure.last < len(texts) and spans[figure.last][0] == spans[figure.last - 1][1] else " "
    return before in "+/-–:." or after in "+/%٪:" or any(mark.isascii() and mark.isalpha() for mark in (before, after))


def _range(found: Words, low: Figure) -> tuple[Number, int] | None:
    """ "بين 12 و17", "من 12 إلى 17", "12-17", "ثلاثة أو أربعة"."""
    data = _range_words()
    opener = found.texts[low.first - 1] if low.first else ""
    at = low.last
    if at >= len(found.texts):
        return None
    link = found.texts[at]
    between = opener in data["between"]
    if between and link == "و":
        high = figure_at(found.texts, at + 1) if at + 1 < len(found.texts) else None
    elif between and link in number_words():
        high = figure_at(found.texts, at)
        high = high if high and high.joined else None
    elif (opener in data["from"] and link in data["to"]) or link == "او":
        high = figure_at(found.texts, at + 1) if at + 1 < len(found.texts) else None
    else:
        return None
    if high is None or high.value <= low.value or high.value != int(high.value):
        return None
    first = low.first - (between or opener in data["from"])
    return Number(found.spans[first][0], found.spans[high.last - 1][1], int(low.value), None, int(high.value)), high.last


def _before(found: Words, at: int) -> tuple[int, Bound | None]:
    """(first word, bound) of a modifier that ends just before word `at`."""
    modifiers = _modifiers("modifiers")
    for length in range(min(_LONGEST, at), 0, -1):
        phrase = " ".join(found.texts[at - length : at])
        if phrase in modifiers:
            return at - length, modifiers[phrase]
    return at, None


def _phrase(found: Words, at: int, phrases: dict[str, Bound]) -> tuple[int, Bound] | None:
    behind = found.texts[at : at + _LONGEST]
    for length in range(len(behind), 0, -1):
        phrase = " ".join(behind[:length])
        if phrase in phrases:
            return at + length, phrases[phrase]
    return None


@cache
def _modifiers(section: str) -> dict[str, Bound]:
    rows = need(FILE, lexicon(), section, Entry)
    plain: dict[str, Bound] = {key(word): bound for bound, names in rows.items() for word in names}
    clitics = ("", "و", "ل", "ب", "ف") if section == "modifiers" else ("",)
    return {clitic + phrase: bound for phrase, bound in plain.items() for clitic in clitics}


@cache
def _range_words() -> dict[str, frozenset[str]]:
    rows = need(FILE, lexicon(), "range", Entry)
    return {name: frozenset(prefix + key(word) for word in names for prefix in ("", "و", "ما ")) for name, names in rows.items()}
