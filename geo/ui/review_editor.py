"""The form in which every field of an event is corrected, or a missed event written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st
from markupsafe import Markup

from geo.coding.vocabulary import event_types, statuses
from geo.model import Casualties, Event
from geo.store.case import CaseFile
from geo.ui import review_acts, review_editor_actors, review_editor_date, review_editor_place, review_state, state
from geo.ui.article_list import short_name
from geo.ui.escape import shown
from geo.ui.faults import faults as fault_list
from geo.ui.review_acts import Target
from geo.ui.review_correction import TOLLS, Correction, Field, faults, lines, without
from geo.ui.review_form import Form
from geo.ui.review_words import label
from geo.ui.texts import Texts

MOST_VICTIMS = 10_000_000
PARTS = ("low", "best", "high")
NAMES: tuple[Field, Field] = ("attribution", "disputed_by")
LONGEST_NAMES = 2000  # characters of a field of names

SECTIONS: dict[Field, Callable[[Form], None]] = {
    "date": review_editor_date.draw,
    "location": review_editor_place.draw,
    "actors": review_editor_actors.draw,
}


def draw(form: Form, case: CaseFile, target: Target | None) -> None:
    """The whole form; without a `target` it writes an event that was missed."""
    with st.container(key="review_form"):
        _saving(form, case, target)
        if form.correction.missed:
            st.html(Markup('<h3>{}</h3><p class="note">{}</p>').format(form.texts("missed_heading"), form.texts("missed_hint")))
        _kind_and_status(form)
        for field, section in SECTIONS.items():
            st.html(_heading(field, form.texts))
            section(form)
        st.html(_heading("casualties", form.texts))
        _tolls(form)
        for field in NAMES:
            _names(form, field)
        st.html(_heading("passages", form.texts))
        _passages(form)
        if target:
            _whole_event(form, case, target)


def _heading(field: Field, texts: Texts) -> Markup:
    return Markup("<h3>{}</h3>").format(texts(f"field_{field}"))


def _saving(form: Form, case: CaseFile, target: Target | None) -> None:
    """What saves the form, what it still wants, and how much of it is not saved yet."""
    correction, texts = form.correction, form.texts
    wanting = faults(correction)
    idle = not correction.missed and not correction.changed
    with st.container(horizontal=True, key="review_saving", vertical_alignment="center"):
        st.button(
            texts("add_event" if target is None else "save"),
            key="review_save",
            type="primary",
            shortcut="S",
            disabled=bool(wanting) or idle,
            on_click=_save,
            args=(correction, case, target),
        )
        st.button(
            texts("discard"),
            key="review_discard",
            disabled=idle and correction.edtf is None,
            on_click=_discard,
            args=(form, target),
        )
        if not correction.missed and correction.changed:
            st.html(
                Markup('<span class="note">{}</span>').format(texts.count("unsaved", len(correction.changed))), width="content"
            )
    if wanting:
        st.html(fault_list([texts(key) for key in wanting], texts.count("faulty", len(wanting))))


def _save(correction: Correction, case: CaseFile, target: Target | None) -> None:
    if target:
        review_acts.save(case, target, correction)
    else:
        review_acts.add(case, correction)


def _discard(form: Form, target: Target | None) -> None:
    review_state.let_go(form.key)
    if target is None:
        review_state.choose(review_state.desk().left, form.article.article_id)
    review_state.change(conflict="", said="", pane="edit" if target else "event")


def _kind_and_status(form: Form) -> None:
    texts, kinds, known = form.texts, event_types(), statuses()
    left, right = st.columns([1.5, 1])
    left.selectbox(
        texts("field_event_type"),
        list(kinds),
        format_func=lambda code: label(kinds.get(code), texts),
        key=state.widget("event_type", form.now.event_type or None),
        placeholder=texts("choose_type"),
        on_change=form.entered("event_type", lambda _, value: {"event_type": value or ""}),
    )
    right.selectbox(
        texts("field_status"),
        list(known),
        format_func=lambda code: label(known.get(code), texts),
        key=state.widget("status", form.now.status),
        on_change=form.entered("status", lambda _, value: {"status": value}),
    )


def _tolls(form: Form) -> None:
    """Two rows of three figures, each empty where nothing is said."""
    texts = form.texts
    for kind in TOLLS:
        for column, part in zip(st.columns(3), PARTS, strict=True):
            name = f"{kind}_{part}"
            figure: int | None = getattr(form.now.casualties, name)
            column.number_input(
                texts(f"toll_{kind}", figure=texts(f"figure_{part}")),
                0,
                max(MOST_VICTIMS, figure or 0),
                key=state.widget(name, figure),
                step=1,
                on_change=form.entered(name, partial(_toll, name)),
            )


def _toll(name: str, now: Event, value: int | None) -> dict[str, Casualties]:
    return {"casualties": replace(now.casualties, **{name: value})}


def _names(form: Form, field: Field) -> None:
    st.text_area(
        form.texts(f"field_{field}"),
        key=state.widget(field, "\n".join(getattr(form.now, field))),
        max_chars=LONGEST_NAMES,
        height=68,
        on_change=form.entered(field, lambda _, value: {field: lines(value or "")}),
    )


def _passages(form: Form) -> None:
    """Each quote with what takes it away; more come from the text."""
    direction = "rtl" if form.article.language == "ar" else "auto"
    for at, passage in enumerate(form.now.passages):
        with st.container(key=f"passage-line-{at}"):
            quote = Markup('<blockquote lang="{}" dir="{}">{}</blockquote>')
            st.html(quote.format(form.article.language, direction, shown(passage.text)))
            st.button(
                form.texts("remove"),
                key=f"passage-remove-{at}",
                type="tertiary",
                on_click=form.enter,
                args=(partial(_without_passage, at),),
            )
    st.html(Markup('<p class="note">{}</p>').format(form.texts("passage_hint")))


def _without_passage(at: int, now: Event) -> dict[str, Any]:
    return {"passages": without(now.passages, at)}


def _whole_event(form: Form, case: CaseFile, target: Target) -> None:
    """What makes two events of one, or one of two; not while something typed is unsaved."""
    texts, unsaved = form.texts, bool(form.correction.changed)
    with st.container(horizontal=True, key="review_whole"):
        st.button(
            texts("split_event"),
            key="review_split",
            help=texts("split_help"),
            disabled=unsaved,
            on_click=review_acts.split,
            args=(case, target),
        )
        with st.popover(texts("merge_event"), disabled=unsaved):
            _merging(form, case, target)


def _merging(form: Form, case: CaseFile, target: Target) -> None:
    texts = form.texts
    others = [event for event in form.events if event.event_id != target.event.event_id and event.review != "rejected"]
    st.html(Markup('<p class="note">{}</p>').format(texts("merge_hint" if others else "merge_none")))
    for event in others:
        st.button(
            short_name(event, texts),
            key=f"merge-{event.event_id}",
            type="tertiary",
            width="stretch",
            on_click=review_acts.merge,
            args=(case, target, event.event_id),
        )
