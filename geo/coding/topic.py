"""Texts that only sound like war: sport, weather, films, recipes, grammar (DESIGN 5)."""

from __future__ import annotations

from collections import Counter

from geo.coding.reading import Reading

TOPICS = frozenset(["sport", "weather", "fiction", "cooking", "lesson", "horoscope", "commerce", "health", "site_nav"])
ENOUGH = 2  # words of one such topic in a paragraph, or
SHARE = 3  # in the article, as many as every third of its sentences


def off_topic(reading: Reading) -> frozenset[int]:
    """The paragraphs that are about something else than conflict, and report nothing."""
    by_paragraph: dict[int, Counter[str]] = {}
    whole: Counter[str] = Counter()
    for sentence in reading.sentences:
        counts = by_paragraph.setdefault(sentence.paragraph, Counter())
        for at in range(sentence.first, sentence.last):
            for name in reading.tokens[at].classes & TOPICS:
                counts[name] += 1
                whole[name] += 1
    topic, count = whole.most_common(1)[0] if whole else ("", 0)
    if count >= max(3, len(reading.sentences) // SHARE):
        return frozenset(by_paragraph)
    return frozenset(number for number, counts in by_paragraph.items() if counts and max(counts.values()) >= ENOUGH)
