"""The timeline's drawing: its bars as rows, and the Vega-Lite chart of them.

The chart is written as Vega-Lite itself: to build the same through Altair's classes checks every part of it
against a schema in every run, which took half of the page's time (0.1 of 0.2 s).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, timedelta
from typing import Any

import pandas as pd

from geo.coding.vocabulary import event_groups
from geo.query.filters import Filter
from geo.query.timeline import Timeline
from geo.ui.describe import between
from geo.ui.texts import Texts

HEIGHT = 138  # pixels, axis included
MOST_TICKS = 8
OUTSIDE = "#C4C9D1"  # bars outside the chosen dates
POSSIBLE = 0.4  # opacity
INK, LINES = "#4B5563", "#E7E9ED"
AXIS = {"labelColor": INK, "titleColor": INK, "titleFontWeight": "normal", "gridColor": LINES, "domainColor": "#9AA1AC"}
FONT = "'Source Sans', 'Noto Sans Arabic', sans-serif"


def spec(bins: Timeline, texts: Texts) -> dict[str, Any]:
    """The histogram as Vega-Lite: certain counts below, possible ones pale above them, and a brush over time."""
    return {
        "description": f"{texts('timeline')}: {texts('timeline_hint')}",
        "mark": {"type": "rect", "stroke": "white", "strokeWidth": 0.5},
        "params": [{"name": "brush", "select": {"type": "interval", "encodings": ["x"]}}],
        "encoding": {**_scales(bins, texts), **_looks()},
        "height": HEIGHT,
        "width": "container",
        "padding": {"left": 20, "right": 20, "top": 4, "bottom": 0},
        "config": {"font": FONT, "view": {"stroke": None}, "axis": AXIS},
    }


def _scales(bins: Timeline, texts: Texts) -> dict[str, Any]:
    """Days along, events up; in Arabic from right to left."""
    rtl = texts.direction == "rtl"
    days = {"labelExpr": _label(bins, texts), "values": _ticks(bins), "grid": False, "title": None}
    counts = {
        "title": texts("events_axis"),
        "tickMinStep": 1,
        "tickCount": 4,
        "format": "d",
        "orient": "right" if rtl else "left",
    }
    return {
        "x": {"field": "start", "type": "temporal", "scale": {"type": "utc", "reverse": rtl}, "axis": days},
        "x2": {"field": "stop"},
        "y": {"field": "bottom", "type": "quantitative", "axis": counts},
        "y2": {"field": "top"},
    }


def _looks() -> dict[str, Any]:
    """Colour by group inside the chosen dates, pale where only possible, a tooltip of words and dates."""
    groups = event_groups().values()
    colours = {"domain": [group.id for group in groups], "range": [group.colour for group in groups]}
    inside = {"test": "datum.inside", "field": "group", "type": "nominal", "scale": colours, "legend": None}
    return {
        "color": {"condition": inside, "value": OUTSIDE},
        "opacity": {"condition": {"test": "datum.certain", "value": 1}, "value": POSSIBLE},
        "tooltip": [{"field": "label", "title": " "}, {"field": "dates", "title": " "}],
    }


def _ticks(bins: Timeline) -> list[dict[str, Any]]:
    """The first days of some bins, evenly spread, so that no label comes twice."""
    step = -(-len(bins.starts) // MOST_TICKS)
    return [{"year": day.year, "month": day.month, "date": day.day, "utc": True} for day in bins.starts[::step]]


def _label(bins: Timeline, texts: Texts) -> str:
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


def bars(bins: Timeline, chosen: Filter, texts: Texts) -> pd.DataFrame:
    """One row a bar; instants are UTC midnights, `stop` is the day after the bin's last."""
    rows = []
    for index, (start, end) in enumerate(zip(bins.starts, bins.ends, strict=True)):
        bin_ = {
            "start": pd.Timestamp(start, tz=UTC),
            "stop": pd.Timestamp(end + timedelta(days=1), tz=UTC),
            "inside": (chosen.start is None or end >= chosen.start) and (chosen.end is None or start <= chosen.end),
            "dates": between(start, end, texts),
        }
        rows += [bin_ | piece for piece in _stack(bins, index, texts)]
    return pd.DataFrame(rows)


def _stack(bins: Timeline, index: int, texts: Texts) -> Iterator[dict[str, Any]]:
    """The pieces of one bin from the ground up, the certain first."""
    height, groups = 0, event_groups()
    for certain, counts in ((True, bins.certain), (False, bins.possible)):
        for code, count in zip(bins.groups, counts[:, index].tolist(), strict=True):
            if count:
                said = [
                    groups[code].ar if texts.language == "ar" else groups[code].en,
                    texts("certain" if certain else "possible"),
                ]
                label = f"{texts('comma').join(said)}: {texts.count('events', count)}"
                yield {"bottom": height, "top": height + count, "group": code, "certain": certain, "label": label}
                height += count
