"""The evidence panel: the cards of the clicked mark, or of the whole selection, page by page."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import streamlit as st
from markupsafe import Markup

from geo.query.cells import rows_of
from geo.query.latest import latest
from geo.query.selection import Selection
from geo.query.summary import summary
from geo.store.columns import Flags
from geo.ui import pager, state
from geo.ui.card import card
from geo.ui.texts import Texts

PAGE = 10  # cards: a third of the page's time goes into twenty


@dataclass(frozen=True, slots=True, eq=False)
class _List:
    rows: Flags
    size: int


def draw(selection: Selection, texts: Texts) -> None:
    """The panel for the selected rows."""
    lists = _lists(selection)
    scope = state.view().scope if state.view().scope in lists else "all"
    with st.container(key="evidence_head"):
        hint = "" if "mark" in lists else texts("click_hint")
        st.html(Markup('<h2>{} <span class="aside">{}</span></h2>').format(texts("evidence"), hint))
        _choice({name: found.size for name, found in lists.items()}, scope, texts)
    with st.container(key="evidence", height=640, border=False):
        if not len(selection.rows):
            _begin(texts)
        elif not lists[scope].size:
            st.html(Markup('<p class="empty"><b>{}</b><br>{}</p>').format(texts("no_events"), texts("no_events_hint")))
        _cards(selection, lists[scope], texts)


def _begin(texts: Texts) -> None:
    """What an empty case shows: the way to its first articles."""
    st.html(Markup('<p class="empty">{}</p>').format(texts("empty_case")))
    st.button(texts("screen_add"), key="first_articles", on_click=state.change, kwargs={"screen": "add"}, width="stretch")


def _lists(selection: Selection) -> dict[str, _List]:
    """The rows of every list that there is something in; the whole selection always."""
    counts = summary(selection)
    lists = {"all": _List(selection.rows, selection.size)}
    if (mark := state.view().mark) and len(here := rows_of(selection, mark)):
        under = np.zeros(len(selection.rows), dtype=bool)
        under[here] = True
        lists["mark"] = _List(under, len(here))
    if counts.undated:
        lists["undated"] = _List(selection.rows & selection.index.undated, counts.undated)
    if counts.unlocated:
        lists["unlocated"] = _List(selection.rows & selection.index.unlocated, counts.unlocated)
    return lists


def _choice(sizes: dict[str, int], scope: str, texts: Texts) -> None:
    def label(name: str) -> str:
        return texts(f"scope_{name}", n=f"{sizes[name]:,}")

    st.segmented_control(
        texts("scope"),
        list(sizes),
        format_func=label,
        key=state.widget("scope", scope),
        on_change=lambda: state.change(scope=state.entered("scope") or "all"),
        label_visibility="collapsed",
        width="stretch",
    )


def _cards(selection: Selection, listed: _List, texts: Texts) -> None:
    table, factions = selection.table, {label.id: label for label in selection.table.categories.factions}
    shown = latest(selection.index, listed.rows, pager.page_of(listed.size, PAGE))
    for row in shown.tolist():
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
    pager.draw(listed.size, PAGE, texts)
