"""A case file of the made events, for the review screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from geo.model import Event
from geo.store.case import CaseFile
from tests.ui.made import ARTICLE, PROTEST_EVENT, STATEMENT_EVENT, STRIKE_EVENT, UNDATED_EVENT

CONFIDENCES = {"made-strike": 0.9, "made-protest": 0.5, "made-undated": 0.7, "made-statement": 0.6}
EVENTS: tuple[Event, ...] = tuple(
    replace(event, confidence=CONFIDENCES[event.event_id])
    for event in (STRIKE_EVENT, PROTEST_EVENT, UNDATED_EVENT, STATEMENT_EVENT)
)


def reviewed_case(folder: Path) -> CaseFile:
    """The made article and events in a case file in `folder`; opened again when it is there."""
    case = CaseFile.open(folder / "case.gpkg")
    case.add(ARTICLE, EVENTS)
    return case
