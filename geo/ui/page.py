"""The page: filters at its side, the head, the map over the timeline, the evidence beside them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from gazetteer.errors import GazetteerError
from geo.errors import DalilError
from geo.query.filters import Filter, mask
from geo.ui import assets, evidence, header, map_panel, sidebar, state, timeline_panel
from geo.ui.case import Case, open_case
from geo.ui.escape import shown
from geo.ui.texts import Texts


def show(paths: Sequence[str]) -> None:
    """The page for the articles in `paths` (the seeds when there are none); a fault is one line, never a traceback."""
    texts = Texts(state.view().language)
    try:
        with st.spinner(texts("reading")):
            case = open_case(tuple(paths))
        draw(case)
    except (DalilError, GazetteerError) as error:
        st.html(_faults([str(error)], texts))


def draw(case: Case) -> None:
    """The whole page for this session's view of `case`."""
    view = state.view()
    texts = Texts(view.language)
    assets.dress(texts)
    with st.sidebar:
        sidebar.draw(case.table, view.filter, texts)
    header.draw(case.table, mask(case.table, view.filter), texts)
    if case.faults:
        st.html(_faults(case.faults, texts))
    _panels(case, view.filter, texts)


@st.fragment
def _panels(case: Case, chosen: Filter, texts: Texts) -> None:
    """What a click on a mark, a card or a page redraws alone; a brush changes the filter, and so the whole page."""
    if state.view().filter != chosen:
        st.rerun()
    rows = mask(case.table, chosen)
    left, right = st.columns([1.8, 1], gap="small")
    with left:
        map_panel.draw(case.table, rows, texts)
        timeline_panel.draw(case.table, chosen, texts)
    with right:
        evidence.draw(case.table, rows, texts)


def _faults(faults: Sequence[str], texts: Texts) -> Markup:
    lines = Markup("").join(Markup("<li><bdi>{}</bdi></li>").format(shown(fault)) for fault in faults)
    return Markup('<details class="faults" role="status" open><summary>{}</summary><ul>{}</ul></details>').format(
        texts.count("unreadable", len(faults)), lines
    )
