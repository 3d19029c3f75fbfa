"""Exports: `Event`s out, in the formats that `FORMATS` lists, to a file or a stream, with memory that does not grow.

formats.py           the formats, and the events of a table in the order that one wants
feature.py, row.py   one event as a GeoJSON Feature, and laid flat as a row
machine.py           the machine's own record beside a person's
acled.py, ged.py     tables with the columns of ACLED and of UCDP GED, one row an incident
output.py            a file that appears whole or not at all
"""

from geo.export.feature import to_feature
from geo.export.formats import ENDINGS, FORMATS, Format, selected
from geo.export.geojson import write_geojson
from geo.export.geopackage import write_geopackage
from geo.export.kml import write_kml
from geo.export.parquet import write_parquet
from geo.export.table import write_csv

__all__ = [
    "ENDINGS",
    "FORMATS",
    "Format",
    "selected",
    "to_feature",
    "write_csv",
    "write_geojson",
    "write_geopackage",
    "write_kml",
    "write_parquet",
]
