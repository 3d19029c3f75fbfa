"""The catalogue beside the articles, `articles.csv`: who published each file, and when (CODEBOOK 10)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field

from geo.articles.formats import is_article_file
from geo.articles.published import is_publication_date
from geo.articles.source import Source, too_large
from geo.articles.table import delimiter_of, encoding_of_table, heading_of
from geo.errors import ArticleError, DataError
from geo.limits import LARGEST_CATALOGUE

CATALOGUE = "articles.csv"
COLUMNS = ("file", "title", "publisher", "published", "url", "language", "note")


@dataclass(frozen=True, slots=True)
class Row:
    """What the catalogue says about one file; `line` is where. `published` is EDTF or None."""

    line: int
    title: str = ""
    publisher: str = ""
    published: str | None = None
    url: str = ""
    language: str = ""
    note: str = ""


@dataclass(slots=True)
class Catalogue:
    """The rows by file name; `faults` that concern the whole, `row_faults` by the file that they concern."""

    name: str = CATALOGUE
    rows: dict[str, Row] = field(default_factory=dict)
    faults: list[ArticleError | DataError] = field(default_factory=list)
    row_faults: dict[str, list[DataError]] = field(default_factory=dict)

    def blame(self, file: str, line: int, column: str, reason: str) -> None:
        """Notes a fault of the row on `line`, which is about `file`."""
        self.row_faults.setdefault(file, []).append(DataError(self.name, line, column, reason))


def is_catalogue(source: Source) -> bool:
    """Whether the file is a catalogue of others: by its name, unless it is a table that holds the texts itself."""
    return source.file == CATALOGUE and "text" not in heading_of(source)


def read_catalogue(source: Source) -> Catalogue:
    """The catalogue with its faults."""
    catalogue = Catalogue(source.name)
    if source.size > LARGEST_CATALOGUE:
        catalogue.faults.append(ArticleError(source.name, too_large(source.size, LARGEST_CATALOGUE, "a catalogue")))
        return catalogue
    try:
        if source.size:
            _read(source, catalogue)
    except ArticleError as fault:
        catalogue.faults.append(fault)
    except OSError as error:
        catalogue.faults.append(ArticleError(catalogue.name, f"can't be read: {error.strerror}"))
    except UnicodeDecodeError as error:
        catalogue.faults.append(ArticleError(catalogue.name, f"is not {error.encoding} text throughout; save it as UTF-8"))
    return catalogue


def _read(source: Source, catalogue: Catalogue) -> None:
    with source.opened() as stream:
        encoding = encoding_of_table(stream, source)
        lines = io.TextIOWrapper(stream, encoding, newline="")
        for line, cells in _records(csv.reader(lines, delimiter=delimiter_of(lines), strict=True), catalogue):
            _add(catalogue, line, cells)


def _records(reader: Iterator[list[str]], catalogue: Catalogue) -> Iterator[tuple[int, dict[str, str]]]:
    """(line, cells by column) of every row that is not empty; faults of form go to the catalogue."""
    line = 1
    columns: list[str] = []
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            catalogue.faults.append(DataError(catalogue.name, line, "row", f"is not CSV: {error}"))
            return
        if not columns:
            columns = [cell.strip().lower() for cell in cells]
            if not _sound(columns, catalogue):
                return
        elif any(cell.strip() for cell in cells):
            record = {column: cell.strip() for column, cell in zip(columns, cells, strict=False)}
            if len(cells) > len(columns):
                reason = f"has {len(cells)} cells for {len(columns)} columns; quote the cells that hold commas"
                catalogue.blame(record["file"], line, "row", reason)
                record = {"file": record["file"]}
            yield line, record
        line = reader.line_num + 1  # type: ignore[attr-defined]  # a csv.reader, which has no public type


def _sound(columns: list[str], catalogue: Catalogue) -> bool:
    """Whether the heading can be read at all; what else is wrong with it is noted."""
    name = catalogue.name
    if "file" not in columns:
        catalogue.faults.append(DataError(name, 1, "file", f"no such column; the heading is {','.join(COLUMNS)}"))
        return False
    for column in columns:
        if column not in COLUMNS:
            catalogue.faults.append(DataError(name, 1, column or "(empty)", f"unknown column; known are {', '.join(COLUMNS)}"))
        elif columns.count(column) > 1:
            catalogue.faults.append(DataError(name, 1, column, "stands twice in the heading"))
            return False
    return True


def _add(catalogue: Catalogue, line: int, cells: dict[str, str]) -> None:
    file = cells["file"]
    if not file or "/" in file or "\\" in file or not is_article_file(file):
        return catalogue.blame(file, line, "file", f"{file!r} is not the name of an article's file in this folder")
    if file in catalogue.rows:
        return catalogue.blame(file, line, "file", f"{file} is on line {catalogue.rows[file].line} already")
    published = cells.get("published") or None
    if published and not is_publication_date(published):
        catalogue.blame(file, line, "published", f"{published!r} is not an EDTF date such as 2016-06-29 or 2016-06-29~")
        published = None
    known = {column: cells.get(column, "") for column in ("title", "publisher", "url", "language", "note")}
    catalogue.rows[file] = Row(line, published=published, **known)
    return None
