"""Says in words what a filter selects."""

from __future__ import annotations

from typing import Literal

from geo.query.filters import Filter
from geo.store.table import EventTable

Language = Literal["en", "ar"]


def words(chosen: Filter, table: EventTable, language: Language = "en") -> str:
    """One plain sentence, in English or Arabic; not escaped (it may hold the user's own text)."""
    return "" if chosen == Filter() or not len(table) else language
