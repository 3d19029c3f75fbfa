"""The data of the map: marks as one GeoJSON layer, styled in the browser."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import folium

from geo.maps.script import Call
from geo.maps.view import CHANNEL, MapView
from geo.maps.words import word
from geo.query.cells import MOST_SYMBOLS, Bounds, MapSymbol, extent, symbols
from geo.query.districts import districts
from geo.query.selection import Selection
from geo.query.words import Language, name
from geo.store.table import EventTable

# What to ask of st_folium: clicks, whose count tells a second one on the same mark, and moves that matter.
COUNT = "last_object_clicked_count"
RETURNED = ("last_active_drawing", COUNT, CHANNEL)

# st_folium keeps every group it ever showed in window.feature_group (its issue 247); by the time this runs the
# old one is off the map, so the list is emptied and the old group can be freed.
LET_GO = "window.feature_group=[];"


def symbols_group(
    selection: Selection,
    language: Language = "en",
    bounds: Bounds | None = None,
    selected: str | None = None,
    most: int = MOST_SYMBOLS,
    first: MapView | None = None,
) -> folium.FeatureGroup:
    """The marks of the selected rows, for `st_folium(feature_group_to_add=…)`.

    `selected` is the id of the mark to draw as chosen, `first` where the map is opened: it is heeded once. A feature
    carries its symbol's id, count, colour key and label, and nothing of an article's text.
    """
    group = folium.FeatureGroup(name="events", control=False)
    told = {
        "marks": [_row(selection.table, mark, language, mark.id == selected) for mark in symbols(selection, bounds, most)],
        "districts": districts(selection),
        "extent": extent(selection),
        "view": first and [first.latitude, first.longitude, first.zoom],
    }
    group.add_child(Call("symbols", [group], told, before=LET_GO))
    return group


def _row(table: EventTable, mark: MapSymbol, language: Language, selected: bool) -> list[Any]:
    """What map.js needs of a mark, in the order it reads it; groups are numbers of the palette."""
    codes = {group.id: code for code, group in enumerate(table.categories.groups)}
    halo = 0 if mark.kind == "cell" else round(float(mark.radius_km), 1)
    return [
        mark.id,
        round(mark.longitude, 5),
        round(mark.latitude, 5),
        mark.count,
        [[codes[group], count] for group, count in mark.groups],
        mark.standing,
        halo,
        int(mark.area),
        label(mark, language),
        int(selected),
    ]


def label(mark: MapSymbol, language: Language) -> str:
    """The mark's tooltip, as plain text: its place and its count.

    >>> from geo.store.categories import PlaceLabel
    >>> sirte = PlaceLabel("ly-sirte", "Sirte", "سرت", "Sirte", "LY")
    >>> label(MapSymbol("p", "point", 16.6, 31.2, 2, (("violence", 2),), "reported", 5.0, False, sirte, True, 1), "en")
    'near Sirte · events: 2'
    """
    place = name(mark.place, language)
    if mark.near:
        place = word("near", language, place=place)
    if mark.places > 1:
        place = word("elsewhere", language, place=place, places=mark.places)
    return word("tip", language, place=place, count=mark.count)


def clicks(seen: Mapping[str, Any] | None) -> int:
    """How often marks have been clicked since the map was mounted.

    >>> clicks({COUNT: 2}), clicks(None)
    (2, 0)
    """
    return (seen or {}).get(COUNT) or 0


def clicked_symbol(seen: Mapping[str, Any] | None) -> str | None:
    """The id of the mark that was clicked last, from what st_folium returned; feed it to `rows_of`.

    It is sticky: it stays after the mark is filtered away, when `rows_of` is empty.

    >>> clicked_symbol({"last_active_drawing": {"properties": {"id": "p:20,30"}}})
    'p:20,30'
    >>> clicked_symbol(None)
    """
    drawing = (seen or {}).get("last_active_drawing") or {}
    return (drawing.get("properties") or {}).get("id")
