from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from shapely.geometry import Point, shape
from streamlit_folium import _get_map_string as map_script
from streamlit_folium import generate_js_hash

from geo.coding.vocabulary import event_groups
from geo.maps.base import build_map
from geo.maps.leaflet_files import base_map_folder, leaflet_folder, use_local_files
from geo.query.words import Language

MOST_BYTES = 400_000


def made(language: Language = "en") -> Any:
    map_ = build_map(language)
    use_local_files(map_, "../leaflet", "../base")
    return map_


def key(language: Language) -> str:
    map_ = made(language)
    map_.get_root().render()
    return generate_js_hash(map_script(map_), "map")


def features(name: str) -> list[dict[str, Any]]:
    document = json.loads((base_map_folder() / name).read_text(encoding="utf8"))
    found: list[dict[str, Any]] = document["features"]
    return found


def test_the_map_is_mounted_once_a_language() -> None:
    assert key("en") == key("en")
    assert key("en") != key("ar")


def test_a_map_that_was_given_no_files_asks_for_none() -> None:
    assert not re.search(r"<(script|link)[^>]+(src|href)=", build_map().get_root().render())


def test_only_local_files_are_asked_for() -> None:
    page = made().get_root().render()
    assert re.findall(r'(?:src|href)="([^"]+)"', page) == [
        "../leaflet/leaflet.js",
        "../base/surface.js",
        "../base/map.js",
        "../leaflet/leaflet.css",
        "../base/map.css",
    ]


def test_online_tiles_are_a_choice_and_never_added() -> None:
    script = map_script_of(made())
    tiles = re.findall(r"var (tile_layer_\w+) = L\.tileLayer", script)
    assert len(tiles) == 2
    assert not [tile for tile in tiles if f"{tile}.addTo" in script]


def map_script_of(map_: Any) -> str:
    map_.get_root().render()
    script: str = map_script(map_)
    return script


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_legend_lists_every_group_and_standing(language: Language) -> None:
    script = json.dumps(map_script_of(made(language)))
    assert all(json.dumps(group.colour)[1:-1] in script for group in event_groups().values())
    assert script.count('\\"kind\\":\\"standing\\"') == 5


@pytest.mark.parametrize("folder", [leaflet_folder(), base_map_folder()], ids=lambda folder: folder.name)
def test_the_folders_hold_what_the_map_asks_for(folder: Path) -> None:
    names = {path.name for path in folder.iterdir()}
    assert {"leaflet.js", "leaflet.css"} <= names or {"map.js", "map.css", "SOURCES.md"} <= names


def test_the_base_map_is_small() -> None:
    assert sum(path.stat().st_size for path in base_map_folder().glob("*.geojson")) < MOST_BYTES


def test_22_districts_with_names_mended_and_towns_inside_their_country() -> None:
    districts = features("districts.geojson")
    named = {row["properties"]["en"]: shape(row["geometry"]) for row in districts}
    assert len(named) == 22
    assert {"Nalut", "Jabal al Gharbi", "Al Wahat", "Derna", "Tripoli"} <= named.keys()
    assert len({row["properties"]["iso"] for row in districts}) == 22
    assert all(row["properties"]["ar"] for row in districts)
    towns = {
        row["properties"]["en"]: Point(row["geometry"]["coordinates"])
        for row in features("labels.geojson")
        if row["properties"]["kind"] == "towns"
    }
    for town, district in (("Sirte", "Sirte"), ("Kufra", "Kufra"), ("Jalu", "Al Wahat"), ("Nalut", "Nalut"), ("Hun", "Jufra")):
        assert named[district].contains(towns[town])
    libya = next(shape(row["geometry"]) for row in features("land.geojson") if row["properties"]["id"] == "434")
    assert not [town for town, point in towns.items() if libya.distance(point) > 0.03]
