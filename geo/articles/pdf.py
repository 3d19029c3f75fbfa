"""An article out of a PDF that holds text, its Arabic letters put into reading order."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from logging import CRITICAL, getLogger
from typing import TYPE_CHECKING, Any

from geo.articles.reading import How, Reading
from geo.articles.reading_order import in_reading_order, is_arabic
from geo.articles.source import Source
from geo.articles.text import fault_of
from geo.errors import ArticleError
from geo.limits import LARGEST_ARTICLE, LARGEST_DOCUMENT, LARGEST_PDF_PAGE, LONGEST_PDF_READING, MB, MOST_PDF_PAGES

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_ENCRYPTED = "is encrypted; save it without a password"
_NO_TEXT = "holds no text, only pictures of it; run text recognition (OCR) over it first"


def read_pdf(source: Source) -> Iterator[Reading]:
    """The article in a PDF. Raises `ArticleError` when it holds no text, is encrypted, damaged or too large."""
    data = source.read(LARGEST_DOCUMENT, "a PDF")
    # Imported late: most cases hold no PDF.
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError

    getLogger("pypdf").setLevel(CRITICAL)  # a fault is one line, and it is told below
    try:
        drawn, title = _read(data, source.name)
    except (DependencyError, FileNotDecryptedError) as error:
        raise ArticleError(source.name, _ENCRYPTED) from error
    except LimitReachedError as error:
        raise ArticleError(source.name, "unpacks to more than a PDF may, as a bomb does") from error
    # A damaged file may break any assumption of the parser's: these are what it raises then.
    except (PyPdfError, ArithmeticError, AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError) as error:
        raise ArticleError(source.name, "is a damaged PDF, or none at all") from error
    text, how = in_reading_order(drawn)
    if fault := fault_of(text):
        raise ArticleError(source.name, _NO_TEXT if fault == "is empty" else fault)
    found: dict[str, How] = {"text": how}
    if title:
        found["title"] = "document_properties"
    yield Reading(text, title, stem=source.stem, found=found)


def _read(data: bytes, name: str) -> tuple[list[str], str]:
    """The lines of all pages as they are drawn, and the title among the properties."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):  # many are encrypted against editing alone, with no password
        raise ArticleError(name, _ENCRYPTED)
    if len(reader.pages) > MOST_PDF_PAGES:
        raise ArticleError(name, f"has {len(reader.pages):,} pages; a PDF may have {MOST_PDF_PAGES}")
    drawn: list[str] = []
    length, end = 0, time.monotonic() + LONGEST_PDF_READING
    for page in reader.pages:
        lines = _drawn(page, name, end)
        drawn += [*lines, ""]
        length += sum(map(len, lines))
        if length > LARGEST_ARTICLE:
            raise ArticleError(name, f"holds more text than an article may have, {LARGEST_ARTICLE:,} bytes")
    return drawn, _title(reader)


def _drawn(page: PageObject, name: str, end: float) -> list[str]:
    """The lines of a page in the order in which they are drawn.

    The library turns each Arabic piece of a line round, but leaves the pieces where they are: they are turned back here.
    """
    contents = page.get_contents()  # the library unpacks no more than 75 MB of a stream
    if contents is not None and (size := len(contents.get_data())) > LARGEST_PDF_PAGE:
        raise ArticleError(name, f"has a page of {size / MB:.1f} MB; a page may have {LARGEST_PDF_PAGE / MB:.1f} MB")
    pieces: list[str] = []

    def begun(*_: Any) -> None:
        if time.monotonic() > end:
            raise ArticleError(name, f"takes longer to read than {LONGEST_PDF_READING:.0f} seconds")

    def met(piece: str, *_: Any) -> None:
        pieces.append("\n".join(part[::-1] if is_arabic(part) else part for part in piece.split("\n")))

    page.extract_text(visitor_operand_before=begun, visitor_text=met)
    return "".join(pieces).split("\n")


def _title(reader: PdfReader) -> str:
    """The title among the properties, where it may be a person's: programs write the file's name there."""
    about: Any = reader.metadata
    title = " ".join(str((about.title if about else "") or "").split())
    return "" if "." in title or len(title.split()) < 2 else title
