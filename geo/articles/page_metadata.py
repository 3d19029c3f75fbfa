"""What a newspaper's page says about its article: its own metadata first, then what the page shows.

Read: Open Graph and article tags, schema.org's JSON-LD and microdata, Dublin Core, the marked time, the address.
A date is taken only where one of these gives it; none is looked for in the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urlsplit

import orjson

from geo.articles.days import day_in_address, day_of
from geo.articles.reading import How

_TITLE = ("og:title", "twitter:title", "dc.title", "dcterms.title", "title")
_PUBLISHER = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name", "citation_publisher")
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "date",
)
_DEEPEST = 8  # levels of JSON-LD
_MOST_SCRIPTS = 20
_LONGEST_ADDRESS = 2000  # characters


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What was found, '' or None where nothing was, and how."""

    title: str
    publisher: str
    published: str | None
    url: str
    language: str
    found: Mapping[str, How]


def page_metadata(page: str, address: str = "") -> PageMetadata:
    """What the HTML `page`, saved from `address` ('' where it is not known), says about its article."""
    root = _parsed(page)
    tags = _meta(root)
    linked = next(_articles(root), {})
    url = _url(root, tags, address)
    found: dict[str, How] = {}
    title = _first(tags, _TITLE) or _text(linked.get("headline"))
    how: How = "page_metadata"
    if not title:
        title, how = _seen_title(root)
    if title:
        found["title"] = how
    publisher = _first(tags, _PUBLISHER) or _text(_inner(linked.get("publisher")))
    if publisher:
        found["publisher"] = "page_metadata"
    elif host := _host(url):
        publisher, found["publisher"] = host, "page_address"
    published, how = _published(root, tags, linked, url)
    if published:
        found["published"] = how
    language = (root.get("lang") or "")[:2].lower() if root is not None else ""
    return PageMetadata(title, publisher, published, url, language if language.isascii() else "", found)


def _parsed(page: str) -> Any:
    """The page's tree, None where it has none. Nothing is fetched, no script runs, depth is bounded by libxml2."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=False)
    try:
        return html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # an empty document
        return None


def _meta(root: Any) -> dict[str, str]:
    """The content of the meta elements by their name in lower case; the first of a name counts."""
    tags: dict[str, str] = {}
    for element in root.iter("meta") if root is not None else ():
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        content = " ".join((element.get("content") or "").split())
        if name and content:
            tags.setdefault(name, content)
    return tags


def _articles(root: Any) -> Iterator[dict[str, Any]]:
    """The articles that the page's JSON-LD tells of."""
    scripts = root.iterfind(".//script[@type='application/ld+json']") if root is not None else ()
    for _, script in zip(range(_MOST_SCRIPTS), scripts, strict=False):
        try:
            yield from _within(orjson.loads(script.text or ""), 0)
        except orjson.JSONDecodeError:
            continue  # newspapers often break theirs


def _within(node: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(node, dict):
        kinds = node.get("@type")
        if any(isinstance(kind, str) and kind.endswith(("Article", "BlogPosting")) for kind in _listed(kinds)):
            yield node
        yield from _within(node.get("@graph"), depth + 1)
        yield from _within(node.get("mainEntity"), depth + 1)
    elif isinstance(node, list):
        for item in node:
            yield from _within(item, depth + 1)


def _seen_title(root: Any) -> tuple[str, How]:
    headings = [_shown(element) for element in root.iter("h1")] if root is not None else []
    if len(headings) == 1 and headings[0]:
        return headings[0], "page_heading"
    titles = [_shown(element) for element in root.iterfind("head/title")] if root is not None else []
    return (titles[0], "page_title") if titles and titles[0] else ("", "none")


def _published(root: Any, tags: Mapping[str, str], linked: Mapping[str, Any], url: str) -> tuple[str | None, How]:
    said = [tags[name] for name in _PUBLISHED if name in tags] + [_text(linked.get("datePublished"))]
    if day := next(filter(None, map(day_of, said)), None):
        return day, "page_metadata"
    times = list(root.iter("time")) if root is not None else []
    marked = [time for time in times if time.get("itemprop") == "datePublished" or time.get("pubdate") is not None]
    days = {day_of(time.get("datetime") or "") for time in marked or times} - {None}
    if len(days) == 1:
        return days.pop(), "page_time"
    day = day_in_address(url)
    return (day, "page_address") if day else (None, "none")


def _url(root: Any, tags: Mapping[str, str], address: str) -> str:
    canonical = [link.get("href") or "" for link in root.iterfind("head/link[@rel='canonical']")] if root is not None else []
    for url in (*canonical, tags.get("og:url", ""), address, _saved_from(root)):
        if url.startswith(("http://", "https://")) and len(url) <= _LONGEST_ADDRESS:
            return url
    return ""


def _saved_from(root: Any) -> str:
    """The address that browsers write into a page that they save: <!-- saved from url=(0045)https://… -->."""
    from lxml import etree

    for comment in root.getroottree().xpath("//comment()[contains(., 'saved from url=')]")[:1] if root is not None else ():
        return str(cast("etree._Comment", comment).text).rpartition(")")[2].strip()
    return ""


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _first(tags: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((tags[name] for name in names if name in tags), "")


def _inner(node: Any) -> Any:
    return next((item.get("name") if isinstance(item, dict) else item for item in _listed(node)), None)


def _listed(node: Any) -> list[Any]:
    return node if isinstance(node, list) else [node]


def _text(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _shown(element: Any) -> str:
    return " ".join(str(element.text_content()).split())
