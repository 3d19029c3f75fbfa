"""A long list a page at a time."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from geo.ui import state
from geo.ui.texts import Texts


def page_of(total: int, size: int) -> slice:
    """The part of a list of `total` that the view's page shows."""
    page = min(state.view().page, max(1, -(-total // size)) - 1)
    return slice(page * size, min(total, (page + 1) * size))


def draw(total: int, size: int, texts: Texts) -> None:
    """Back and forth; nothing where one page holds all."""
    if total <= size:
        return
    shown = page_of(total, size)
    page = shown.start // size
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="pager"):
        st.button(texts("previous"), key="previous", disabled=page == 0, on_click=state.change, kwargs={"page": page - 1})
        said = texts("page_of", first=shown.start + 1, last=shown.stop, total=f"{total:,}")
        st.html(Markup("<span>{}</span>").format(said), width="content")
        st.button(texts("next"), key="next", disabled=shown.stop == total, on_click=state.change, kwargs={"page": page + 1})
