"""The map: the offline base, drawn once, and the marks of the selection, swapped in place."""

from __future__ import annotations

from typing import Any

import streamlit as st
from streamlit_folium import st_folium

from geo.maps.base import build_map
from geo.maps.layers import RETURNED, clicked_symbol, clicks, symbols_group
from geo.maps.leaflet_files import use_local_files
from geo.maps.view import moved_view
from geo.query.selection import Selection
from geo.ui import assets, state
from geo.ui.texts import Language, Texts

HEIGHT = 520  # pixels; the style sheet makes it follow the window
KEY = "map"


def offline_map(language: Language, picking: bool = False) -> Any:
    """A fresh folium map that loads its scripts, styles and fonts from this server."""
    map_ = build_map(language, picking)
    use_local_files(map_, f"../{assets.LEAFLET.name}", f"../{assets.BASE_MAP.name}")
    map_.default_css.append(("frame", f"../{assets.FONTS.name}/frame.css"))
    return map_


def draw(selection: Selection, texts: Texts) -> None:
    """The map of the selected rows. Only the feature group differs between runs, so the frame is never mounted anew."""
    seen = state.view()
    with st.container(key="map_frame"):
        st_folium(
            offline_map(texts.language),
            key=KEY,
            feature_group_to_add=symbols_group(
                selection, texts.language, seen.map.bounds if seen.map else None, selected=seen.mark, first=seen.map
            ),
            returned_objects=RETURNED,
            use_container_width=True,
            height=HEIGHT,
            on_change=_answered,
        )


def _answered() -> None:
    """A click on a mark, or a move of the map; what was clicked last stays in every later answer."""
    answer = state.entered(KEY)
    mark, count = clicked_symbol(answer), clicks(answer)
    if view := moved_view(answer):
        state.change(map=view, page=state.view().page)
    if mark and count != state.view().clicks:
        state.change(mark=mark, scope="mark")
    state.change(clicks=count, page=state.view().page)
