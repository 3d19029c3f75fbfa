"""An article out of a Word document (.docx): Office Open XML, ISO/IEC 29500-1, sections 17.2 to 17.4.

Its own small reader rather than python-docx: only paragraphs are wanted, and sizes and entities must be bounded
before anything is parsed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from geo.articles.reading import How, Reading
from geo.articles.source import Source
from geo.articles.text import fault_of
from geo.articles.unpacking import opened_zip, unpacked
from geo.articles.xml import parsed
from geo.errors import ArticleError
from geo.limits import LARGEST_DOCUMENT, LARGEST_DOCUMENT_TEXT

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # says again what stands beside it
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_OLE = b"\xd0\xcf\x11\xe0"  # the container of Word's old files, and of encrypted new ones
_BODY, _PROPERTIES = "word/document.xml", "docProps/core.xml"
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n"}
_NOT_SHOWN = {"del", "moveFrom", "instrText", "txbxContent", "AlternateContent"}  # boxes are paragraphs of their own


def read_docx(source: Source) -> Iterator[Reading]:
    """The article in a Word document. Raises `ArticleError` when it holds no text, is encrypted, damaged or too large."""
    data = source.read(LARGEST_DOCUMENT, "a document")
    if data.startswith(_OLE):
        raise ArticleError(source.name, "is encrypted, or of Word's old kind; save it as .docx without a password")
    with opened_zip(data, source.name) as archive:
        names = set(archive.namelist())
        if _BODY not in names:
            raise ArticleError(source.name, "is no Word document")
        body = parsed(_part(archive, _BODY, source.name), source.name)
        properties = parsed(_part(archive, _PROPERTIES, source.name), source.name) if _PROPERTIES in names else None
    shown = (p for p in body.iter(f"{_W}p", f"{_STRICT}p") if next(p.iterancestors(_FALLBACK), None) is None)
    paragraphs = [(_text(p), _style(p)) for p in shown]
    text = "\n".join(text for text, _ in paragraphs).strip("\n")
    if fault := fault_of(text):
        raise ArticleError(source.name, "holds no text" if fault == "is empty" else fault)
    found: dict[str, How] = {"text": "document_text"}
    title = next((text.strip() for text, style in paragraphs if style.lower() == "title" and text.strip()), "")
    if title:
        found["title"] = "document_title"
    elif title := _told_title(properties):
        found["title"] = "document_properties"
    yield Reading(text, title, stem=source.stem, found=found)


def _part(archive: ZipFile, part: str, name: str) -> bytes:
    return unpacked(archive, archive.getinfo(part), LARGEST_DOCUMENT_TEXT, name)


def _text(paragraph: Any) -> str:
    """What the paragraph shows: neither deleted text nor the code of fields; another paragraph within is another's."""
    pieces: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        kind = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if kind == "t":
            pieces.append(element.text or "")
        elif kind in _BREAKS:
            pieces.append(_BREAKS[kind])
        elif kind not in _NOT_SHOWN and kind != "p":
            waiting += reversed(element)
    return "".join(pieces)


def _style(paragraph: Any) -> str:
    for space in (_W, _STRICT):
        for style in paragraph.iterfind(f"{space}pPr/{space}pStyle"):
            return str(style.get(f"{space}val") or "")
    return ""


def _told_title(properties: Any) -> str:
    titles = properties.iterfind(_TITLE) if properties is not None else ()
    return next((" ".join((title.text or "").split()) for title in titles), "")
