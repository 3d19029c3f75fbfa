"""Word documents: what they show, in order; hostile and broken ones in one line."""

from __future__ import annotations

import pytest

from geo.articles import Incoming, read_files
from tests.articles.made import BODY, LEAD, TITLE, docx, encrypted_flag, paragraph, zipped

BOMB = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


def read(data: bytes) -> Incoming | str:
    [found] = read_files([("a.docx", data)])
    return found if isinstance(found, Incoming) else str(found)


def test_paragraphs_tables_and_breaks_in_their_order() -> None:
    table = f"<w:tbl><w:tr><w:tc>{paragraph('خلية')}</w:tc></w:tr></w:tbl>"
    runs = '<w:p><w:r><w:t xml:space="preserve">قال </w:t></w:r><w:r><w:t>شهود</w:t><w:br/><w:t>نعم</w:t></w:r></w:p>'
    found = read(docx(paragraph(LEAD) + table + runs))
    assert isinstance(found, Incoming)
    assert found.article.text == f"{LEAD}\nخلية\nقال شهود\nنعم"
    assert (found.article.article_id, found.found["text"], found.found["published"]) == ("a", "document_text", "none")


def test_deleted_text_and_field_codes_are_not_shown() -> None:
    deleted = "<w:p><w:del><w:r><w:delText>سر</w:delText><w:t>سر</w:t></w:r></w:del><w:r><w:instrText>HYPERLINK</w:instrText>"
    found = read(docx(f"{deleted}<w:t>علن</w:t></w:r></w:p>"))
    assert isinstance(found, Incoming)
    assert found.article.text == "علن"


@pytest.mark.parametrize(
    ("paragraphs", "core", "title", "how"),
    [
        (paragraph(TITLE, "Title") + paragraph(LEAD), "<dc:title>آخر</dc:title>", TITLE, "document_title"),
        (paragraph(LEAD), f"<dc:title>{TITLE}</dc:title>", TITLE, "document_properties"),
        (paragraph(TITLE) + paragraph(LEAD), "", TITLE, "first_line"),
        (paragraph(LEAD), "", "", "none"),
    ],
)
def test_the_title(paragraphs: str, core: str, title: str, how: str) -> None:
    found = read(docx(paragraphs, core))
    assert isinstance(found, Incoming)
    assert (found.article.title, found.found["title"]) == (title, how)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (docx(""), "holds no text"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500),
            "is encrypted, or of Word's old kind; save it as .docx without a password",
        ),
        (encrypted_flag(docx(paragraph(BODY))), "is encrypted; pack it without a password"),
        (zipped({"a.txt": b"x"}), "is no Word document"),
        (b"PK\x03\x04", "is a damaged archive, or none at all"),
        (docx("<w:p>"), "is not sound XML"),
        (docx(paragraph("&b;"), declared=BOMB), "is XML with a document type of its own, which is not read"),
        (docx(paragraph("x" * 30_000_000)), "unpacks to more than 200 times its size, as a zip bomb does"),
        (docx("<w:p>" * 5_000 + "</w:p>" * 5_000), "is not sound XML"),
    ],
)
def test_what_cannot_be_read_is_one_line(data: bytes, fault: str) -> None:
    assert read(data) == f"a.docx: {fault}"
