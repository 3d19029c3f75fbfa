"""Where the reader has moved the map to: what map.js tells through st_folium, and what a link says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any

from geo.maps.base import ZOOMS
from geo.query.cells import Bounds

# The field of st_folium's answer that no plugin of ours fills: map.js puts its own news there. Its `bounds` would
# rerun the page on every pan; ours are snapped to a grid, so that a small pan sends nothing.
CHANNEL = "last_geocoder_result"


@dataclass(frozen=True, slots=True)
class MapView:
    """The middle (decimal degrees) and the zoom; `bounds` is a box somewhat wider than what is seen, None if unknown."""

    latitude: float
    longitude: float
    zoom: float
    bounds: Bounds | None = None

    def written(self) -> str:
        """The view as a link says it.

        >>> MapView(31.2, 16.5, 8).written()
        '31.2,16.5,8'
        """
        return ",".join(f"{number:.5g}" for number in (self.latitude, self.longitude, self.zoom))


def read_view(said: str) -> MapView | None:
    """The view that a link says; None when it says none.

    >>> read_view("31.2,16.5,8")
    MapView(latitude=31.2, longitude=16.5, zoom=8.0, bounds=None)
    >>> [read_view(said) for said in ("", "1,2", "nan,0,5", "95,0,5", "1,2,99", "a,b,c")]
    [None, None, None, None, None, None]
    """
    try:
        numbers = [float(part) for part in said.split(",")]
    except ValueError:
        return None
    return _view(numbers, None)


def moved_view(seen: Mapping[str, Any] | None) -> MapView | None:
    """The view in what st_folium returned; None while nobody has moved the map.

    >>> moved_view({CHANNEL: {"view": [31.2, 16.5, 8], "box": [14, 30, 19, 33]}}).bounds
    Bounds(west=14.0, south=30.0, east=19.0, north=33.0)
    >>> moved_view(None), moved_view({CHANNEL: None})
    (None, None)
    """
    told = (seen or {}).get(CHANNEL) or {}
    box = [float(degrees) for degrees in told.get("box", ())]
    return _view([float(number) for number in told.get("view", ())], Bounds(*box) if len(box) == 4 else None)


def _view(numbers: list[float], bounds: Bounds | None) -> MapView | None:
    if len(numbers) != 3 or not all(map(isfinite, numbers)):
        return None
    latitude, longitude, zoom = numbers
    if abs(latitude) > 90 or abs(longitude) > 360 or not ZOOMS[0] <= zoom <= ZOOMS[1]:
        return None
    return MapView(latitude, longitude, zoom, bounds)
