"""The timeline: a histogram by group whose brush restricts the dates of everything else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import streamlit as st
from markupsafe import Markup

from geo.query.filters import Filter
from geo.query.selection import Selections
from geo.query.timeline import Timeline, timeline
from geo.ui import state
from geo.ui.describe import between
from geo.ui.texts import Texts
from geo.ui.timeline_chart import bars, spec


def draw(selections: Selections, chosen: Filter, texts: Texts) -> None:
    """The timeline of everything that passes `chosen` but for its dates."""
    bins = timeline(selections.of(replace(chosen, start=None, end=None, include_undated=True)))
    with st.container(horizontal=True, key="timeline_head", vertical_alignment="center"):
        st.html(_heading(chosen, texts))
        if chosen.start or chosen.end:
            st.button(
                texts("clear_dates"), key="clear_dates", on_click=state.choose_dates, args=(None, None), icon=":material/close:"
            )
    if not bins.starts:
        st.html(Markup('<p class="empty">{}</p>').format(texts("timeline_empty")))
        return
    key = f"timeline-{state.view().brushes}"  # a new key takes an old brush away
    st.vega_lite_chart(
        bars(bins, chosen, texts),
        spec(bins, texts),
        key=key,
        on_select=lambda: _brushed(key, bins),
        selection_mode="brush",
        theme=None,
    )


def _heading(chosen: Filter, texts: Texts) -> Markup:
    dates = between(chosen.start, chosen.end, texts)
    said = texts("timeline_chosen", dates=dates) if dates else texts("timeline_hint")
    keys = Markup('<span class="key certain">{}</span><span class="key possible">{}</span>').format(
        texts("certain"), texts("possible")
    )
    return Markup('<div class="timeline"><h2>{}</h2><span class="said">{}</span>{}</div>').format(texts("timeline"), said, keys)


def _brushed(key: str, bins: Timeline) -> None:
    brush = state.entered(key)["selection"].get("brush") or {}
    edges = next(iter(brush.values()), None)
    start, end = days(edges, bins) if edges else (None, None)
    state.refine(start=start, end=end)


def days(edges: list[float], bins: Timeline) -> tuple[date, date]:
    """The days of the bins under a brush, whose edges are milliseconds since 1970 (UTC).

    A bin counts when its middle lies under the brush; a brush narrower than that takes the bin of its own middle.
    """
    low, high = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=edge) for edge in sorted(edges))
    middles = [_middle(start, end) for start, end in zip(bins.starts, bins.ends, strict=True)]
    under = [index for index, middle in enumerate(middles) if low <= middle <= high]
    if not under:
        centre = low + (high - low) / 2
        under = [min(range(len(middles)), key=lambda index: abs(middles[index] - centre))]
    return bins.starts[under[0]], bins.ends[under[-1]]


def _middle(start: date, end: date) -> datetime:
    return _noon(start) + (_noon(end) - _noon(start)) / 2


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
