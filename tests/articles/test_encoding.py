"""Newswire in the encodings that Arabic newsrooms have used is read right, short pieces of it too."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geo.articles import Fault, Incoming, read_files
from geo.articles.encoding import encoding_of
from tests.articles.made import TEXT

CORPUS = [json.loads(line)["text"] for path in sorted((Path(__file__).parents[1] / "corpus").glob("?_articles.jsonl"))
          for line in path.read_text("utf8").splitlines()]  # fmt: skip
NAMES = {"utf-8": "file", "utf-8-sig": "file", "utf-16": "file_utf_16", "utf-16-le": "file_utf_16", "utf-16-be": "file_utf_16",
         "cp1256": "file_windows_1256", "iso8859-6": "file_iso_8859_6"}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_text_comes_back_whatever_it_was_written_in(name: str) -> None:
    [found] = read_files([("a.txt", TEXT.encode(name))])
    assert isinstance(found, Incoming)
    assert found.article.text == TEXT
    assert found.found["text"] == NAMES[name]


@pytest.mark.parametrize("words", [5, 20, None])
@pytest.mark.parametrize("name", ["utf-8", "utf-16-le", "cp1256", "iso8859-6"])
def test_articles_and_their_first_words(name: str, words: int | None) -> None:
    wrong = []
    for text in CORPUS:
        data = " ".join(text.split()[:words]).encode(name, "ignore")  # ISO-8859-6 has no guillemets
        found = encoding_of(data)
        if found is None or data.decode(found) != data.decode(name):
            wrong.append(data.decode(name)[:60])
    assert wrong == []


@pytest.mark.parametrize(
    "data",
    [
        "سرت".encode() + b"\xe4\xe5",
        bytes(range(1, 256)) * 4,
        b"\x7fELF\x02\x01\x01\0\0\0",
        "Привет, как дела сегодня вечером".encode("cp1251"),
        b"\xff\xfea",
        b"\xef\xbb\xbf\xff",
    ],
)
def test_what_is_no_such_text_is_one_line(data: bytes) -> None:
    [found] = read_files([("a.txt", data)])
    assert isinstance(found, Fault)
    assert "\n" not in str(found)


def test_english_with_a_curly_quote_is_no_matter() -> None:
    [found] = read_files([("a.txt", "The army’s advance on Sirte has ended, a spokesman said on Friday.".encode("cp1252"))])
    assert isinstance(found, Incoming)
    assert "army’s" in found.article.text


def test_a_sample_may_end_amid_a_character() -> None:
    assert encoding_of(TEXT.encode()[:-2], cut=True) == "utf-8"
    assert encoding_of(TEXT.encode("utf-16")[:-1], cut=True) == "utf-16"
