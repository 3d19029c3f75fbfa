"""A file to read: in memory, on disk or in an archive; its size is known before it is opened."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from geo.errors import ArticleError
from geo.limits import LONGEST_ID, MB

# C0 and C1 controls, line separators and what reorders a line (Unicode TR 9): never part of a name that is told.
_ACTING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_LONGEST_NAME = 200  # characters of a name, as it is told


@dataclass(frozen=True, slots=True)
class Source:
    """`name` is how the user knows the file, `size` how many bytes `opened` will give at the most."""

    name: str
    size: int
    opened: Callable[[], BinaryIO]

    @property
    def file(self) -> str:
        """The last part of the name, whichever way its slashes lean."""
        return re.split(r"[/\\]", self.name)[-1]

    @property
    def stem(self) -> str:
        """The file's name without its ending."""
        return self.file.rpartition(".")[0] or self.file

    @property
    def ending(self) -> str:
        """The ending in lower case, with its dot; '' when there is none."""
        return Path(self.file).suffix.lower()

    def read(self, most: int, what: str) -> bytes:
        """The whole content. Raises `ArticleError` when it has more than `most` bytes, or can't be read."""
        if self.size > most:
            raise ArticleError(self.name, too_large(self.size, most, what))
        try:
            with self.opened() as stream:
                data = stream.read(most + 1)
        except OSError as error:
            raise ArticleError(self.name, f"can't be read: {error.strerror}") from error
        if len(data) > most:  # it grew since
            raise ArticleError(self.name, too_large(len(data), most, what))
        return data


def in_memory(name: str, data: bytes) -> Source:
    """A file whose content is at hand.

    >>> in_memory("a/b.TXT", b"x").ending, in_memory("a/b.TXT", b"x").stem
    ('.txt', 'b')
    """
    return Source(printable(name), len(data), lambda: io.BytesIO(data))


def on_disk(path: Path, name: str = "") -> Source:
    """The file at `path`; raises OSError when there is none."""
    return Source(printable(name or str(path)), path.stat().st_size, lambda: path.open("rb"))


def printable(name: str) -> str:
    """`name` on one line, without characters that act on what is around it, and not endless.

    >>> printable("../a\\n\\u202eb.txt")
    '../a b.txt'
    """
    told = _ACTING.sub(" ", name.encode("utf-8", "replace").decode("utf-8")).strip() or "(no name)"
    return told if len(told) <= _LONGEST_NAME else f"…{told[1 - _LONGEST_NAME :]}"


def usable_id(stem: str) -> bool:
    """Whether a file's name may serve as its article's id: short, visible and on one line.

    >>> usable_id("000_bbe8"), usable_id(" "), usable_id("x" * 100)
    (True, False, False)
    """
    return 0 < len(stem) <= LONGEST_ID and stem == stem.strip(". ") and not _ACTING.search(stem)


def too_large(size: int, most: int, what: str) -> str:
    """The fault of something of `size` bytes that may have `most`.

    >>> too_large(50_000_000, 5_000_000, "an article")
    'has 50.0 MB; an article may have 5.0 MB'
    """
    return f"has {size / MB:,.1f} MB; {what} may have {most / MB:,.1f} MB"
