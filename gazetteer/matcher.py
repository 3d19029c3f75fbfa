"""Finds known phrases in folded text: whole words, proclitics taken off, longest match first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

import ahocorasick

from gazetteer.arabic import PROCLITICS, with_article_variants

T = TypeVar("T")


class Match(NamedTuple, Generic[T]):  # a tuple, since one is made for every hit of every automaton
    """A phrase found at folded offsets [start:end]; `proclitic` is what was taken off before it."""

    start: int
    end: int
    proclitic: str
    key: str
    value: T


class Matcher(Generic[T]):
    """An Aho-Corasick automaton over folded phrase keys (`gazetteer.arabic.key`).

    >>> matcher = Matcher({"سرت": 1, "وادي سرت": 2})
    >>> [(m.key, m.proclitic) for m in matcher.find("وبسرت ثم وادي سرت")]
    [('سرت', 'وب'), ('وادي سرت', '')]
    >>> list(Matcher({}).find("سرت"))
    []
    """

    def __init__(self, phrases: dict[str, T]) -> None:
        self._automaton = ahocorasick.Automaton()
        for phrase, value in phrases.items():
            for spelling in with_article_variants(phrase):
                if spelling == phrase or spelling not in phrases:
                    self._automaton.add_word(spelling, (len(spelling), phrase, value))
        self._empty = len(self._automaton) == 0
        if not self._empty:
            self._automaton.make_automaton()

    def all(self, text: str) -> Iterator[Match[T]]:
        """Every bounded match in folded `text`, overlaps included, in order of its end."""
        if self._empty:
            return
        size = len(text)
        for last, (length, phrase, value) in self._automaton.iter(text):
            end, start = last + 1, last + 1 - length
            if end < size and text[end].isalnum():
                continue
            proclitic = _before(text, start) if start and text[start - 1].isalnum() else ""
            if proclitic in PROCLITICS:
                yield Match(start, end, proclitic, phrase, value)

    def find(self, text: str) -> list[Match[T]]:
        """The longest matches in folded `text` that do not overlap, in order of their start."""
        return longest(self.all(text))


def _before(text: str, start: int) -> str:
    """The letters of the same word before `start`; '?' when there are more than a proclitic has."""
    at = start
    while at > 0 and text[at - 1].isalnum():
        at -= 1
        if start - at > 2:
            return "?"
    return text[at:start]


def longest(matches: Iterable[Match[T]]) -> list[Match[T]]:
    """Of overlapping matches the longest, then the first, then the one with less taken off before it."""
    chosen: list[Match[T]] = []
    ends: list[int] = []  # of the chosen, sorted, with their starts beside them
    starts: list[int] = []
    for match in sorted(matches, key=lambda m: (m.start - m.end, m.start, len(m.proclitic))):
        at = bisect_right(ends, match.start)  # the first chosen that ends after this one starts
        if at == len(starts) or match.end <= starts[at]:
            chosen.append(match)
            ends.insert(at, match.end)
            starts.insert(at, match.start)
    chosen.sort(key=lambda m: m.start)
    return chosen
