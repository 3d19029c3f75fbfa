"""The files of a ZIP archive that can be read, each unpacked in memory when its turn comes; nothing is written to disk."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from zipfile import BadZipFile, ZipFile, ZipInfo

from geo.articles.formats import ARCHIVE, ENDINGS, READABLE
from geo.articles.reading import Fault
from geo.articles.source import Source, printable
from geo.articles.unpacking import fault_of_member, unpacked
from geo.errors import ArticleError
from geo.limits import LARGEST_MEMBER, LARGEST_UNPACKED, MB, MOST_MEMBERS

_APPLE = "__MACOSX"  # the folder of Finder's notes


def members(archive: ZipFile, name: str) -> Iterator[Source | Fault]:
    """The files of the open archive by name, and a fault for each that may not be unpacked; others are passed over.

    A name counts for nothing but its last part: where a member says that it belongs on a disk is not heeded.
    Raises `ArticleError` when the archive as a whole is refused.
    """
    known = sorted((member for member in archive.infolist() if _is_wanted(member)), key=lambda member: member.filename)
    if not known:
        raise ArticleError(name, f"holds no file that can be read: {READABLE}")
    if len(archive.infolist()) > MOST_MEMBERS:
        raise ArticleError(name, f"holds {len(archive.infolist()):,} files; an archive may hold {MOST_MEMBERS:,}")
    if (whole := sum(member.file_size for member in known)) > LARGEST_UNPACKED:
        raise ArticleError(name, f"unpacks to {whole / MB:,.0f} MB; an archive may to {LARGEST_UNPACKED / MB:,.0f} MB")
    for member in known:
        told = f"{name}/{printable(member.filename)}"
        if member.filename.lower().endswith(ARCHIVE):
            yield ArticleError(told, "is an archive within an archive; unpack it first")
        elif fault := fault_of_member(member, LARGEST_MEMBER):
            yield ArticleError(told, fault)
        else:
            yield _source(archive, member, told)


@contextmanager
def opened_archive(source: Source) -> Iterator[ZipFile]:
    """The archive, its directory read. Raises `ArticleError` when it is none."""
    with source.opened() as stream:
        try:
            archive = ZipFile(stream)
        except (BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise ArticleError(source.name, "is a damaged archive, or none at all") from error
        yield archive


def _source(archive: ZipFile, member: ZipInfo, told: str) -> Source:
    return Source(told, member.file_size, lambda: io.BytesIO(unpacked(archive, member, LARGEST_MEMBER, told)))


def _is_wanted(member: ZipInfo) -> bool:
    parts = member.filename.replace("\\", "/").split("/")
    hidden = _APPLE in parts or parts[-1].startswith(".")
    return not (member.is_dir() or hidden) and parts[-1].lower().endswith(ENDINGS)
