"""Files of whatever format in, articles under ids of their own and faults out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from geo.articles.archive import members, opened_archive
from geo.articles.catalogue import Catalogue, is_catalogue, read_catalogue
from geo.articles.formats import ARCHIVE, reader_of
from geo.articles.incoming import Incoming, incoming, short_hash
from geo.articles.reading import Fault, Reading
from geo.articles.source import Source, usable_id
from geo.errors import ArticleError, DataError


class Reader:
    """Remembers the ids that it gave, so that no two articles share one."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}  # the hash of the text by the article's id

    def folder(self, sources: Sequence[Source]) -> Iterator[Incoming | Fault]:
        """What the files of one folder hold, with its catalogue's word on them and its faults."""
        known = next((source for source in sources if is_catalogue(source)), None)
        catalogue = read_catalogue(known) if known else Catalogue()
        yield from whole_faults(catalogue, {source.file for source in sources})
        for source in sources:
            if source is not known:
                yield from self.file(source, catalogue)

    def file(self, source: Source, catalogue: Catalogue) -> Iterator[Incoming | Fault]:
        """What one file holds; its row of the catalogue is heeded, and its faults told."""
        try:
            if source.ending == ARCHIVE:
                yield from self._archive(source)
                return
            for reading in reader_of(source)(source):
                if isinstance(reading, Reading):
                    yield from emptied(catalogue.faults)
                    yield from catalogue.row_faults.pop(source.file, [])
                    yield self._named(_overridden(reading, catalogue, source), source)
                else:
                    yield reading
        except ArticleError as fault:
            yield fault

    def _archive(self, source: Source) -> Iterator[Incoming | Fault]:
        with opened_archive(source) as archive:
            sources: list[Source] = []
            for member in members(archive, source.name):
                if isinstance(member, Source):
                    sources.append(member)
                else:
                    yield member
            for folder in by_folder(sources):
                yield from self.folder(folder)

    def _named(self, reading: Reading, source: Source) -> Incoming | Fault:
        text = short_hash(reading.text)
        article_id = self._id(reading, text)
        if article_id is None:
            taken = reading.article_id or reading.stem or text
            same = self._texts.get(taken) == text
            reason = f"another article has the id {taken!r} already" + (" and the same text" if same else "; give each its own")
            return ArticleError(source.name, reason)
        self._texts[article_id] = text
        return incoming(reading, article_id)

    def _id(self, reading: Reading, text: str) -> str | None:
        """The id that the file gives, else its own name, else a hash; None when the article is there already."""
        if reading.article_id:
            return None if reading.article_id in self._texts else reading.article_id
        if usable_id(reading.stem):
            if reading.stem not in self._texts:
                return reading.stem
            if self._texts[reading.stem] == text:
                return None
        hashes = [short_hash(reading.url), text] if reading.url else [text]
        return next((found for found in hashes if found not in self._texts), None)


def by_folder(sources: Iterable[Source]) -> list[list[Source]]:
    """The sources of each folder, by the folder's name, in their own order."""

    def folder(source: Source) -> str:
        return source.name[: len(source.name) - len(source.file)]

    return [list(group) for _, group in groupby(sorted(sources, key=folder), key=folder)]


def whole_faults(catalogue: Catalogue, names: set[str]) -> Iterator[Fault]:
    """The catalogue's faults that are not of one of the files of those names; those come with the file."""
    yield from emptied(catalogue.faults)
    for name in [name for name in catalogue.row_faults if name not in names]:
        yield from catalogue.row_faults.pop(name)
    for name in [name for name in catalogue.rows if name not in names]:
        yield DataError(catalogue.name, catalogue.rows.pop(name).line, "file", f"{name} is not in the folder")


def emptied(faults: list[Fault]) -> Iterator[Fault]:
    """The faults, each told once."""
    while faults:
        yield faults.pop(0)


def _overridden(reading: Reading, catalogue: Catalogue, source: Source) -> Reading:
    row = catalogue.rows.get(source.file)
    if row is None:
        return reading
    said = {"title": row.title, "publisher": row.publisher, "published": row.published}
    return reading.overridden("catalogue", {**said, "url": row.url, "language": row.language, "note": row.note})
