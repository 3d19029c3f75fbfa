"""GeoPackage: the events as a layer that QGIS opens as it is, unlocated ones as rows without a point."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.errors import ExportError
from geo.export.batches import GEOMETRY, tables
from geo.export.machine import Machine
from geo.export.output import Target, make
from geo.export.row import SEPARATOR, kind
from geo.model import Event

if TYPE_CHECKING:
    import pyarrow
    from geopandas import GeoDataFrame

LAYER = "events"
_VERSION = "1.3"  # 1.4 makes GDAL before 3.7 doubt what it reads
_NUL, _REPLACEMENT = "\0", "\ufffd"  # GDAL ends a text at the first
WGS84 = "EPSG:4326"  # the codebook's longitude and latitude


def write_geopackage(events: Iterable[Event], out: Target, machine: Machine | None = None) -> int:
    """Writes `events` to the layer "events" of the GeoPackage `out`; returns how many. Memory does not grow with them.

    The columns are the CSV's, days as dates, U+0000 as U+FFFD; points are WGS 84 (EPSG:4326), with a spatial index. What stood in
    `out` before is replaced whole, or left as it was when this fails. Raises `ExportError`.
    """
    # Imported here: geopandas takes longer to load than the five seeds take to code.
    from pyogrio.errors import DataLayerError, DataSourceError, FeatureError

    def build(path: Path) -> int:
        path.unlink(missing_ok=True)
        total = 0
        for table in tables(events, machine):
            how: dict[str, Any] = {"mode": "a"} if total else {"mode": "w", "dataset_options": {"VERSION": _VERSION}}
            frame = _frame(table)
            frame.to_file(path, layer=LAYER, driver="GPKG", engine="pyogrio", geometry_type="Point", use_arrow=True, **how)
            total += len(table)
        return total

    try:
        return make(build, ".gpkg", out)
    except (DataSourceError, DataLayerError, FeatureError) as error:  # the disk is full, say
        reason = str(error).partition("\n")[0]
        raise ExportError(f"{out if isinstance(out, Path) else 'GeoPackage'}: can't be written: {reason}") from error


def _frame(table: pyarrow.Table) -> GeoDataFrame:
    """The rows with their points, the parts of each list in one text: a GeoPackage has no lists."""
    import pandas as pd
    import pyarrow
    from geopandas import GeoDataFrame
    from pyarrow import compute
    from shapely import from_wkb

    for at, name in enumerate(table.column_names):
        told = compute.binary_join(table[name], SEPARATOR) if kind(name) is list else table[name]
        if pyarrow.types.is_string(told.type):
            table = table.set_column(at, name, compute.replace_substring(told, _NUL, _REPLACEMENT))
    points = from_wkb(table[GEOMETRY].to_pylist())
    return GeoDataFrame(table.drop([GEOMETRY]).to_pandas(types_mapper=pd.ArrowDtype), geometry=points, crs=WGS84)
