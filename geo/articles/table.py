"""Articles out of a CSV table: a row each, its columns known by their names."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO, TextIO

from geo.articles.columns import columns, names_of
from geo.articles.days import day_of
from geo.articles.encoding import encoding_of
from geo.articles.reading import Fault, How, Reading
from geo.articles.source import Source
from geo.articles.text import READ_AS, fault_of
from geo.errors import ArticleError, DataError
from geo.limits import LARGEST_ARTICLE, MOST_ROWS

_HEAD = 1_000_000  # bytes that tell the encoding
_DELIMITERS = ",;\t|"
_FIELDS = ("title", "publisher", "url", "language", "note")


def read_table(source: Source) -> Iterator[Reading | Fault]:
    """The articles of a table in its order, one row in memory at a time; a fault for each cell or row that is bad.

    Raises `ArticleError` when it is no table of articles.
    """
    csv.field_size_limit(LARGEST_ARTICLE)  # of the process; Python's own is 131,072 characters
    try:
        with source.opened() as stream:
            encoding = encoding_of_table(stream, source)
            lines = io.TextIOWrapper(stream, encoding, newline="")
            yield from _rows(lines, source.name, READ_AS.get(encoding, "column"))
    except OSError as error:
        raise ArticleError(source.name, f"can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ArticleError(source.name, f"is not {error.encoding} text from some row on; save it as UTF-8") from error


def heading_of(source: Source) -> dict[str, int]:
    """The fields that the table's heading names, with their columns; none when it is no text."""
    with source.opened() as stream:
        head = stream.read(_HEAD)
    encoding = encoding_of(head, cut=True)
    lines = io.StringIO(head.decode(encoding, "ignore") if encoding else "", newline="")
    try:
        return columns(next(csv.reader(lines, delimiter=delimiter_of(lines)), []))
    except csv.Error:
        return {}


def encoding_of_table(stream: BinaryIO, source: Source) -> str:
    """The encoding of the table at the beginning of `stream`, where it is then; raises `ArticleError` when it is no text."""
    head = stream.read(_HEAD)
    stream.seek(0)
    encoding = encoding_of(head, cut=source.size > len(head))
    if encoding is None or not head.strip():
        raise ArticleError(source.name, "is not text; save the table as CSV in UTF-8" if head.strip() else "is empty")
    return "utf-8-sig" if encoding == "utf-8" else encoding


def delimiter_of(lines: TextIO) -> str:
    """What stands between the cells: the most frequent in the heading of what counts as such."""
    first = lines.readline(LARGEST_ARTICLE)
    lines.seek(0)
    return max(_DELIMITERS, key=first.count)


def _rows(lines: io.TextIOWrapper, name: str, how: How) -> Iterator[Reading | Fault]:
    reader = csv.reader(lines, delimiter=delimiter_of(lines), strict=True)
    line = 1
    fields: dict[str, int] = {}
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise ArticleError(name, f"line {line} is not CSV: {error}") from error
        if not fields:
            fields = _fields(columns(cells), name)
        elif line > MOST_ROWS:
            raise ArticleError(name, f"has more than {MOST_ROWS:,} lines; what follows was not read")
        elif any(cell.strip() for cell in cells):
            yield from _read({field: cells[at].strip() for field, at in fields.items() if at < len(cells)}, name, line, how)
        line = reader.line_num + 1


def _fields(found: dict[str, int], name: str) -> dict[str, int]:
    if "text" not in found:
        raise ArticleError(name, f"has no column of texts; call it one of {', '.join(names_of('text'))}")
    return found


def _read(cells: dict[str, str], name: str, line: int, how: How) -> Iterator[Reading | Fault]:
    text = cells.get("text", "")
    if fault := fault_of(text):
        yield DataError(name, line, "text", fault)
        return
    known = {field: cells[field] for field in _FIELDS if cells.get(field)}
    found: dict[str, How] = {"text": how, **dict.fromkeys(known, "column")}
    written = cells.get("published", "")
    published = day_of(written)
    if published:
        found["published"] = "column"
    elif written:
        yield DataError(name, line, "published", f"{written[:80]!r} is no date such as 2016-06-29, 2016-06 or 2016-06-29~")
    yield Reading(text, published=published, article_id=cells.get("id", ""), found=found, **known)
