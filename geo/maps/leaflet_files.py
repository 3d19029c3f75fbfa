"""Where the browser gets Leaflet, the base map and what draws it: from this machine.

folium asks for six scripts and styles on the net (Leaflet, jQuery, Bootstrap, Awesome Markers, Font Awesome),
and st_folium loads them one after another: the first that fails leaves a blank map. Circle and text marks
need Leaflet alone, which XStatic-Leaflet carries.
"""

from __future__ import annotations

from pathlib import Path

import folium
import xstatic.pkg.leaflet


def leaflet_folder() -> Path:
    """The folder of Leaflet's own files (leaflet.js, leaflet.css, images), to be served to the browser."""
    return Path(xstatic.pkg.leaflet.BASE_DIR)


def base_map_folder() -> Path:
    """The folder of the base map's GeoJSON and of our scripts and map.css, to be served to the browser."""
    return Path(__file__).parent / "data"


def use_local_files(map_: folium.Map, leaflet_url: str, base_map_url: str) -> None:
    """Makes `map_` load its scripts and styles from these two URLs, and nothing else.

    A URL has no slash at its end, and may be relative to the map's frame: for a Streamlit component it is
    "../" and the component's name. Further styles (a font) may be appended to `map_.default_css`.

    >>> from geo.maps.base import build_map
    >>> map_ = build_map()
    >>> use_local_files(map_, "../app.leaflet_files", "../app.base_map_files")
    >>> [url for _, url in map_.default_js]
    ['../app.leaflet_files/leaflet.js', '../app.base_map_files/surface.js', '../app.base_map_files/map.js']
    """
    ours = [(name, f"{base_map_url}/{name}.js") for name in ("surface", "map")]
    map_.default_js = [("leaflet", f"{leaflet_url}/leaflet.js"), *ours]
    map_.default_css = [("leaflet_css", f"{leaflet_url}/leaflet.css"), ("dalil_css", f"{base_map_url}/map.css")]
