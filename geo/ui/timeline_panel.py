"""The timeline: a histogram by group whose brush restricts the dates of everything else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st
from markupsafe import Markup

from geo.coding.vocabulary import event_groups
from geo.query.filters import Filter, mask
from geo.query.timeline import Timeline, timeline
from geo.store.table import EventTable
from geo.ui import state
from geo.ui.describe import between
from geo.ui.texts import Texts

HEIGHT = 138  # pixels, axis included
OUTSIDE = "#C4C9D1"  # bars outside the chosen dates
INK = "#4B5563"
FONT = "'Source Sans', 'Noto Sans Arabic', sans-serif"
MOST_TICKS = 8


def draw(table: EventTable, chosen: Filter, texts: Texts) -> None:
    """The timeline of everything that passes `chosen` but for its dates."""
    bins = timeline(table, mask(table, replace(chosen, start=None, end=None, include_undated=True)))
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
    st.altair_chart(
        chart(bins, chosen, texts), key=key, on_select=lambda: _brushed(key, bins), selection_mode="brush", theme=None
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


def chart(bins: Timeline, chosen: Filter, texts: Texts) -> alt.Chart:
    """The histogram: certain counts below, possible ones pale above them."""
    groups = event_groups().values()
    colours = alt.Scale(domain=[group.id for group in groups], range=[group.colour for group in groups])
    axis = alt.Axis(labelExpr=_tick(bins, texts), values=_ticks(bins), grid=False, title=None)
    rtl = texts.direction == "rtl"
    counts = alt.Axis(title=texts("events_axis"), tickMinStep=1, tickCount=4, format="d", orient="right" if rtl else "left")
    drawn: alt.Chart = (
        alt.Chart(_bars(bins, chosen, texts))
        .mark_rect(stroke="white", strokeWidth=0.5)
        .encode(
            x=alt.X("start:T", scale=alt.Scale(type="utc", reverse=rtl), axis=axis),
            x2="stop:T",
            y=alt.Y("bottom:Q", axis=counts),
            y2="top:Q",
            color=alt.condition("datum.inside", alt.Color("group:N", scale=colours, legend=None), alt.value(OUTSIDE)),
            opacity=alt.condition("datum.certain", alt.value(1), alt.value(0.4)),
            tooltip=[alt.Tooltip("label:N", title=" "), alt.Tooltip("dates:N", title=" ")],
        )
        .add_params(alt.selection_interval(name="brush", encodings=["x"]))
        .properties(height=HEIGHT, width="container", padding={"left": 20, "right": 20, "top": 4, "bottom": 0})
        .configure_view(stroke=None)
        .configure(font=FONT)
        .configure_axis(labelColor=INK, titleColor=INK, titleFontWeight="normal", gridColor="#E7E9ED", domainColor="#9AA1AC")
    )
    return drawn


def _ticks(bins: Timeline) -> list[alt.DateTime]:
    """The first days of some bins, evenly spread, so that no label comes twice."""
    step = -(-len(bins.starts) // MOST_TICKS)
    return [alt.DateTime(year=day.year, month=day.month, date=day.day, utc=True) for day in bins.starts[::step]]


def _tick(bins: Timeline, texts: Texts) -> str:
    """A Vega expression that labels a tick in the interface's language."""
    months = [texts.month(number) for number in range(1, 13)]
    year = "utcyear(datum.value)"
    if bins.unit == "year":
        return year
    month = f"{months}[utcmonth(datum.value)]"
    if bins.unit == "month":
        return f"[{month}, {year}]"
    # The chart runs left to right; an embedding (Unicode TR 9) keeps a day before its month in Arabic.
    before, after = ("\u202b", "\u202c") if texts.direction == "rtl" else ("", "")
    return f"['{before}' + utcdate(datum.value) + ' ' + {month} + '{after}', {year}]"


def _bars(bins: Timeline, chosen: Filter, texts: Texts) -> pd.DataFrame:
    """One row a bar; instants are UTC midnights, `stop` is the day after the bin's last."""
    rows: list[dict[str, Any]] = []
    groups = event_groups()
    for index, (start, end) in enumerate(zip(bins.starts, bins.ends, strict=True)):
        height = 0
        inside = (chosen.start is None or end >= chosen.start) and (chosen.end is None or start <= chosen.end)
        for certain, counts in ((True, bins.certain), (False, bins.possible)):
            for group, count in zip(bins.groups, counts[:, index].tolist(), strict=True):
                if not count:
                    continue
                name = groups[group].ar if texts.language == "ar" else groups[group].en
                layer = texts("certain" if certain else "possible")
                rows.append(
                    {
                        "start": pd.Timestamp(start, tz=UTC),
                        "stop": pd.Timestamp(end + timedelta(days=1), tz=UTC),
                        "bottom": height,
                        "top": height + count,
                        "group": group,
                        "certain": certain,
                        "inside": inside,
                        "label": f"{name}{texts('comma')}{layer}: {texts.count('events', count)}",
                        "dates": between(start, end, texts),
                    }
                )
                height += count
    return pd.DataFrame(rows)
