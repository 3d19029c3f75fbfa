"""What the machine said of an event, beside what a person made of it."""

from __future__ import annotations

from collections.abc import Callable

from geo.model import Event

Machine = Callable[[str], Event | None]
"""Event id to the machine's own record; None for an event that a person added."""

PREFIX = "machine_"  # of the machine's columns in a flat format
_KEPT = frozenset(["event_id", "incident_id", "article_id", "article_title", "publisher", "published", "confidence", "review"])


def reviewed(field: str) -> bool:
    """Whether a person may change what `field` says of an event.

    >>> reviewed("status"), reviewed("article_id")
    (True, False)
    """
    return field not in _KEPT
