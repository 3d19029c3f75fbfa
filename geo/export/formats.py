"""The formats of an export, for the dashboard's downloads and the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from geo.coding.vocabulary import Label
from geo.export import acled, ged
from geo.export.geojson import write_geojson
from geo.export.geopackage import write_geopackage
from geo.export.incidents import Scheme, write_incidents
from geo.export.kml import write_kml
from geo.export.machine import Machine
from geo.export.output import Target
from geo.export.parquet import write_parquet
from geo.export.table import write_csv
from geo.model import Event
from geo.store.columns import Flags
from geo.store.table import EventTable


class Write(Protocol):
    """The writer of a format."""

    def __call__(self, events: Iterable[Event], out: Target, machine: Machine | None = None) -> int:
        """Writes events to a file or a binary stream; returns how many. Raises `ExportError`."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format. `ending` begins with a dot; `label` and `help` are keys of the interface's texts.

    `scheme` is given for another project's table: it tells which events are no rows of it (and why), and which of its
    columns stay empty. Such a table counts incidents and has no room for the machine's records.
    """

    name: str
    ending: str
    mime: str
    write: Write
    scheme: Callable[[], Scheme] | None = None

    @property
    def label(self) -> str:
        """The key of its name."""
        return f"download_{self.name}"

    @property
    def help(self) -> str:
        """The key of what it is good for."""
        return f"download_{self.name}_help"

    def left_out(self, event: Event) -> Label | None:
        """Why `event` is not written; None when it is."""
        if self.scheme is None:
            return None
        reason = self.scheme().left_out(event)
        return None if reason is None else self.scheme().reasons[reason]

    def unfilled(self) -> Mapping[str, Label]:
        """The columns that stay empty, each with the reason."""
        return {} if self.scheme is None else self.scheme().unfilled


def _incidents(scheme: Callable[[], Scheme]) -> Write:
    def write(events: Iterable[Event], out: Target, machine: Machine | None = None) -> int:
        if machine is not None:
            raise ValueError("a table of incidents has no room for the machine's records")
        return write_incidents(scheme(), events, out)

    return write


FORMATS: Mapping[str, Format] = {
    found.name: found
    for found in (
        Format("geojson", ".geojson", "application/geo+json", write_geojson),
        Format("csv", ".csv", "text/csv", write_csv),
        Format("gpkg", ".gpkg", "application/geopackage+sqlite3", write_geopackage),
        Format("kml", ".kml", "application/vnd.google-earth.kml+xml", write_kml),
        Format("parquet", ".parquet", "application/vnd.apache.parquet", write_parquet),
        Format("acled", ".csv", "text/csv", _incidents(acled.scheme), acled.scheme),
        Format("ged", ".csv", "text/csv", _incidents(ged.scheme), ged.scheme),
    )
}
ENDINGS: Mapping[str, Format] = {found.ending: found for found in FORMATS.values() if found.scheme is None} | {
    ".json": FORMATS["geojson"]
}
"""The format that a file's ending (in lower case) means."""


def selected(table: EventTable, rows: Flags, chosen: Format) -> Iterator[Event]:
    """The events that the mask `rows` selects, in the order that the format wants, read as they are asked for.

    In the table's order; for a table of incidents, those of one incident one after another.
    """
    at = np.flatnonzero(rows)
    if chosen.scheme is not None:
        at = at[np.argsort(table.columns.incident[at], kind="stable")]
    return table.events(at)
