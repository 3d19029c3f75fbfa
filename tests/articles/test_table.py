"""Tables of articles: columns by their names, cells as text and nothing else, a line for each that is bad."""

from __future__ import annotations

import csv
import io

import pytest

from geo.articles import Incoming, read_files
from geo.articles.incoming import short_hash
from tests.articles.made import LEAD, TITLE


def table(*rows: tuple[str, ...], delimiter: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


def read(content: str | bytes, name: str = "a.csv") -> tuple[list[Incoming], list[str]]:
    found = list(read_files([(name, content.encode() if isinstance(content, str) else content)]))
    return [each for each in found if isinstance(each, Incoming)], [str(each) for each in found if not isinstance(each, Incoming)]


@pytest.mark.parametrize(
    "heading",
    [
        ("title", "text", "publisher", "published", "url"),
        ("Headline", "Full_Text", "Source", "Date", "Link"),
        ("العنوان", "نص المقال", "المصدر", "تاريخ النشر", "الرابط"),
    ],
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1256", "utf-16"])
def test_columns_are_known_by_their_names(heading: tuple[str, ...], delimiter: str, encoding: str) -> None:
    row = (TITLE, LEAD, "الساحل", "2020-07-03 10:00:00", "https://example.org/1")
    [found], faults = read(table(heading, row, delimiter=delimiter).encode(encoding))
    article = found.article
    assert (article.title, article.text, article.publisher, article.published, article.url) == (*row[:3], "2020-07-03", row[4])
    assert set(found.found.values()) <= {"column", "file_windows_1256", "file_utf_16"}
    assert article.article_id == short_hash(row[4])
    assert faults == []


def test_the_codebooks_name_comes_first_and_an_id_that_is_given_stays() -> None:
    [found], _ = read(table(("content", "text", "id"), ("no", LEAD, "n1")))
    assert (found.article.text, found.article.article_id) == (LEAD, "n1")


def test_formulas_are_text() -> None:
    formulas = '=HYPERLINK("http://example.org","x")', "@SUM(1)", "+1", "-1"
    found, faults = read(table(("text", "title"), *((f"{formula} {LEAD}", formula) for formula in formulas)))
    assert [each.article.title for each in found] == list(formulas)
    assert faults == []


def test_bad_rows_are_one_line_each_and_the_others_go_on() -> None:
    rows = (("", "2020"), (LEAD, "03/07/2020"), (f"{LEAD} نعم", "2020-07"))
    found, faults = read(table(("text", "date"), *rows))
    assert [each.article.published for each in found] == [None, "2020-07"]
    assert faults == [
        "a.csv, line 2, text: is empty",
        "a.csv, line 3, published: '03/07/2020' is no date such as 2016-06-29, 2016-06 or 2016-06-29~",
    ]


def test_a_long_cell_is_read() -> None:
    [found], _ = read(table(("text",), (f"{LEAD} " * 5_000,)))
    assert len(found.article.text) > 400_000


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "is empty"),
        (b"\x01\x02\xff" * 99, "is not text; save the table as CSV in UTF-8"),
        ("a,b\n1,2\n", "has no column of texts; call it one of text, body, content"),
        ('text\n"open\n', "line 2 is not CSV: unexpected end of data"),
        (f"text\n{'x' * 5_000_001}\n", "line 2 is not CSV: field larger than field limit (5000000)"),
        (b"text\n" + b"x" * 1_000_000 + b"\n\xff\xfe\n", "is not utf-8 text from some row on; save it as UTF-8"),
    ],
)
def test_what_is_no_table_of_articles_is_one_line(content: str | bytes, fault: str) -> None:
    found, [told] = read(content)
    assert found == [] or fault.startswith("is not utf-8")
    assert told.startswith(f"a.csv: {fault}")
