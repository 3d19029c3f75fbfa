"""The page without a browser: what each widget does to the one filter, and the filter to everything."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo.query.filters import Filter, mask
from geo.query.selection import Selection
from geo.ui.state import View

ROOT = Path(__file__).parents[2]


def made_page() -> None:
    from geo.ui.page import draw
    from tests.ui.made import made_case

    draw(made_case())


def many_page() -> None:
    from geo.ui.page import draw
    from tests.ui.made import many_case

    draw(many_case(45))


@pytest.fixture
def page() -> AppTest:
    app = AppTest.from_function(made_page, default_timeout=60).run()
    assert not app.exception
    return app


def view(app: AppTest) -> View:
    return app.session_state["view"]


def html(app: AppTest) -> str:
    return " ".join(element.proto.body for element in app.get("html"))


def cards(app: AppTest) -> int:
    return html(app).count("<article ")


def test_everything_but_statements_is_shown_at_first(page: AppTest) -> None:
    assert "<b>3</b> events" in html(page)
    assert "<b>5</b> killed" in html(page)
    assert "<b>1</b> undated" in html(page)
    assert cards(page) == 3
    assert [page.checkbox(key=f"group-{group}").value for group in ("violence", "politics", "statement")] == [True, True, False]


def test_a_group_is_added_and_taken_away(page: AppTest) -> None:
    page.checkbox(key="group-statement").check().run()
    assert cards(page) == 4
    page.checkbox(key="group-violence").uncheck().run()
    assert cards(page) == 3
    assert "air_strike" not in view(page).filter.types
    page.checkbox(key="type-air_strike").check().run()
    assert page.checkbox(key="group-violence").value
    assert cards(page) == 4


def test_the_last_group_out_brings_back_the_usual_ones(page: AppTest) -> None:
    for group in ("violence", "forces", "coercion", "politics", "public"):
        page.checkbox(key=f"group-{group}").uncheck().run()
    assert view(page).filter == Filter()


@pytest.mark.parametrize(
    ("act", "expected", "left"),
    [
        (lambda app: app.checkbox(key="factions-LNA").check(), Filter(factions=frozenset({"LNA"})), 1),
        (lambda app: app.checkbox(key="places-hun").check(), Filter(places=frozenset({"hun"})), 1),
        (lambda app: app.checkbox(key="statuses-claimed").check(), Filter(statuses=frozenset({"claimed"})), 1),
        (lambda app: app.checkbox(key="statuses-disputed").check(), Filter(statuses=frozenset({"disputed"})), 1),
        (lambda app: app.checkbox(key="with_undated").uncheck(), Filter(include_undated=False), 2),
        (lambda app: app.text_input(key="text").input("غدامس"), Filter(text="غدامس"), 2),
        (lambda app: app.text_input(key="text").input("Hun"), Filter(text="Hun"), 1),
        (lambda app: app.date_input(key="date_from").set_value(date(2021, 3, 23)), Filter(start=date(2021, 3, 23)), 3),
        (lambda app: app.date_input(key="date_to").set_value(date(2021, 3, 1)), Filter(end=date(2021, 3, 1)), 1),
        (lambda app: app.checkbox(key="articles-made_1").check(), Filter(articles=frozenset({"made_1"})), 3),
    ],
)
def test_each_filter_drives_cards_and_figures_and_is_cleared(page: AppTest, act, expected: Filter, left: int) -> None:
    act(page).run()
    assert not page.exception
    assert view(page).filter == expected
    assert cards(page) == left
    assert f"<b>{left}</b> event" in html(page)
    page.button(key="clear_all").click().run()
    assert view(page).filter == Filter()
    assert cards(page) == 3


def test_dates_the_wrong_way_round_are_turned(page: AppTest) -> None:
    page.date_input(key="date_from").set_value(date(2021, 3, 24)).run()
    page.date_input(key="date_to").set_value(date(2021, 3, 22)).run()
    assert (view(page).filter.start, view(page).filter.end) == (date(2021, 3, 22), date(2021, 3, 24))


def test_nothing_found_is_said(page: AppTest) -> None:
    page.text_input(key="text").input("no such words").run()
    assert not page.exception
    assert "No event matches these filters." in html(page)
    assert "No dated events in view" in html(page)


def test_undated_and_unlocated_events_are_listed(page: AppTest) -> None:
    page.session_state["scope"] = "undated"
    page.session_state["view"] = View(scope="undated")
    page.run()
    assert cards(page) == 1
    assert "date is" not in html(page)
    assert "place not told" in html(page)


def test_arabic(page: AppTest) -> None:
    page.button(key="language").click().run()
    assert not page.exception
    assert "<b>3</b> أحداث" in html(page)
    assert "dir = 'rtl'" in html(page)
    assert page.button(key="language").label == "English"


def test_a_mark_of_the_map_opens_its_cards(page: AppTest) -> None:
    from geo.query.cells import symbols
    from tests.ui.made import made_case

    table = made_case().table
    mark = next(mark for mark in symbols(Selection(table, mask(table, Filter()))) if mark.place.id == "hun")
    page.session_state["view"] = View(mark=mark.id, scope="mark")
    page.run()
    assert cards(page) == 1
    assert "Air strike" in html(page)
    # a mark that a filter has emptied gives way to the whole selection
    page.session_state["view"] = View(mark=mark.id, scope="mark", filter=Filter(places=frozenset({"ghadames"})))
    page.run()
    assert "Protest" in html(page)


def test_the_map_is_the_same_whatever_the_filter(page: AppTest) -> None:
    def script() -> str:
        return json.loads(page.get("component_instance")[0].proto.json_args)["script"]

    before = script()
    page.checkbox(key="factions-LNA").check().run()
    assert script() == before


def test_cards_come_a_page_at_a_time() -> None:
    app = AppTest.from_function(many_page, default_timeout=60).run()
    assert cards(app) == 10
    assert "1–10 of 45" in html(app)
    for _ in range(4):
        app.button(key="next").click().run()
    assert cards(app) == 5
    assert app.button(key="next").disabled
    app.text_input(key="text").input("هون").run()
    assert view(app).page == 0


def test_a_card_leads_to_its_article(page: AppTest) -> None:
    page.button(key="read-0").click().run()
    assert not page.exception
    assert (view(page).screen, view(page).event, view(page).article) == ("review", "made-strike", "made_1")


def test_the_seeds_are_shown_by_the_page_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["app.py"])
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    assert not app.exception
    assert "<b>5</b> articles" in html(app)


def test_a_path_that_is_not_there_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["app.py", "no/such/<b>.txt"])
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    assert not app.exception
    assert "no/such/&lt;b&gt;.txt" in html(app)
    assert "1 article could not be read" in html(app)


def empty_page() -> None:
    from geo.ui.page import draw
    from tests.ui.made import case_of

    draw(case_of(()))


def test_an_empty_case_leads_to_its_first_articles() -> None:
    app = AppTest.from_function(empty_page, default_timeout=60).run()
    assert "This case holds no events yet" in html(app)
    app.button(key="first_articles").click().run()
    assert not app.exception
    assert view(app).screen == "add"
