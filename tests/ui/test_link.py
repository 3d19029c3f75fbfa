"""The view as a link: what a query means, and that a view comes back from its own."""

from __future__ import annotations

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from geo.maps.view import MapView
from geo.query.cells import symbols
from geo.query.filters import Filter, mask
from geo.query.selection import Selection
from geo.ui.link import query_of, view_of
from geo.ui.state import View
from tests.ui.made import made_case

TABLE = made_case().table
MARK = next(mark.id for mark in symbols(Selection(TABLE, mask(TABLE, Filter()))) if mark.place.id == "hun")


@pytest.mark.parametrize(
    "view",
    [
        View(),
        View(language="ar", screen="places"),
        View(mark=MARK, scope="mark"),
        View(scope="undated"),
        View(screen="review", event="some-event", article="made_1"),
        View(map=MapView(31.2, 16.5, 7.25)),
        View(
            filter=Filter(
                start=date(2021, 3, 1),
                end=date(2021, 3, 30),
                factions=frozenset({"LNA", "CIV"}),
                places=frozenset({"hun"}),
                types=frozenset({"air_strike", "statement"}),
                statuses=frozenset({"disputed"}),
                articles=frozenset({"made_1"}),
                text="هون & <b>",
                include_undated=False,
                include_unlocated=False,
            )
        ),
    ],
)
def test_a_view_comes_back_from_its_query(view: View) -> None:
    assert view_of(query_of(view), TABLE) == view


@pytest.mark.parametrize(
    "query",
    [
        {"lang": ["fr"]},
        {"from": ["yesterday"], "to": ["2021-02-31"]},
        {"faction": ["<script>"], "place": ["nowhere"], "type": ["dance"], "status": ["x"], "article": ["../x"]},
        {"mark": ["zzz"], "list": ["mark"], "screen": ["admin"]},
        {"mark": ["p:999999999999999999999999e9,1"]},
        {"map": ["here"], "in": ["no such article"]},
        {"map": ["1e999,0,5"]},
        {"undated": ["maybe"], "unknown": ["key"]},
        {"lang": []},
    ],
)
def test_what_means_nothing_is_left_out(query: dict[str, list[str]]) -> None:
    assert view_of(query, TABLE) == View()


def test_dates_the_wrong_way_round_are_turned() -> None:
    chosen = view_of({"from": ["2021-03-30"], "to": ["2021-03-01"]}, TABLE).filter
    assert (chosen.start, chosen.end) == (date(2021, 3, 1), date(2021, 3, 30))


def made_page() -> None:
    from geo.ui.page import draw
    from tests.ui.made import made_case

    draw(made_case())


def test_the_address_follows_the_page_and_opens_it_again() -> None:
    page = AppTest.from_function(made_page, default_timeout=60).run()
    assert page.query_params == {}
    page.checkbox(key="factions-LNA").check().run()
    page.button(key="language").click().run()
    assert page.query_params == {"faction": "LNA", "lang": "ar"}
    again = AppTest.from_function(made_page, default_timeout=60)
    again.query_params.update(page.query_params)
    again.run()
    assert not again.exception
    assert again.session_state["view"] == View(language="ar", filter=Filter(factions=frozenset({"LNA"})))
    assert again.query_params == page.query_params


def test_a_bad_address_is_cleaned() -> None:
    page = AppTest.from_function(made_page, default_timeout=60)
    page.query_params.update({"faction": ["<b>", "LNA"], "from": "soon"})
    page.run()
    assert not page.exception
    assert page.query_params == {"faction": "LNA"}
