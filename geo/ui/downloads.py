"""The events in view, to take away."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

import numpy as np
import streamlit as st

from geo.export import csv_bytes, geojson_bytes
from geo.model import Event
from geo.store.columns import Flags
from geo.store.table import EventTable
from geo.ui.texts import Texts


def draw(table: EventTable, rows: Flags, texts: Texts) -> None:
    """A menu of formats for the rows that the mask selects; a file is made when it is asked for."""
    with st.popover(texts("download"), icon=":material/download:", key="downloads"):
        for name, write, kind in (("geojson", geojson_bytes, "application/geo+json"), ("csv", csv_bytes, "text/csv")):
            st.download_button(
                texts(f"download_{name}"),
                partial(_written, write, table, rows),
                f"dalil.{name}",
                kind,
                key=f"download_{name}",
                help=texts(f"download_{name}_help"),
                on_click="ignore",
            )


def _written(write: Callable[[Iterable[Event]], bytes], table: EventTable, rows: Flags) -> bytes:
    return write(table.event(row) for row in np.flatnonzero(rows).tolist())
