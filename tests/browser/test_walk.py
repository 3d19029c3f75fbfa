"""A first visit, from the map to the download, with no network."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable

import geopandas
import pytest
from jsonschema import validate
from playwright.sync_api import Page, expect

from tests.browser.screen import MARKS, brush, cards, download, events, go, map_frame, map_window, ready, tick, wait_for_events

FEATURES = {
    "type": "object",
    "required": ["type", "features"],
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "id", "geometry", "properties"],
                "properties": {
                    "type": {"const": "Feature"},
                    "id": {"type": "string"},
                    "geometry": {
                        "oneOf": [
                            {"type": "null"},
                            {
                                "type": "object",
                                "required": ["type", "coordinates"],
                                "properties": {
                                    "type": {"const": "Point"},
                                    "coordinates": {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
                                },
                            },
                        ]
                    },
                    "properties": {"type": "object", "required": ["event_id", "event_type", "status", "passages", "article_id"]},
                },
            },
        },
    },
}


@pytest.fixture
def page(visit: Callable[..., Page], seeds_url: str) -> Page:
    page = visit(seeds_url)
    ready(page)
    return page


def test_the_first_screen_needs_no_scrolling(page: Page) -> None:
    for part in (".head", ".st-key-map_frame iframe", "[data-testid=stVegaLiteChart]", ".st-key-evidence"):
        box = page.locator(part).bounding_box()
        assert box, part
        assert box["y"] + box["height"] <= 900, part
        assert box["x"] + box["width"] <= 1440, part
    assert map_frame(page).locator(MARKS).count() > 3
    assert events(page) > 10


def test_the_brush_filters_everything_and_is_cleared(page: Page) -> None:
    before, listed = events(page), page.locator(".st-key-scope button").first.inner_text()
    brush(page, 0.6, 0.95)
    during = wait_for_events(page, before)
    assert 0 < during < before
    expect(page.locator(".st-key-scope button").first).to_have_text(re.compile(rf"\({during}\)"))
    assert listed != page.locator(".st-key-scope button").first.inner_text()
    page.locator(".st-key-clear_dates button").click()
    assert wait_for_events(page, during) == before
    expect(page.locator(".st-key-clear_dates")).to_have_count(0)


def test_a_faction_a_place_a_mark_and_its_quote(page: Page) -> None:
    whole = events(page)
    tick(page, "factions-GNA")
    of_faction = wait_for_events(page, whole)
    page.locator("[class*=st-key-places-] label", has_text="Sirte").click()
    in_place = wait_for_events(page, of_faction)
    assert 0 < in_place < of_faction < whole
    expect(page.locator(".head .words")).to_contain_text("Government of National Accord")
    expect(page.locator(".head .words")).to_contain_text("Sirte")
    expect(map_frame(page).locator(f"{MARKS}:not([stroke-dasharray])").first).to_be_visible()
    map_frame(page).locator(MARKS).last.click(force=True)
    chosen = page.locator(".st-key-scope button[aria-checked=true]")
    expect(chosen).to_contain_text("This mark")
    quote = cards(page).first.locator("blockquote").first
    expect(quote).to_have_attribute("dir", "rtl")
    expect(quote.locator("mark.deed").first).to_be_visible()
    expect(cards(page).first).to_contain_text("Sirte")
    # back to the list, which another filter leaves alone; a second click on the mark opens it again
    page.locator(".st-key-scope button", has_text="All").click()
    expect(chosen).to_contain_text("All")
    map_frame(page).locator(MARKS).last.click(force=True)
    expect(chosen).to_contain_text("This mark")
    page.locator(".st-key-scope button", has_text="All").click()
    expect(chosen).to_contain_text("All")
    tick(page, "factions-GNA")
    wait_for_events(page, in_place)
    expect(chosen).to_contain_text("All")
    page.locator(".st-key-clear_all button").click()
    expect(page.locator(".head li").first).to_have_text(f"{whole} events")


def test_one_click_adds_statements_and_the_map_stays_as_it_is(page: Page) -> None:
    frame = map_window(page)
    frame.evaluate("window.survivor = 1; window.map.setZoom(8, {animate: false})")
    before = events(page)
    tick(page, "group-statement")
    assert wait_for_events(page, before) > before
    assert frame.evaluate("window.survivor") == 1
    assert frame.evaluate("window.map.getZoom()") == 8


def test_the_map_view_lives_in_the_link(page: Page, visit: Callable[..., Page]) -> None:
    page.wait_for_timeout(500)
    assert "map=" not in page.url
    for _ in range(3):
        map_frame(page).locator(".leaflet-control-zoom-in").click()
        page.wait_for_timeout(400)
    zoom = map_window(page).evaluate("map.getZoom()")
    page.wait_for_url(re.compile(rf"[?&]map=[\d.]+%2C[\d.]+%2C{zoom:g}(&|$)"))
    other = visit(page.url)
    ready(other)
    assert map_window(other).evaluate("map.getZoom()") == pytest.approx(zoom, abs=0.01)
    left, right = (map_window(each).evaluate("[map.getCenter().lat, map.getCenter().lng]") for each in (page, other))
    assert left == pytest.approx(right, abs=0.5)


def test_a_passage_is_read_in_its_article(page: Page) -> None:
    page.locator("[class*=st-key-read-] button").first.click()
    expect(page.locator(".whole")).to_have_attribute("dir", "rtl")
    expect(page.locator(".whole .here").first).to_be_in_viewport()
    assert page.locator(".whole mark").count() > 2
    go(page, "map")
    ready(page)


def test_arabic_is_a_click_away_and_mirrored(page: Page) -> None:
    page.locator(".st-key-language button").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    expect(page.locator(".head h1")).to_have_text("دليل")
    ready(page)
    sidebar, head = page.locator("[data-testid=stSidebar]").bounding_box(), page.locator(".head").bounding_box()
    assert sidebar
    assert head
    assert sidebar["x"] > head["x"]
    legend = map_frame(page).locator(".dalil-legend")
    expect(legend).to_contain_text("العنف")
    fonts = "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family.replaceAll('\"', ''))"
    assert {"Noto Sans Arabic", "Noto Naskh Arabic"} <= set(page.evaluate(fonts))


def test_the_downloads_hold_the_events_in_view(page: Page) -> None:
    before = events(page)
    tick(page, "factions-GNA")
    shown = wait_for_events(page, before)
    data = download(page, "geojson").path().read_bytes()
    collection = json.loads(data)
    validate(collection, FEATURES)
    assert len(collection["features"]) == shown
    frame = geopandas.read_file(io.BytesIO(data))
    assert len(frame) == shown
    assert frame.crs.to_epsg() == 4326
    rows = list(csv.DictReader(io.StringIO(download(page, "csv").path().read_text("utf-8-sig"))))
    assert {row["event_id"] for row in rows} == {feature["id"] for feature in collection["features"]}


@pytest.mark.parametrize(("width", "height"), [(820, 1180), (390, 844)])
def test_narrow_screens_stack_the_panels(visit: Callable[..., Page], seeds_url: str, width: int, height: int) -> None:
    page = visit(seeds_url, width, height)
    ready(page)
    boxes = [
        page.locator(part).bounding_box()
        for part in (".head", ".st-key-map_frame iframe", "[data-testid=stVegaLiteChart]", ".st-key-evidence")
    ]
    tops = [box["y"] for box in boxes if box]
    assert tops == sorted(tops)
    assert len(tops) == 4
    assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= width for box in boxes)
    expect(page.locator("[data-testid=stExpandSidebarButton], [data-testid=stSidebarCollapseButton]").first).to_be_attached()
