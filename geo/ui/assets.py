"""Files that the browser asks of this server: Leaflet, the base map, the fonts. None comes from the net."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.components.v1 import declare_component

from geo.coding.vocabulary import event_groups
from geo.maps.leaflet_files import base_map_folder, leaflet_folder
from geo.ui.texts import Texts

HERE = Path(__file__).parent
ICON = str(HERE / "icon.svg")  # an emoji or a symbol by name would be fetched from the net

# A component's folder is served under its name, with no static/ folder beside app.py and no vendored file.
LEAFLET = declare_component("leaflet_files", path=leaflet_folder())
BASE_MAP = declare_component("base_map_files", path=base_map_folder())
FONTS = declare_component("font_files", path=HERE / "fonts")

_TURN = "<script>document.documentElement.lang = {language!r}; document.documentElement.dir = {direction!r};</script>"


def dress(texts: Texts) -> None:
    """The page's style and direction. The one script of ours holds a constant of two languages and nothing else."""
    st.html(HERE / "style.css")
    colours = "".join(f".st-key-group-{group.id} {{ --group: {group.colour}; }}" for group in event_groups().values())
    st.html(f"<style>{colours}</style>")
    st.html(_TURN.format(language=texts.language, direction=texts.direction), unsafe_allow_javascript=True)
