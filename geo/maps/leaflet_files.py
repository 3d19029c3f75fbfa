"""Where the browser gets Leaflet, the base map and what draws it: from this machine.

folium asks for six scripts and styles on the net (Leaflet, jQuery, Bootstrap, Awesome Markers, Font Awesome),
and st_folium loads them one after another: the first that fails leaves a blank map. Circle and text marks
need Leaflet alone, which XStatic-Leaflet carries.
"""

from __future__ import annotations

from pathlib import Path

import folium
import xstatic.pkg.leaflet
from branca.element import MacroElement
from folium.template import Template


def leaflet_folder() -> Path:
    """The folder of Leaflet's own files (leaflet.js, leaflet.css, images), to be served to the browser."""
    return Path(xstatic.pkg.leaflet.BASE_DIR)


def base_map_folder() -> Path:
    """The folder of the base map's GeoJSON and of map.js and map.css, to be served to the browser."""
    return Path(__file__).parent / "data"


def use_local_files(map_: folium.Map, leaflet_url: str, base_map_url: str, font_url: str | None = None) -> None:
    """Makes `map_` load its scripts and styles from these URLs, and nothing else.

    The first two are folders, with no slash at the end; `font_url` is a font file with Arabic letters, for
    machines that have none. A URL may be relative to the map's frame: for a Streamlit component it begins with
    "../" and the component's name.

    >>> from geo.maps.base import build_map
    >>> map_ = build_map()
    >>> use_local_files(map_, "../app.leaflet_files", "../app.base_map_files", "../app.fonts/arabic.woff2")
    >>> [url for _, url in map_.default_js]
    ['../app.leaflet_files/leaflet.js', '../app.base_map_files/map.js']
    """
    map_.default_js = [("leaflet", f"{leaflet_url}/leaflet.js"), ("dalil", f"{base_map_url}/map.js")]
    map_.default_css = [("leaflet_css", f"{leaflet_url}/leaflet.css"), ("dalil_css", f"{base_map_url}/map.css")]
    if font_url:
        map_.add_child(_Font(font_url))


class _Font(MacroElement):
    """Declares the font that map.css asks for."""

    _template = Template(
        """
        {% macro header(this, kwargs) %}
        <style>@font-face { font-family: "Dalil map"; src: url({{ this.url|tojson }}); unicode-range: U+0600-06FF; }</style>
        {% endmacro %}
        """
    )

    def __init__(self, url: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca is typed in part
        self._name = "Font"
        self.url = url
