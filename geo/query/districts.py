"""How the selected events count by district."""

from __future__ import annotations

import numpy as np

from geo.store.columns import NONE, Flags
from geo.store.table import EventTable


def districts(table: EventTable, rows: Flags) -> dict[str, int]:
    """Located events by the English name of their place's district, most first; a place without one counts nowhere."""
    columns, places = table.columns, table.categories.places
    per_place = np.bincount(columns.place[rows & (columns.place != NONE)], minlength=len(places)).tolist()
    counts: dict[str, int] = {}
    for place, events in zip(places, per_place, strict=True):
        if place.admin1 and events:
            counts[place.admin1] = counts.get(place.admin1, 0) + events
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
