"""What a file says about an article, and how each part of it was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from geo.errors import ArticleError, DataError

Fault = ArticleError | DataError
How = Literal[
    "none",  # not found
    "given",  # typed in
    "catalogue",  # in the articles.csv beside it
    "column",  # in the table's column
    "record",  # in the JSON record
    "file",  # the whole file, UTF-8
    "file_utf_16",
    "file_windows_1256",
    "file_iso_8859_6",
    "first_line",
    "file_name",
    "page_text",  # the page's main text
    "page_metadata",
    "page_title",
    "page_heading",
    "page_time",  # the one time that the page marks
    "page_address",
    "document_text",
    "document_unsure",  # a PDF whose order of letters can't be told
    "document_properties",
    "document_title",  # the paragraph of that style
    "feed",
    "feed_full",  # the entry's whole text
    "feed_summary",  # the entry's summary, which may not be the whole
    "feed_updated",  # when the entry was last changed
]


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as its file tells it. `article_id` is '' where the file gives none; `stem` is the file's name where
    that may serve. `found` says how each field that is not empty was found.
    """

    text: str
    title: str = ""
    publisher: str = ""
    published: str | None = None
    url: str = ""
    language: str = ""
    note: str = ""
    article_id: str = ""
    stem: str = ""
    found: Mapping[str, How] = field(default_factory=dict)

    def overridden(self, how: How, said: Mapping[str, str | None]) -> Reading:
        """With the fields that are said elsewhere, and are not empty, in the stead of its own."""
        given = {name: value for name, value in said.items() if value}
        return replace(self, **given, found={**self.found, **dict.fromkeys(given, how)})
