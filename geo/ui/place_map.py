"""The map on which a place is put by a click."""

from __future__ import annotations

import streamlit as st
from streamlit_folium import st_folium

from geo.maps.picking import PICKED, picked_point, picking_group
from geo.ui import map_panel, state
from geo.ui.case import Case
from geo.ui.texts import Texts

KEY = "places_map"


def draw(case: Case, texts: Texts) -> None:
    """The own places and the point of the draft; a click moves that point. The frame is never mounted anew."""
    draft = state.view().draft
    point = None if draft.latitude is None or draft.longitude is None else (draft.longitude, draft.latitude)
    with st.container(key="places_frame"):
        st_folium(
            map_panel.offline_map(texts.language, picking=True),
            key=KEY,
            feature_group_to_add=picking_group([own.place for own in case.own], point, draft.radius_km or 0.0, texts.language),
            returned_objects=PICKED,
            use_container_width=True,
            height=map_panel.HEIGHT,
            on_change=_clicked,
        )


def _clicked() -> None:
    point = picked_point(state.entered(KEY))
    if point:
        state.edit(longitude=point[0], latitude=point[1])
