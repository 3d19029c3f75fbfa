"""What a visitor sees and does, in the words of the page."""

from __future__ import annotations

import re
from typing import get_args

from playwright.sync_api import Download, Frame, FrameLocator, Locator, Page, expect

from geo.ui.state import Screen

SLOW = 60_000  # milliseconds
MARKS = "path.leaflet-interactive"


def map_frame(page: Page) -> FrameLocator:
    return page.frame_locator(".st-key-map_frame iframe")


def map_window(page: Page) -> Frame:
    """The map's frame, whose window a test may mark."""
    handle = page.locator(".st-key-map_frame iframe").element_handle()
    frame = handle.content_frame() if handle else None
    assert frame
    return frame


def ready(page: Page) -> None:
    """Waits for the figures, the marks and the bars."""
    expect(page.locator(".head li").first).to_be_visible()
    map_frame(page).locator(MARKS).first.wait_for(state="attached")
    page.locator("[data-testid=stVegaLiteChart] :is(canvas, svg)").first.wait_for()


def go(page: Page, screen: Screen) -> None:
    """Opens another screen by its name in the head, whatever the language."""
    page.locator(".st-key-screen button").nth(get_args(Screen).index(screen)).click()


def events(page: Page) -> int:
    """The number of events in view, as the head says it."""
    found = re.search(r"([\d,]+) (?:event|أحداث|حدث)", page.locator(".head ul").inner_text())
    assert found
    return int(found[1].replace(",", ""))


def wait_for_events(page: Page, other_than: int) -> int:
    """The new number of events once it differs."""
    expect(page.locator(".head li").first).not_to_have_text(re.compile(rf"^{other_than:,} event"))
    return events(page)


def brush(page: Page, start: float, end: float) -> None:
    """Drags over the timeline between two shares of its width."""
    chart = page.locator("[data-testid=stVegaLiteChart]")
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    assert box
    y = box["y"] + box["height"] * 0.4
    page.mouse.move(box["x"] + box["width"] * start, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * (start + end) / 2, y, steps=4)
    page.mouse.move(box["x"] + box["width"] * end, y, steps=4)
    page.mouse.up()


def cards(page: Page) -> Locator:
    return page.locator(".st-key-evidence article.card")


def tick(page: Page, key: str) -> None:
    """Ticks or unticks the box whose widget key is `key`."""
    page.locator(f".st-key-{key} label").click()


def download(page: Page, name: str) -> Download:
    """Takes the events in view away in the format `name`, out of the menu in the head."""
    page.locator(".st-key-downloads button").first.click()
    with page.expect_download() as waiting:
        page.locator(f".st-key-download_{name} button").first.click()
    page.keyboard.press("Escape")
    return waiting.value


def pressed(page: Page, key: str, shown: Locator) -> None:
    """Presses a key until it is heard: one that falls into the drawing of its button is not."""
    for _ in range(3):
        page.keyboard.press(key)
        try:
            expect(shown).to_be_visible(timeout=SLOW / 3)
        except AssertionError:
            continue
        return
    expect(shown).to_be_visible()
