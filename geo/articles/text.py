"""One article's text out of one text file, exactly as it stands there."""

from __future__ import annotations

from collections.abc import Iterator

from geo.articles.encoding import EIGHT_BIT, broken_at, encoding_of
from geo.articles.reading import How, Reading
from geo.articles.source import Source, too_large
from geo.errors import ArticleError
from geo.limits import LARGEST_ARTICLE

READ_AS: dict[str, How] = {
    "utf-16": "file_utf_16",
    "utf-16-le": "file_utf_16",
    "utf-16-be": "file_utf_16",
    "cp1256": "file_windows_1256",
    "iso8859-6": "file_iso_8859_6",
}


def read_text(source: Source) -> Iterator[Reading]:
    """The article in a text file; line ends are kept, a byte order mark is not part of the text.

    Raises `ArticleError` when it can't be read, is too large, is empty, or is no text.
    """
    data = source.read(LARGEST_ARTICLE, "an article")
    text, how = decoded(data, source.name)
    yield Reading(text, stem=source.stem, found={"text": how})


def decoded(data: bytes, name: str) -> tuple[str, How]:
    """`data` as text and how it was read; raises `ArticleError`, naming `name`, when it is empty or no text.

    >>> decoded(b"\\xef\\xbb\\xbfa\\r\\n", "a.txt")
    ('a\\r\\n', 'file')
    """
    encoding = encoding_of(data)
    if encoding is None:
        raise ArticleError(name, _fault_of_bytes(data))
    if encoding in EIGHT_BIT and (at := broken_at(data)) is not None:
        raise ArticleError(name, f"is UTF-8 text but for byte 0x{data[at]:02X} at {at}; save it as UTF-8")
    text = data.decode(encoding)
    if fault := fault_of(text):
        raise ArticleError(name, fault)
    return text, READ_AS.get(encoding, "file")


def fault_of(text: str) -> str:
    """What is wrong with `text` as an article, in words; '' when nothing is.

    >>> fault_of(" \\n"), fault_of("a\\0"), fault_of("a")
    ('is empty', 'is not text: it holds NUL characters', '')
    """
    if not text or text.isspace():
        return "is empty"
    if "\0" in text:
        return "is not text: it holds NUL characters"
    try:
        size = len(text.encode())
    except UnicodeEncodeError:
        return "is not text: it holds halves of characters"
    return too_large(size, LARGEST_ARTICLE, "an article") if size > LARGEST_ARTICLE else ""


def _fault_of_bytes(data: bytes) -> str:
    if b"\0" in data:
        return "is not text: it holds NUL characters"
    if (at := broken_at(data)) is not None:
        return f"is UTF-8 text but for byte 0x{data[at]:02X} at {at}; save it as UTF-8"
    return "is not text in UTF-8, UTF-16, windows-1256 or ISO-8859-6; save it as UTF-8"
