"""What lies on the tray of this session: the articles that wait, what could not be read, the coding under way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from geo.ui.add_job import Job
from geo.ui.add_waiting import Waiting


@dataclass(frozen=True, slots=True)
class Done:
    """What the last coding came to: the ids of its articles, their events, whether it was cancelled."""

    articles: tuple[str, ...]
    events: int
    left: int


@dataclass(frozen=True, slots=True)
class Tray:
    """`fresh` names the input widgets: a new number makes empty ones. `said` is a fault of the pasted article."""

    waiting: tuple[Waiting, ...] = ()
    faults: tuple[str, ...] = ()
    said: str = ""
    job: Job | None = None
    done: Done | None = None
    numbers: int = 0
    pasted: int = 0
    dropped: int = 0


def tray() -> Tray:
    """This session's tray."""
    known: Tray | None = st.session_state.get("tray")
    return known or Tray()


def change(**fields: Any) -> None:
    """Changes fields of the tray."""
    st.session_state["tray"] = replace(tray(), **fields)


def put(article: Waiting) -> None:
    """Puts an article in the stead of the one of its number."""
    change(waiting=tuple(article if each.number == article.number else each for each in tray().waiting))


def drop(number: int) -> None:
    """Takes the article of that number away."""
    change(waiting=tuple(each for each in tray().waiting if each.number != number))
