"""The slim head of the page: what is in view, in figures and in words; downloads; the other language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial

import numpy as np
import streamlit as st
from markupsafe import Markup

from geo.export import csv_bytes, geojson_bytes
from geo.model import Event
from geo.query.summary import Summary, summary
from geo.query.words import words
from geo.store.columns import Flags
from geo.store.table import EventTable
from geo.ui import describe, state
from geo.ui.escape import shown
from geo.ui.texts import Texts


def draw(table: EventTable, rows: Flags, texts: Texts) -> None:
    """The head for the events that the mask `rows` selects."""
    with st.container(horizontal=True, key="head", vertical_alignment="center"):
        said = words(state.view().filter, table, texts.language)
        st.html(_figures(summary(table, rows), said, texts))
        _downloads(table, rows, texts)
        st.button(
            texts("places_page"),
            key="to_places",
            on_click=state.change,
            kwargs={"screen": "places"},
            help=texts("places_page_help"),
            icon=":material/add_location_alt:",
        )
        language_button(texts)


def _figures(counts: Summary, said: str, texts: Texts) -> Markup:
    figures = [
        texts.count("events", counts.events),
        texts.count("articles", counts.articles),
        texts.count("places", counts.places),
        texts("killed_figure", n=describe.total(counts.killed, texts)),
        texts("wounded_figure", n=describe.total(counts.wounded, texts)),
        texts.count("undated", counts.undated),
        texts.count("unlocated", counts.unlocated),
    ]
    items = Markup("").join(Markup("<li>{}</li>").format(_strong_number(figure)) for figure in figures)
    head = Markup(
        '<header class="head"><h1 title="{}">{}</h1>'
        '<ul aria-label="{}" aria-live="polite">{}</ul><p class="words" title="{}">{}</p></header>'
    )
    return head.format(texts("tagline"), texts("app_name"), texts("figures"), items, said, shown(said))


def _strong_number(figure: str) -> Markup:
    """The figure with its numbers in bold.

    >>> str(_strong_number("12 events"))
    '<b>12</b> events'
    """
    return Markup(re.sub(r"[\d,]*\d", lambda number: f"<b>{number[0]}</b>", str(Markup.escape(figure))))


def _downloads(table: EventTable, rows: Flags, texts: Texts) -> None:
    for name, write, kind in (("geojson", geojson_bytes, "application/geo+json"), ("csv", csv_bytes, "text/csv")):
        st.download_button(
            texts(f"download_{name}"),
            partial(_written, write, table, rows),
            f"dalil.{name}",
            kind,
            key=f"download_{name}",
            help=texts(f"download_{name}_help"),
            on_click="ignore",
            icon=":material/download:",
        )


def _written(write: Callable[[Iterable[Event]], bytes], table: EventTable, rows: Flags) -> bytes:
    return write(table.event(row) for row in np.flatnonzero(rows).tolist())


def language_button(texts: Texts) -> None:
    """The interface in its other language."""
    st.button(texts("switch_language"), key="language", on_click=_switch, type="tertiary")


def _switch() -> None:
    state.change(language="ar" if state.view().language == "en" else "en")
