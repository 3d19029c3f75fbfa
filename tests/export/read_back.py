"""Every format read back by geopandas, as the rows that were written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pandas as pd

from geo.export.machine import Machine
from geo.export.row import columns, joined, row
from geo.model import Event

LAYERS = {".gpkg": ("events",), ".kml": ("events", "unlocated")}


def read(path: Path) -> geopandas.GeoDataFrame:
    """The events of an export, all layers."""
    if path.suffix == ".parquet":
        return geopandas.read_parquet(path)
    layers = LAYERS.get(path.suffix)
    if layers is None:
        return geopandas.read_file(path)
    return pd.concat([geopandas.read_file(path, layer=layer) for layer in layers], ignore_index=True)


def rows(path: Path, machine: Machine | None = None) -> list[dict[str, Any]]:
    """The cells of an export by column, None where nothing stands."""
    frame = read(path)
    return [{name: plain(record[name]) for name in columns(machine)} for record in frame.to_dict("records")]


def points(path: Path) -> list[tuple[float, float] | None]:
    return [None if shape is None else (shape.x, shape.y) for shape in read(path).geometry]


def expected(event: Event, path: Path, machine: Machine | None = None) -> dict[str, Any]:
    """The cells of `event` as the format can say them: only GeoParquet has lists."""
    told = row(event, machine)
    if path.suffix != ".parquet":
        told = {name: joined(value) for name, value in told.items()}
    return told


def plain(value: Any) -> Any:
    """A cell without numpy's and pandas' types."""
    if isinstance(value, list):
        return value
    if isinstance(value, np.ndarray):
        return value.tolist()
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    if hasattr(value, "isoformat") and value is not pd.NaT:
        return value.isoformat()
    return None if pd.isna(value) else value
