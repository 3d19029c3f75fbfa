"""An analyst reviews: the article and its events lead to each other, the keyboard works, what is changed stays."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from geo.model import Event
from geo.store.case import CaseFile
from tests.browser.conftest import serving
from tests.browser.screen import pressed

QUIET = "\n\n".join(
    f"وقال شاهد إن الليل كان هادئا وإن الناس عادوا إلى بيوتهم وإن المدارس فتحت أبوابها. الفقرة {n}." for n in range(20)
)
STRIKE = "شنت طائرات سلاح الجو غارة جوية على مدينة سرت أمس ما أدى إلى مقتل ثلاثة مسلحين."
CLASH = "اندلعت اشتباكات عنيفة بين الجيش ومسلحين في مدينة هون صباح أمس."
PROTEST = "تظاهر مئات المواطنين في مدينة مصراتة أمس للمطالبة برحيل الحكومة."
TEXT = f"😀 𐎀 أخبار اليوم\n\n{STRIKE}\n\n{CLASH}\n\n{QUIET}\n\n{PROTEST}\n"
ARTICLES = ("read", "keyboard", "place", "missed")  # one for each test that would disturb another
MISSED = "عادوا إلى بيوتهم"


def articles_in(folder: Path, *names: str) -> list[Path]:
    for name in names:
        (folder / f"{name}.txt").write_text(TEXT, encoding="utf8")
    rows = "".join(f"{name}.txt,2021-05-05\n" for name in names)
    (folder / "articles.csv").write_text(f"file,published\n{rows}", encoding="utf8")
    return [folder / f"{name}.txt" for name in names]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("review") / "case.gpkg"


@pytest.fixture(scope="module")
def url(file: Path) -> Iterator[str]:
    with serving("--case", file, *articles_in(file.parent, *ARTICLES)) as url:
        yield f"{url}/?screen=review&article="  # the filter


def opened(page: Page) -> Page:
    page.locator(".article-root .whole").wait_for()
    page.locator("[data-test-script-state=notRunning]").wait_for(state="attached")  # a key is heard when the buttons are there
    return page


def row(page: Page, kind: str) -> Locator:
    return page.locator(".event-row", has=page.locator(".kind", has_text=re.compile(f"^{kind}$")))


def event(file: Path, article: str, kind: str) -> Event:
    case = CaseFile.open(file)
    (found,) = [event for event in case.events_of(article) if event.event_type == kind]
    case.close()
    return found


def choose(page: Page, kind: str) -> None:
    row(page, kind).click()
    expect(row(page, kind)).to_have_attribute("aria-current", "true")
    expect(page.locator(".st-key-review_pane article.card .kind")).to_have_text(kind)


def test_the_list_leads_into_the_text_and_the_text_back(visit: Callable[..., Page], url: str) -> None:
    page = opened(visit(url + "read"))
    whole = page.locator(".whole")
    expect(whole).to_have_attribute("dir", "rtl")
    assert whole.evaluate("element => element.textContent") == TEXT
    choose(page, "Protest")
    here = page.locator(".whole .here").first
    expect(here).to_be_in_viewport()
    assert whole.evaluate("element => element.scrollTop") > 300
    assert "".join(page.locator(".whole .here").all_inner_texts()) == PROTEST.rstrip(".")
    choose(page, "Battle")
    expect(page.locator(".whole .here").first).to_be_in_viewport()
    page.locator(".whole [data-events]", has_text="غارة").first.click()
    expect(row(page, "Air strike")).to_have_attribute("aria-current", "true")
    expect(page.locator(".st-key-review_pane article.card .kind")).to_have_text("Air strike")
    page.wait_for_url(re.compile("event="))
    copy = opened(visit(page.url))
    expect(row(copy, "Air strike")).to_have_attribute("aria-current", "true")


def test_the_keyboard_accepts_rejects_and_undoes(visit: Callable[..., Page], url: str, file: Path) -> None:
    page = opened(visit(url + "keyboard"))
    expect(page.locator(".position")).to_have_text("1 of 3")
    pressed(page, "n", page.locator(".position", has_text="2 of 3"))
    page.keyboard.press("p")
    expect(page.locator(".position")).to_have_text("1 of 3")
    choose(page, "Battle")
    page.keyboard.press("a")
    expect(row(page, "Battle").locator(".state")).to_have_text("Accepted")
    expect(page.locator(".position")).to_have_text(re.compile("of 2"))
    choose(page, "Protest")
    page.keyboard.press("x")
    expect(page.locator(".st-key-review_why")).to_be_visible()
    page.keyboard.press("2")
    expect(row(page, "Protest").locator(".state")).to_have_text("Rejected")
    page.keyboard.press("u")
    expect(row(page, "Protest").locator(".state")).to_have_text(re.compile("Not reviewed"))
    assert event(file, "keyboard", "battle").review == "accepted"
    assert event(file, "keyboard", "protest").review == "unreviewed"
    page.locator(".st-key-reviewer input").fill("Mona")
    page.locator(".st-key-reviewer input").press("a")  # a letter typed is no act
    expect(page.locator(".position")).to_have_text(re.compile("of 2"))


def test_a_place_is_corrected_by_a_candidate_and_on_the_map(visit: Callable[..., Page], url: str, file: Path) -> None:
    page = opened(visit(url + "place"))
    choose(page, "Air strike")
    page.keyboard.press("e")
    expect(page.locator(".st-key-place-told-list button", has_text="Sirte").first).to_be_visible()
    search = page.locator(".st-key-place_query input")
    search.fill("Misrata")
    search.press("Enter")
    page.locator(".st-key-place-found-list button", has_text=re.compile("^Misrata ·")).first.click()
    expect(page.locator(".st-key-review_form .chosen")).to_contain_text("Misrata")
    page.locator(".st-key-review_save button").click()
    expect(row(page, "Air strike")).to_contain_text("Misrata")
    page.keyboard.press("e")
    page.locator(".st-key-place_on_map label").click()
    page.frame_locator(".st-key-review_map_frame iframe").locator("[data-ready=true]").click(position={"x": 120, "y": 160})
    expect(page.locator(".st-key-review_form .chosen")).to_contain_text("±5 km")
    page.locator(".st-key-review_save button").click()
    expect(page.locator(".st-key-review_form")).to_be_hidden()
    expect(row(page, "Air strike").locator(".state")).to_have_text("Edited")
    location = event(file, "place", "air_strike").location
    assert location
    assert location.geo_precision == 2


def test_what_was_missed_is_added_from_the_selection(visit: Callable[..., Page], url: str, file: Path) -> None:
    page = opened(visit(url + "missed"))
    choose(page, "Air strike")
    page.wait_for_timeout(1000)  # the text scrolls to the chosen event first
    box = page.evaluate(
        """words => {
          const piece = [...document.querySelectorAll(".whole > span")].find(each => each.textContent.includes(words));
          const at = piece.textContent.indexOf(words), range = document.createRange();
          range.setStart(piece.firstChild, at);
          range.setEnd(piece.firstChild, at + words.length);
          piece.closest(".whole").scrollTop += range.getBoundingClientRect().top - 400;
          const {left, right, top, bottom} = range.getBoundingClientRect();
          return {left, right, middle: (top + bottom) / 2};
        }""",
        MISSED,
    )
    page.mouse.move(box["right"], box["middle"])
    page.mouse.down()
    page.mouse.move(box["left"], box["middle"], steps=5)
    page.mouse.up()
    expect(page.locator(".picked-said")).to_have_text(f"{len(MISSED)} of at most 400 characters selected")
    page.locator(".picked [data-act=missed]").click()
    expect(page.locator(".st-key-review_form")).to_contain_text("An event that was missed")
    expect(page.locator(".whole .here")).to_have_text(MISSED)
    page.locator(".st-key-event_type input").click()
    page.locator("[role=option]", has_text="Humanitarian").first.click()
    page.locator(".st-key-review_save button").click()
    expect(page.locator(".event-row.added")).to_have_count(1)
    (passage,) = event(file, "missed", "humanitarian").passages
    assert passage.text == MISSED
    assert TEXT[passage.start : passage.end] == MISSED  # two characters beyond the first plane stand before it


def test_a_selection_by_keyboard_and_one_too_long(visit: Callable[..., Page], url: str) -> None:
    page = opened(visit(url + "read"))
    choose(page, "Battle")
    page.locator(".event-row").last.focus()
    page.keyboard.press("Tab")
    expect(page.locator(".whole")).to_be_focused()
    expect(page.locator(".picked-said")).to_have_text(f"{len(CLASH.split()[0])} of at most 400 characters selected")
    page.keyboard.press("Shift+ArrowLeft")
    expect(page.locator(".picked-said")).to_have_text(f"{len(' '.join(CLASH.split()[:2]))} of at most 400 characters selected")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.whole'))")
    expect(page.locator(".picked [data-act=missed]")).to_be_disabled()
    page.locator(".whole").press("Escape")
    expect(page.locator(".picked")).to_be_hidden()


def test_two_reviewers_and_a_restart_lose_nothing(visit: Callable[..., Page], tmp_path: Path) -> None:
    file = tmp_path / "case.gpkg"
    with serving("--case", file, *articles_in(tmp_path, "a")) as url:
        first, second = (opened(visit(f"{url}/?screen=review")) for _ in range(2))
        for page, name in ((first, "Mona"), (second, "Salem")):
            page.locator(".st-key-reviewer input").fill(name)
            page.locator(".st-key-reviewer input").press("Enter")
            choose(page, "Air strike")
        second.keyboard.press("e")
        wounded = second.locator(".st-key-wounded_best input")
        wounded.fill("7")
        wounded.press("Tab")
        expect(second.locator(".st-key-review_saving")).to_contain_text("not saved yet")
        first.keyboard.press("a")
        expect(row(first, "Air strike").locator(".state")).to_have_text("Accepted")
        second.locator(".st-key-review_save button").click()
        expect(second.locator(".st-key-review_conflict [role=alert]")).to_contain_text("Mona changed this event on")
        expect(wounded).to_have_value("7")
        second.locator(".st-key-put_on_top button").click()
        second.locator(".st-key-review_save button").click()
        expect(row(second, "Air strike").locator(".state")).to_have_text("Edited")
    with serving("--case", file) as url:
        page = opened(visit(f"{url}/?screen=review"))
        expect(row(page, "Air strike").locator(".state")).to_have_text("Edited")
        choose(page, "Air strike")
        page.locator(".st-key-pane button", has_text="History").click()
        expect(page.locator(".change")).to_have_count(2)
        expect(page.locator(".change").first).to_contain_text("Salem")
        expect(page.locator(".change").last).to_contain_text("Mona")
        expect(page.locator(".change").first).to_contain_text("7 wounded")


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_is_cut_off(visit: Callable[..., Page], url: str, width: int, height: int, language: str) -> None:
    page = opened(visit(f"{url}read&lang={language}", width, height))
    page.locator(".st-key-review_edit button").click()
    page.locator(".st-key-review_form").wait_for()
    for part in (".st-key-review_bar", ".article-events", ".whole", ".st-key-review_pane", ".st-key-review_saving"):
        box = page.locator(part).first.bounding_box()
        assert box, part
        assert box["x"] >= -1, part
        assert box["x"] + box["width"] <= width + 1, part
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    buttons = page.locator(".st-key-review_bar button")
    boxes = [box for box in (buttons.nth(at).bounding_box() for at in range(buttons.count())) if box]
    for one, other in pairwise(boxes):
        apart = one["x"] + one["width"] <= other["x"] + 2 or other["x"] + other["width"] <= one["x"] + 2
        assert apart or one["y"] + one["height"] <= other["y"] + 1
