"""Finds the dead and the wounded that a text counts, and makes one event's figures of them (CODEBOOK 7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geo.coding.casualty_grammar import GRAMMAR
from geo.coding.casualty_reading import UNKNOWN, Bounds, Kind, figures
from geo.coding.casualty_vocabulary import drowned_words
from geo.coding.casualty_words import Token, sentences
from geo.coding.number_words import words
from geo.model import Casualties

_NAMED = frozenset("gfkKwW")
_UNTOLD = Casualties()
_AFTER = 3  # words after a figure in which "drowned" still says how
_NEAR = 12  # words before a figure in which "rose to" revises it


@dataclass(frozen=True, slots=True)
class Toll:
    """A count of dead or wounded at folded [start:end], the words that count them included.

    `part` is a share of another figure, never added; `revised` a later count of the same thing; `total`
    counts a war, month or season; `victim` is "fighter", "civilian" or "" when the words don't say.
    """

    start: int
    end: int
    kind: Kind
    low: int | None
    best: int | None
    high: int | None
    part: bool = False
    revised: bool = False
    total: bool = False
    victim: str = ""
    drowned: bool = False


def find_tolls(folded_text: str) -> list[Toll]:
    """The casualty figures of `folded_text` in order.

    >>> [(t.kind, t.best) for t in find_tolls("سقط خمسه قتلي و21 جريحا")]
    [('killed', 5), ('wounded', 21)]
    >>> find_tolls("")
    []
    """
    return [toll for sentence in sentences(words(folded_text)) for toll in _read_sentence(sentence)]


def _read_sentence(tokens: list[Token]) -> list[Toll]:
    codes = "".join(token.code for token in tokens)
    tolls: list[Toll] = []
    for match in GRAMMAR.finditer(codes):
        rule, (first, last) = match.lastgroup or "", match.span()
        if rule == "mixed" or _no_toll(codes, first, last):
            continue
        stretch = tokens[first:last]
        start = next((token.start for token in stretch if token.code != "&"), stretch[0].start)
        side = next((token.side for token in stretch if token.side), "")
        revised = rule in ("revised", "rise") or _revises(codes, first, last)
        drowned = any(token.text in drowned_words() for token in tokens[first : last + _AFTER])
        for kind, (low, best, high) in figures(rule, stretch):
            if rule == "part" or (rule == "revised" and not _NAMED & set(codes[first:last])):
                kind = tolls[-1].kind if tolls else kind  # these name no dead or wounded of their own
            flags = (rule == "part", revised, "G" in codes, side, drowned and kind == "killed")
            tolls.append(Toll(start, stretch[-1].end, kind, low, best, high, *flags))
    return tolls


def _no_toll(codes: str, first: int, last: int) -> bool:
    """The sick, "dead or missing" told as one figure, supplies for so many wounded."""
    return "Q" in codes[last : last + 4] or codes[last : last + 1] == "/" or codes[:first].endswith("q")


def _revises(codes: str, first: int, last: int) -> bool:
    """Whether a word for "rose" or "was put" leads, through "to", to the figure."""
    at = codes.rfind("R", max(first - _NEAR, 0), first)
    return at >= 0 and "I" in codes[at:last]


def combine(tolls: Sequence[Toll]) -> Casualties:
    """One event's casualties from the tolls told of it, in the order of the text.

    Parts are left out, and totals where something else is told; tolls that differ span low and high, and best is the
    last revised figure, else the first told.

    >>> combine(find_tolls("مقتل 31 شخصا. ارتفع عدد القتلي الي 47 قتيلا")).killed_best
    47
    >>> combine([]).killed_best is None
    True
    """
    if not tolls:
        return _UNTOLD
    killed, wounded = (_one([toll for toll in tolls if toll.kind == kind and not toll.part]) for kind in ("killed", "wounded"))
    return Casualties(*killed, *wounded)


def _one(tolls: list[Toll]) -> Bounds:
    tolls = [toll for toll in tolls if not toll.total] or tolls
    if not tolls:
        return UNKNOWN
    counts = {(toll.low, toll.best, toll.high) for toll in tolls}
    if len(counts) == 1:
        return counts.pop()
    told = [toll for toll in tolls if toll.best is not None]
    if not told:
        return min(toll.low for toll in tolls if toll.low is not None), None, None
    first = next((toll for toll in reversed(told) if toll.revised), told[0])
    figures = [value for toll in told for value in (toll.low, toll.best, toll.high) if value is not None]
    low, high = min(figures), max(figures)
    if low == high:
        return first.low, first.best, first.high
    return low, first.best, high
