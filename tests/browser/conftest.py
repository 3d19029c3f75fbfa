"""A real server on a loopback port and a real browser that may go nowhere else."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

ROOT = Path(__file__).parents[2]
SLOW = 60_000  # milliseconds: a loaded machine takes its time
expect.set_options(timeout=SLOW)


@contextmanager
def serving(*arguments: str | Path) -> Iterator[str]:
    """The URL of `streamlit run app.py -- ARGUMENTS`, once it answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(ROOT / "app.py"),
        "--server.port",
        str(port),
        "--server.headless",
        "true",
    ]
    with subprocess.Popen(
        [*command, "--server.address", "127.0.0.1", "--", *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health", process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode}")
        try:
            urllib.request.urlopen(url, timeout=2).close()
        except urllib.error.URLError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError(f"no answer from {url}")


@pytest.fixture(scope="session")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One context for all tests, so that Streamlit's scripts are loaded once; routing would empty its cache."""
    context = browser.new_context(accept_downloads=True)
    context.set_default_timeout(SLOW)
    yield context
    context.close()


@pytest.fixture(scope="session")
def seeds_url() -> Iterator[str]:
    with serving() as url:
        yield url


@pytest.fixture
def visit(context: BrowserContext) -> Iterator[Callable[..., Page]]:
    """Opens a URL in a fresh page. A request to elsewhere, a dialog or a script error fails the test at its end."""
    faults: list[str] = []
    pages: list[Page] = []

    def asked(request: Request) -> None:
        if urlsplit(request.url).scheme not in ("data", "blob") and urlsplit(request.url).hostname != "127.0.0.1":
            faults.append(f"asked for {request.url}")

    def opened(url: str, width: int = 1440, height: int = 900) -> Page:
        page = context.new_page()
        pages.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.on("request", asked)
        page.on("dialog", lambda dialog: (faults.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("pageerror", lambda error: faults.append(f"page error {error}"))
        page.goto(url)
        return page

    yield opened
    for page in pages:
        page.close()
    assert not faults
