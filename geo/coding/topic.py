"""Texts that only sound like war: sport, weather, films, recipes, grammar, the general and the timeless (DESIGN 5).

News is anchored: it names who, where, when and how many. What reports nothing has few such anchors among many
words, or stands in the present tense without a day, or dwells on the words of another topic.
"""

from __future__ import annotations

from collections import Counter
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
    for sentence in reading.sentences:
        _count(reading, sentence.first, sentence.last, by_paragraph.setdefault(sentence.paragraph, _Tally()))
    whole = _Tally()
    for tally in by_paragraph.values():
        whole.add(tally)
    if _timeless(whole) or (whole.strongest >= max(3, len(reading.sentences) // SHARE) and whole.dwells):
        return frozenset(by_paragraph)
    return frozenset(number for number, tally in by_paragraph.items() if tally.strongest >= ENOUGH and tally.dwells)


def _count(reading: Reading, first: int, last: int, tally: _Tally) -> None:
    tally.words += sum(map(str.isalpha, reading.texts[first:last]))
    for at in reading.classed(first, last):
        token = reading.tokens[at]
        tense = token.word.tense
        if tense:
            tally.past += tense == PAST
            tally.present += tense == PRESENT and not token.word.future
        if not token.classes.isdisjoint(TOPICS):
            tally.topics.update(token.classes & TOPICS)
    tally.sides += len(reading.within(reading.actor_at, first, last))
    tally.places += sum(place.located for _, place in reading.within(reading.place_at, first, last))
    tally.dates += len(reading.within(reading.date_at, first, last))
    tally.tolls += len(reading.within(reading.toll_at, first, last))


def _timeless(whole: _Tally) -> bool:
    """Whether an article is not anchored in the world, or tells only of what is always so."""
    if whole.words > SHORT and whole.anchored < LOOSE * whole.words:
        return True
    undated = not whole.dates and not whole.tolls and whole.sides < NAMED
    return undated and whole.words > BRIEF and whole.present >= whole.past
