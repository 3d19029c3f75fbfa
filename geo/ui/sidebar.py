"""The filters, each a picture of one field of the view's `Filter`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import streamlit as st

from geo.coding.vocabulary import Label, event_groups, event_types, statuses
from geo.query.facets import Count, Facets, articles_named, facets
from geo.query.filters import Filter, default_types
from geo.query.selection import Selections
from geo.ui import state
from geo.ui.card import title
from geo.ui.facets import choices, name, tick
from geo.ui.texts import Texts

EARLIEST, LATEST = date(1800, 1, 1), date(2199, 12, 31)


def draw(selections: Selections, chosen: Filter, texts: Texts) -> None:
    """The filters with the counts of what each choice would leave."""
    counts = facets(selections, chosen)
    with st.container(horizontal=True, key="filters_head", vertical_alignment="center", horizontal_alignment="distribute"):
        st.subheader(texts("filters"), anchor=False)
        st.button(texts("clear_all"), key="clear_all", on_click=state.clear, disabled=chosen == Filter(), type="tertiary")
    _text(chosen, texts)
    _types(counts, chosen, texts)
    _dates(chosen, texts)
    for field, heading, found in (("factions", "factions", counts.factions), ("places", "places_label", counts.places)):
        with st.expander(texts(heading), expanded=True):
            choices(field, found, texts)
    with st.expander(texts("status"), expanded=bool(chosen.statuses)):
        choices("statuses", [_status(count, texts) for count in counts.statuses], texts)
    with st.expander(texts("articles_label"), expanded=bool(chosen.articles)):
        choices(
            "articles",
            counts.articles,
            texts,
            named=lambda count, texts: title(selections.table.article(count.label.id), texts),
            search=lambda wanted: articles_named(selections, chosen, wanted),
        )


def _text(chosen: Filter, texts: Texts) -> None:
    st.text_input(
        texts("search"),
        key=state.widget("text", chosen.text),
        placeholder=texts("search_hint"),
        on_change=lambda: state.refine(text=state.entered("text")),
        max_chars=200,
        icon=":material/search:",
    )


def _types(counts: Facets, chosen: Filter, texts: Texts) -> None:
    """Groups as one box each, then single kinds; a group is ticked while any of its kinds is."""
    kinds = event_types()
    shown = default_types() if chosen.types is None else chosen.types
    with st.expander(texts("event_types"), expanded=True):
        for group in event_groups().values():
            within = frozenset(kind.id for kind in kinds.values() if kind.group == group.id)
            events = sum(count.events for count in counts.types if count.label.id in within)
            tick(
                f"group-{group.id}", group.ar if texts.language == "ar" else group.en, events, bool(shown & within), _show(within)
            )
        with st.popover(texts("single_types"), width="stretch"):
            for count in counts.types:
                tick(
                    f"type-{count.label.id}",
                    name(count, texts),
                    count.events,
                    count.label.id in shown,
                    _show(frozenset({count.label.id})),
                )


def _show(kinds: frozenset[str]) -> Callable[[bool], None]:
    def show(on: bool) -> None:
        old = state.view().filter.types
        old = default_types() if old is None else old
        new = old | kinds if on else old - kinds
        # With no kind left there would be nothing to show: the last box out brings back the usual ones.
        state.refine(types=None if not new or new == default_types() else new)

    return show


def _dates(chosen: Filter, texts: Texts) -> None:
    with st.expander(texts("dates"), expanded=True):
        first, last = st.columns(2)
        for column, key, value in ((first, "date_from", chosen.start), (last, "date_to", chosen.end)):
            column.date_input(
                texts(key),
                key=state.widget(key, value),
                min_value=EARLIEST,
                max_value=LATEST,
                format="YYYY-MM-DD",
                on_change=lambda: state.choose_dates(state.entered("date_from"), state.entered("date_to")),
            )
        st.checkbox(
            texts("with_undated"),
            key=state.widget("with_undated", chosen.include_undated),
            on_change=lambda: state.refine(include_undated=state.entered("with_undated")),
        )


def _status(count: Count, texts: Texts) -> Count:
    """The choice with a name: "disputed" is no status of the codebook, and has none there."""
    if count.label.id in statuses():
        return count
    return replace(count, label=Label(count.label.id, texts(count.label.id), texts(count.label.id)))
