"""An article out of a saved HTML page, or a page archived with its pictures (.mhtml)."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from email import message_from_bytes
from logging import CRITICAL, getLogger

from geo.articles.encoding import encoding_of
from geo.articles.page_metadata import PageMetadata, page_metadata
from geo.articles.reading import How, Reading
from geo.articles.source import Source, too_large
from geo.articles.text import fault_of
from geo.errors import ArticleError
from geo.limits import LARGEST_ARCHIVED_PAGE, LARGEST_PAGE

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_HEAD = 4096  # bytes in which HTML wants the encoding told


def read_page(source: Source) -> Iterator[Reading]:
    """The article of an HTML page. Raises `ArticleError` when it has none."""
    yield _article(source.name, source.read(LARGEST_PAGE, "a page"), "", "")


def read_archived_page(source: Source) -> Iterator[Reading]:
    """The article of a page that a browser saved as one file. Raises `ArticleError` when it has none."""
    data = source.read(LARGEST_ARCHIVED_PAGE, "an archived page")
    try:
        page, charset, address = _archived(data)
    except (LookupError, RecursionError, TypeError, ValueError) as error:  # what the library raises on what is none
        raise ArticleError(source.name, "is a damaged archive of a page") from error
    if not page:
        raise ArticleError(source.name, "holds no HTML page")
    if len(page) > LARGEST_PAGE:
        raise ArticleError(source.name, too_large(len(page), LARGEST_PAGE, "a page"))
    yield _article(source.name, page, charset, address)


def _archived(data: bytes) -> tuple[bytes, str, str]:
    """The first HTML page in the archive, the encoding it is told to have and where it was; empty where there is none."""
    message = message_from_bytes(data)  # with the old policy: the new one's grammar of headers is no match for hostile ones
    for part in message.walk():
        page = part.get_payload(decode=True) if part.get_content_type() in ("text/html", "application/xhtml+xml") else None
        if isinstance(page, bytes):
            address = message.get("Snapshot-Content-Location") or part.get("Content-Location") or ""
            return page, str(part.get_param("charset") or ""), str(address)
    return b"", "", ""


def _article(name: str, data: bytes, charset: str, address: str) -> Reading:
    page = _decoded(data, charset, name)
    text = _main_text(page)
    if fault := fault_of(text):
        raise ArticleError(name, "has no article text that can be found" if fault == "is empty" else fault)
    about: PageMetadata = page_metadata(page, address)
    found: dict[str, How] = {"text": "page_text", **about.found}
    return Reading(text, about.title, about.publisher, about.published, about.url, about.language, found=found)


def _main_text(page: str) -> str:
    # Imported late: it takes half a second, and most cases hold no page.
    from trafilatura import extract

    getLogger("trafilatura").setLevel(CRITICAL)  # a fault is one line, and it is told elsewhere
    return extract(page, include_comments=False, include_images=False, include_links=False) or ""


def _decoded(data: bytes, charset: str, name: str) -> str:
    """The page's text: what it says of its encoding counts unless the bytes are UTF-8 anyhow."""
    detected = encoding_of(data)
    said = _CHARSET.search(data[:_HEAD])
    if detected not in ("utf-8", "utf-8-sig", "utf-16"):
        detected = _known(charset) or _known(said[1].decode("ascii") if said else "") or detected
    if detected is None:
        raise ArticleError(name, "is not text in an encoding that it tells or that can be told")
    return data.decode(detected, "replace").replace("\0", "")


def _known(charset: str) -> str:
    """Python's name of an encoding of text; '' when there is none of that name."""
    try:
        codec = codecs.lookup(charset) if charset else None
    except LookupError:
        return ""
    return codec.name if codec and codec._is_text_encoding else ""
