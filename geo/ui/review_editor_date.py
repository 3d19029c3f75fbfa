"""The date in the form: two days, or EDTF; how exact it is follows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import streamlit as st
from markupsafe import Markup

from geo.model import DateSpan, Event
from geo.ui import describe, review_state, state
from geo.ui.review_dates import of_days, of_edtf
from geo.ui.review_form import Form
from geo.ui.sidebar import EARLIEST, LATEST

LONGEST_EDTF = 60  # characters


def draw(form: Form) -> None:
    """Both days, the EDTF text, and what they come to in words."""
    texts, span = form.texts, form.now.date
    known = span.precision != "unknown"
    first, last = st.columns(2)
    for column, name, value in ((first, "first_day", span.start), (last, "last_day", span.end)):
        column.date_input(
            texts(name),
            key=state.widget(name, value),
            min_value=min(EARLIEST, value or EARLIEST),
            max_value=max(LATEST, value or LATEST),
            format="YYYY-MM-DD",
            on_change=_day_entered(form, name),
        )
    text = form.correction.edtf
    st.text_input(
        texts("edtf"),
        key=state.widget("edtf", span.edtf if text is None else text),
        max_chars=LONGEST_EDTF,
        on_change=lambda: _edtf_entered(form, state.entered("edtf") or ""),
    )
    st.checkbox(
        texts("no_date"),
        key=state.widget("no_date", not known and text is None),
        disabled=not known and text is None,
        on_change=form.entered("no_date", lambda now, _: {"date": DateSpan(text=now.date.text)}),
    )
    st.html(_told(form))


def _told(form: Form) -> Markup:
    """The date in words, how exact it is and how it is known."""
    span, texts = form.now.date, form.texts
    if span.precision == "unknown":
        return Markup('<p class="note">{}</p>').format(describe.date_basis(span, texts))
    said = [describe.dates(span, texts), texts(f"precision_{span.precision}"), texts(f"basis_{span.basis}")]
    return Markup('<p class="note">{}</p>').format(" · ".join(filter(None, said)))


def _day_entered(form: Form, name: str) -> Callable[[], None]:
    def entered() -> None:
        form.enter(lambda now: {"date": _moved(now, name, state.entered(name))})

    return entered


def _moved(now: Event, name: str, day: date | None) -> DateSpan:
    """The span with one of its days set; the other goes along where it would lie on the wrong side."""
    start, end = now.date.start, now.date.end
    if name == "first_day":
        return of_days(day, end if day is None or (end and end >= day) else day, now.date)
    return of_days(start if day is None or (start and start <= day) else day, day, now.date)


def _edtf_entered(form: Form, text: str) -> None:
    span = of_edtf(text, form.now.date)
    if span is not None:
        form.enter(lambda now: {"date": span})
        return
    known = review_state.desk().corrections.get(form.key, form.correction)
    review_state.keep(form.key, replace(known, edtf=text))
