"""The map without its data: constant content, so that st_folium never mounts it anew."""

from __future__ import annotations

import folium

from geo.query.words import Language


def build_map(language: Language = "en") -> folium.Map:
    """A fresh map of Libya: base layers, labels, legend, "fit all" control, credit.

    Its content depends on `language` alone. Call it in every run (st_folium alters the Map it is given).
    """
    return folium.Map(location=[27.0, 17.2], zoom_start=6, tiles=None, control_scale=True)
