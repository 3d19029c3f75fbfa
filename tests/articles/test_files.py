"""Files that are dropped together: one bad line each, stable ids, a catalogue beside them; and a text that is pasted."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.articles import Fault, Incoming, load_articles, pasted, read_files
from geo.articles.incoming import short_hash
from geo.articles.source import printable
from geo.errors import ArticleError
from tests.articles.made import LEAD, TEXT, TITLE, docx, page, paragraph


def ids(*files: tuple[str, bytes | Path]) -> list[str]:
    return [each.article.article_id if isinstance(each, Incoming) else str(each) for each in read_files(files)]


def test_bad_files_among_good_ones() -> None:
    assert ids(
        ("good.txt", TEXT.encode()),
        ("broken.pdf", b"%PDF"),
        ("x.exe", b"MZ"),
        ("../../late.txt", LEAD.encode("cp1256")),
        ("none.txt", Path("/no/such")),
    ) == [
        "none.txt: can't be read: No such file or directory",
        "good",
        "broken.pdf: is a damaged PDF, or none at all",
        "x.exe: .exe: only text, HTML, PDF, DOCX, CSV, JSON Lines, RSS, Atom and ZIP files can be read",
        "late",
    ]


def test_a_name_that_says_nothing_gives_way_to_a_hash() -> None:
    other = f"{TEXT}نعم"
    assert ids(("a.txt", TEXT.encode()), ("a.txt", other.encode())) == ["a", short_hash(other)]
    assert ids((f"{'x' * 200}.txt", TEXT.encode())) == [short_hash(TEXT)]


def test_the_same_file_twice_is_told() -> None:
    assert ids(("a.txt", TEXT.encode()), ("a.txt", TEXT.encode())) == [
        "a",
        "a.txt: another article has the id 'a' already and the same text",
    ]


def test_a_catalogue_is_dropped_with_its_files() -> None:
    catalogue = f"file,title,publisher,published\na.docx,{TITLE},الساحل,2020-07-03~\ngone.txt,,,\n"
    found = list(read_files([("a.docx", docx(paragraph(LEAD))), ("articles.csv", catalogue.encode("utf-8-sig"))]))
    assert [str(each) for each in found if isinstance(each, Fault)] == [
        "articles.csv, line 3, file: gone.txt is not in the folder"
    ]
    [article] = [each for each in found if isinstance(each, Incoming)]
    assert (article.article.title, article.article.published) == (TITLE, "2020-07-03~")
    assert article.found["title"] == "catalogue"


def test_a_table_of_texts_may_have_the_catalogues_name(tmp_path: Path) -> None:
    data = f"title,text\n{TITLE},{LEAD}\n".encode()
    assert len(ids(("articles.csv", data))) == 1
    (tmp_path / "articles.csv").write_bytes(data)
    for paths in ([tmp_path], [tmp_path / "articles.csv"]):
        [article] = load_articles(paths)
        assert not isinstance(article, Fault)
        assert article.text == LEAD


def test_paths_and_uploads_are_read_by_the_same_code(tmp_path: Path) -> None:
    files = {"a.txt": TEXT.encode("cp1256"), "b.html": page().encode(), "c.docx": docx(paragraph(LEAD)), "d.txt": b""}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    dropped = list(read_files(list(files.items())))
    loaded = list(load_articles([tmp_path]))
    assert [each.article if isinstance(each, Incoming) else each.reason for each in dropped] == [
        each.reason if isinstance(each, Fault) else each for each in loaded
    ]


def test_furniture_is_masked_in_whatever_format() -> None:
    text = f"{TITLE}\nت + ت - الحجم الطبيعي\n{LEAD}\n"
    [found] = read_files([("a.txt", text.encode("utf-16"))])
    assert isinstance(found, Incoming)
    [span] = found.article.masked
    assert "الحجم" in text[span.start : span.end]


def test_a_masked_line_is_no_title() -> None:
    [found] = read_files([("a.txt", f"يرجى تفعيل الجافا سكريبت في متصفحك\n{TITLE}\n{LEAD}".encode())])
    assert isinstance(found, Incoming)
    assert found.article.title == TITLE


def test_a_pasted_text() -> None:
    found = pasted(LEAD, f" {TITLE}\n", "", "2020-07-03")
    assert (found.article.title, found.article.published, found.article.article_id) == (TITLE, "2020-07-03", short_hash(LEAD))
    assert dict(found.found) == {"text": "given", "title": "given", "publisher": "none", "published": "given"}
    assert pasted(LEAD, url="https://example.org/1").article.article_id == short_hash("https://example.org/1")


@pytest.mark.parametrize(("text", "published"), [("", ""), (" \n", ""), ("a\0", ""), (LEAD, "yesterday"), (LEAD, "03/07/2020")])
def test_what_cannot_be_pasted(text: str, published: str) -> None:
    with pytest.raises(ArticleError):
        pasted(text, published=published)


def test_names_are_told_on_one_line() -> None:
    assert printable("a\r\nb\x1b[31m\u202ec.txt") == "a b [31m c.txt"
    assert len(printable("x" * 5_000)) == 200
    assert printable("") == "(no name)"
    assert printable("\udcff.txt").encode()
