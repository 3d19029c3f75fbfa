"""The one error that the gazetteer raises on purpose; it imports nothing of geo, so it has its own."""

from __future__ import annotations


class GazetteerError(Exception):
    """A gazetteer file does not say what it should.

    >>> str(GazetteerError("places.csv", 12, "latitude", "'x' is not a number"))
    "places.csv, line 12, latitude: 'x' is not a number"
    >>> str(GazetteerError("places.csv", None, "file", "is missing"))
    'places.csv, file: is missing'
    """

    def __init__(self, file: str, line: int | None, field: str, reason: str) -> None:
        self.file, self.line, self.field, self.reason = file, line, field, reason
        where = f"{file}, line {line}" if line else file
        super().__init__(f"{where}, {field}: {reason}")
