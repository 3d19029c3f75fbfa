"""Bringing articles in a real browser: paste, drop, look over, code, cancel; the rest of the page goes on."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from geo.store.case import CaseFile
from tests.browser.conftest import serving
from tests.browser.screen import MARKS, events, go, map_frame, ready
from tests.ui.made import HOSTILE

TEXT = """غارة جوية على مواقع في مدينة سرت

شنت طائرات سلاح الجو غارة على مواقع في مدينة سرت أمس، ما أدى إلى مقتل ثلاثة مسلحين وتدمير آليتين.

وقال شهود إن قوات من الغرب انسحبت من المدينة مساء الخميس.
"""
INJECTED = "img[src=x], [onerror], script:not([src]):has-text('alert'), a[href^=javascript]"
CARD = "[class*=st-key-waiting-]"
MANY = 400


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return tmp_path / "mine.gpkg"


@pytest.fixture
def page(visit: Callable[..., Page], case: Path) -> Iterator[Page]:
    with serving("--case", case) as url:
        page = visit(url)
        expect(page.locator(".st-key-screen")).to_be_visible()
        go(page, "add")
        expect(page.locator(".st-key-add_files")).to_be_visible()
        yield page
        page.goto("about:blank")


def drop(page: Page, **files: bytes) -> None:
    payloads: list[FilePayload] = [
        {"name": name.replace("__", "."), "mimeType": "application/octet-stream", "buffer": data} for name, data in files.items()
    ]
    page.locator("[data-testid=stFileUploaderDropzoneInput]").set_input_files(payloads)


def fill(page: Page, key: str, value: str) -> None:
    box = page.locator(f".st-key-{key} :is(input, textarea)")
    box.fill(value)
    box.blur()


def code(page: Page) -> None:
    page.locator(".st-key-code button").click()
    expect(page.locator(".coded")).to_be_visible()


def test_paste_look_over_code_and_see_it_on_the_map(page: Page, case: Path) -> None:
    fill(page, "paste-text-0", TEXT)
    fill(page, "paste-publisher-0", HOSTILE)
    page.locator(".st-key-paste_add button").click()
    card = page.locator(CARD)
    expect(card).to_have_count(1)
    expect(card.locator(".st-key-title-0 input")).to_have_value("غارة جوية على مواقع في مدينة سرت")
    expect(card.locator(".st-key-title-0 label")).to_contain_text("the first line of the text")
    expect(card.locator(".st-key-published-0 label")).to_contain_text("not found")
    fill(page, "published-0", "2020-07-03")
    expect(card.locator(".st-key-published-0 label")).to_contain_text("given by you")
    assert page.locator(INJECTED).count() == 0
    code(page)
    expect(page.locator(".coded")).to_have_text(re.compile(r"1 article, \d+ events?\."))
    expect(card).to_have_count(0)
    page.locator(".st-key-coded_show button").click()
    ready(page)
    assert map_frame(page).locator(MARKS).count() >= 1
    [article_id] = CaseFile.open(case).article_ids()
    assert events(page) == len(CaseFile.open(case).events_of(article_id))


def test_bad_files_among_good_ones_and_windows_1256(page: Page, case: Path) -> None:
    drop(
        page,
        press__txt=TEXT.encode("cp1256"),
        broken__pdf=b"%PDF-1.7 no more",
        picture__png=b"\x89PNG",
        **{"a<img src=x onerror=alert(1)>__txt": b""},
    )
    card = page.locator(CARD)
    expect(card).to_have_count(1)
    expect(card).to_contain_text("read as windows-1256")
    expect(card.locator(".excerpt")).to_contain_text("شنت طائرات سلاح الجو غارة")
    faults = page.locator(".faults li")
    expect(faults).to_have_count(3)
    expect(faults.filter(has_text="broken.pdf: is a damaged PDF, or none at all")).to_have_count(1)
    assert page.locator(INJECTED).count() == 0
    code(page)
    assert CaseFile.open(case).article("press").text == TEXT
    drop(page, again__txt=TEXT.encode())
    expect(page.locator(CARD)).to_contain_text("The same words as")
    expect(page.locator(".st-key-code button")).to_be_disabled()


def bulk() -> bytes:
    """Many articles that begin alike, each with words of its own after that."""
    words, chance = TEXT.split(), random.Random(1)
    texts = (" ".join(word + chance.choice("ابتثجحخ") for word in chance.choices(words, k=400)) for _ in range(MANY))
    lines = [json.dumps({"id": f"n{at}", "text": f"{TEXT}{text}.", "published": "2020-07-03"}) for at, text in enumerate(texts)]
    return "\n".join(lines).encode()


def test_a_long_coding_tells_how_far_it_is_and_stops_when_it_is_told(page: Page, case: Path) -> None:
    drop(page, many__jsonl=bulk())
    page.locator(".st-key-code button").click()
    bar = page.locator("[data-testid=stProgress]")
    expect(bar).to_contain_text(re.compile(r"[1-9]\d* of 400 articles coded and kept; about \d+:\d\d left"))
    page.locator(".st-key-coding_cancel button").click()
    expect(page.locator(".coded")).to_contain_text("The rest is still on the list")
    kept = len(CaseFile.open(case).article_ids())
    assert 0 < kept < MANY
    expect(page.locator(".st-key-add_head h2")).to_contain_text(f"{MANY - kept:,} articles")
    go(page, "map")
    ready(page)


def test_the_page_is_mirrored_in_arabic_and_fits_a_phone(page: Page) -> None:
    drop(page, press__txt=TEXT.encode("utf-16"))
    expect(page.locator(CARD)).to_have_count(1)
    page.locator(".st-key-language button").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator(".st-key-code button")).to_contain_text("الترميز")
    page.set_viewport_size({"width": 390, "height": 844})
    boxes = [page.locator(part).bounding_box() for part in (CARD, ".st-key-add_files", ".st-key-paste-text-0")]
    assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= 390 for box in boxes)
    assert [box["y"] for box in boxes if box] == sorted(box["y"] for box in boxes if box)
