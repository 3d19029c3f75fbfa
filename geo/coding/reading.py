"""An article as the rules see it: folded text, tokens, sentences, clauses and the mentions in them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import accumulate, compress, pairwise
from operator import attrgetter, not_
from typing import TypeVar

from gazetteer.arabic import Folded, fold
from gazetteer.index import Gazetteer
from geo.coding.actors import ActorMention, ActorRegistry
from geo.coding.casualties import Toll, find_tolls
from geo.coding.dateline import datelines
from geo.coding.dates import DateMention, Published, find_dates, parse_published
from geo.coding.line_breaks import unwrapped
from geo.coding.marking import mark_mentions
from geo.coding.pointers import line_heads, pointers
from geo.coding.sites import PlaceRef, place_refs
from geo.coding.spans import Spans
from geo.coding.tokens import ClauseWords, Sentence, Token, clause_words, cut_clauses, sentences, tokenize
from geo.coding.words import Words, default_words
from geo.model import Article

T = TypeVar("T")
HEADING_WORDS = 6
_LETTER = re.compile(r"[^\n]")


@dataclass(slots=True)
class Reading:
    """All that is known of an article before any rule has spoken. Mentions carry folded offsets."""

    article: Article
    folded: Folded
    published: Published | None
    tokens: list[Token]
    texts: list[str]  # of the tokens
    sentences: list[Sentence]
    actors: list[ActorMention]
    places: list[PlaceRef]
    dates: list[DateMention]
    tolls: list[Toll]
    actor_at: dict[int, ActorMention] = field(default_factory=dict)
    place_at: dict[int, PlaceRef] = field(default_factory=dict)
    date_at: dict[int, DateMention] = field(default_factory=dict)
    toll_at: dict[int, Toll] = field(default_factory=dict)
    steps: list[int] = field(default_factory=list)  # of the tokens: a name or phrase counts as one word of distance
    _classed: list[int] = field(default_factory=list)
    _of_class: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _order: dict[int, list[int]] = field(default_factory=dict)

    @property
    def day(self) -> date | None:
        """The publication day, or None."""
        return self.published.day if self.published else None

    def within(self, mentions: dict[int, T], first: int, last: int) -> list[tuple[int, T]]:
        """Those of `actor_at`, `place_at`, `date_at` or `toll_at` at tokens [first:last), in order."""
        order = self._order.get(id(mentions))
        if order is None:
            order = self._order[id(mentions)] = sorted(mentions)
        return [(at, mentions[at]) for at in part(order, first, last)]

    def classed(self, first: int, last: int) -> list[int]:
        """The tokens of [first:last) that have classes."""
        return part(self._classed, first, last)

    def of_class(self, name: str) -> list[int]:
        """The tokens that have the class, in order."""
        return self._of_class.get(name, [])

    def settle(self) -> None:
        """Notes where the classes are, once every mention is marked."""
        self.steps = list(accumulate(map(not_, map(attrgetter("inside"), self.tokens))))
        classes = list(map(attrgetter("classes"), self.tokens))
        self._classed = list(compress(range(len(classes)), classes))
        for at in self._classed:
            for name in classes[at]:
                self._of_class[name].append(at)

    def among(self, words: frozenset[str], first: int, last: int) -> list[int]:
        """The tokens of [first:last) whose text is one of `words`."""
        return list(compress(range(first, last), map(words.__contains__, self.texts[first:last])))

    def verbatim(self, start: int, end: int) -> str:
        """The original text of the folded slice [start:end]."""
        first, last = self.folded.span(start, end)
        return self.article.text[first:last]


def part(order: list[int], first: int, last: int) -> list[int]:
    """Those of ascending numbers that lie in [first:last).

    >>> part([1, 4, 6, 9], 4, 9)
    [4, 6]
    """
    return order[bisect_left(order, first) : bisect_left(order, last)]


@cache
def _cuts() -> ClauseWords:
    return clause_words()


def read_article(article: Article, gazetteer: Gazetteer, registry: ActorRegistry, words: Words | None = None) -> Reading:
    """Reads `article`: masked furniture is blanked out, so that nothing is found in it."""
    folded = fold(article.text)
    text = unwrapped(_blank(folded, article))
    published = parse_published(article.published)
    day = published.day if published else None
    tokens = tokenize(text, words or default_words())
    found = sentences(tokens)
    actors = registry.find(text, day)
    places = _places(text, gazetteer, actors, registry.find_names(text))
    dates = find_dates(text, published)
    filed = Spans(datelines(text))
    dates = [date for date in dates if not filed.hold(date.start)]
    for place in places:
        place.located = place.located and not filed.hold(place.start)
    texts = list(map(attrgetter("text"), tokens))
    reading = Reading(article, folded, published, tokens, texts, found, actors, places, dates, find_tolls(text))
    mark_mentions(reading)
    reading.settle()
    _headings(reading)
    for sentence in found:
        cut_clauses(tokens, sentence, _cuts())
    return reading


def _places(text: str, gazetteer: Gazetteer, actors: Sequence[ActorMention], names: Sequence[tuple[int, int]]) -> list[PlaceRef]:
    """Every place of the text, named, heading a line or pointed at, in order."""
    taken = Spans((actor.start, actor.end) for actor in actors if not actor.metonym)
    refs = place_refs(text, gazetteer, taken, {actor.start for actor in actors if actor.metonym}, names)
    refs = sorted([*refs, *line_heads(text, gazetteer, refs)], key=lambda ref: ref.start)
    refs = sorted([*refs, *pointers(text, gazetteer, refs, taken)], key=lambda ref: ref.start)
    for before, ref in pairwise(refs):
        if ref.relation is not None and before.located and not text[before.end : ref.relation.start].strip():
            ref.beside_name = True
    return refs


def _blank(folded: Folded, article: Article) -> str:
    """The folded text with masked spans as spaces, its length and its lines kept."""
    if not article.masked:
        return folded.text
    text = folded.text
    offsets = range(len(text))
    kept: list[str] = []
    done = 0
    for span in sorted(article.masked, key=lambda span: span.start):
        first, last = (max(done, bisect_left(offsets, at, key=folded.original)) for at in (span.start, span.end))
        kept += [text[done:first], _LETTER.sub(" ", text[first:last])]
        done = last
    return "".join([*kept, text[done:]])


def _headings(reading: Reading) -> None:
    """Marks the first line, and short lines without a verb, as headings."""
    paragraphs: dict[int, list[Sentence]] = {}
    for sentence in reading.sentences:
        paragraphs.setdefault(sentence.paragraph, []).append(sentence)
    for order, group in enumerate(paragraphs.values()):
        sentence = group[0]
        short = sentence.last - sentence.first <= HEADING_WORDS and len(group) == 1
        if order == 0 and len(paragraphs) > 2:
            for part in group:
                part.heading = part.last - part.first < 30
        elif short:
            sentence.heading = True
