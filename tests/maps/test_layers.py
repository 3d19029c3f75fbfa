from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest
from streamlit_folium import _get_feature_group_string as group_script

from geo.maps.base import build_map
from geo.maps.layers import clicked_symbol, symbols_group
from geo.model import Location
from geo.query.cells import Bounds, rows_of, symbols
from geo.query.selection import Selection
from geo.query.words import Language
from geo.store.table import EventTable
from tests.store.made import TOWNS, at, event, table

HOSTILE = "</script><img src=x onerror=alert(1)>'\"\u2028{{7*7}}\u202e\ud800"


def script(built: EventTable, language: Language = "en", **options: Any) -> str:
    rows = np.ones(len(built), dtype=bool)
    text: str = group_script(symbols_group(Selection(built, rows), language, **options), build_map(language))
    return text


def test_the_same_rows_give_the_same_script_and_others_another() -> None:
    one, two = table(event(0, where=at("sirte"))), table(event(0, where=at("ajdabiya")))
    assert script(one) == script(one)
    assert script(one) != script(two)


def test_the_old_group_is_let_go_before_the_new_one_is_kept() -> None:
    text = script(table(event(0, where=at("sirte"))))
    assert text.index("window.feature_group=[]") < text.index("window.feature_group.push")


def test_a_mark_carries_id_count_colour_and_label_and_no_text_of_an_article() -> None:
    text = script(table(event(0, where=at("sirte"), quote="نص سري"), event(1, where=at("sirte"))))
    assert '["p:16.589,31.209",16.589,31.209,2,[[0,2]],"reported",5.0,0,"Sirte · events: 2",0]' in text
    assert "نص" not in text


def test_labels_follow_the_language() -> None:
    built = table(event(0, where=at("sirte", precision=2)))
    assert "near Sirte" in script(built)
    assert "سرت" in script(built, "ar")


def test_hostile_names_stay_text() -> None:
    place = Location("x", HOSTILE, HOSTILE, None, "LY", 16.0, 31.0, 1, 5.0)
    text = script(table(event(0, where=place)))
    data = re.search(r"dalil\.symbols\(\w+,(\{.*\})\);", text)
    assert data
    assert not set("<>&\u2028\u202e") & set(data[1])


def test_no_events_is_an_empty_group() -> None:
    assert re.search(r'dalil\.symbols\(\w+,\{"marks":\[\],"districts":\{\},"extent":null,"view":null\}\);', script(table()))


def test_a_chosen_mark_is_drawn_as_chosen() -> None:
    built = table(event(0, where=at("sirte")))
    name = symbols(Selection(built, np.ones(1, dtype=bool)))[0].id
    assert script(built, selected=name).count(',1]],"districts"') == 1
    assert script(built).count(',0]],"districts"') == 1


def test_marks_in_view_alone_are_sent_and_the_extent_is_of_all() -> None:
    text = script(table(event(0, where=at("sirte")), event(1, where=at("benghazi"))), bounds=Bounds(15.0, 30.0, 18.0, 32.0))
    assert "p:16.589" in text
    assert "p:20.0" not in text
    assert re.search(r'"extent":\[16\.5[\d.]*,31\.[\d.]*,20\.0[\d.]*,32\.[\d.]*\]', text)


@pytest.mark.parametrize("towns", [1, 3])
def test_a_click_leads_back_to_the_rows(towns: int) -> None:
    built = table(*(event(n, where=at(town)) for n, town in enumerate(list(TOWNS)[:towns])))
    rows = np.ones(len(built), dtype=bool)
    for mark in symbols(Selection(built, rows)):
        seen = {"last_active_drawing": {"type": "Feature", "properties": {"id": mark.id, "count": 1, "group": 0}}}
        assert len(rows_of(Selection(built, rows), clicked_symbol(seen) or "")) == 1


@pytest.mark.parametrize("seen", [None, {}, {"last_active_drawing": None}, {"last_active_drawing": {"properties": None}}])
def test_no_click(seen: dict[str, object] | None) -> None:
    assert clicked_symbol(seen) is None
