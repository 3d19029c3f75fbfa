"""Events found again: in a text that has changed, and among what the machine tells now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geo.model import Article, Event, Mark, Passage
from geo.store.check import stands
from geo.store.rows import Stored


def moved(event: Event, article: Article) -> Event:
    """The event with its passages and their marks where `article` has them now; what no longer stands stays as it was.

    >>> from geo.model import Passage
    >>> moved_passages((Passage("b", 1, 2), Passage("x", 5, 6)), Article("a", "aab"))
    (Passage(text='b', start=2, end=3), Passage(text='x', start=5, end=6))
    """
    passages = moved_passages(event.passages, article)
    if passages == event.passages and all(stands(passage, article) for passage in passages):
        return event
    marks = [
        Mark(mark.kind, mark.start + new.start - old.start, mark.end + new.start - old.start)
        for old, new in zip(event.passages, passages, strict=True)
        for mark in event.marks
        if old.start <= mark.start and mark.end <= old.end and stands(new, article)
    ]
    return replace(event, passages=passages, marks=tuple(dict.fromkeys(marks)))


def moved_passages(passages: tuple[Passage, ...], article: Article) -> tuple[Passage, ...]:
    """Each passage where the article says it word for word, the nearest to where it stood."""
    return tuple(_moved(passage, article) for passage in passages)


def match(found: Sequence[Stored], told: Sequence[Event]) -> dict[int, Event]:
    """What the machine tells now of the events that are found, by row: each at most once."""
    by_id = {event.event_id: event for event in told}
    pairs = {stored.fid: by_id[name] for stored in found if (name := _told_id(stored, by_id)) is not None}
    taken = {event.event_id for event in pairs.values()}
    overlaps = [
        (_overlap(stored, event), -stored.fid, event.event_id)
        for stored in found
        if stored.fid not in pairs
        for event in told
        if event.event_id not in taken and event.event_type in _types(stored)
    ]
    for overlap, negative_fid, event_id in sorted(overlaps, reverse=True):
        if overlap and -negative_fid not in pairs and event_id not in taken:
            pairs[-negative_fid] = by_id[event_id]
            taken.add(event_id)
    return pairs


def _moved(passage: Passage, article: Article) -> Passage:
    if stands(passage, article) or not passage.text:
        return passage
    places, at = [], article.text.find(passage.text)
    while at >= 0:
        places.append(at)
        at = article.text.find(passage.text, at + 1)
    if not places:
        return passage
    start = min(places, key=lambda place: abs(place - passage.start))
    return Passage(passage.text, start, start + len(passage.text))


def _told_id(stored: Stored, by_id: dict[str, Event]) -> str | None:
    """The id under which the machine tells the event now, if it still does: its own, or the one that was told last."""
    names = [stored.event.event_id, *([stored.machine.event_id] if stored.machine else [])]
    return next((name for name in names if name in by_id), None)


def _types(stored: Stored) -> set[str]:
    return {stored.event.event_type, *([stored.machine.event_type] if stored.machine else [])}


def _overlap(stored: Stored, event: Event) -> int:
    """How many characters both quote."""
    quoted = {*stored.event.passages, *(stored.machine.passages if stored.machine else ())}
    return sum(max(min(one.end, other.end) - max(one.start, other.start), 0) for one in quoted for other in event.passages)
