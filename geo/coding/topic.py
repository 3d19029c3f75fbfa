"""Texts that only sound like war: sport, weather, films, recipes, grammar, the general and the timeless (DESIGN 5).

News is anchored: it names who, where, when and how many. What reports nothing has few such anchors among many
words, or stands in the present tense without a day, or dwells on the words of another topic.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from dataclasses import dataclass, field

from geo.coding.morphology import PAST, PRESENT
from geo.coding.reading import Reading

TOPICS = frozenset([
    "sport", "weather", "fiction", "cooking", "lesson", "horoscope", "commerce", "health", "site_nav", "road", "puzzle", "advice",
    "science", "game", "faith", "market", "law_text", "contest",
])  # fmt: skip
ENOUGH = 2  # words of one topic in a paragraph, or
SHARE = 3  # in the article, as many as every third of its sentences
LOOSE = 0.045  # anchors a word: half of what the barest report has
SHORT = 12  # words; a single line may do without anchors
BRIEF = 20  # words; a headline may stand in the present tense
NAMED = 3  # actors of a side, in an article that tells of a conflict


@dataclass(slots=True)
class _Tally:
    """What a stretch of text holds: words, verbs by tense, topic words, and anchors by kind."""

    words: int = 0
    past: int = 0
    present: int = 0
    topics: Counter[str] = field(default_factory=Counter)
    sides: int = 0
    tolls: int = 0
    places: int = 0
    dates: int = 0

    def add(self, other: _Tally) -> None:
        """Counts `other` in."""
        self.words += other.words
        self.past += other.past
        self.present += other.present
        if other.topics:
            self.topics.update(other.topics)
        self.sides += other.sides
        self.tolls += other.tolls
        self.places += other.places
        self.dates += other.dates

    @property
    def anchored(self) -> int:
        """Anchors of any kind; a toll, which football and prose have least, for two."""
        return self.sides + 2 * self.tolls + self.places + self.dates

    @property
    def strongest(self) -> int:
        """How many words the commonest topic has."""
        return max(self.topics.values(), default=0)

    @property
    def dwells(self) -> bool:
        """Whether one topic's words outweigh what is anchored beside them; accidents have dead of their own.

        Places and days weigh half: a forecast and a fixture list have them too. Prices rise in real news as well.
        """
        news = 2 * self.sides + 4 * self.tolls + self.places + self.dates
        counts = self.topics.copy()
        counts["commerce"] //= 2
        return 2 * max(counts.values(), default=0) > news or self.topics["road"] > max(1, self.sides)


def off_topic(reading: Reading) -> frozenset[int]:
    """The paragraphs that report nothing: of another topic, or in an article that has no news at all."""
    by_paragraph: dict[int, _Tally] = {}
    anchors = reading.actor_at.keys() | reading.place_at.keys() | reading.date_at.keys() | reading.toll_at.keys()
    for sentence in reading.sentences:
        tally = by_paragraph.get(sentence.paragraph)
        if tally is None:
            tally = by_paragraph[sentence.paragraph] = _Tally()
        _count(reading, range(sentence.first, sentence.last), anchors, tally)
    whole = _Tally()
    for tally in by_paragraph.values():
        whole.add(tally)
    if _timeless(whole) or (whole.strongest >= max(3, len(reading.sentences) // SHARE) and whole.dwells):
        return frozenset(by_paragraph)
    return frozenset(number for number, tally in by_paragraph.items() if tally.strongest >= ENOUGH and tally.dwells)


def _count(reading: Reading, span: range, anchors: Set[int], tally: _Tally) -> None:
    for at in span:
        token = reading.tokens[at]
        tally.words += token.text.isalpha()
        tense = token.word.tense
        if tense:
            tally.past += tense == PAST
            tally.present += tense == PRESENT and not token.word.future
        if not token.classes.isdisjoint(TOPICS):
            tally.topics.update(token.classes & TOPICS)
        if at in anchors:
            actor, place = reading.actor_at.get(at), reading.place_at.get(at)
            tally.sides += actor is not None and actor.faction is not None
            tally.places += place is not None and place.located
            tally.dates += at in reading.date_at
            tally.tolls += at in reading.toll_at


def _timeless(whole: _Tally) -> bool:
    """Whether an article is not anchored in the world, or tells only of what is always so."""
    if whole.words > SHORT and whole.anchored < LOOSE * whole.words:
        return True
    undated = not whole.dates and not whole.tolls and whole.sides < NAMED
    return undated and whole.words > BRIEF and whole.present >= whole.past
