"""The page: filters at its side, the head, the map over the timeline, the evidence beside them; or the places page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from gazetteer.errors import GazetteerError
from geo.errors import DalilError
from geo.query.filters import Filter, mask
from geo.ui import assets, evidence, header, link, map_panel, own_places, places_page, sidebar, state, timeline_panel
from geo.ui.arguments import read_arguments
from geo.ui.case import Case, open_case
from geo.ui.faults import faults
from geo.ui.texts import Texts


def show(arguments: Sequence[str]) -> None:
    """The page for `[--places FILE.csv] [PATH…]` (the seeds without a path); a fault is one line, never a traceback."""
    texts = Texts(state.view().language if state.begun() else link.language())
    try:
        said = read_arguments(arguments)
        own = own_places.kept(said.places)
        with st.spinner(texts("reading")):
            case = open_case(said.paths, own)
        draw(case, said.places)
    except (DalilError, GazetteerError) as error:
        assets.dress(texts)
        st.html(faults([str(error)], texts.count("faulty", 1)))


def draw(case: Case, places: Path | None = None) -> None:
    """The whole page for this session's view of `case`; `places` is the analyst's own file."""
    if not state.begun():
        state.begin(link.opened(case.table))
    view = state.view()
    texts = Texts(view.language)
    assets.dress(texts)
    link.tell(view)
    if view.screen == "places":
        places_page.draw(case, places, texts)
        return
    with st.sidebar:
        sidebar.draw(case.table, view.filter, texts)
    header.draw(case.table, mask(case.table, view.filter), texts)
    if case.faults:
        st.html(faults(case.faults, texts.count("unreadable", len(case.faults))))
    _panels(case, view.filter, texts)


@st.fragment
def _panels(case: Case, chosen: Filter, texts: Texts) -> None:
    """What a click on a mark, a card or a page redraws alone; a brush changes the filter, and so the whole page."""
    if state.view().filter != chosen:
        st.rerun()
    link.tell(state.view())
    rows = mask(case.table, chosen)
    left, right = st.columns([1.8, 1], gap="small")
    with left:
        map_panel.draw(case.table, rows, texts)
        timeline_panel.draw(case.table, chosen, texts)
    with right:
        evidence.draw(case.table, rows, texts)
