"""The map without its data: constant content, so that st_folium never mounts it anew."""

from __future__ import annotations

import folium
from branca.element import MacroElement
from xyzservices import TileProvider  # type: ignore[import-untyped]

from geo.coding import vocabulary
from geo.maps.legend import legend
from geo.maps.script import Call
from geo.maps.words import word
from geo.query.words import Language

LIBYA = (27.0, 17.2)  # latitude, longitude; map.js fits the map to the country's box at once
ZOOMS = (2, 14)

# Online tiles: asked for only when somebody picks them in the layer control.
STREET_TILES = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"
STREET_CREDIT = "© OpenStreetMap contributors (ODbL)"
SATELLITE_TILES = "https://server.arcgisonline.com/ArcGIS/rest/services/World_Imagery/MapServer/tile/{z}/{y}/{x}"
SATELLITE_CREDIT = "Esri, Maxar, Earthstar Geographics, and the GIS User Community"


def build_map(language: Language = "en", picking: bool = False) -> folium.Map:
    """A fresh map of Libya: base layers, labels, legend, "fit all" control, credit.

    `picking` makes one to choose a point on: a crosshair and no legend. Its content depends on these two alone.
    Call it in every run (st_folium alters the Map it is given), and pass it to `use_local_files`: until then it
    asks for no file at all.
    """
    map_ = folium.Map(
        location=LIBYA, zoom_start=6, tiles=None, font_size="12px", zoom_snap=0.25, min_zoom=ZOOMS[0], max_zoom=ZOOMS[1]
    )
    map_.default_js, map_.default_css = [], []
    layers = [_group("offline", language, overlay=False), _group("districts", language), _group("names", language)]
    layers += [_group(code, language, show=False) for code in ("shading", "density")]
    tiles = [
        _tiles(word("street", language), STREET_TILES, STREET_CREDIT),
        _tiles(word("satellite", language), SATELLITE_TILES, SATELLITE_CREDIT),
    ]
    for element in (
        *layers,
        *tiles,
        folium.LayerControl(position="topright"),
        Call("base", [map_, *layers], _options(language, picking)),
    ):
        map_.add_child(element)
    return map_


def _group(code: str, language: Language, overlay: bool = True, show: bool = True) -> folium.FeatureGroup:
    return folium.FeatureGroup(name=word(code, language), overlay=overlay, show=show)


def _tiles(name: str, url: str, credit: str) -> MacroElement:
    # A provider of our own: a bare URL is looked for among the names of hundreds, a tenth of the page's time.
    tiles = TileProvider(name=name, url=url, attribution=credit)
    return folium.TileLayer(tiles=tiles, attr=credit, name=name, overlay=False, show=False, max_zoom=ZOOMS[1])


def _options(language: Language, picking: bool) -> dict[str, object]:
    return {
        "language": language,
        "direction": "rtl" if language == "ar" else "ltr",
        "palette": [group.colour for group in vocabulary.event_groups().values()],
        "words": {code: word(code, language) for code in ("legend", "fit_all", "credit")},
        "legend": [] if picking else legend(language),
        "picking": picking,
    }
