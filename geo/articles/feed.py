"""Articles out of an RSS or Atom file: an entry each."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from geo.articles.days import day_of
from geo.articles.reading import Fault, How, Reading
from geo.articles.source import Source
from geo.articles.text import fault_of
from geo.errors import ArticleError
from geo.limits import LARGEST_FEED, MOST_ENTRIES

_ENTITIES = re.compile(rb"<!\s*E\s*N\s*T\s*I\s*T\s*Y|<\x00!\x00E\x00N\x00T\x00|\x00<\x00!\x00E\x00N\x00T", re.IGNORECASE)
_BLOCKS = frozenset(
    (
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "tr",
        "table",
        "section",
        "article",
        "pre",
    )
)
_UNSEEN = frozenset(("script", "style", "template", "noscript"))


def read_feed(source: Source) -> Iterator[Reading | Fault]:
    """The entries of a feed in its order, a fault for each that has no text. Raises `ArticleError` when it is no feed."""
    data = source.read(LARGEST_FEED, "a feed")
    if _ENTITIES.search(data):
        raise ArticleError(source.name, "is XML with entities of its own, which is not read")
    # Imported late: most cases hold no feed.
    import feedparser

    # A stream, as a string could be an address; addresses in it are left as they stand, and nothing is asked of them.
    feed = feedparser.parse(io.BytesIO(_shallow(data, source.name)), resolve_relative_uris=False)
    if not feed.get("version"):
        raise ArticleError(source.name, "is neither an RSS nor an Atom feed")
    if not feed.entries:
        raise ArticleError(source.name, "has no entries")
    if len(feed.entries) > MOST_ENTRIES:
        raise ArticleError(source.name, f"has {len(feed.entries):,} entries; a feed may have {MOST_ENTRIES:,}")
    publisher = _line(feed.feed.get("title"))
    for number, entry in enumerate(feed.entries, 1):
        yield _read(entry, publisher, number, source.name)


def _shallow(data: bytes, name: str) -> bytes:
    """`data` when it is sound XML, what libxml2 can save of it when it is not; the library is slow on endless nesting.

    Raises `ArticleError` when its elements lie too deep.
    """
    from lxml import etree

    try:
        etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except (etree.XMLSyntaxError, ValueError) as error:
        if "depth" in str(error):
            raise ArticleError(name, "nests its elements too deep to be a feed") from error
    else:
        return data
    try:
        saved = etree.fromstring(data, etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False))
    except (etree.XMLSyntaxError, ValueError):
        saved = None
    if saved is None:
        raise ArticleError(name, "is neither an RSS nor an Atom feed")
    whole: bytes = etree.tostring(saved, encoding="utf-8", xml_declaration=True)
    return whole


def _read(entry: Any, publisher: str, number: int, name: str) -> Reading | Fault:
    whole = next((content.get("value") for content in entry.get("content") or () if content.get("value")), "")
    text = shown_text(whole or entry.get("summary") or "")
    if fault := fault_of(text):
        return ArticleError(name, f"entry {number} {fault}")
    title, url = _line(entry.get("title")), str(entry.get("link") or "")
    found: dict[str, How] = {"text": "feed_full" if whole else "feed_summary"}
    found |= dict.fromkeys([field for field, value in (("title", title), ("publisher", publisher)) if value], "feed")
    published = day_of(str(entry.get("published") or ""))
    if published:
        found["published"] = "feed"
    elif "updated" in entry and (published := day_of(str(entry["updated"]))):
        found["published"] = "feed_updated"
    return Reading(text, title, publisher, published, url if url.startswith(("http://", "https://")) else "", found=found)


def _line(markup: Any) -> str:
    return " ".join(shown_text(str(markup or "")).split())


def shown_text(markup: str) -> str:
    """What a fragment of HTML shows, a line for each of its blocks.

    >>> shown_text("<p>أ <b>ب</b></p><script>x</script>ج &amp; د")
    'أ ب\\nج & د'
    """
    from lxml import etree, html

    if "<" not in markup and "&" not in markup:
        return markup.strip()
    try:
        root = html.fragment_fromstring(markup.encode("utf-8", "replace"), "div", parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        return ""
    pieces: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        kind = element.tag if isinstance(element.tag, str) else "comment"
        if kind in _BLOCKS:
            pieces.append("\n")
        if event == "start" and kind not in _UNSEEN and kind != "comment":
            pieces.append(" ".join((element.text or "").split("\n")))
        elif event == "end":
            pieces.append(" ".join((element.tail or "").split("\n")) if element is not root else "")
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)
