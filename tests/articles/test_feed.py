"""RSS and Atom files: an article an entry."""

from __future__ import annotations

import pytest

from geo.articles import Incoming, read_files
from geo.articles.incoming import short_hash
from tests.articles.made import BODY, LEAD, TITLE

RSS = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>الساحل</title><link>https://example.org</link>
<item><title>{TITLE}</title><link>https://example.org/1</link><pubDate>Fri, 03 Jul 2020 23:10:00 +0200</pubDate>
<description>{LEAD}</description><content:encoded><![CDATA[<p>{LEAD}</p><script>alert(1)</script><p>{BODY}</p>]]></content:encoded></item>
<item><title>ثان</title><description>&lt;b&gt;{LEAD}&lt;/b&gt;</description></item>
<item><title>فارغ</title></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>الساحل</title><entry><title>{TITLE}</title><id>x</id>
<link href="https://example.org/1"/><updated>2020-07-05T10:00:00Z</updated>{{published}}<summary>{LEAD}</summary></entry></feed>"""
BOMB = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss version="2.0"><channel><item>'


def read(content: str | bytes, name: str = "a.xml") -> tuple[list[Incoming], list[str]]:
    found = list(read_files([(name, content.encode() if isinstance(content, str) else content)]))
    return [each for each in found if isinstance(each, Incoming)], [str(each) for each in found if not isinstance(each, Incoming)]


def test_an_rss_file() -> None:
    (first, second), faults = read(RSS, "a.rss")
    assert first.article.text == f"{LEAD}\n{BODY}"
    assert (first.article.title, first.article.publisher, first.article.published) == (TITLE, "الساحل", "2020-07-03")
    assert first.article.article_id == short_hash("https://example.org/1")
    assert dict(first.found) == {"text": "feed_full", "title": "feed", "publisher": "feed", "published": "feed"}
    assert (second.article.text, second.found["text"], second.found["published"]) == (LEAD, "feed_summary", "none")
    assert faults == ["a.rss: entry 3 is empty"]


def test_a_feed_that_is_not_sound_is_read_as_far_as_can_be() -> None:
    (first, *_), _ = read(RSS.replace("</channel></rss>", "").replace("<link>https://example.org</link>", "<link>a & b</link>"))
    assert (first.article.title, first.article.published) == (TITLE, "2020-07-03")


def test_an_rss_file_in_windows_1256() -> None:
    (first, _), _ = read(RSS.replace("utf-8", "windows-1256").encode("cp1256"))
    assert first.article.title == TITLE


@pytest.mark.parametrize(
    ("published", "day", "how"),
    [("<published>2020-07-03T10:00:00Z</published>", "2020-07-03", "feed"), ("", "2020-07-05", "feed_updated")],
)
def test_an_atom_file(published: str, day: str, how: str) -> None:
    [found], faults = read(ATOM.format(published=published), "a.atom")
    assert (found.article.published, found.found["published"], found.article.text) == (day, how, LEAD)
    assert faults == []


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("<html></html>", "is neither an RSS nor an Atom feed"),
        ('<rss version="2.0"><channel></channel></rss>', "has no entries"),
        ('<rss version="2.0"><channel>' + "<a>" * 1_000_000, "nests its elements too deep to be a feed"),
        ("", "is neither an RSS nor an Atom feed"),
        (b"\0" * 100, "is neither an RSS nor an Atom feed"),
        (f"{BOMB}<title>&b;</title></item></channel></rss>", "is XML with entities of its own, which is not read"),
        (f"{BOMB}</item></channel></rss>".encode("utf-16"), "is XML with entities of its own, which is not read"),
    ],
)
def test_what_is_no_feed_is_one_line(content: str | bytes, fault: str) -> None:
    assert read(content) == ([], [f"a.xml: {fault}"])


def test_a_feed_names_no_file_that_is_opened() -> None:
    assert read("/etc/passwd") == ([], ["a.xml: is neither an RSS nor an Atom feed"])
