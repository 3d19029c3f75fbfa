"""Files and folders in, articles and faults out, always in the same order."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from geo.articles.catalogue import CATALOGUE, Catalogue, Row, read_catalogue
from geo.articles.furniture import furniture
from geo.articles.jsonlines import read_json_lines
from geo.articles.text import read_text
from geo.errors import ArticleError, DataError
from geo.model import Article

Fault = ArticleError | DataError
TEXT_ENDINGS = frozenset({".txt"})
JSON_ENDINGS = frozenset({".jsonl", ".json", ".ndjson"})


def load_articles(paths: Sequence[Path]) -> Iterator[Article | Fault]:
    """Every article in `paths` (.txt, .jsonl, folders of them), and a fault for each thing that is wrong.

    Paths are read in the order given, a folder's files by name, each file once. A fault is no end: the
    articles that can be read follow, without the metadata that was wrong. A .txt file's id is its name
    without ending; an id that was met before is a fault, since event ids are made from it.

    >>> [str(fault) for fault in load_articles([Path("no/such.txt")])]
    ['no/such.txt: no such file']
    >>> list(load_articles([]))
    []
    """
    reader, ids = _Reader(), set[str]()
    for path in paths:
        for found in reader.read(path):
            if isinstance(found, Article):
                if found.article_id in ids:
                    yield ArticleError(str(path), f"another article has the id {found.article_id!r} already; give each its own")
                    continue
                ids.add(found.article_id)
            yield found


def count_articles(paths: Sequence[Path]) -> int:
    """About how many articles `load_articles` will meet, for a progress bar: names and line ends are counted."""
    return sum(_count(path) for path in paths)


def article_of(article_id: str, text: str, row: Row | None = None) -> Article:
    """The article with its furniture masked and what the catalogue says about it.

    >>> article_of("a", "نص").published is None
    True
    """
    row = row or Row(0)
    return Article(
        article_id, text, row.title, row.publisher, row.published, row.url, row.language or "ar", row.note, furniture(text)
    )


class _Reader:
    """Remembers which files and catalogues it has read."""

    def __init__(self) -> None:
        self._files: set[str] = set()
        self._catalogues: dict[str, Catalogue] = {}

    def read(self, path: Path) -> Iterator[Article | Fault]:
        """What `path` holds; a catalogue stands for its folder."""
        if path.name == CATALOGUE:
            path = path.parent
        try:
            yield from self._folder(path) if path.is_dir() else self._file(path)
        except OSError as error:
            yield ArticleError(str(path), f"can't be read: {error.strerror}")

    def _folder(self, path: Path) -> Iterator[Article | Fault]:
        files = _files(path)
        yield from self._folder_faults(path, {file.name for file in files})
        if not files:
            yield ArticleError(str(path), "holds no .txt or .jsonl file")
        for file in files:
            yield from self._file(file)

    def _file(self, path: Path) -> Iterator[Article | Fault]:
        ending, real = path.suffix.lower(), os.path.realpath(path)
        if real in self._files:
            return
        self._files.add(real)
        if not path.is_file():
            yield ArticleError(str(path), "is neither a file nor a folder" if path.exists() else "no such file")
        elif ending in JSON_ENDINGS:
            yield from read_json_lines(path)
        elif ending in TEXT_ENDINGS:
            yield from self._text(path)
        else:
            yield ArticleError(str(path), f"{ending or 'no ending'}: only .txt, .jsonl and folders of them can be read")

    def _text(self, path: Path) -> Iterator[Article | Fault]:
        try:
            text = read_text(path)
        except ArticleError as fault:
            yield fault
            return
        catalogue = self._catalogue(path.parent)
        yield from _emptied(catalogue.faults)
        yield from catalogue.row_faults.pop(path.name, [])
        yield article_of(path.stem, text, catalogue.rows.get(path.name))

    def _folder_faults(self, folder: Path, names: set[str]) -> Iterator[Fault]:
        """The catalogue's faults that are not of one of its readable files; those come with the file."""
        catalogue = self._catalogue(folder)
        yield from _emptied(catalogue.faults)
        for name in [name for name in catalogue.row_faults if name not in names]:
            yield from catalogue.row_faults.pop(name)
        for name in [name for name in catalogue.rows if name not in names]:
            yield DataError(str(catalogue.path), catalogue.rows.pop(name).line, "file", f"{name} is not in the folder")

    def _catalogue(self, folder: Path) -> Catalogue:
        key = os.path.realpath(folder)
        if key not in self._catalogues:
            self._catalogues[key] = read_catalogue(folder)
        return self._catalogues[key]


def _emptied(faults: list[Fault]) -> Iterator[Fault]:
    """The faults, each told once."""
    while faults:
        yield faults.pop(0)


def _files(folder: Path) -> list[Path]:
    readable = TEXT_ENDINGS | JSON_ENDINGS
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in readable and path.is_file())


def _count(path: Path) -> int:
    try:
        if path.is_dir():
            return sum(_count(file) for file in _files(path))
        if path.suffix.lower() not in JSON_ENDINGS:
            return 1
        with path.open("rb") as source:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: source.read(1 << 20), b""))
    except OSError:
        return 1  # it will be one fault
