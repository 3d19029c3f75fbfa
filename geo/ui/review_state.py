"""What lies on the reviewer's desk in this session: who they are, their corrections, what they did last."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import streamlit as st

from geo.model import Event
from geo.ui import state
from geo.ui.review_correction import Correction, with_fields

Scope = Literal["all", "article"]
Pane = Literal["event", "edit", "history", "case"]
MISSED = ""  # the key of the correction that adds an event
MOST_UNDO = 100


@dataclass(frozen=True, slots=True)
class Desk:
    """One reviewer's desk. Corrections are kept by event until they are saved or let go.

    `done` are the events reviewed since the table on show was read, each with its row; `acts` the ids of the changes
    that each Undo takes back, the latest last; `left` the event that was open before a missed one. `said` and
    `conflict` are what the last act came to, each '' where there is nothing to say.
    """

    who: str
    scope: Scope = "all"
    pane: Pane = "event"
    corrections: dict[str, Correction] = field(default_factory=dict)
    done: dict[str, int] = field(default_factory=dict)
    acts: tuple[tuple[int, ...], ...] = ()
    rejecting: bool = False
    said: str = ""
    conflict: str = ""
    page: int = 0
    left: str | None = None


def desk() -> Desk:
    """This session's desk."""
    known: Desk | None = st.session_state.get("desk")
    if known is None:
        known = st.session_state["desk"] = Desk(_system_name())
    return known


def change(**fields: Any) -> None:
    """Changes fields of the desk."""
    st.session_state["desk"] = replace(desk(), **fields)


def show(pane: Pane) -> None:
    """Turns to another side of the event."""
    change(pane=pane)


def choose(event: str | None, article: str | None) -> None:
    """Opens another event, or an article without one; what was said of the last act goes."""
    state.change(event=event, article=article)
    change(pane="event" if desk().pane == "edit" and event != MISSED else desk().pane, rejecting=False, said="", conflict="")


def correction(key: str, event: Event, seen: int | None) -> Correction:
    """The correction of an event; one that has nothing typed in it yet follows the event."""
    known = desk().corrections.get(key)
    if known is None or (not known.changed and known.edtf is None and seen is not None):
        return Correction(event, event, seen)
    return known


def keep(key: str, corrected: Correction) -> None:
    """Puts a correction on the desk."""
    change(corrections={**desk().corrections, key: corrected})


def let_go(key: str) -> None:
    """Takes a correction off the desk."""
    change(corrections={kept: value for kept, value in desk().corrections.items() if kept != key})


def enter(key: str, shown: Correction, fields: Callable[[Event], dict[str, Any]]) -> None:
    """Changes fields of the event in the form, where `shown` stood on the screen: `fields` makes them of what is there by now."""
    known = desk().corrections.get(key)
    latest = known if known is not None and known.seen == shown.seen else shown
    keep(key, with_fields(latest, fields(latest.now)))


def _system_name() -> str:
    """The name of whoever runs the server; a machine may know none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
