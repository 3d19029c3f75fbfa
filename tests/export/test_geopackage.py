"""A GeoPackage is read back with what was written."""

from __future__ import annotations

from pathlib import Path

import geopandas
import pytest

from geo.coding import code
from geo.errors import ExportError
from geo.export import to_feature, write_geopackage
from geo.model import Article

TEXT = "قصفت طائرة حربية ميناء السدرة أمس، وأعلن الجيش الوطني الليبي أنه انسحب من هراوة.\n\nوطالبت البعثة الأممية بوقف القتال."


def test_read_back_with_points_and_crs(tmp_path: Path) -> None:
    events = code(Article("a", TEXT, published="2019-05-02"))
    out = tmp_path / "events.gpkg"
    assert write_geopackage(events, out) == len(events)
    frame = geopandas.read_file(out, layer="events")
    assert frame.crs.to_epsg() == 4326
    assert list(frame["event_id"]) == [event.event_id for event in events]
    for shape, event in zip(frame.geometry, events, strict=True):
        told = to_feature(event)["geometry"]
        assert (told is None and shape is None) or [shape.x, shape.y] == told["coordinates"]


def test_nothing_selected_leaves_the_old_file(tmp_path: Path) -> None:
    out = tmp_path / "events.gpkg"
    out.write_bytes(b"old")
    with pytest.raises(ExportError, match="at least one event"):
        write_geopackage([], out)
    assert out.read_bytes() == b"old"
