"""What a visitor waits for, by the browser's own clock: from the click to the moment that the map has drawn its marks."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import cycle, islice
from statistics import median

from playwright.sync_api import BrowserContext, Frame, Page, WebSocket

from tests.browser.screen import MARKS, map_window, ready

NAMES = (
    "page to map shown, ms",
    "filter to map drawn, ms",
    "brush to map drawn, ms",
    "pan to map drawn, ms",
    "click to evidence, ms",
    "bytes a change, KB",
)
PATIENCE = 60.0  # seconds
# Notes when the marks were drawn last: `symbols` draws them, the next frame shows them.
WATCH = """() => {
  const draw = window.dalil.symbols;
  window.drawn = 0;
  window.dalil.symbols = (...told) => { draw(...told); requestAnimationFrame(() => { window.drawn = Date.now(); }); };
}"""
CLICK = "box => { const at = Date.now(); box.click(); return at; }"
PAN = """at => {
  map.getContainer().dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
  map.panBy([at, 0], { animate: false });
  return Date.now();
}"""
PRESS = """() => {
  const marks = [...document.querySelectorAll("path.leaflet-interactive")];
  window.pressed = ((window.pressed ?? -1) + 1) % marks.length;
  const mark = marks[window.pressed];
  const at = Date.now();
  mark.dispatchEvent(new MouseEvent("click", { bubbles: true, clientX: 9, clientY: 9 }));
  return at;
}"""
LISTEN = """() => {
  window.changed = 0;
  const inside = node => (node.closest ? node : node.parentElement)?.closest(".st-key-evidence");
  const note = told => { if (told.some(one => inside(one.target))) window.changed = Date.now(); };
  new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
  addEventListener("pointerup", () => { window.released = Date.now(); }, true);
}"""


@dataclass(slots=True)
class Waited:
    """Milliseconds of each kind of act, and the bytes that each change of the filter brought."""

    shown: float = 0.0
    filtered: list[float] = field(default_factory=list)
    brushed: list[float] = field(default_factory=list)
    panned: list[float] = field(default_factory=list)
    clicked: list[float] = field(default_factory=list)
    bytes: list[int] = field(default_factory=list)
    heap: tuple[float, float] = (0.0, 0.0)

    def medians(self) -> list[float]:
        """The row of the table: page, filter, brush, pan, click in ms, and KB a change."""
        acts = (self.filtered, self.brushed, self.panned, self.clicked)
        return [self.shown, *(median(act) if act else float("nan") for act in acts), median(self.bytes or [0]) / 1000]


def visit(context: BrowserContext, url: str, times: int, swaps: int = 0) -> Waited:
    """Opens the page twice, the second time with its scripts in the browser's store, and does everything `times` times."""
    first = context.new_page()
    first.goto(url)
    ready(first)
    first.close()
    waited, page, size = Waited(), context.new_page(), [0]
    page.on("websocket", lambda socket: _weigh(socket, size))
    page.set_viewport_size({"width": 1440, "height": 900})
    started = time.perf_counter()
    page.goto(url)
    ready(page)
    waited.shown = 1000 * (time.perf_counter() - started)
    frame = map_window(page)
    frame.evaluate(WATCH)
    page.evaluate(LISTEN)
    page.wait_for_timeout(1000)
    _filter(page, frame, times, waited, size)
    if swaps:
        waited.heap = _heap(page), 0.0
        _filter(page, frame, swaps, Waited(), size)
        waited.heap = waited.heap[0], _heap(page)
    _brush(page, frame, times, waited)
    _click(page, frame, times, waited)
    _pan(page, frame, times, waited)
    page.close()
    return waited


def _filter(page: Page, frame: Frame, times: int, waited: Waited, size: list[int]) -> None:
    """Ticks and unticks the first factions; the first of all changes warms up."""
    keys: list[str] = page.evaluate("[...document.querySelectorAll('[class*=st-key-factions-]')].map(e => e.className)")
    boxes = [next(part for part in name.split() if part.startswith("st-key-factions-")) for name in keys][:3]
    for at, box in enumerate(islice(cycle(box for box in boxes for _ in range(2)), times + 1)):
        before, clicked = size[0], page.locator(f".{box} input").first.evaluate(CLICK)
        spent = _drawn(frame, clicked)
        page.wait_for_timeout(400)
        if at:
            waited.filtered.append(spent)
            waited.bytes.append(size[0] - before)


def _brush(page: Page, frame: Frame, times: int, waited: Waited) -> None:
    chart = page.locator("[data-testid=stVegaLiteChart]")
    for at in range(times):
        box = chart.bounding_box()
        assert box
        y, left = box["y"] + box["height"] * 0.4, 0.1 + 0.05 * (at % 6)
        page.mouse.move(box["x"] + box["width"] * left, y)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] * (left + 0.2), y, steps=3)
        page.mouse.move(box["x"] + box["width"] * (left + 0.4), y, steps=3)
        page.mouse.up()
        waited.brushed.append(_drawn(frame, page.evaluate("window.released")))
        page.wait_for_timeout(500)
        clear = page.locator(".st-key-clear_dates button")
        _drawn(frame, clear.evaluate(CLICK))
        page.wait_for_timeout(500)


def _pan(page: Page, frame: Frame, times: int, waited: Waited) -> None:
    frame.evaluate("map.setZoom(7, { animate: false })")
    page.wait_for_timeout(1500)
    for at in range(times):
        waited.panned.append(_drawn(frame, frame.evaluate(PAN, 500 if at % 2 else -500)))
        page.wait_for_timeout(500)


def _click(page: Page, frame: Frame, times: int, waited: Waited) -> None:
    frame.locator(MARKS).first.wait_for(state="attached")
    for _ in range(times):
        clicked = frame.evaluate(PRESS)
        waited.clicked.append(_since(lambda: page.evaluate("window.changed"), clicked))
        page.wait_for_timeout(500)


def _drawn(frame: Frame, since: float) -> float:
    return _since(lambda: frame.evaluate("window.drawn"), since)


def _since(read: Callable[[], float], since: float) -> float:
    """Milliseconds from `since` to what `read` tells, once that is later."""
    limit = time.monotonic() + PATIENCE
    while (found := read()) <= since:
        if time.monotonic() > limit:
            raise TimeoutError("the page did not answer")
        time.sleep(0.01 + random.random() / 100)
    return found - since


def _heap(page: Page) -> float:
    """MB of the page's heap with its garbage collected."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    session.send("Performance.enable")
    metrics = {metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]}
    session.detach()
    return metrics["JSHeapUsedSize"] / 1e6


def _weigh(socket: WebSocket, size: list[int]) -> None:
    def came(payload: str | bytes) -> None:
        size[0] += len(payload)

    socket.on("framereceived", came)
