"""The first screen: the head, the map over the timeline, the evidence beside them."""

from __future__ import annotations

import streamlit as st

from geo.query.filters import Filter
from geo.ui import downloads, evidence, header, link, map_panel, state, timeline_panel
from geo.ui.case import Case
from geo.ui.faults import faults
from geo.ui.figures import figures
from geo.ui.texts import Texts


def draw(case: Case, chosen: Filter, texts: Texts) -> None:
    """The screen for the events that pass the filter."""
    selection = case.selections.of(chosen)
    header.draw(figures(case, selection, texts), texts, lambda: downloads.draw(case.file, case.table, selection.rows, texts))
    if case.faults:
        st.html(faults(case.faults, texts.count("unreadable", len(case.faults))))
    _panels(case, chosen, texts)


@st.fragment
def _panels(case: Case, chosen: Filter, texts: Texts) -> None:
    """What a click on a mark, a card or a page redraws alone; a brush changes the filter, and so the whole page."""
    if state.view().filter != chosen or state.view().screen != "map":
        st.rerun()
    link.tell(state.view())
    selection = case.selections.of(chosen)
    left, right = st.columns([1.8, 1], gap="small")
    with left:
        map_panel.draw(selection, texts)
        timeline_panel.draw(case.selections, chosen, texts)
    with right:
        evidence.draw(selection, texts)
