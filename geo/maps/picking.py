"""The data of the map on which a place is put: the analyst's own places and the point that is being set."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import folium

from gazetteer.model import Place
from geo.maps.layers import LET_GO
from geo.maps.script import Call
from geo.query.words import Language

PICKED = ("last_clicked",)  # what to ask of st_folium


def picking_group(
    own: Iterable[Place], point: tuple[float, float] | None, radius_km: float, language: Language = "en"
) -> folium.FeatureGroup:
    """The own places and the chosen point (longitude, latitude) with its halo, for `st_folium(feature_group_to_add=…)`."""
    group = folium.FeatureGroup(name="places", control=False)
    known = list(own)
    rows = [[_rounded(place.longitude), _rounded(place.latitude), _label(place, language)] for place in known]
    chosen = [*map(_rounded, point), round(radius_km, 2)] if point else None
    group.add_child(Call("places", [group], {"own": rows, "chosen": chosen, "extent": _extent(known, point)}, before=LET_GO))
    return group


def picked_point(seen: Mapping[str, Any] | None) -> tuple[float, float] | None:
    """The point (longitude, latitude) that was clicked, brought back to the one world; None when there is none.

    >>> picked_point({"last_clicked": {"lat": 31.2, "lng": 376.5}})
    (16.5, 31.2)
    >>> picked_point(None)
    """
    clicked = (seen or {}).get("last_clicked") or {}
    if not clicked:
        return None
    return _rounded((clicked["lng"] + 180) % 360 - 180), _rounded(max(-90.0, min(90.0, clicked["lat"])))


def _extent(own: Sequence[Place], point: tuple[float, float] | None) -> list[float] | None:
    """West, south, east, north of all that is drawn."""
    points = [(place.longitude, place.latitude) for place in own] + ([point] if point else [])
    if not points:
        return None
    longitudes, latitudes = zip(*points, strict=True)
    return [*map(_rounded, (min(longitudes), min(latitudes), max(longitudes), max(latitudes)))]


def _rounded(degrees: float) -> float:
    return round(degrees, 5)  # a metre


def _label(place: Place, language: Language) -> str:
    return place.name_ar if language == "ar" or not place.name_en else place.name_en
