"""Exports: `Event`s out as GeoJSON, CSV and GeoPackage, to a file, a stream or bytes."""

from geo.export.feature import to_feature
from geo.export.geojson import geojson_bytes, write_geojson
from geo.export.geopackage import write_geopackage
from geo.export.table import csv_bytes, write_csv

__all__ = ["csv_bytes", "geojson_bytes", "to_feature", "write_csv", "write_geojson", "write_geopackage"]
