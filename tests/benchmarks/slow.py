"""How long the naive dashboard (`naive.py`) takes, as far as it goes in a given time."""

from __future__ import annotations

import csv
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as TooSlow

from tests.benchmarks.pile import events
from tests.browser.conftest import _wait

SCRIPT = Path(__file__).with_name("naive.py")
MARKERS = "img.leaflet-marker-icon"


def main(browser: Browser, sizes: Sequence[int], budget: float) -> None:
    """Prints a row a size until `budget` seconds are spent."""
    print(f"\n{'the naive dashboard':32}{'page, s':>10}{'change, s':>12}", flush=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            left = budget - (time.monotonic() - began)
            if left < 0:
                return
            table = Path(folder) / f"{size}.csv"
            shown, party = _written(table, size)
            try:
                page, change = _measured(browser, table, shown, party, left)
            except TooSlow:
                print(f"  {size:<30,}  more than {left:.0f} s", flush=True)
                return
            print(f"  {size:<30,}{page:10.1f}{change:12.1f}", flush=True)


def _written(path: Path, size: int) -> tuple[int, dict[str, int]]:
    """A table of events as users have it; how many are on the map, and how many of them by faction."""
    counts: dict[str, int] = {}
    with path.open("w", encoding="utf8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(("event_type", "date", "year", "longitude", "latitude", "faction", "passage"))
        for event in events(size):
            where, start = event.location, event.date.start
            if where and start:
                faction = event.factions[0]
                counts[faction] = counts.get(faction, 0) + 1
                passage = event.passages[0].text
                rows.writerow((event.event_type, start, start.year, where.longitude, where.latitude, faction, passage))
    return sum(counts.values()), counts


def _measured(browser: Browser, table: Path, shown: int, parties: dict[str, int], left: float) -> tuple[float, float]:
    """Seconds to the whole map, and from a choice of faction to the map of it."""
    context = browser.new_context()
    context.set_default_timeout(1000 * left)
    try:
        with _serving(table) as url:
            page, started = context.new_page(), time.perf_counter()
            page.goto(url)
            _markers(page, shown, left)
            first, faction = time.perf_counter() - started, sorted(parties)[0]
            page.wait_for_timeout(1000)
            page.locator("[data-testid=stSelectbox] input").click()
            option = page.get_by_role("option", name=faction, exact=True)
            option.wait_for()
            started = time.perf_counter()
            option.click()
            _markers(page, parties[faction], left)
            return first, time.perf_counter() - started
    finally:
        context.close()


def _markers(page: Page, count: int, left: float) -> None:
    """Waits until the map has as many markers; its frame is another at each change."""
    limit = time.monotonic() + left
    while not any(frame.locator(MARKERS).count() == count for frame in page.frames[1:]):
        if time.monotonic() > limit:
            raise TooSlow("the map is not there yet")
        page.wait_for_timeout(20)


@contextmanager
def _serving(table: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = ["--server.port", str(port), "--server.headless", "true", "--server.address", "127.0.0.1"]
    command = [sys.executable, "-m", "streamlit", "run", str(SCRIPT), *options, "--", str(table)]
    with subprocess.Popen(command, cwd=SCRIPT.parents[2], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health", process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
