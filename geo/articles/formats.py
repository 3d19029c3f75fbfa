"""The formats that can be read, by a file's ending."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from geo.articles.reading import Fault, Reading
from geo.articles.source import Source
from geo.errors import ArticleError

Read = Callable[[Source], Iterator[Reading | Fault]]

# Ending: module and function, imported when the first such file comes: the libraries behind some take their time.
_READERS = {
    **dict.fromkeys((".txt", ".text"), ("text", "read_text")),
    **dict.fromkeys((".html", ".htm", ".xhtml"), ("page", "read_page")),
    **dict.fromkeys((".mhtml", ".mht"), ("page", "read_archived_page")),
    **dict.fromkeys((".pdf",), ("pdf", "read_pdf")),
    **dict.fromkeys((".docx",), ("docx", "read_docx")),
    **dict.fromkeys((".csv", ".tsv"), ("table", "read_table")),
    **dict.fromkeys((".jsonl", ".json", ".ndjson"), ("jsonlines", "read_json_lines")),
    **dict.fromkeys((".xml", ".rss", ".atom"), ("feed", "read_feed")),
}
ARCHIVE = ".zip"
ENDINGS = (*_READERS, ARCHIVE)
READABLE = "text, HTML, PDF, DOCX, CSV, JSON Lines, RSS, Atom and ZIP files"
MANY = frozenset((".csv", ".tsv", ".jsonl", ".json", ".ndjson", ".xml", ".rss", ".atom", ARCHIVE))  # articles in one file


def reader_of(source: Source) -> Read:
    """What reads such a file. Raises `ArticleError` when nothing does."""
    known = _READERS.get(source.ending)
    if known is None:
        raise ArticleError(source.name, f"{source.ending or 'no ending'}: only {READABLE} can be read")
    read: Read = getattr(import_module(f"geo.articles.{known[0]}"), known[1])
    return read


def is_article_file(name: str) -> bool:
    """Whether a file of that name can be read and holds one article.

    >>> is_article_file("a.PDF"), is_article_file("a.zip"), is_article_file("a.png")
    (True, False, False)
    """
    return name.lower().endswith(tuple(ending for ending in _READERS if ending not in MANY))
