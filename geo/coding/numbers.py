"""Numbers of folded text: digits of both kinds, number words, bounds and ranges (CODEBOOK 7)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from gazetteer.arabic import key
from geo.coding.lexicon import Entry, need, read
from geo.coding.number_words import Figure, Word, figure_at, number_words, ordinal_at, words

Bound = Literal["at_least", "more_than", "about", "at_most"]
_LONGEST = 4  # words of the longest modifier


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
    while at < len(found):
        text = found[at].text
        read_ = number_at(found, at) if text[0] in "0123456789" or text in known else None
        if read_ is None:
            at += 1
        else:
            numbers.append(read_[0])
            at = read_[1]
    return numbers


def number_at(found: tuple[Word, ...], at: int) -> tuple[Number, int] | None:
    """(number, next word) when a figure begins at word `at`; the words before it bound it. Else None."""
    figure = figure_at(found, at)
    if figure is None:
        ordinal = ordinal_at(found, at)
        if ordinal is None:
            return None
        value = ordinal[0]
        return Number(found[at].start, found[ordinal[1] - 1].end, value, value, value, exact=True, ordinal=True), ordinal[1]
    if figure.value != int(figure.value) or _glued(found, figure):
        return None
    ranged = _range(found, figure)
    if ranged is not None:
        return ranged
    first, bound = _before(found, figure.first)
    last = figure.last
    after = _phrase(found, last, _modifiers("after"))
    if after is None and last + 1 < len(found):  # "13 شخصا على الأقل": the bound follows the counted noun
        after = _phrase(found, last + 1, _modifiers("after"))
        last = last if after else figure.last
    elif after is not None:
        last = after[0]
    bound = bound or (after[1] if after else None)
    return _bounded(found[first].start, found[last - 1].end, figure, bound), last


def _bounded(start: int, end: int, figure: Figure, bound: Bound | None) -> Number:
    value = int(figure.value)
    if figure.vague:
        return Number(start, end, value, None, None)
    if bound is None:
        return Number(start, end, value, value, value, exact=True)
    return Number(start, end, value if bound == "at_least" else None, value, value if bound == "at_most" else None)


def _glued(found: tuple[Word, ...], figure: Figure) -> bool:
    """Whether marks tie the digits to a name or format: 5+5, F-16, 12/3, 50%."""
    if not figure.digits:
        return False
    first, last = found[figure.first], found[figure.last - 1]
    before = found[figure.first - 1] if figure.first else None
    after = found[figure.last] if figure.last < len(found) else None
    if (
        before is not None
        and before.end == first.start
        and (before.text in "+/-–:." or (before.text.isascii() and before.text.isalpha()))
    ):
        return True
    return (
        after is not None
        and after.start == last.end
        and (after.text in "+/%٪:" or (after.text.isascii() and after.text.isalpha()))
    )


def _range(found: tuple[Word, ...], low: Figure) -> tuple[Number, int] | None:
    """ "بين 12 و17", "من 12 إلى 17", "12-17", "ثلاثة أو أربعة"."""
    data = _range_words()
    opener = found[low.first - 1].text if low.first else ""
    at = low.last
    if at >= len(found):
        return None
    link = found[at].text
    between = opener in data["between"]
    if between and link == "و":
        high = figure_at(found, at + 1) if at + 1 < len(found) else None
    elif between and link in number_words():
        high = figure_at(found, at)
        high = high if high and high.joined else None
    elif (opener in data["from"] and link in data["to"]) or link == "او":
        high = figure_at(found, at + 1) if at + 1 < len(found) else None
    else:
        return None
    if high is None or high.value <= low.value or high.value != int(high.value):
        return None
    first = low.first - (between or opener in data["from"])
    return Number(found[first].start, found[high.last - 1].end, int(low.value), None, int(high.value)), high.last


def _before(found: tuple[Word, ...], at: int) -> tuple[int, Bound | None]:
    """(first word, bound) of a modifier that ends just before word `at`."""
    modifiers = _modifiers("modifiers")
    for length in range(min(_LONGEST, at), 0, -1):
        phrase = " ".join(word.text for word in found[at - length : at])
        if phrase in modifiers:
            return at - length, modifiers[phrase]
    return at, None


def _phrase(found: tuple[Word, ...], at: int, phrases: dict[str, Bound]) -> tuple[int, Bound] | None:
    for length in (3, 2, 1):
        phrase = " ".join(word.text for word in found[at : at + length])
        if phrase in phrases:
            return at + length, phrases[phrase]
    return None


@cache
def _modifiers(section: str) -> dict[str, Bound]:
    rows = need("numbers.yaml", read("numbers.yaml"), section, Entry)
    plain: dict[str, Bound] = {key(word): bound for bound, names in rows.items() for word in names}
    clitics = ("", "و", "ل", "ب", "ف") if section == "modifiers" else ("",)
    return {clitic + phrase: bound for phrase, bound in plain.items() for clitic in clitics}


@cache
def _range_words() -> dict[str, frozenset[str]]:
    rows = need("numbers.yaml", read("numbers.yaml"), "range", Entry)
    return {name: frozenset(prefix + key(word) for word in names for prefix in ("", "و", "ما ")) for name, names in rows.items()}
