"""The places screen: names that no list has, the map to put them on, the editor; the analyst's own places."""

from __future__ import annotations

import streamlit as st

from gazetteer.own import FILE, own_csv
from geo.ui import header, place_editor, place_list, place_map, state
from geo.ui.case import Case
from geo.ui.texts import Texts


def draw(case: Case, texts: Texts) -> None:
    """The screen for the articles of `case`, whose file keeps what is added."""
    header.draw(header.title(texts("screen_places"), texts("places_intro"), texts), texts, lambda: _download(case, texts))
    _panels(case, texts)


def _download(case: Case, texts: Texts) -> None:
    st.download_button(
        texts("download_csv"),
        own_csv(case.own).encode("utf-8-sig"),
        FILE,
        "text/csv",
        key="download_places",
        help=texts("download_places_help"),
        on_click="ignore",
        icon=":material/download:",
        disabled=not case.own,
    )


@st.fragment
def _panels(case: Case, texts: Texts) -> None:
    """What a click in a list, the editor or the map redraws alone; a place saved or removed codes articles anew."""
    if state.view().screen != "places" or case.file.places() != case.own:
        st.rerun()
    names, middle, editor = st.columns([1, 1.25, 0.85], gap="medium")
    with names:
        place_list.draw(case, texts)
    with middle:
        place_map.draw(case, texts)
    with editor:
        place_editor.draw(case, texts)
