"""`code`: an article in, its events out. Pure: no clock, no disk, no network (DESIGN 2)."""

from __future__ import annotations

from gazetteer.index import Gazetteer
from geo.coding.actors import ActorRegistry
from geo.coding.attribution import attribute, communique
from geo.coding.day_told_later import day_told_later
from geo.coding.draft import Draft
from geo.coding.drafting import drafts_of
from geo.coding.fan_out import fan_out
from geo.coding.finish import finish
from geo.coding.harm import give_tolls
from geo.coding.merge import disputes, merge
from geo.coding.reading import read_article
from geo.coding.speech import Saying, sayings
from geo.coding.topic import off_topic
from geo.coding.when import give_dates
from geo.coding.where import give_places
from geo.coding.who import give_parties
from geo.model import Article, Event


def code(article: Article, gazetteer: Gazetteer | None = None, registry: ActorRegistry | None = None) -> list[Event]:
    """The events of `article`, each with the passages that support it, in order of the text.

    `gazetteer` and `registry` default to the shipped ones. Raises `DataError` when a lexicon is faulty.

    >>> code(Article("empty", ""))
    []
    """
    reading = read_article(article, gazetteer or Gazetteer.default(), registry or ActorRegistry.default())
    quiet = off_topic(reading)
    spoken: dict[int, list[Saying]] = {}
    drafts: list[Draft] = []
    earlier: list[Saying] = []
    for sentence in reading.sentences:
        if sentence.paragraph in quiet:
            continue
        said = spoken[id(sentence)] = sayings(reading, sentence, earlier)
        earlier += said
        drafts += drafts_of(reading, sentence)
    drafts = give_tolls(reading, drafts, quiet)
    give_places(reading, drafts, spoken)
    give_dates(reading, drafts)
    day_told_later(reading, drafts)
    give_parties(reading, drafts, spoken)
    for draft in drafts:
        attribute(reading, draft, spoken.get(id(draft.sentence), []))
    communique(reading, drafts)
    drafts = disputes(merge(fan_out(reading, drafts)))
    return finish(reading, drafts)
