"""An analyst's day with a name that no list has: found, placed, coded anew, taken away; and a copied link."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT, serving
from tests.browser.screen import MARKS, cards, events, go, map_frame, ready, tick, wait_for_events

TEXT = """قصفت طائرة مجهولة مخزناً في بلدة خربوشة مساء أمس، وقتل ثلاثة عمال.

شنت طائرات سلاح الجو غارة جوية على مدينة سرت أمس ما أدى إلى مقتل ثلاثة مسلحين.
"""
UNLOCATED = ".head li:has-text('unlocated')"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("places")
    (folder / "a.txt").write_text(TEXT, encoding="utf8")
    (folder / "articles.csv").write_text("file,published\na.txt,2021-05-05\n", encoding="utf8")
    with serving(folder) as url:
        yield url


@pytest.fixture
def page(visit: Callable[..., Page], url: str) -> Page:
    page = visit(url)
    ready(page)
    return page


def test_a_name_is_placed_by_a_click_and_its_event_moves_to_the_map(page: Page, tmp_path: Path) -> None:
    expect(page.locator(UNLOCATED)).to_have_text("1 unlocated")
    marks = map_frame(page).locator(MARKS).count()
    go(page, "places")
    card = page.locator("[class*=st-key-name-]", has_text="خربوشة")
    expect(card.locator("blockquote mark.place")).to_have_text("خربوشة")
    expect(card.locator("blockquote")).to_have_attribute("dir", "rtl")
    card.locator("button").click()
    expect(page.locator(".st-key-place-name input")).to_have_value("خربوشة")
    frame = page.frame_locator(".st-key-places_frame iframe")
    frame.locator("[data-ready=true]").click(position={"x": 260, "y": 330})
    expect(page.locator(".st-key-place-latitude input")).not_to_have_value("")
    page.locator(".st-key-place-name_en input").fill("Kharbusha")
    page.locator(".st-key-save_place button").click()
    expect(page.locator("[class*=st-key-own-]", has_text="1 event")).to_be_visible()
    expect(frame.locator(".dalil-own")).to_have_text("Kharbusha")
    with page.expect_download() as waiting:
        page.locator(".st-key-download_places button").first.click()
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    for arguments in (["check", "--places", file], ["resolve", "--places", file, "خربوشة"]):
        done = subprocess.run([sys.executable, "-m", "gazetteer", *arguments], cwd=ROOT, capture_output=True, encoding="utf8")
        assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("خربوشة\tKharbusha · خربوشة\ttown")
    go(page, "map")
    ready(page)
    expect(page.locator(UNLOCATED)).to_have_text("0 unlocated")
    expect(map_frame(page).locator(MARKS)).to_have_count(marks + 1)


def test_the_places_page_is_mirrored_in_arabic_and_a_guess_is_offered(page: Page) -> None:
    go(page, "places")
    expect(page.locator(".st-key-place_editor")).to_be_visible()
    page.locator(".st-key-language button").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    query = page.locator(".st-key-place-query input")
    query.fill("Syrte")
    query.press("Enter")
    page.locator(".st-key-candidate-ly-sirte button").click()
    expect(page.locator(".st-key-place-name input")).to_have_value("سرت")
    expect(page.locator(".st-key-place-latitude input")).to_have_value("31.2089")


def test_a_copied_link_opens_the_same_view(visit: Callable[..., Page], seeds_url: str) -> None:
    page = visit(seeds_url)
    ready(page)
    before = events(page)
    tick(page, "factions-GNA")
    shown = wait_for_events(page, before)
    map_frame(page).locator(MARKS).last.click(force=True)
    expect(page.locator(".st-key-scope button[aria-checked=true]")).to_contain_text("This mark")
    first = cards(page).first.locator("blockquote").first.inner_text()
    page.locator(".st-key-language button").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    page.wait_for_url(lambda address: "lang=ar" in address and "faction=GNA" in address and "mark=" in address)
    copy = visit(page.url)
    ready(copy)
    assert events(copy) == shown
    expect(copy.locator("html")).to_have_attribute("dir", "rtl")
    expect(copy.locator(".st-key-scope button[aria-checked=true]")).to_contain_text("هذه العلامة")
    expect(cards(copy).first.locator("blockquote").first).to_have_text(first)
    assert copy.url == page.url


def test_a_link_that_means_nothing_opens_the_first_screen(visit: Callable[..., Page], seeds_url: str) -> None:
    page = visit(f"{seeds_url}/?faction=%3Cscript%3E&from=soon&mark=zzz&lang=fr")
    ready(page)
    page.wait_for_url(seeds_url + "/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
