"""Where the browser gets Leaflet and the base map: from this machine."""

from __future__ import annotations

from pathlib import Path

import folium
import xstatic.pkg.leaflet


def leaflet_folder() -> Path:
    """The folder of Leaflet's own files (leaflet.js, leaflet.css), to be served to the browser."""
    return Path(xstatic.pkg.leaflet.BASE_DIR)


def base_map_folder() -> Path:
    """The folder of the base map's GeoJSON files, to be served to the browser."""
    return Path(__file__).parent / "data"


def use_local_files(map_: folium.Map, leaflet_url: str, base_map_url: str) -> None:
    """Makes `map_` ask for nothing but the files under these two URLs (no trailing slash)."""
    map_.default_js = [("leaflet", f"{leaflet_url}/leaflet.js")]
    map_.default_css = [("leaflet_css", f"{leaflet_url}/leaflet.css")]
