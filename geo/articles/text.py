"""One article's text out of one file, exactly as it stands there."""

from __future__ import annotations

from pathlib import Path

from geo.articles.limits import LARGEST_ARTICLE
from geo.errors import ArticleError

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(path: Path) -> str:
    """The text of the UTF-8 file `path`; line ends are kept, a byte order mark is not part of the text.

    Raises `ArticleError` when it can't be read, is too large, is empty, or is no UTF-8 text.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST_ARTICLE:
            raise ArticleError(str(path), too_large(size))
        data = path.read_bytes()
    except OSError as error:
        raise ArticleError(str(path), f"can't be read: {error.strerror}") from error
    return decode(data, str(path))


def decode(data: bytes, name: str) -> str:
    """`data` as text; raises `ArticleError`, naming `name`, when it is empty or no UTF-8 text.

    >>> decode(b"\\xef\\xbb\\xbfa\\r\\n", "a.txt")
    'a\\r\\n'
    """
    if data.startswith(_UTF16):
        raise ArticleError(name, "is UTF-16; save it as UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reason = f"is not UTF-8 text (byte 0x{data[error.start]:02X} at {error.start}); save it as UTF-8"
        raise ArticleError(name, reason) from error
    if fault := fault_of(text):
        raise ArticleError(name, fault)
    return text


def fault_of(text: str) -> str:
    """What is wrong with `text` as an article, in words; '' when nothing is.

    >>> fault_of(" \\n"), fault_of("a\\0"), fault_of("a")
    ('is empty', 'is not text: it holds NUL characters', '')
    """
    if not text or text.isspace():
        return "is empty"
    if "\0" in text:
        return "is not text: it holds NUL characters"
    if len(text) > LARGEST_ARTICLE // 4 and (size := len(text.encode())) > LARGEST_ARTICLE:
        return too_large(size)
    return ""


def too_large(size: int) -> str:
    """The fault of an article of `size` bytes.

    >>> too_large(50_000_000)
    'has 50.0 MB; an article may have 5.0 MB'
    """
    return f"has {size / 1e6:.1f} MB; an article may have {LARGEST_ARTICLE / 1e6:.1f} MB"
