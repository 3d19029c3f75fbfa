"""Which articles an added place can change: the others keep their events, so that saving one does not code a thousand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gazetteer.arabic import ARTICLE, fold, key
from gazetteer.index import Gazetteer
from gazetteer.own import OwnPlace
from geo.model import Article


def reached(articles: Sequence[Article], own: Iterable[OwnPlace]) -> list[Article]:
    """The articles that may be coded otherwise with the places `own` than with the shipped ones alone.

    A new place, or a further spelling of a shipped one, is met only where its name stands. A shipped place that
    was moved may be meant without its name ("the capital"): then that is every article.

    >>> from gazetteer.model import Name, Place
    >>> well = Place("w", "", "بئر الذئب", "well", "WLL", None, "LY", 18.5, 29.5, 5.0)
    >>> own = [OwnPlace(well, (Name("w", "بئر الذئب", "ar", strong=True),))]
    >>> [article.article_id for article in reached([Article("a", "قرب بئر الذئب"), Article("b", "قرب سرت")], own)]
    ['a']
    """
    added, shipped = list(own), Gazetteer.default()
    if any(shipped.get(each.place.place_id) not in (None, each.place) for each in added):
        return list(articles)
    told = [(key(name.text), name) for each in added for name in each.names]
    spellings = {spelling.removeprefix(ARTICLE) for spelling, name in told if name not in shipped.names_of(spelling)}
    return [article for article in articles if _holds(fold(article.text).text, spellings)]


def _holds(text: str, spellings: Iterable[str]) -> bool:
    return any(spelling in text for spelling in spellings)
