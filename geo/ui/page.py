"""The page: the screen that this session looks at, of the case that the arguments name."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from gazetteer.errors import GazetteerError
from geo.errors import DalilError
from geo.ui import add_page, assets, link, map_page, places_page, review_page, sidebar, state
from geo.ui.arguments import read_arguments
from geo.ui.case import Case, open_case
from geo.ui.faults import faults
from geo.ui.texts import Texts


def show(arguments: Sequence[str]) -> None:
    """The page for `[--case FILE.gpkg] [--places FILE.csv] [PATH…]`; a fault is one line, never a traceback."""
    texts = Texts(state.view().language if state.begun() else link.language())
    try:
        with st.spinner(texts("reading")):
            case = open_case(read_arguments(arguments))
        draw(case)
    except (DalilError, GazetteerError) as error:
        assets.dress(texts)
        st.html(faults([str(error)], texts.count("faulty", 1)))


def draw(case: Case) -> None:
    """The whole page for this session's view of `case`."""
    if not state.begun():
        state.begin(link.opened(case.table))
    view = state.view()
    texts = Texts(view.language)
    assets.dress(texts)
    link.tell(view)
    if view.screen == "places":
        places_page.draw(case, texts)
        return
    if view.screen == "add":
        add_page.draw(case.file, texts, case.code)
        return
    with st.sidebar:
        sidebar.draw(case.selections, view.filter, texts)
    if view.screen == "review":
        review_page.draw(case.file, case.table, case.selections.of(view.filter).rows, texts)
    else:
        map_page.draw(case, view.filter, texts)
