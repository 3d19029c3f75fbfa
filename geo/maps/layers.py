"""The data of the map: marks as one GeoJSON layer, styled in the browser."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import folium

from geo.query.cells import MOST_SYMBOLS, Bounds
from geo.query.words import Language
from geo.store.columns import Flags
from geo.store.table import EventTable

# What to ask of st_folium. A click alone: bounds and zoom would rerun the page on every pan. The count makes
# a second click on the same mark rerun too.
RETURNED = ("last_active_drawing", "last_object_clicked_count")


def symbols_group(
    table: EventTable,
    rows: Flags,
    language: Language = "en",
    bounds: Bounds | None = None,
    selected: str | None = None,
    most: int = MOST_SYMBOLS,
) -> folium.FeatureGroup:
    """The marks of the selected rows, for `st_folium(feature_group_to_add=…)`.

    `selected` is the id of the mark to draw as chosen. A feature carries its symbol's id, count, colour key
    and label, and nothing of an article's text.
    """
    return folium.FeatureGroup(name="events")


def clicked_symbol(seen: Mapping[str, Any] | None) -> str | None:
    """The id of the mark that was clicked last, from what st_folium returned; feed it to `rows_of`.

    It is sticky: it stays after the mark is filtered away, when `rows_of` is empty.

    >>> clicked_symbol({"last_active_drawing": {"properties": {"id": "p:20,30"}}})
    'p:20,30'
    >>> clicked_symbol(None)
    """
    drawing = (seen or {}).get("last_active_drawing") or {}
    return (drawing.get("properties") or {}).get("id")
