"""The names in the articles that look like places and that no list has, with the sentences they stand in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gazetteer.arabic import fold
from gazetteer.index import Gazetteer
from gazetteer.kinds import KINDS
from gazetteer.unknown import unknown_names
from geo.model import LONGEST_PASSAGE, Article, Span

# Up to a line's end or a mark that ends a sentence; a full stop inside a number or an address ends none.
_SENTENCE = re.compile(r"(?:[^\n.!?؟]|\.(?=\w))+[.!?؟]?")


@dataclass(frozen=True, slots=True)
class Sighting:
    """One occurrence: the name's span in its article and its sentence's (at most a passage long)."""

    article: Article
    name: Span
    sentence: Span


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A name by its folded key, as the articles spell it most; its kind as the word before it tells, else a town."""

    key: str
    spelling: str
    kind: str
    sightings: tuple[Sighting, ...]


def unlisted(articles: Iterable[Article], gazetteer: Gazetteer) -> tuple[Unlisted, ...]:
    """The unknown names of the articles, most frequent first; furniture is not read.

    >>> from gazetteer.index import default_gazetteer
    >>> [(u.spelling, u.kind) for u in unlisted([Article("a", "قصفوا قرية خربوشة أمس.")], default_gazetteer())]
    [('خربوشة', 'village')]
    """
    sightings: dict[str, list[Sighting]] = defaultdict(list)
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        for key, kind_word, sighting in _sightings(article, gazetteer):
            sightings[key].append(sighting)
            kinds[key][_kind(kind_word)] += 1
    found = [Unlisted(key, _spelling(seen), kinds[key].most_common(1)[0][0], tuple(seen)) for key, seen in sightings.items()]
    return tuple(sorted(found, key=lambda name: (-len(name.sightings), name.key)))


def _sightings(article: Article, gazetteer: Gazetteer) -> Iterator[tuple[str, str, Sighting]]:
    folded = fold(article.text)
    sentences = [match.span() for match in _SENTENCE.finditer(article.text)]
    starts = [start for start, _ in sentences]
    for unknown in unknown_names(folded.text, gazetteer):
        start, end = folded.span(unknown.start, unknown.end)
        at = bisect_right(starts, start) - 1
        if at < 0 or any(masked.start < end and start < masked.end for masked in article.masked):
            continue
        yield unknown.key, unknown.kind_word, Sighting(article, Span(start, end), _window(*sentences[at], start))


def _window(first: int, last: int, at: int) -> Span:
    """A sentence, or as much of a longest passage round `at`."""
    if last - first <= LONGEST_PASSAGE:
        return Span(first, last)
    first = max(first, at - LONGEST_PASSAGE // 2)
    return Span(first, min(last, first + LONGEST_PASSAGE))


def _spelling(sightings: list[Sighting]) -> str:
    return Counter(seen.article.text[seen.name.start : seen.name.end] for seen in sightings).most_common(1)[0][0]


def _kind(word: str) -> str:
    return next((kind.name for kind in KINDS.values() if word in kind.words), "town")
