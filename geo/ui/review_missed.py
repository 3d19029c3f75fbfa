"""What the machine proposes for a passage that it passed over: the reviewer starts from it."""

from __future__ import annotations

from dataclasses import replace

from gazetteer.index import Gazetteer
from geo.coding import code
from geo.coding.actors import ActorRegistry
from geo.coding.reading import Reading, read_article
from geo.coding.sites import locate
from geo.model import Article, DateSpan, Event, Location, Mark, Passage
from geo.ui.review_correction import blank


def proposed(article: Article, passage: Passage, gazetteer: Gazetteer) -> Event:
    """The event of a passage as far as the readers can tell it alone; without an id, its type '' where they find no deed."""
    alone = replace(article, text=passage.text, masked=())
    event = blank(article, passage)
    coded = code(alone, gazetteer)
    if coded:
        first = coded[0]
        marks = tuple(Mark(mark.kind, mark.start + passage.start, mark.end + passage.start) for mark in first.marks)
        return replace(first, event_id="", incident_id="", passages=(passage,), confidence=event.confidence, rule="", marks=marks)
    reading = read_article(alone, gazetteer, ActorRegistry.default())
    return replace(event, location=_place(reading), date=_date(reading))


def _place(reading: Reading) -> Location | None:
    return next((location for ref in reading.places if ref.located and (location := locate(ref))), None)


def _date(reading: Reading) -> DateSpan:
    told = next((mention for mention in reading.dates if mention.span.start and not mention.duration), None)
    return replace(told.span, text=reading.verbatim(told.start, told.end)) if told else DateSpan()
