"""What the dashboard costs by the number of events: `python -m tests.benchmarks.dashboard [--least N] [--most N] [--folder F]`.

For each pile: the time to open it and its memory; the server's time for a change of the filter (from the message to the end
of the run, one session, and the processor time in it), each beside the case of 100 events served at the same time, so that
a busy machine spoils the figures and not their ratio; what a visitor waits for in headless Chromium. Then sessions that
change their filter every 2 to 6 seconds, the browser's heap over 200 changes, the naive dashboard (`naive.py`) and the
exports. Cases are made by `pile.py`, and kept where `--folder` says.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from tests.benchmarks import browsing, exports, sessions, slow
from tests.benchmarks.pile import events, fill
from tests.browser.conftest import serving
from tests.conftest import BROWSER_FLAGS

SIZES = (100, 1_000, 10_000, 100_000, 1_000_000)
BASE = SIZES[0]
CHANGES, TIMES, SWAPS = 12, 4, 200
SESSIONS = (1, 5, 20, 50)
EXPORTED = 20_000
NAIVE_BUDGET = 300.0  # seconds
OPENING = """
import re, sys, time
from pathlib import Path
from geo.store.case import CaseFile
memory = lambda: int(re.search(r"VmRSS:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
before, started, worked = memory(), time.perf_counter(), time.process_time()
table = CaseFile.open(Path(sys.argv[1])).table()
print(time.perf_counter() - started, time.process_time() - worked, memory() - before)
"""


def case_of(folder: Path, count: int) -> Path:
    """The case of `count` events, made when it is not there."""
    path = folder / f"e{count}.gpkg"
    if not path.exists():
        fill(path, count)
    return path


def opening(case: Path) -> list[float]:
    """Seconds, seconds of processor time and MB that the table of the case takes."""
    done = subprocess.run([sys.executable, "-c", OPENING, str(case)], capture_output=True, text=True, check=True)
    return [float(word) for word in done.stdout.split()]


@contextmanager
def served(case: Path) -> Iterator[tuple[str, int]]:
    """The URL and the process of a server of the case."""
    before = _children()
    with serving("--case", case) as url:
        [process] = _children() - before
        yield url, process


def _children() -> set[int]:
    return {int(pid) for task in Path("/proc/self/task").iterdir() for pid in (task / "children").read_text().split()}


def processor(process: int) -> float:
    """Seconds of processor time that a process has taken."""
    user, system = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def changes(url: str, process: int) -> tuple[list[float], float, list[int]]:
    """Of changes in one session: milliseconds, milliseconds of processor time each, bytes."""
    sessions.times(url, 1, 2)
    before = processor(process)
    spent, sizes = sessions.times(url, 1, CHANGES)
    return [1000 * one for one in spent], 1000 * (processor(process) - before) / (len(spent) + 3), sizes


def pile(browser: Browser, folder: Path, count: int) -> None:
    """The rows of one size."""
    seconds, worked, memory = opening(case_of(folder, count))
    print(f"\n{count:,} events: opened in {seconds:.1f} s ({worked:.1f} s of processor time), {memory:,.0f} MB", flush=True)
    context = browser.new_context()
    with served(case_of(folder, BASE)) as (base_url, base_process), served(case_of(folder, count)) as (url, process):
        ours, theirs = [], []
        for _ in range(2):
            theirs.append(changes(base_url, base_process))
            ours.append(changes(url, process))
        _beside("server, ms a change", *([ms for run in runs for ms in run[0]] for runs in (ours, theirs)))
        _beside("processor, ms a change", *([run[1] for run in runs] for runs in (ours, theirs)))
        _beside("bytes a change, one session", *([size for run in runs for size in run[2]] for runs in (ours, theirs)))
        base, found = browsing.visit(context, base_url, TIMES), browsing.visit(context, url, TIMES)
        for name, ms, other in zip(browsing.NAMES, found.medians(), base.medians(), strict=True):
            print(f"  {name:30}{ms:10.0f}{other:12.0f}{ms / other:8.2f}", flush=True)
    context.close()


def _beside(name: str, ours: Sequence[float], theirs: Sequence[float]) -> None:
    print(f"  {name:30}{median(ours):10.0f}{median(theirs):12.0f}{median(ours) / median(theirs):8.2f}", flush=True)


def crowds(folder: Path, count: int) -> None:
    """Sessions at once."""
    print(f"\nsessions on {count:,} events, each a change every 2 to 6 s: median and 95th of 100, ms; processor, ms a change")
    with served(case_of(folder, count)) as (url, process):
        sessions.times(url, 1, 2)
        for crowd in SESSIONS:
            before = processor(process)
            spent = sorted(1000 * one for one in sessions.times(url, crowd, 4)[0])
            cost = 1000 * (processor(process) - before) / (len(spent) + 3 * crowd)
            print(f"  {crowd:4}{median(spent):10.0f}{spent[len(spent) * 95 // 100]:10.0f}{cost:10.0f}", flush=True)


def heap(browser: Browser, folder: Path, count: int) -> None:
    """The browser's memory."""
    context = browser.new_context()
    with served(case_of(folder, count)) as (url, _):
        before, after = browsing.visit(context, url, 2, SWAPS).heap
    context.close()
    print(f"\nheap of the page on {count:,} events, {SWAPS} changes: {before:.1f} to {after:.1f} MB ({after / before - 1:+.0%})")


def main(arguments: Sequence[str]) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--least", type=int, default=SIZES[0])
    parser.add_argument("--most", type=int, default=SIZES[-1])
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--only", choices=("piles", "sessions", "heap", "naive", "exports"))
    said = parser.parse_args(arguments)
    folder = said.folder or Path(tempfile.mkdtemp(prefix="dalil-piles-"))
    sizes = [size for size in SIZES if said.least <= size <= said.most]
    print(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}")
    print(f"{time.strftime('%Y-%m-%d %H:%M', time.gmtime())} UTC\n{'':32}{'here':>10}{'100 events':>12}{'ratio':>8}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(BROWSER_FLAGS))
        parts = {
            "piles": lambda: [pile(browser, folder, size) for size in sizes],
            "sessions": lambda: [crowds(folder, size) for size in sorted({sizes[0], sizes[-1]})],
            "heap": lambda: heap(browser, folder, sizes[-1]),
            "naive": lambda: slow.main(browser, sizes, NAIVE_BUDGET),
            "exports": lambda: exports.compare(list(events(EXPORTED)), folder),
        }
        for name, part in parts.items():
            if said.only in (None, name):
                part()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
