"""Paths or uploaded files in, articles and faults out, always in the same order."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from geo.articles.catalogue import CATALOGUE, Catalogue, is_catalogue, read_catalogue
from geo.articles.formats import ARCHIVE, ENDINGS, MANY, READABLE
from geo.articles.incoming import Incoming
from geo.articles.reader import Reader, by_folder, whole_faults
from geo.articles.reading import Fault
from geo.articles.source import Source, in_memory, on_disk, printable
from geo.errors import ArticleError
from geo.model import Article


def load_articles(paths: Sequence[Path]) -> Iterator[Article | Fault]:
    """Every article in `paths` (files of any format that is read, folders of them), and a fault for each thing that is wrong.

    Paths are read in the order given, a folder's files by name, each file once. A fault is no end: the
    articles that can be read follow, without the metadata that was wrong. A text file's id is its name
    without ending, where that is not taken.

    >>> [str(fault) for fault in load_articles([Path("no/such.txt")])]
    ['no/such.txt: no such file']
    >>> list(load_articles([]))
    []
    """
    reader = _PathReader()
    for path in paths:
        for found in reader.read(path):
            yield found.article if isinstance(found, Incoming) else found


def read_files(files: Sequence[tuple[str, bytes | Path]]) -> Iterator[Incoming | Fault]:
    """Every article in the files, given by name and content or place, with how each of its parts was found.

    A file `articles.csv` among them is the catalogue of those beside it.

    >>> [found.article.article_id for found in read_files([("../a.txt", b"x")]) if isinstance(found, Incoming)]
    ['a']
    """
    sources: list[Source] = []
    for name, content in files:
        try:
            sources.append(in_memory(name, content) if isinstance(content, bytes) else on_disk(content, name))
        except OSError as error:
            yield ArticleError(printable(name), f"can't be read: {error.strerror}")
    reader = Reader()
    for folder in by_folder(sources):
        yield from reader.folder(folder)


def count_articles(paths: Sequence[Path]) -> int:
    """About how many articles `load_articles` will meet, for a progress bar: names and line ends are counted."""
    return sum(_count(path) for path in paths)


class _PathReader:
    """Remembers which files and catalogues it has read."""

    def __init__(self) -> None:
        self._reader = Reader()
        self._files: set[str] = set()
        self._catalogues: dict[str, Catalogue] = {}

    def read(self, path: Path) -> Iterator[Incoming | Fault]:
        """What `path` holds; a catalogue stands for its folder."""
        try:
            if path.name == CATALOGUE and path.is_file() and is_catalogue(on_disk(path)):
                path = path.parent
            yield from self._folder(path) if path.is_dir() else self._file(path)
        except OSError as error:
            yield ArticleError(printable(str(path)), f"can't be read: {error.strerror}")

    def _folder(self, path: Path) -> Iterator[Incoming | Fault]:
        files = _files(path)
        yield from whole_faults(self._catalogue(path), {file.name for file in files})
        if not files:
            yield ArticleError(printable(str(path)), f"holds no file that can be read: {READABLE}")
        for file in files:
            yield from self._file(file)

    def _file(self, path: Path) -> Iterator[Incoming | Fault]:
        real = os.path.realpath(path)
        if real in self._files:
            return
        self._files.add(real)
        if path.is_file():
            yield from self._reader.file(on_disk(path), self._catalogue(path.parent))
        else:
            yield ArticleError(printable(str(path)), "is neither a file nor a folder" if path.exists() else "no such file")

    def _catalogue(self, folder: Path) -> Catalogue:
        key = os.path.realpath(folder)
        if key not in self._catalogues:
            path = folder / CATALOGUE
            known = path.is_file() and is_catalogue(on_disk(path))
            self._catalogues[key] = read_catalogue(on_disk(path)) if known else Catalogue()
        return self._catalogues[key]


def _files(folder: Path) -> list[Path]:
    readable = (path for path in folder.iterdir() if path.suffix.lower() in ENDINGS and path.is_file())
    return sorted(path for path in readable if path.name != CATALOGUE or not is_catalogue(on_disk(path)))


def _count(path: Path) -> int:
    try:
        if path.is_dir():
            return sum(_count(file) for file in _files(path))
        if path.suffix.lower() == ARCHIVE:
            with ZipFile(path) as archive:
                return len(archive.namelist())
        if path.suffix.lower() not in MANY:
            return 1
        with path.open("rb") as source:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: source.read(1 << 20), b""))
    except (OSError, BadZipFile):
        return 1  # it will be one fault
