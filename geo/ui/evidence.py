"""The evidence panel: the cards of the clicked mark, or of the whole selection, page by page."""

from __future__ import annotations

import numpy as np
import streamlit as st
from markupsafe import Markup
from numpy.typing import NDArray

from geo.query.cells import rows_of
from geo.store.columns import Flags
from geo.store.table import EventTable
from geo.ui import pager, state
from geo.ui.card import card
from geo.ui.texts import Texts

PAGE = 20  # cards
Rows = NDArray[np.int64]


def draw(table: EventTable, rows: Flags, texts: Texts) -> None:
    """The panel for the rows that the mask selects."""
    lists = _lists(table, rows)
    scope = state.view().scope if state.view().scope in lists else "all"
    with st.container(key="evidence_head"):
        hint = "" if "mark" in lists else texts("click_hint")
        st.html(Markup('<h2>{} <span class="aside">{}</span></h2>').format(texts("evidence"), hint))
        _choice(lists, scope, texts)
    with st.container(key="evidence", height=640, border=False):
        if not len(lists[scope]):
            st.html(Markup('<p class="empty"><b>{}</b><br>{}</p>').format(texts("no_events"), texts("no_events_hint")))
        _cards(table, _by_date(table, lists[scope]), rows, texts)


def _lists(table: EventTable, rows: Flags) -> dict[str, Rows]:
    """The rows of every list that there is something in; the whole selection always."""
    lists: dict[str, Rows] = {"all": np.flatnonzero(rows)}
    if (mark := state.view().mark) and len(here := rows_of(table, rows, mark)):
        lists["mark"] = here
    for scope, flags in (("undated", table.columns.undated), ("unlocated", table.columns.unlocated)):
        if (rows & flags).any():
            lists[scope] = np.flatnonzero(rows & flags)
    return lists


def _choice(lists: dict[str, Rows], scope: str, texts: Texts) -> None:
    def label(name: str) -> str:
        return texts(f"scope_{name}", n=f"{len(lists[name]):,}")

    st.segmented_control(
        texts("scope"),
        list(lists),
        format_func=label,
        key=state.widget("scope", scope),
        on_change=lambda: state.change(scope=state.entered("scope") or "all"),
        label_visibility="collapsed",
        width="stretch",
    )


def _by_date(table: EventTable, rows: Rows) -> Rows:
    """The latest first, the undated last."""
    columns = table.columns
    return rows[np.lexsort((rows, -columns.start[rows], columns.undated[rows]))]


def _cards(table: EventTable, listed: Rows, rows: Flags, texts: Texts) -> None:
    factions = {label.id: label for label in table.categories.factions}
    for row in listed[pager.page_of(len(listed), PAGE)].tolist():
        event = table.event(row)
        article = table.article(event.article_id)
        with st.container(key=f"card-{row}"):
            st.html(card(event, article, factions, texts))
            st.button(
                texts("read_article"),
                key=f"read-{row}",
                type="tertiary",
                icon=":material/article:",
                on_click=state.change,
                kwargs={"screen": "review", "event": event.event_id, "article": event.article_id},
            )
    pager.draw(len(listed), PAGE, texts)
