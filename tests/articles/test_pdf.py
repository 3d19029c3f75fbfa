"""PDFs: Arabic in reading order, whatever order it was drawn in; what holds no text is told in one line."""

from __future__ import annotations

import io
import zlib

import pytest
from pypdf import PdfReader, PdfWriter

from geo import limits
from geo.articles import Incoming, read_files
from geo.model import Article
from tests.articles.made import BODY, LEAD, TITLE, pdf

# The shapes that a font draws of some letters (Unicode's presentation forms B), by their place in a word.
SHAPES = {"هدوء": "ﻫﺪوء", "القتال": "اﻟﻘﺘﺎل", "المدينة": "اﻟﻤﺪﻳﻨﺔ"}


def read(data: bytes) -> Incoming | str:
    [found] = read_files([("a.pdf", data)])
    return found if isinstance(found, Incoming) else str(found)


def article(data: bytes) -> Article:
    found = read(data)
    assert isinstance(found, Incoming), found
    return found.article


def seen(line: str) -> str:
    """The line as a program draws it, from the left; brackets are drawn mirrored."""
    return line[::-1].translate(str.maketrans("()«»", ")(»«"))


def test_a_line_that_is_drawn_from_the_left_is_read_from_the_right() -> None:
    assert article(pdf([seen(TITLE), "", seen(LEAD)])).text.split() == f"{TITLE} {LEAD}".split()


def test_a_line_that_is_written_as_it_is_read_stays_so() -> None:
    assert article(pdf([TITLE, LEAD])).text.split() == f"{TITLE} {LEAD}".split()


def test_shapes_become_letters() -> None:
    shaped = LEAD
    for letters, shapes in SHAPES.items():
        shaped = shaped.replace(letters, shapes)
    assert shaped != LEAD
    assert article(pdf([seen(shaped)])).text.strip() == LEAD


def test_numbers_and_latin_words_keep_their_direction() -> None:
    line = "وقالت المصادر القريبة من اللجنة إن 5+5 اجتمعت في 2020/07/03 (Reuters News) بمقدار 3.5 في المدينة القديمة"
    drawn = seen(line)
    for run in ("5+5", "2020/07/03", "Reuters News", "3.5"):
        drawn = drawn.replace(run[::-1], run)
    assert article(pdf([drawn])).text.strip() == line


def test_wrapped_lines_are_one_paragraph_again() -> None:
    words = BODY.split()
    half = len(words) // 2
    text = article(pdf([seen(TITLE), seen(" ".join(words[:half])), seen(" ".join(words[half:]))])).text
    assert BODY in text
    assert text.splitlines()[0].strip() == TITLE


def test_the_title_comes_from_the_properties_where_a_person_wrote_it() -> None:
    found = read(pdf([seen(LEAD)], title=TITLE))
    assert isinstance(found, Incoming)
    assert (found.article.title, found.found["title"], found.found["text"]) == (TITLE, "document_properties", "document_text")
    assert (found.article.published, found.found["published"]) == (None, "none")
    assert article(pdf([seen(LEAD)], title="Microsoft Word - news.docx")).title == ""


def test_an_order_that_cannot_be_told_is_told() -> None:
    found = read(pdf(["هل نبت ورد هنا غدا ونحن نيام", "بعد غد نرحل معهم جميعا"]))
    assert isinstance(found, Incoming)
    assert found.found["text"] == "document_unsure"


def encrypted(password: str, algorithm: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([seen(LEAD)]))))
    writer.encrypt(password, "owner", algorithm=algorithm)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_pdf_that_only_its_owner_may_edit_is_read() -> None:
    assert article(encrypted("", "RC4-128")).text.strip() == LEAD


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (pdf([]), "holds no text, only pictures of it; run text recognition (OCR) over it first"),
        (encrypted("secret", "RC4-128"), "is encrypted; save it without a password"),
        (b"%PDF-1.7\n", "is a damaged PDF, or none at all"),
        (b"", "is a damaged PDF, or none at all"),
        (pdf([LEAD])[:300], "is a damaged PDF, or none at all"),
        (pdf([LEAD]).replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"), "is a damaged PDF, or none at all"),
        (
            pdf([LEAD]).replace(b"/Kids [3 0 R] /Count 1", b"/Kids [" + b"3 0 R " * 600 + b"]"),
            "has 600 pages; a PDF may have 500",
        ),
    ],
)
def test_what_cannot_be_read_is_one_line(data: bytes, fault: str) -> None:
    assert read(data) == f"a.pdf: {fault}"


def packed(content: bytes) -> bytes:
    """A PDF whose page is drawn by this content, deflated."""
    whole, data = pdf([LEAD]), zlib.compress(content, 9)
    start = whole.index(b"<< /Length")
    end = whole.index(b"endstream", start) + len(b"endstream")
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(data), data)
    return whole[:start] + stream + whole[end:]


@pytest.mark.parametrize(
    ("size", "fault"),
    [
        (12_000_000, "has a page of 12.0 MB; a page may have 10.0 MB"),
        (200_000_000, "unpacks to more than a PDF may, as a bomb does"),
    ],
)
def test_a_bomb_is_told_and_not_read(size: int, fault: str) -> None:
    assert read(packed(b" " * size)) == f"a.pdf: {fault}"


def test_a_pdf_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.articles.pdf.LONGEST_PDF_READING", -1.0)
    assert read(pdf([LEAD])) == "a.pdf: takes longer to read than -1 seconds"


def test_a_pdf_that_is_too_large_is_not_opened() -> None:
    assert read(bytes(limits.LARGEST_DOCUMENT + 1)) == "a.pdf: has 60.0 MB; a PDF may have 60.0 MB"
