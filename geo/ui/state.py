"""The only session state: what this visitor looks at, as one immutable record."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Literal

import streamlit as st

from geo.maps.view import MapView
from geo.query.filters import Filter
from geo.ui.draft import Draft
from geo.ui.texts import Language

Scope = Literal["all", "mark", "undated", "unlocated"]
Screen = Literal["map", "review", "add", "places"]
Listing = Literal["unlisted", "own"]


@dataclass(frozen=True, slots=True)
class View:
    """What is on the screen. `mark` is the id of the map's chosen symbol; `page` counts from 0.

    `brushes` is how often the timeline's brush was taken away: it names the chart, so that a new one has none.
    `map` is where the reader has moved the map to, `clicks` how often its marks have been clicked.
    `with_machine` asks for the machine's original in downloads.
    `event` and `article` are what the review screen shows: ids, None where nothing is chosen.
    `listing` and `draft` are the places page's.
    """

    language: Language = "en"
    filter: Filter = field(default_factory=Filter)
    scope: Scope = "all"
    mark: str | None = None
    page: int = 0
    brushes: int = 0
    screen: Screen = "map"
    map: MapView | None = None
    clicks: int = 0
    with_machine: bool = False
    event: str | None = None
    article: str | None = None
    listing: Listing = "unlisted"
    draft: Draft = field(default_factory=Draft)


def view() -> View:
    """This session's view."""
    current: View = st.session_state.get("view") or View()
    return current


def begun() -> bool:
    """Whether this session has a view yet."""
    return "view" in st.session_state


def begin(first: View) -> None:
    """Gives the session its first view."""
    st.session_state["view"] = first


def change(**fields: Any) -> None:
    """Changes fields of the view; another list of events starts on its first page."""
    if "page" not in fields:
        fields["page"] = 0
    st.session_state["view"] = replace(view(), **fields)


def refine(**fields: Any) -> None:
    """Changes fields of the filter."""
    change(filter=replace(view().filter, **fields))


def edit(**fields: Any) -> None:
    """Changes fields of the place in the editor; the list beside it stays on its page."""
    change(draft=replace(view().draft, **{"fault": "", **fields}), page=view().page)


def choose_dates(start: Any, end: Any) -> None:
    """Restricts the dates from elsewhere than the timeline, whose brush goes; both None lifts the restriction."""
    if start and end and start > end:
        start, end = end, start
    change(filter=replace(view().filter, start=start, end=end), brushes=view().brushes + 1)


def clear() -> None:
    """Lifts every restriction."""
    change(filter=Filter(), scope="all", mark=None, brushes=view().brushes + 1)


def widget(key: str, value: Any) -> str:
    """Makes the widget `key` show `value`, and returns the key: the view is the truth, a widget its picture."""
    st.session_state[key] = value
    return key


def entered(key: str) -> Any:
    """What the visitor entered in the widget `key`."""
    return st.session_state[key]
