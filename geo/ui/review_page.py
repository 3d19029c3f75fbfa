"""The review screen: an article read whole, its events beside it, and what corrects them."""

from __future__ import annotations

from geo.store.case import CaseFile
from geo.store.columns import Flags
from geo.store.table import EventTable
from geo.ui.texts import Texts


def draw(case: CaseFile, table: EventTable, rows: Flags, texts: Texts) -> None:
    """The screen for this session's chosen event; `rows` is the dashboard's filter, shape (rows of `table`,)."""
