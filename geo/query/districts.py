"""How the selected events count by district."""

from __future__ import annotations

import numpy as np

from geo.query.selection import Selection, once
from geo.store.columns import NONE


@once
def districts(selection: Selection) -> dict[str, int]:
    """Located events by the English name of their place's district, most first; a place without one counts nowhere."""
    places = selection.table.categories.places
    place = selection.index.spots.values[0]
    seen = place != NONE
    per_place = np.bincount(place[seen], selection.spots[seen], minlength=len(places)).astype(np.int64).tolist()
    counts: dict[str, int] = {}
    for place_label, events in zip(places, per_place, strict=True):
        if place_label.admin1 and events:
            counts[place_label.admin1] = counts.get(place_label.admin1, 0) + events
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
