"""What an event must be like to be kept: CODEBOOK 1 to 8, as far as a record can be checked against its article."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from geo.coding.vocabulary import event_types, statuses
from geo.errors import StoreError
from geo.model import LONGEST_PASSAGE, Article, Casualties, Event, Location, Passage
from geo.store.record import FIELDS


def check(event: Event, article: Article, fields: Collection[str] = FIELDS) -> None:
    """Raises `StoreError`, one line with every fault of the named `fields`, when `event` can't be one of `article`."""
    faults = [fault for field, fault in _faults(event, article) if field in fields]
    if faults:
        raise StoreError(f"the event can't be kept: {'; '.join(faults)}")


def stands(passage: Passage, article: Article) -> bool:
    """Whether the article says so, word for word, at that place."""
    return article.text[passage.start : passage.end] == passage.text


def _faults(event: Event, article: Article) -> Iterator[tuple[str, str]]:
    if event.event_type not in event_types():
        yield "event_type", f"{event.event_type!r} is not an event type"
    if event.status not in statuses():
        yield "status", f"{event.status!r} is not a status"
    start, end = event.date.start, event.date.end
    if start and end and start > end:
        yield "date", f"it ends on {end}, before it begins on {start}"
    yield from (("location", fault) for fault in _place_faults(event.location))
    yield from (("casualties", fault) for fault in _toll_faults(event.casualties))
    yield from (("passages", fault) for fault in _passage_faults(event.passages, article))


def _place_faults(where: Location | None) -> Iterator[str]:
    if where is None:
        return
    if not (-180 <= where.longitude <= 180 and -90 <= where.latitude <= 90):
        yield f"longitude {where.longitude}, latitude {where.latitude} is no point of the earth"
    if where.geo_precision not in (1, 2, 3):
        yield f"geo_precision {where.geo_precision} is none of 1, 2, 3"
    if not 0 <= where.radius_km <= 20_000:
        yield f"a radius of {where.radius_km} km is not possible"


def _toll_faults(toll: Casualties) -> Iterator[str]:
    for word, figures in (
        ("killed", (toll.killed_low, toll.killed_best, toll.killed_high)),
        ("wounded", (toll.wounded_low, toll.wounded_best, toll.wounded_high)),
    ):
        known = [figure for figure in figures if figure is not None]
        if any(figure < 0 or figure >= 2**31 for figure in known):
            yield f"{word}: {', '.join(map(str, known))} is no count of people"
        elif known != sorted(known):
            yield f"{word}: low, best and high, {', '.join(map(str, known))}, do not ascend"


def _passage_faults(passages: tuple[Passage, ...], article: Article) -> Iterator[str]:
    if not passages:
        yield "it quotes no passage of the article"
    for passage in passages:
        if not passage.text.strip() or not stands(passage, article):
            yield f"the article does not say {passage.text!r} at {passage.start}"
        elif len(passage.text) > LONGEST_PASSAGE:
            yield f"a passage has {len(passage.text)} characters; it may have {LONGEST_PASSAGE}"
