"""How sure the coder is of an event: a share in [0, 1], calibrated on hand-coded articles."""

from __future__ import annotations

from geo.coding.draft import Draft
from geo.model import Location


def confidence(draft: Draft, location: Location | None) -> float:
    """From what the text itself says of the event: the more of it is carried over or missing, the less."""
    value = 0.9
    if draft.date is None:
        value -= 0.1
    if location is None or "place" in draft.carried:
        value -= 0.1
    if not draft.factions:
        value -= 0.05
    if draft.bare:
        value -= 0.15
    return round(max(value, 0.3), 2)
