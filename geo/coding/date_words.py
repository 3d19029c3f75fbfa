"""The words of a text coded by the vocabulary of time, one letter a word."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import compress
from typing import Any, NamedTuple

from geo.coding.date_vocabulary import TimeWord, vocabulary
from geo.coding.number_words import figure_at, number_words, ordinal_at

_MARKS = {"(": "(", ")": ")", "/": "/", "-": "-", "–": "-", "،": ",", ",": ","}
_ARTICLES = frozenset(["ال", "لل", "بال", "وال"])  # before digits
# Every rule of the grammar holds at least one word of these classes; the others are too common to look about.
_ANCHORS = frozenset("*WATMmlHCKkqZuyjaxitcp")
_LINKS = frozenset("IFQRDUBS&w^VP")
_YEARS = (1300, 2101)  # Hijri and Gregorian


class Item(NamedTuple):
    """A coded stretch of words [first:last]."""

    code: str
    value: Any
    first: int
    last: int


@cache
def _anchors() -> frozenset[str]:
    """Words that may make a time expression, years among them; of a phrase that begins with a mere link the last."""
    found = list(map(str, range(*_YEARS)))
    for form, rows in vocabulary().items():
        link = any(not rest and word.code in _LINKS for rest, word in rows)
        found += [rest[-1] if rest and link else form for rest, word in rows if word.code in _ANCHORS]
    return frozenset(found)


@cache
def _known() -> frozenset[str]:
    """Every word that may stand inside a time expression."""
    rest = {word for rows in vocabulary().values() for words, _ in rows for word in words}
    return frozenset([*vocabulary(), *rest, *number_words(), *_MARKS, "و", *_ARTICLES])


def encode(texts: Sequence[str]) -> list[Item]:
    """The words around each word of time as coded items; what lies between is one "."."""
    anchors, known, items, done = _anchors(), _known(), [Item(".", None, 0, 0)], 0
    size = len(texts)
    for at in compress(range(size), map(anchors.__contains__, texts)):
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
