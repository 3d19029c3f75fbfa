"""ZIP archives: what is in them is read in memory; bombs, secrets and odd names do no harm."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from geo import limits
from geo.articles import Fault, Incoming, load_articles, read_files
from tests.articles.made import BODY, LEAD, TEXT, docx, encrypted_flag, page, paragraph, pdf, zipped

MB = 1_000_000


def read(data: bytes) -> tuple[list[Incoming], list[str]]:
    found = list(read_files([("a.zip", data)]))
    return [each for each in found if isinstance(each, Incoming)], [str(each) for each in found if isinstance(each, Fault)]


def test_every_format_and_a_catalogue_in_one_archive() -> None:
    files = {
        "week/a.txt": TEXT.encode("cp1256"),
        "week/articles.csv": "file,publisher,published\na.txt,الساحل,2020-07-03\nb.pdf,البيان,2020-07\n".encode(),
        "week/b.pdf": pdf([LEAD[::-1]]),
        "c.docx": docx(paragraph(BODY)),
        "d.html": page().encode(),
        "e.jsonl": b'{"id": "e", "text": "x"}\n',
        "f.csv": f"text\n{LEAD}\n".encode(),
        "picture.png": b"x",
        "__MACOSX/._a.txt": b"x",
    }
    found, faults = read(zipped(files))
    assert faults == []
    assert len(found) == 6
    by_id = {each.article.article_id: each for each in found}
    assert (by_id["a"].article.text, by_id["a"].article.publisher, by_id["a"].article.published) == (TEXT, "الساحل", "2020-07-03")
    assert dict(by_id["a"].found) == {
        "text": "file_windows_1256",
        "title": "first_line",
        "publisher": "catalogue",
        "published": "catalogue",
    }
    assert by_id["b"].article.published == "2020-07"


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.txt", "/etc/passwd.txt", "C:\\x\\passwd.txt", "a\n\u202eb/passwd.txt", "a/../passwd.txt"]
)
def test_a_name_that_points_elsewhere_is_only_a_name(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found, faults = read(zipped({name: TEXT.encode(), "empty.txt": b""}))
    assert [each.article.article_id for each in found] == ["passwd"]
    assert faults == ["a.zip/empty.txt: is empty"]
    assert list(tmp_path.iterdir()) == []


def test_a_fault_tells_a_hostile_name_on_one_line() -> None:
    _, [fault] = read(zipped({"a\n\u202e<b>.txt": b""}))
    assert fault == "a.zip/a <b>.txt: is empty"


def test_a_bomb_is_not_unpacked_and_its_neighbours_are() -> None:
    found, faults = read(zipped({"bomb.txt": bytes(90 * MB), "good.txt": TEXT.encode()}))
    assert [each.article.article_id for each in found] == ["good"]
    assert faults == ["a.zip/bomb.txt: unpacks to more than 200 times its size, as a zip bomb does"]


def test_an_archive_within_an_archive_is_not_opened() -> None:
    found, faults = read(zipped({"inner.zip": zipped({"bomb.txt": bytes(MB)}), "good.txt": TEXT.encode()}))
    assert [each.article.article_id for each in found] == ["good"]
    assert faults == ["a.zip/inner.zip: is an archive within an archive; unpack it first"]


def test_an_encrypted_member_is_one_line() -> None:
    assert read(encrypted_flag(zipped({"a.txt": TEXT.encode()}))) == (
        [],
        ["a.zip/a.txt: is encrypted; pack it without a password"],
    )


def declared(data: bytes, size: int) -> bytes:
    """The archive with the first member's size told otherwise in its directory."""
    at = data.index(b"PK\x01\x02") + 24
    return data[:at] + size.to_bytes(4, "little") + data[at + 4 :]


def test_a_member_that_lies_about_its_size_is_damaged() -> None:
    assert read(declared(zipped({"a.txt": TEXT.encode()}), 10)) == (
        [],
        ["a.zip/a.txt: is damaged, or packed in a way that is not read"],
    )


def test_all_that_an_archive_declares_is_bounded() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(25):
            archive.writestr(f"{number}.txt", b"x")
    data = out.getvalue()
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data = data[: at + 24] + (99 * MB).to_bytes(4, "little") + data[at + 28 :]
        at = data.find(b"PK\x01\x02", at + 4)
    assert read(data) == ([], ["a.zip: unpacks to 2,475 MB; an archive may to 2,000 MB"])


def test_the_number_of_files_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.articles.archive.MOST_MEMBERS", 2)
    assert read(zipped({f"{number}.txt": b"x" for number in range(3)})) == (
        [],
        ["a.zip: holds 3 files; an archive may hold 2"],
    )


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "is a damaged archive, or none at all"),
        (b"PK\x03\x04 no more", "is a damaged archive, or none at all"),
        (
            zipped({"a.png": b"x"}),
            "holds no file that can be read: text, HTML, PDF, DOCX, CSV, JSON Lines, RSS, Atom and ZIP files",
        ),
    ],
)
def test_what_is_no_archive_is_one_line(data: bytes, fault: str) -> None:
    assert read(data) == ([], [f"a.zip: {fault}"])


def test_the_command_line_reads_archives_too(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"b.txt": TEXT.encode()}))
    assert [each.article_id for each in load_articles([tmp_path]) if not isinstance(each, Fault)] == ["b"]


def test_a_2_gb_text_is_not_read(tmp_path: Path) -> None:
    for name in ("a.txt", "b.html", "c.pdf", "d.docx", "e.xml", "f.mhtml"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(2_000 * MB)
    faults = [str(each) for each in load_articles([tmp_path])]
    assert len(faults) == 6
    assert all("has 2,000.0 MB" in fault for fault in faults)
    assert limits.LARGEST_ARTICLE < 2_000 * MB
