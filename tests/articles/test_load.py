"""Files, folders, catalogues and JSON Lines become articles and faults, in a stable order."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geo import limits
from geo.articles import Fault, count_articles, load_articles
from geo.articles.formats import READABLE
from geo.articles.incoming import short_hash
from geo.model import Article

TEXT = "أُغلق الطريق الساحلي صباح أمس.\r\nولم تُعرف الأسباب.\n"
NO_DATE = "is not an EDTF date such as 2016-06-29 or 2016-06-29~"
HEADING = "file,title,publisher,published,url,language,note\n"


def read(*paths: Path) -> tuple[list[Article], list[str]]:
    found = list(load_articles(paths))
    return [item for item in found if isinstance(item, Article)], [str(item) for item in found if isinstance(item, Fault)]


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_text_is_kept_exactly(tmp_path: Path) -> None:
    [article], faults = read(write(tmp_path / "road.txt", TEXT))
    assert article == Article("road", TEXT)
    assert faults == []


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    [article], _ = read(write(tmp_path / "a.txt", b"\xef\xbb\xbf" + TEXT.encode()))
    assert article.text == TEXT


def test_the_catalogue_says_who_and_when(tmp_path: Path) -> None:
    write(tmp_path / "b.txt", TEXT)
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "readme.md", "x")
    write(
        tmp_path / "articles.csv", "\ufeff" + HEADING + 'b.txt,"عنوان, آخر",الساحل,2016-06-29~,https://example.org/b,ar,about\r\n'
    )
    (first, second), faults = read(tmp_path)
    assert first == Article("a", TEXT)
    assert second == Article("b", TEXT, "عنوان, آخر", "الساحل", "2016-06-29~", "https://example.org/b", "ar", "about")
    assert faults == []


def test_a_single_file_finds_the_catalogue_beside_it(tmp_path: Path) -> None:
    text = write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "articles.csv", HEADING + "a.txt,,,2020-07,,,\ngone.txt,,,2020-13,,,\n")
    [article], faults = read(text)
    assert article.published == "2020-07"
    assert faults == [], "the faults of other files' rows are told when the folder is read"


def test_the_same_file_twice_is_read_once(tmp_path: Path) -> None:
    text = write(tmp_path / "a.txt", TEXT)
    catalogue = write(tmp_path / "articles.csv", HEADING + "gone.txt,,,,,,\n")
    articles, faults = read(text, catalogue, tmp_path, text)
    assert len(articles) == 1
    assert faults == [f"{catalogue}, line 2, file: gone.txt is not in the folder"]


def test_two_articles_never_share_an_id(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    articles, faults = read(write(tmp_path / "a.txt", TEXT), write(tmp_path / "more" / "a.txt", TEXT))
    assert len(articles) == 1
    assert faults == [f"{tmp_path}/more/a.txt: another article has the id 'a' already and the same text"]
    other = write(tmp_path / "more" / "a.txt", "نص آخر")
    articles, faults = read(tmp_path / "a.txt", other)
    assert [article.article_id for article in articles] == ["a", short_hash("نص آخر")]
    assert faults == []


@pytest.mark.parametrize(
    ("rows", "faults", "published"),
    [
        ("a.txt,,,2016-02-30,,,\n", [f"line 2, published: '2016-02-30' {NO_DATE}"], None),
        ("a.txt,,,أمس,,,\n", [f"line 2, published: 'أمس' {NO_DATE}"], None),
        ("a.txt,,,0001-01-01,,,\n", [f"line 2, published: '0001-01-01' {NO_DATE}"], None),
        ("a.txt,,,Y-170000002,,,\n", [f"line 2, published: 'Y-170000002' {NO_DATE}"], None),
        ("a.txt,,,2020-06-30/..,,,\n", [f"line 2, published: '2020-06-30/..' {NO_DATE}"], None),
        ("a.txt,,,2020,,,\na.txt,,,2021,,,\n", ["line 3, file: a.txt is on line 2 already"], "2020"),
        ('a.txt,"two\nlines",,2020,,,\n\nb.txt,,,,,,\n', ["line 5, file: b.txt is not in the folder"], "2020"),
        ("../a.txt,,,2020,,,\n", ["line 2, file: '../a.txt' is not the name of an article's file in this folder"], None),
        ("..\\a.txt,,,2020,,,\n", ["line 2, file: '..\\\\a.txt' is not the name of an article's file in this folder"], None),
        (",,,2020,,,\n", ["line 2, file: '' is not the name of an article's file in this folder"], None),
        ("a.txt,one, two,2020,,,,\n", ["line 2, row: has 8 cells for 7 columns; quote the cells that hold commas"], None),
        ('a.txt,"open,,2020,,,\n', ["line 2, row: is not CSV: unexpected end of data"], None),
    ],
)  # fmt: skip
def test_a_bad_row_is_one_line_and_the_article_is_still_read(
    tmp_path: Path, rows: str, faults: list[str], published: str | None
) -> None:
    write(tmp_path / "a.txt", TEXT)
    catalogue = write(tmp_path / "articles.csv", HEADING + rows)
    articles, told = read(tmp_path)
    assert told == [f"{catalogue}, {fault}" for fault in faults]
    assert [(article.text, article.published) for article in articles] == [(TEXT, published)]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("name;title\n", ", line 1, file: no such column; the heading is file,title,publisher,published,url,language,note"),
        ("file,file\na.txt,a.txt\n", ", line 1, file: stands twice in the heading"),
        (
            "file,date\na.txt,2020\n",
            ", line 1, date: unknown column; known are file, title, publisher, published, url, language, note",
        ),
        (b"file,title\na.txt,\x01\xe3\xe4\n", ": is not text; save the table as CSV in UTF-8"),
    ],
)
def test_a_bad_catalogue_is_one_line(tmp_path: Path, content: str | bytes, fault: str) -> None:
    write(tmp_path / "a.txt", TEXT)
    catalogue = write(tmp_path / "articles.csv", content)
    articles, told = read(tmp_path)
    assert told == [f"{catalogue}{fault}"]
    assert [article.text for article in articles] == [TEXT]


def test_an_empty_catalogue_is_ordinary(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "articles.csv", "")
    articles, faults = read(tmp_path)
    assert [article.published for article in articles] == [None]
    assert faults == []


def test_json_lines(tmp_path: Path) -> None:
    records = [
        {"id": "a", "title": "ت", "text": TEXT, "publisher": "ن", "published": "2020-07-03", "url": "u", "language": "ar"},
        {"id": 7, "text": TEXT, "published": None, "extra": [1]},
    ]
    lines = "\ufeff" + "\n\n".join(json.dumps(record) for record in records)
    articles, faults = read(write(tmp_path / "a.jsonl", lines))
    assert articles == [Article("a", TEXT, "ت", "ن", "2020-07-03", "u", "ar"), Article("7", TEXT)]
    assert faults == []


@pytest.mark.parametrize(
    ("line", "fault", "read_still"),
    [
        ('{"id": "a", "text": "x"', "line: is not JSON: ", False),
        ('["a", "x"]', "line: needs an object, found list", False),
        ('{"text": "x"}', "id: is missing; every article needs an id that stays", False),
        ('{"id": true, "text": "x"}', "id: is missing; every article needs an id that stays", False),
        ('{"id": "a"}', "text: is missing", False),
        ('{"id": "a", "text": 5}', "text: is not text", False),
        ('{"id": "a", "text": " "}', "text: is empty", False),
        ('{"id": "a", "text": "x\\u0000"}', "text: is not text: it holds NUL characters", False),
        ('{"id": "a", "text": "\\ud800"}', "line: is not JSON: ", False),
        ('{"id": "a", "text": "x", "published": "3/7/2020"}', "published: '3/7/2020' is not an EDTF date", True),
        ('{"id": "a", "text": "x", "published": 2020}', "published: is not text", True),
        ('{"id": "a", "text": "x", "title": ["t"]}', "title: is not text", True),
    ],
)
def test_a_bad_json_line_is_one_line_and_the_others_go_on(tmp_path: Path, line: str, fault: str, read_still: bool) -> None:
    file = write(tmp_path / "a.jsonl", f'{{"id": "first", "text": "x"}}\n{line}\n{{"id": "last", "text": "x"}}\n')
    articles, [told] = read(file)
    assert told.startswith(f"{file}, line 2, {fault}")
    assert "\n" not in told
    assert [article.article_id for article in articles] == ["first", *["a"] * read_still, "last"]
    assert all(article.published is None and article.title == "" for article in articles)


def test_json_over_lines_is_one_fault(tmp_path: Path) -> None:
    articles, faults = read(write(tmp_path / "a.json", json.dumps([{"id": "a", "text": "x"}], indent=1)))
    assert articles == []
    assert faults == [f"{tmp_path}/a.json: is JSON spread over lines; write JSON Lines, one article a line"]


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b"\xef\xbb\xbf \n", "is empty"),
        ("a.txt", "نص ".encode() + "نص".encode("cp1256"), "is UTF-8 text but for byte 0xE4 at 5; save it as UTF-8"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is not text: it holds NUL characters"),
        ("a.txt", bytes(range(1, 256)) * 9, "is not text in UTF-8, UTF-16, windows-1256 or ISO-8859-6; save it as UTF-8"),
        ("a.txt", b"PK\x03\x04\0\0", "is not text: it holds NUL characters"),
        ("a.pdf", b"%PDF-1.7", "is a damaged PDF, or none at all"),
        ("a.png", b"x", f".png: only {READABLE} can be read"),
        ("articles", b"x", f"no ending: only {READABLE} can be read"),
    ],
)
def test_a_broken_file_is_one_line_and_the_others_go_on(tmp_path: Path, name: str, content: bytes, fault: str) -> None:
    bad, good = write(tmp_path / name, content), write(tmp_path / "good.txt", TEXT)
    articles, faults = read(bad, good)
    assert faults == [f"{bad}: {fault}"]
    assert [article.article_id for article in articles] == ["good"]


def test_what_is_too_large_is_not_read(tmp_path: Path) -> None:
    bad = tmp_path / "a.txt"
    with bad.open("wb") as file:
        file.truncate(50_000_000)
    assert read(bad) == ([], [f"{bad}: has 50.0 MB; an article may have 5.0 MB"])


def test_a_line_of_json_that_is_too_long_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    with file.open("wb") as stream:
        stream.write(b'{"id": "a", "text": "')
        stream.write(b"x" * (limits.LARGEST_LINE * 2))
        stream.write(b'"}\n{"id": "b", "text": "y"}\n')
        stream.write(b'{"id": "c", "text": "' + b"x" * (limits.LARGEST_ARTICLE + 1) + b'"}\n')
    articles, faults = read(file)
    assert [article.article_id for article in articles] == ["b"]
    assert faults == [
        f"{file}, line 1, line: has more than 20 MB",
        f"{file}, line 3, text: has 5.0 MB; an article may have 5.0 MB",
    ]


def test_places_that_hold_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    _, faults = read(tmp_path / "empty", tmp_path / "none.txt", tmp_path / "loop.txt", Path("/dev/null"), tmp_path / ("a" * 300))
    assert [fault.split(": ")[-1] for fault in faults] == [
        READABLE,
        "no such file",
        "no such file",
        "is neither a file nor a folder",
        "File name too long",
    ]


def test_the_seeds_are_read_whole() -> None:
    seeds = Path(__file__).parents[2] / "seeds"
    articles, faults = read(seeds)
    assert faults == []
    assert [article.published for article in articles] == ["2020-07-03", "2016-06-29~", "2016-11-30", "2020-06-11~", "2020-01-13"]
    for article in articles:
        assert article.text == (seeds / f"{article.article_id}.txt").read_bytes().decode()


def test_counting_for_the_progress_bar(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "b.jsonl", "{}\n{}\n{}\n")
    assert count_articles([tmp_path]) == 4
    assert count_articles([tmp_path / "none"]) == 1
