"""GeoPackage: the events as a layer that QGIS opens as it is, unlocated ones as rows without a point."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from geo.errors import ExportError
from geo.export.output import write
from geo.export.table import SEPARATOR, row
from geo.model import Event

LAYER = "events"
WGS84 = "EPSG:4326"  # the codebook's longitude and latitude


def write_geopackage(events: Iterable[Event], out: Path) -> int:
    """Writes `events` to the layer "events" of the GeoPackage `out`; returns how many.

    The columns are the CSV's. What stood in `out` before is replaced whole, or left as it was when this fails.
    Raises `ExportError`.
    """
    # Imported here: geopandas takes longer to load than the five seeds take to code.
    import geopandas
    from pyogrio.errors import DataSourceError
    from shapely import Point

    rows = [
        {name: SEPARATOR.join(value) if isinstance(value, list) else value for name, value in row(event).items()}
        for event in events
    ]
    if not rows:
        raise ExportError(f"{out}: a GeoPackage needs at least one event; none is selected")
    points = [Point(cells["longitude"], cells["latitude"]) if cells["longitude"] is not None else None for cells in rows]
    frame = geopandas.GeoDataFrame(rows, geometry=points, crs=WGS84)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "events.gpkg"
        try:
            frame.to_file(made, layer=LAYER, driver="GPKG")
        except (OSError, DataSourceError) as error:
            raise ExportError(f"{out}: can't be written: {error}") from error
        write([(made.read_bytes(), len(rows))], out)
    return len(rows)
