"""Hostile and broken articles: shown as text, told in one line, never run."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import serving
from tests.browser.screen import MARKS, cards, download, events, map_frame, ready
from tests.ui.made import HOSTILE

TEXT = f"""شنت طائرات سلاح الجو غارة جوية على مدينة سرت أمس {HOSTILE} ما أدى إلى مقتل ثلاثة مسلحين.

{HOSTILE}
"""
TITLE = "=cmd()" + HOSTILE
INJECTED = "img[src=x], [onerror], script:not([src]):has-text('alert'), iframe[src^=javascript], a[href^=javascript]"


@pytest.fixture(scope="module")
def hostile_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "a.txt").write_text(TEXT, encoding="utf8")
    (folder / "empty.txt").write_text("", encoding="utf8")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    with (folder / "articles.csv").open("w", encoding="utf8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["file", "title", "publisher", "published", "url", "language", "note"])
        writer.writerow(["a.txt", TITLE, HOSTILE, "2020-07-03", "javascript:alert(9)", "ar", ""])
        writer.writerow(["empty.txt", "", "", "", "", "ar", ""])
        writer.writerow(["binary.txt", "", "", "", "", "ar", ""])
    with serving(folder, folder / "missing<b>.txt") as url:
        yield url


@pytest.fixture
def page(visit: Callable[..., Page], hostile_url: str) -> Page:
    page = visit(hostile_url)
    ready(page)
    return page


def inert(page: Page) -> None:
    assert page.locator(INJECTED).count() == 0
    assert map_frame(page).locator(INJECTED).count() == 0


def test_hostile_text_is_only_text(page: Page) -> None:
    assert events(page) >= 1
    expect(cards(page).first).to_contain_text("<script>alert(1)</script>")
    expect(cards(page).first).to_contain_text("U+202E")
    inert(page)
    page.locator("[data-testid=stSidebar] summary", has_text="Articles").click()
    expect(page.locator("[class*=st-key-articles-]").first).to_contain_text("![x](")
    inert(page)
    map_frame(page).locator(MARKS).last.hover(force=True)
    expect(map_frame(page).locator(".leaflet-tooltip").first).to_be_visible()
    inert(page)
    page.locator("[class*=st-key-read-] button").first.click()
    expect(page.locator(".whole")).to_contain_text("<img src=x onerror=alert(2)>")
    inert(page)


def test_faults_are_one_line_each_and_no_cell_of_the_csv_starts_a_formula(page: Page) -> None:
    rows = list(csv.reader(io.StringIO(download(page, "csv").path().read_text("utf-8-sig"))))
    assert any("=cmd()" in cell for row in rows for cell in row)
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "@", "\t", "\r"))]
    faults = page.locator(".faults li")
    expect(faults.filter(has_text="empty.txt")).to_have_count(1)
    expect(faults.filter(has_text="binary.txt")).to_have_count(1)
    expect(faults.filter(has_text="missing<b>.txt")).to_have_count(1)
    expect(page.locator("body")).not_to_contain_text("Traceback")
