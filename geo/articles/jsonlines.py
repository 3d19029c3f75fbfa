"""Articles out of JSON Lines: one object a line (CODEBOOK 10)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

import orjson

from geo.articles.published import is_publication_date
from geo.articles.reading import Fault, How, Reading
from geo.articles.source import Source
from geo.articles.text import fault_of
from geo.errors import ArticleError, DataError
from geo.limits import LARGEST_LINE, MB

_TEXTS = ("title", "publisher", "url", "language", "note")


def read_json_lines(source: Source) -> Iterator[Reading | Fault]:
    """The articles of a file in its order, one line in memory at a time; a fault for each that is bad."""
    name = source.name
    try:
        with source.opened() as stream:
            for number, line in _lines(stream):
                if line is None:
                    yield DataError(name, number, "line", f"has more than {LARGEST_LINE / MB:.0f} MB")
                    continue
                if number == 1 and line.strip() in (b"[", b"{"):
                    raise ArticleError(name, "is JSON spread over lines; write JSON Lines, one article a line")
                if line.strip():
                    yield from _read(name, number, line)
    except OSError as error:
        raise ArticleError(name, f"can't be read: {error.strerror}") from error


def _lines(source: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """(number, line) of every line, without a byte order mark; None for a line that is too long."""
    number = 0
    while line := source.readline(LARGEST_LINE):
        number += 1
        if len(line) == LARGEST_LINE and not line.endswith(b"\n"):
            while (rest := source.readline(LARGEST_LINE)) and not rest.endswith(b"\n"):
                pass
            yield number, None
        else:
            yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line


def _read(name: str, number: int, line: bytes) -> Iterator[Reading | DataError]:
    try:
        record = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        yield DataError(name, number, "line", f"is not JSON: {error}")
        return
    if not isinstance(record, dict):
        yield DataError(name, number, "line", f"needs an object, found {type(record).__name__}")
        return
    article_id, text = record.get("id"), record.get("text")
    if isinstance(article_id, int) and not isinstance(article_id, bool):
        article_id = str(article_id)
    if not isinstance(article_id, str) or not article_id.strip():
        yield DataError(name, number, "id", "is missing; every article needs an id that stays")
    elif not isinstance(text, str):
        yield DataError(name, number, "text", "is missing" if text is None else "is not text")
    elif fault := fault_of(text):
        yield DataError(name, number, "text", fault)
    else:
        known, faults = _about(name, number, record)
        yield from faults
        found: dict[str, How] = dict.fromkeys(("text", *known), "record")
        yield Reading(text, article_id=article_id, found=found, **known)


def _about(name: str, number: int, record: dict[str, Any]) -> tuple[dict[str, Any], list[DataError]]:
    """What the record says about its article, and a fault for each field that can't be used."""
    known: dict[str, Any] = {}
    faults: list[DataError] = []
    for field in (*_TEXTS, "published"):
        value = record.get(field)
        if value is None or value == "":
            continue
        if not isinstance(value, str):
            faults.append(DataError(name, number, field, "is not text"))
        elif field == "published" and not is_publication_date(value):
            faults.append(DataError(name, number, field, f"{value[:80]!r} is not an EDTF date such as 2016-06-29 or 2016-06-29~"))
        else:
            known[field] = value
    return known, faults
