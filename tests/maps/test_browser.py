"""The map in a real browser, without Streamlit: it draws, offline, what layers.py tells."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import copytree
from threading import Thread

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, Route

from geo.maps.base import build_map
from geo.maps.layers import symbols_group
from geo.maps.leaflet_files import base_map_folder, leaflet_folder, use_local_files
from geo.model import Location
from geo.query.selection import Selection
from geo.query.words import Language
from geo.store.table import EventTable
from tests.store.made import at, event, table

HOSTILE = "<img src=x onerror=window.pwned=1>"

EVENTS = table(
    event(0, where=at("sirte"), disputed=("x",)),
    event(1, where=at("benghazi"), kind="talks"),
    event(2, where=at("benghazi"), kind="protest"),
    event(3, where=at("sirte", precision=3, radius=150.0, north=-0.8)),
    event(4, where=Location("x", HOSTILE, HOSTILE, None, "LY", 14.0, 27.0, 2, 15.0), status="planned"),
)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    folder = tmp_path_factory.mktemp("site")
    copytree(leaflet_folder(), folder / "leaflet")
    copytree(base_map_folder(), folder / "base")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield folder, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1000, "height": 600})
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("requestfailed", lambda request: faults.append(request.url))
    opened.route("**/*", lambda route: answer(route, faults))
    yield opened
    opened.close()
    assert not faults


def answer(route: Route, faults: list[str]) -> None:
    if route.request.url.startswith(("http://127.0.0.1:", "data:")):
        route.continue_()
    else:
        faults.append(route.request.url)
        route.abort()


def show(page: Page, site: tuple[Path, str], built: EventTable = EVENTS, language: Language = "en") -> None:
    folder, address = site
    map_ = build_map(language)
    use_local_files(map_, "leaflet", "base")
    symbols_group(Selection(built, np.ones(len(built), dtype=bool)), language).add_to(map_)
    map_.get_root().save(str(folder / "index.html"))
    page.goto(f"{address}/index.html")
    page.locator(".leaflet-container[data-ready=true]").wait_for()


def test_it_draws_offline_one_mark_a_point(page: Page, site: tuple[Path, str]) -> None:
    show(page, site)
    assert page.locator("path.leaflet-interactive").count() == 4
    assert page.locator(".dalil-count").all_text_contents() == ["2"]
    assert "?" in page.locator(".dalil-face .dalil-sign").all_text_contents()
    assert page.locator(".leaflet-halos-pane path").count() == 4
    assert page.locator(".dalil-town").count() > 8


def test_a_label_is_text_whatever_it_holds(page: Page, site: tuple[Path, str]) -> None:
    show(page, site)
    told = []
    for mark in page.locator("path.leaflet-interactive").all():
        mark.hover(force=True)
        told += page.locator(".dalil-tip").all_inner_texts()
    assert any(HOSTILE in label for label in told)
    assert page.evaluate("window.pwned") is None
    assert page.locator(".leaflet-tooltip img").count() == 0


def test_fit_all_and_no_events(page: Page, site: tuple[Path, str]) -> None:
    far = table(event(0, where=Location("m", "Moscow", "موسكو", None, "RU", 37.6, 55.75, 1, 5.0)), event(1, where=at("sirte")))
    show(page, site, far)
    assert not in_view(page, 37.6, 55.75)
    assert in_view(page, 17.0, 27.0)
    page.get_by_role("button", name="Fit all").click()
    page.wait_for_function(f"() => {BOUNDS}.contains([55.75, 37.6])")
    show(page, site, table())
    page.get_by_role("button", name="Fit all").click()
    assert in_view(page, 17.0, 27.0)


BOUNDS = "Object.entries(window).find(([name]) => /^map_[0-9a-f]+$/.test(name))[1].getBounds()"


def in_view(page: Page, longitude: float, latitude: float) -> bool:
    return bool(page.evaluate(f"{BOUNDS}.contains([{latitude}, {longitude}])"))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_legend_is_whole_in_both_languages(page: Page, site: tuple[Path, str], language: Language) -> None:
    show(page, site, EVENTS, language)
    legend = page.locator(".dalil-legend")
    assert legend.locator("li").count() == 14
    assert legend.get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    assert legend.evaluate("box => box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth")
    assert page.locator(".leaflet-control-attribution svg").count() == 0, "Leaflet's flag gives way to the credit"
    assert "Natural Earth" in page.locator(".leaflet-control-attribution").inner_text()


@pytest.mark.parametrize(("width", "opened"), [(390, False), (1000, True)])
def test_a_narrow_map_keeps_its_legend_closed(page: Page, site: tuple[Path, str], width: int, opened: bool) -> None:
    page.set_viewport_size({"width": width, "height": 420})
    show(page, site)
    legend = page.locator(".dalil-legend")
    assert legend.evaluate("box => box.open") is opened
    assert in_view(page, 10.0, 31.8)
    assert in_view(page, 25.0, 20.0)
    legend.locator("summary").click()
    page.set_viewport_size({"width": width + 200, "height": 420})
    page.wait_for_timeout(200)
    assert legend.evaluate("box => box.open") is not opened, "what a visitor did is left alone"


def test_districts_are_shaded_and_the_density_is_drawn_on_request(page: Page, site: tuple[Path, str]) -> None:
    show(page, site)
    assert page.locator("canvas.dalil-density").count() == 0
    page.locator(".leaflet-control-layers").hover()
    for name in ("Events by district", "Density of events"):
        page.locator(".leaflet-control-layers label", has_text=name).click()
    shaded = page.locator(".leaflet-shading-pane path:not([fill-opacity='0'])")
    assert shaded.count() == 2
    page.locator("canvas.dalil-density").wait_for()
    painted = """() => {
        const canvas = document.querySelector("canvas.dalil-density");
        return canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.some((byte) => byte > 0);
    }"""
    assert page.evaluate(painted)
