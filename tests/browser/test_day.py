"""An analyst's day with a case of their own: pasted, coded, corrected, kept over a restart, shared, taken away."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import geopandas
from playwright.sync_api import Locator, Page, expect

from geo.store.case import CaseFile
from tests.browser.conftest import serving
from tests.browser.screen import cards, download, events, go, ready

STRIKE = "شنت طائرات سلاح الجو غارة جوية على مدينة سرت أمس ما أدى إلى مقتل ثلاثة مسلحين."
CLASH = "اندلعت اشتباكات عنيفة بين الجيش ومسلحين في مدينة هون صباح أمس."
MISSED = "وبدت الشوارع خالية من المارة طوال النهار."
TEXT = "\n\n".join((STRIKE, CLASH, MISSED))


def row(page: Page, kind: str) -> Locator:
    return page.locator(".event-row", has=page.locator(".kind", has_text=re.compile(f"^{kind}$")))


def chosen(page: Page, kind: str) -> None:
    row(page, kind).click()
    expect(page.locator(".st-key-review_pane article.card .kind")).to_have_text(kind)


def paste(page: Page) -> None:
    """The article pasted, its date mended in the preview, coded."""
    go(page, "add")
    page.locator("[class*=st-key-paste-text] textarea").fill(TEXT)
    page.locator("[class*=st-key-paste-title] input").fill("يوم في الجبهة")
    page.locator("[class*=st-key-paste-publisher] input").fill("صحيفة الاختبار")
    page.locator(".st-key-paste_add button").click()
    published = page.locator("[class*=st-key-published-] input")
    expect(published).to_have_value("")
    published.fill("2021-05-05")
    published.press("Tab")
    expect(page.locator("[class*=st-key-waiting-]").first).to_contain_text(re.compile(r"Published\W+given by you"))
    page.locator(".st-key-code button").click()
    page.locator(".st-key-coded_show button").click()
    ready(page)


def correct(page: Page) -> None:
    """One place put right, one event rejected, one added that the machine missed."""
    cards(page).filter(has_text="Air strike").locator("xpath=ancestor::*[contains(@class, 'st-key-card-')][1]").locator(
        "[class*=st-key-read-] button"
    ).click()
    chosen(page, "Air strike")
    page.locator(".st-key-review_edit button").click()
    search = page.locator(".st-key-place_query input")
    search.fill("Misrata")
    search.press("Enter")
    page.locator(".st-key-place-found-list button", has_text=re.compile("^Misrata ·")).first.click()
    page.locator(".st-key-review_save button").click()
    expect(row(page, "Air strike")).to_contain_text("Misrata")
    chosen(page, "Battle")
    page.keyboard.press("x")
    expect(page.locator(".st-key-review_why")).to_be_visible()
    page.keyboard.press("2")
    expect(row(page, "Battle").locator(".state")).to_have_text("Rejected")
    page.evaluate(
        """words => {
          const whole = document.querySelector(".whole"), walk = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT);
          while (walk.nextNode() && !walk.currentNode.data.includes(words)) {}
          const at = walk.currentNode.data.indexOf(words), range = document.createRange();
          range.setStart(walk.currentNode, at);
          range.setEnd(walk.currentNode, at + words.length);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }""",
        MISSED,
    )
    page.locator(".picked [data-act=missed]").click()
    page.locator(".st-key-event_type input").click()
    page.locator("[role=option]", has_text="Humanitarian").first.click()
    page.locator(".st-key-review_save button").click()
    expect(page.locator(".event-row.added")).to_have_count(1)


def taken(page: Page, name: str, folder: Path) -> Path:
    taking = download(page, name)
    file = folder / taking.suggested_filename
    taking.save_as(file)
    return file


def test_a_day_with_a_case(visit: Callable[..., Page], tmp_path: Path) -> None:
    file = tmp_path / "mine.gpkg"
    with serving("--case", file) as url:
        page = visit(url)
        paste(page)
        assert events(page) == 2
        correct(page)
        go(page, "map")
        ready(page)
        assert events(page) == 2
    with serving("--case", file) as url:
        page = visit(url)
        ready(page)
        assert events(page) == 2  # the strike and what was added: the rejected one is hidden
        expect(cards(page).filter(has_text="Air strike")).to_contain_text("Misrata")
        go(page, "review")
        chosen(page, "Humanitarian")
        page.wait_for_url(re.compile("event="))
        copy = visit(page.url)
        expect(copy.locator(".st-key-review_pane article.card .kind")).to_have_text("Humanitarian")
        go(page, "map")
        ready(page)
        files = {name: taken(page, name, tmp_path) for name in ("geojson", "gpkg", "kml", "parquet", "csv")}
    read = [geopandas.read_file(files["geojson"]), geopandas.read_file(files["gpkg"]), geopandas.read_parquet(files["parquet"])]
    for frame in read:
        assert sorted(frame["event_type"]) == ["air_strike", "humanitarian"]
        assert sorted(frame["review"]) == ["added", "edited"]
        assert frame.crs == "EPSG:4326"
    for name in ("geojson", "gpkg", "kml"):
        told = subprocess.run(["ogrinfo", "-al", "-so", files[name]], capture_output=True, encoding="utf8", check=True)
        assert "Feature Count: " in told.stdout
        assert not told.stderr
    case = CaseFile.open(file)
    (article_id,) = case.article_ids()
    reviewed = {event.event_type: event.review for event in case.events_of(article_id)}
    assert reviewed == {"air_strike": "edited", "battle": "rejected", "humanitarian": "added"}
