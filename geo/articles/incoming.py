"""An article that came in, with its id, and how each part of it was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

from geo.articles.furniture import furniture
from geo.articles.headline import title_of
from geo.articles.reading import How, Reading
from geo.limits import LONGEST_FIELD
from geo.model import Article

FIELDS = ("text", "title", "publisher", "published")


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article, and for its text, title, publisher and published how each was found; "none" where it was not."""

    article: Article
    found: Mapping[str, How]


def incoming(reading: Reading, article_id: str) -> Incoming:
    """The article of `reading` under that id, its furniture masked; a headline in the text is its title if it has no other.

    >>> incoming(Reading("نص", found={"text": "file"}), "a").found["published"]
    'none'
    """
    masked = furniture(reading.text)
    found = dict(reading.found)
    title = reading.title
    if not title:
        title, found["title"] = title_of(reading.text, masked, reading.stem)
    article = Article(
        article_id,
        reading.text,
        _field(title),
        _field(reading.publisher),
        reading.published,
        _field(reading.url),
        _field(reading.language) or "ar",
        _field(reading.note),
        masked,
    )
    return Incoming(article, {name: found.get(name, "none") for name in FIELDS})


def short_hash(text: str) -> str:
    """An id made of a text or an address: sixteen characters, the same on every machine.

    >>> short_hash("https://example.org/a")
    '2ca93349eca67313'
    """
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _field(text: str) -> str:
    return text if len(text) <= LONGEST_FIELD else f"{text[: LONGEST_FIELD - 1]}…"
