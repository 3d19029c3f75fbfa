"""Lists of the sidebar: choices with how many events each would show."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from gazetteer.arabic import key as folded
from geo.query.facets import Count
from geo.ui import state
from geo.ui.escape import markdown, plain
from geo.ui.texts import Texts

TOP = 6  # choices that stand open


def name(count: Count, texts: Texts) -> str:
    """The choice's name in the interface's language, on one line."""
    return plain(count.label.ar if texts.language == "ar" else count.label.en) or count.label.id


def tick(widget: str, label: str, events: int, chosen: bool, toggle: Callable[[bool], None]) -> None:
    """One box with its name and count; `toggle` is told the new state."""
    st.checkbox(
        f"{markdown(label)} :gray[{events:,}]",
        key=state.widget(widget, chosen),
        on_change=lambda: toggle(bool(state.entered(widget))),
    )


def choices(
    field: str,
    counts: Sequence[Count],
    texts: Texts,
    named: Callable[[Count, Texts], str] = name,
    search: Callable[[str], Sequence[Count]] | None = None,
) -> None:
    """Boxes for a field of the filter that is a set of codes: the chosen and the top ones, the rest by name.

    `search` finds choices by what was typed where their names alone would not do; `named` names those that are shown.
    """
    wanted = st.session_state.get(f"find-{field}", "") if len(counts) > TOP else ""
    if len(counts) > TOP:
        st.text_input(
            texts(f"find_{field}"), key=f"find-{field}", placeholder=texts(f"find_{field}"), label_visibility="collapsed"
        )
    found = search(wanted) if search and wanted.strip() else [count for count in counts if matches(count, wanted)]
    shown = [count for count in counts if count.chosen] + [count for count in found if not count.chosen][:TOP]
    for count in shown:
        tick(f"{field}-{count.label.id}", named(count, texts), count.events, count.chosen, _toggle(field, count.label.id))
    if wanted and not found:
        st.caption(texts("nothing_found"))
    rest = sum(not count.chosen for count in found) - TOP
    if rest > 0:
        st.caption(texts.count("more_by_search", rest))


def matches(count: Count, wanted: str) -> bool:
    """Whether the choice's name, in either language, holds what was typed."""
    sought = folded(wanted)
    return any(sought in folded(spelling) for spelling in (count.label.en, count.label.ar, count.label.id))


def _toggle(field: str, code: str) -> Callable[[bool], None]:
    def toggle(on: bool) -> None:
        old: frozenset[str] = getattr(state.view().filter, field)
        state.refine(**{field: old | {code} if on else old - {code}})

    return toggle
