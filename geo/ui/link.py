"""The view as a link: filters, language, chosen mark and screen in the page's query, and back.

A query comes from anybody: what names nothing of this case is left out, as if it had not been written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import get_args

import streamlit as st

from geo.coding.vocabulary import Label, disputed, event_types, statuses
from geo.maps.view import read_view
from geo.query.cells import rows_of
from geo.query.filters import Filter, mask
from geo.query.selection import Selection
from geo.store.table import EventTable
from geo.ui.state import Scope, Screen, View
from geo.ui.texts import LANGUAGES, Language

Query = Mapping[str, list[str]]
LONGEST_TEXT = 200  # characters, as the search box takes
SETS = ("factions", "places", "types", "statuses", "articles")
WRITTEN = {"types": "type", "factions": "faction", "places": "place", "statuses": "status", "articles": "article"}


def query_of(view: View) -> dict[str, list[str]]:
    """The query of a view: only what differs from the first screen.

    >>> query_of(View(language="ar", filter=Filter(start=date(2020, 7, 3), factions=frozenset({"LNA", "GNA"}))))
    {'lang': ['ar'], 'from': ['2020-07-03'], 'faction': ['GNA', 'LNA']}
    """
    chosen, first = view.filter, View()
    said: dict[str, list[str]] = {
        "lang": [view.language] if view.language != first.language else [],
        "screen": [view.screen] if view.screen != first.screen else [],
        "from": [chosen.start.isoformat()] if chosen.start else [],
        "to": [chosen.end.isoformat()] if chosen.end else [],
    }
    said |= {WRITTEN[field]: sorted(getattr(chosen, field) or ()) for field in SETS}
    said |= {
        "text": [chosen.text] if chosen.text.strip() else [],
        "undated": [] if chosen.include_undated else ["no"],
        "unlocated": [] if chosen.include_unlocated else ["no"],
        "mark": [view.mark] if view.mark and view.scope == "mark" else [],
        "list": [view.scope] if view.scope not in ("all", "mark") else [],
        "map": [view.map.written()] if view.map else [],
        "event": [view.event] if view.event else [],
        "in": [view.article] if view.article else [],
    }
    return {key: values for key, values in said.items() if values}


def view_of(query: Query, table: EventTable) -> View:
    """The view that a query means over a case's events.

    >>> view_of({"from": ["yesterday"], "faction": ["<b>"], "type": ["battle"]}, EventTable.build([], [])).filter.types
    frozenset({'battle'})
    """
    lists = table.categories
    start, end = _day(query, "from"), _day(query, "to")
    if start and end and start > end:
        start, end = end, start
    chosen = Filter(
        start=start,
        end=end,
        factions=_among(query, "faction", lists.factions),
        places=_among(query, "place", lists.places),
        types=_among(query, "type", event_types().values()) or None,
        statuses=_among(query, "status", (*statuses().values(), disputed())),
        articles=_among(query, "article", lists.articles),
        text=_one(query, "text")[:LONGEST_TEXT],
        include_undated=_one(query, "undated") != "no",
        include_unlocated=_one(query, "unlocated") != "no",
    )
    mark, scope = _one(query, "mark"), _one(query, "list")
    marked = bool(mark) and len(rows_of(Selection(table, mask(table, chosen)), mark)) > 0
    return View(
        language=_language(query),
        filter=chosen,
        scope="mark" if marked else _scope(scope),
        mark=mark if marked else None,
        screen=_screen(_one(query, "screen")),
        map=read_view(_one(query, "map")),
        event=_one(query, "event")[:LONGEST_TEXT] or None,
        article=next(iter(_among(query, "in", lists.articles)), None),
    )


def opened(table: EventTable) -> View:
    """The view that this session's address means."""
    return view_of(_address(), table)


def language() -> Language:
    """The language that this session's address means."""
    return _language(_address())


def tell(view: View) -> None:
    """Puts the view into the address, when it is not there yet; this reruns nothing."""
    query = query_of(view)
    if query != _address():
        st.query_params.from_dict(query)


def _address() -> dict[str, list[str]]:
    return {key: st.query_params.get_all(key) for key in st.query_params}


def _one(query: Query, key: str) -> str:
    return (query.get(key) or [""])[-1]


def _among(query: Query, key: str, known: Iterable[Label]) -> frozenset[str]:
    said = frozenset(query.get(key, ()))
    return frozenset(label.id for label in known if label.id in said) if said else said


def _day(query: Query, key: str) -> date | None:
    try:
        return date.fromisoformat(_one(query, key))
    except ValueError:
        return None


def _language(query: Query) -> Language:
    return next((code for code in LANGUAGES if code == _one(query, "lang")), View().language)


def _screen(said: str) -> Screen:
    return next((screen for screen in get_args(Screen) if screen == said), View().screen)


def _scope(said: str) -> Scope:
    return next((scope for scope in get_args(Scope) if scope == said and scope != "mark"), View().scope)
