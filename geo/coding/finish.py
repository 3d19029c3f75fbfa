"""Drafts become events: verbatim passages, ids, confidence, marks."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from gazetteer.arabic import ARTICLE
from geo.coding.casualties import combine
from geo.coding.confidence import confidence
from geo.coding.draft import Draft, Span
from geo.coding.reading import Reading
from geo.coding.sites import locate
from geo.coding.tokens import Sentence
from geo.coding.when import undated
from geo.model import LONGEST_PASSAGE, Actor, DateSpan, Event, Location, Mark, MarkKind, Passage


def finish(reading: Reading, drafts: list[Draft]) -> list[Event]:
    """The events of `drafts`; two that a reader could not tell apart are one."""
    events: list[Event] = []
    seen: dict[tuple[object, ...], list[int]] = {}
    ids: set[str] = set()
    for draft in drafts:
        event = _event(reading, draft)
        if not event.passages:
            continue
        alike = seen.setdefault(_key(event), [])
        twin = next((i for i in alike if _indistinct(events[i], event)), None)
        if twin is not None:
            events[twin] = _united(events[twin], event)
            continue
        alike.append(len(events))
        events.append(_unique_id(event, ids))
    return events


def _event(reading: Reading, draft: Draft) -> Event:
    article = reading.article
    location = locate(draft.place) if draft.place is not None else None
    day = _dated(reading, draft)
    passages = _passages(reading, draft)
    first = passages[0].start if passages else 0
    event_id = _digest(
        article.article_id, draft.event_type, location.place_id if location else "", str(first), str(draft.heads[0])
    )
    return Event(
        event_id, event_id, draft.event_type, draft.status, day, location, _actors(reading, draft), combine(draft.tolls),
        _names(reading, draft.sources), _names(reading, draft.disputed),
        passages, confidence(reading, draft, location), article.article_id, article.title, article.publisher, article.published,
        rule=draft.rule, marks=_marks(reading, draft),
    )  # fmt: skip


def _names(reading: Reading, spans: Sequence[Span]) -> tuple[str, ...]:
    """What sources are called, each once: the same is named by a part of an earlier, fuller name, or by "the source"."""
    names: list[str] = []
    for span in spans:
        name = reading.verbatim(*span)
        again = name.removeprefix(ARTICLE)
        if not any(f" {name} " in f" {known} " or (again != name and f"{known} ".startswith(f"{again} ")) for known in names):
            names.append(name)
    return tuple(names)


def _dated(reading: Reading, draft: Draft) -> DateSpan:
    if draft.date is None:
        return undated(reading, draft)
    date, mention = draft.date, draft.date_mention
    if date.text or mention is None:
        return date
    return DateSpan(date.start, date.end, date.edtf, date.precision, date.basis, reading.verbatim(mention.start, mention.end))


def _actors(reading: Reading, draft: Draft) -> tuple[Actor, ...]:
    found = []
    for party in draft.parties:
        m = party.mention
        if m.faction or not m.definite_group:
            found.append(Actor(m.id, m.name_en, m.name_ar, m.faction, party.role, reading.verbatim(m.start, m.end)))
    return tuple(found)


def _passages(reading: Reading, draft: Draft) -> tuple[Passage, ...]:
    found: dict[int, Passage] = {}
    for sentence in [draft.sentence, *draft.sentences]:
        first, last = _window(reading, sentence, draft)
        start, end = reading.folded.span(reading.tokens[first].start, reading.tokens[last - 1].end)
        end = min(end, start + LONGEST_PASSAGE)
        found.setdefault(start, Passage(reading.article.text[start:end], start, end))
    return tuple(found[start] for start in sorted(found))


def _window(reading: Reading, sentence: Sentence, draft: Draft) -> tuple[int, int]:
    """The sentence, or where that is too long the clauses around the deed that fit a passage."""
    tokens = reading.tokens

    def size(first: int, last: int) -> int:
        start, end = reading.folded.span(tokens[first].start, tokens[last - 1].end)
        return end - start

    if size(sentence.first, sentence.last) <= LONGEST_PASSAGE:
        return sentence.first, sentence.last
    inside = [at for at in draft.heads if sentence.first <= at < sentence.last] or [sentence.first]
    first, last = inside[0], inside[0] + 1
    while True:
        back, ahead = first > sentence.first, last < sentence.last
        grown = (first - back, last + ahead)
        if grown == (first, last) or size(*grown) > LONGEST_PASSAGE:
            return first, last
        first, last = grown


def _marks(reading: Reading, draft: Draft) -> tuple[Mark, ...]:
    span = reading.folded.span
    found: list[tuple[MarkKind, Span]] = [("deed", (reading.tokens[at].start, reading.tokens[at].end)) for at in draft.heads]
    found += [("actor", (p.mention.start, p.mention.end)) for p in draft.parties]
    if draft.place is not None:
        found.append(("place", (draft.place.start, draft.place.end)))
    if draft.date_mention is not None:
        found.append(("date", (draft.date_mention.start, draft.date_mention.end)))
    found += [("count", (toll.start, toll.end)) for toll in draft.tolls]
    found += [("source", source) for source in (*draft.sources, *draft.disputed)]
    marks = [Mark(kind, *span(start, end)) for kind, (start, end) in dict.fromkeys(found)]
    return tuple(sorted(marks, key=attrgetter("start", "end")))


def _key(event: Event) -> tuple[object, ...]:
    place: Location | None = event.location
    point = (place.longitude, place.latitude) if place else None
    return (event.event_type, point, event.date.start, tuple(sorted(event.factions)), event.casualties.killed_best)


def _indistinct(one: Event, other: Event) -> bool:
    """Whether two events alike in all else are one: told in the same sentence, or both as facts, both as plans."""
    kinds = [event.status if event.status in ("planned", "denied") else "told" for event in (one, other)]
    return kinds[0] == kinds[1] or one.passages[0].start == other.passages[0].start


def _united(one: Event, other: Event) -> Event:
    passages = {p.start: p for p in (*one.passages, *other.passages)}
    marks = tuple(sorted(dict.fromkeys([*one.marks, *other.marks]), key=lambda mark: (mark.start, mark.end)))
    sources = tuple(dict.fromkeys([*one.attribution, *other.attribution]))
    return replace(one, passages=tuple(passages[start] for start in sorted(passages)), marks=marks, attribution=sources)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf8")).hexdigest()[:16]


def _unique_id(event: Event, ids: set[str]) -> Event:
    event_id, turn = event.event_id, 2
    while event_id in ids:
        event_id, turn = f"{event.event_id}-{turn}", turn + 1
    ids.add(event_id)
    return replace(event, event_id=event_id, incident_id=event_id) if turn > 2 else event
