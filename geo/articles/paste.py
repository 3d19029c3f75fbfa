"""An article that somebody typed or pasted in."""

from __future__ import annotations

from geo.articles.days import day_of
from geo.articles.incoming import Incoming, incoming, short_hash
from geo.articles.reading import How, Reading
from geo.articles.text import fault_of
from geo.errors import ArticleError


def pasted(text: str, title: str = "", publisher: str = "", published: str = "", url: str = "") -> Incoming:
    """The article of that text, its id a hash of its address or text.

    Raises `ArticleError` when the text is none, or `published` no date.

    >>> pasted("نص", published="2020-07-03").found["published"]
    'given'
    """
    if fault := fault_of(text):
        raise ArticleError("text", fault)
    day = day_of(published)
    if published.strip() and day is None:
        raise ArticleError("published", f"{published.strip()[:80]!r} is no date such as 2016-06-29, 2016-06 or 2016-06-29~")
    title, publisher, url = (" ".join(field.split()) for field in (title, publisher, url))
    given = {"text": text, "title": title, "publisher": publisher, "published": day}
    found: dict[str, How] = dict.fromkeys([name for name, value in given.items() if value], "given")
    return incoming(Reading(text, title, publisher, day, url, found=found), short_hash(url or text))
