"""Saved pages: the main text without what is around it, and the newspaper's own word on title, publisher and date."""

from __future__ import annotations

import base64
import time

import pytest

from geo.articles import Fault, Incoming, read_files
from geo.articles.incoming import short_hash
from tests.articles.made import BODY, LEAD, TITLE, page

LINKED = '<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, {"@type":'
LINKED += (
    '["NewsArticle"], "headline": "من البيانات", "datePublished": "2020-07-03T23:30:00+02:00", "publisher": {"name": "البيان"}}]}'
)
LINKED += "</script>"
GRAPH = '<meta property="og:title" content="من الوسوم"><meta property="og:site_name" content="الساحل">'
GRAPH += (
    '<meta property="article:published_time" content="2020-07-03T10:00:00Z"><link rel="canonical" href="https://example.org/1">'
)


def read(markup: str | bytes, name: str = "page.html") -> Incoming:
    [found] = read_files([(name, markup.encode() if isinstance(markup, str) else markup)])
    assert isinstance(found, Incoming), str(found)
    return found


def test_the_main_text_is_taken_and_what_is_around_it_left() -> None:
    found = read(page())
    assert found.found["text"] == "page_text"
    assert LEAD in found.article.text
    assert BODY in found.article.text
    assert "الرئيسية" not in found.article.text
    assert "الحقوق" not in found.article.text


@pytest.mark.parametrize(
    ("head", "body", "field", "value", "how"),
    [
        (GRAPH, "", "title", "من الوسوم", "page_metadata"),
        (GRAPH, "", "publisher", "الساحل", "page_metadata"),
        (GRAPH, "", "published", "2020-07-03", "page_metadata"),
        (LINKED, "", "title", "من البيانات", "page_metadata"),
        (LINKED, "", "publisher", "البيان", "page_metadata"),
        (LINKED, "", "published", "2020-07-03", "page_metadata"),
        ("", "", "title", TITLE, "page_heading"),
        ("", "<h1>ثان</h1>", "title", f"الساحل - {TITLE}", "page_title"),
        ("", '<time datetime="2020-07-02T08:00">الخميس</time>', "published", "2020-07-02", "page_time"),
        (
            '<meta property="og:url" content="https://www.example.org/2020/07/01/a">',
            "",
            "published",
            "2020-07-01",
            "page_address",
        ),
        ('<meta property="og:url" content="https://www.example.org/a">', "", "publisher", "example.org", "page_address"),
        ("", "", "publisher", "", "none"),
        ("", "", "published", None, "none"),
        ("", "<p>نشر في 3 يوليو 2020</p>", "published", None, "none"),
        ("", '<time datetime="2020-07-02"></time><time datetime="2020-07-05"></time>', "published", None, "none"),
        ('<meta name="date" content="03/07/2020">', "", "published", None, "none"),
        (LINKED.replace("{", "{{", 1), "", "published", None, "none"),
    ],
)
def test_what_the_page_says_and_how_it_was_found(head: str, body: str, field: str, value: str | None, how: str) -> None:
    found = read(page(head, body))
    assert (getattr(found.article, field), found.found[field]) == (value, how)


def test_a_page_without_an_address_is_named_by_its_text_and_one_with_it_by_that() -> None:
    assert read(page(GRAPH), "index.html").article.article_id == short_hash("https://example.org/1")
    plain = read(page(), "index.html")
    assert plain.article.article_id == short_hash(plain.article.text)


@pytest.mark.parametrize("told", ['<meta charset="windows-1256">', ""])
def test_a_page_in_windows_1256(told: str) -> None:
    assert LEAD in read(page(told).encode("cp1256")).article.text


def test_a_page_that_was_saved_with_its_address() -> None:
    saved = page().replace("<head>", "<!-- saved from url=(0033)https://www.example.org/2020/07/03/a --><head>")
    found = read(saved)
    assert found.article.url == "https://www.example.org/2020/07/03/a"
    assert found.article.published == "2020-07-03"


def test_an_archived_page() -> None:
    content = base64.encodebytes(page().encode()).decode()
    archived = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/2020/07/03/a\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="B"\n\n--B\nContent-Type: image/png\n\nx\n'
        f"--B\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n{content}\n--B--\n"
    )
    found = read(archived, "a.mhtml")
    assert (found.article.url, found.article.published) == ("https://example.org/2020/07/03/a", "2020-07-03")
    assert LEAD in found.article.text


HOSTILE = {
    "scripts": page(body="<script>document.write('x')</script>" * 20_000),
    "deep": "<html><body>" + "<div>" * 100_000 + f"<p>{LEAD}</p>",
    "attributes": page(body="<a " + 'x="1" ' * 100_000 + ">"),
    "entities": '<!DOCTYPE html [<!ENTITY a "aaaaaaaa"><!ENTITY x SYSTEM "file:///etc/passwd">]>' + page(body="&a;&x;"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_does_no_harm(name: str) -> None:
    began = time.monotonic()
    [found] = read_files([("a.html", HOSTILE[name].encode())])
    assert time.monotonic() - began < 20
    text = found.article.text if isinstance(found, Incoming) else str(found)
    assert "document.write" not in text
    assert "root:" not in text


def nested(depth: int) -> bytes:
    """An archive in an archive in an archive …"""
    heads = (f'Content-Type: multipart/mixed; boundary="b{at}"\n\n--b{at}\n' for at in range(depth))
    return f"{''.join(heads)}Content-Type: text/html\n\n<p>x</p>".encode()


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("a.html", b"<html></html>", "has no article text that can be found"),
        ("a.html", b"", "has no article text that can be found"),
        ("a.htm", bytes(range(256)) * 9, "is not text in an encoding that it tells or that can be told"),
        ("a.html", bytes(10_000_001), "has 10.0 MB; a page may have 10.0 MB"),
        ("a.mhtml", b"From: x\n\nnothing", "holds no HTML page"),
        ("a.mhtml", nested(3_000), "is a damaged archive of a page"),
    ],
)
def test_what_cannot_be_read_is_one_line(name: str, data: bytes, fault: str) -> None:
    [found] = read_files([(name, data)])
    assert isinstance(found, Fault)
    assert str(found) == f"{name}: {fault}"
