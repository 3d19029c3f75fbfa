"""The places page: names that no list has, the map to put them on, the editor; the analyst's own places."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from markupsafe import Markup

from gazetteer.errors import GazetteerError
from gazetteer.own import FILE, own_csv
from geo.ui import header, own_places, place_editor, place_list, place_map, state
from geo.ui.case import Case
from geo.ui.escape import shown
from geo.ui.texts import Texts


def draw(case: Case, file: Path | None, texts: Texts) -> None:
    """The page for the articles of `case`; what is added goes to `file`, or stays in the session when there is none."""
    with st.container(horizontal=True, key="head", vertical_alignment="center"):
        st.html(_title(case, file, texts))
        st.button(
            texts("map"),
            key="to_map",
            on_click=state.change,
            kwargs={"screen": "map"},
            icon=":material/map:",
        )
        st.download_button(
            texts("download_csv"),
            own_csv(case.own).encode("utf-8-sig"),
            file.name if file else FILE,
            "text/csv",
            key="download_places",
            help=texts("download_places_help"),
            on_click="ignore",
            icon=":material/download:",
            disabled=not case.own,
        )
        header.language_button(texts)
    _panels(case, file, texts)


@st.fragment
def _panels(case: Case, file: Path | None, texts: Texts) -> None:
    """What a click in a list, the editor or the map redraws alone; a place saved or removed codes all anew."""
    if state.view().screen != "places" or _changed(case, file):
        st.rerun()
    names, middle, editor = st.columns([1, 1.25, 0.85], gap="medium")
    with names:
        place_list.draw(case, file, texts)
    with middle:
        place_map.draw(case, texts)
    with editor:
        place_editor.draw(case, file, texts)


def _changed(case: Case, file: Path | None) -> bool:
    """Whether the places are no longer those the case was coded with, or can't be read: the whole page tells."""
    try:
        return own_places.kept(file) != case.own
    except GazetteerError:
        return True


def _title(case: Case, file: Path | None, texts: Texts) -> Markup:
    kept = texts("kept_in_file", file=file.name) if file else texts("kept_in_session") if case.own else ""
    said = " · ".join(filter(None, (texts("places_intro"), kept)))
    return Markup('<header class="head"><h1>{}</h1><p class="words" title="{}">{}</p></header>').format(
        texts("places_page"), said, shown(said)
    )
