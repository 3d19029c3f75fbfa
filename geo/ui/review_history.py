"""Who changed what and when: of one event, or of the whole case a page at a time."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from geo.errors import StoreError
from geo.model import Event
from geo.store.case import CaseFile
from geo.store.changes import Change
from geo.ui import review_acts, review_state
from geo.ui.article_list import headline
from geo.ui.escape import shown
from geo.ui.review_words import change as said
from geo.ui.review_words import moment
from geo.ui.texts import Texts

PAGE = 20  # changes


def of_event(case: CaseFile, event_id: str, texts: Texts) -> None:
    """The changes of one event, the latest first."""
    changes = case.changes(event_id)
    if not changes:
        st.html(_note(texts("history_empty")))
    for each in changes:
        _change(case, each, None, texts)


def of_case(case: CaseFile, texts: Texts) -> None:
    """The changes of the whole case, the latest first, a page at a time."""
    page = review_state.desk().page
    changes = case.changes(limit=PAGE + 1, offset=page * PAGE)
    st.html(Markup("<h3>{}</h3>").format(texts("history_case")))
    if not changes:
        st.html(_note(texts("history_case_empty")))
    events = _events(case, changes[:PAGE])
    for each in changes[:PAGE]:
        _change(case, each, events.get(each.event_id), texts)
    if page or len(changes) > PAGE:
        with st.container(horizontal=True, horizontal_alignment="distribute"):
            _turn("previous", page - 1, page == 0, texts)
            _turn("next", page + 1, len(changes) <= PAGE, texts)


def _turn(name: str, page: int, disabled: bool, texts: Texts) -> None:
    st.button(texts(name), key=f"history_{name}", disabled=disabled, on_click=review_state.change, kwargs={"page": page})


def _events(case: CaseFile, changes: Sequence[Change]) -> dict[str, Event]:
    """The events that the changes are about, but those that an undoing took away."""
    found = {}
    for event_id in dict.fromkeys(each.event_id for each in changes):
        try:
            found[event_id] = case.event(event_id)
        except StoreError:
            continue
    return found


def _change(case: CaseFile, each: Change, event: Event | None, texts: Texts) -> None:
    """One change; with its event it names and opens it, so that the list of the case leads somewhere."""
    taken = each.undone or each.action == "undo"
    with st.container(key=f"change-{each.change_id}"):
        about = Markup("<b>{}</b>").format(headline(event, texts)) if event else Markup()
        st.html(
            Markup('<div class="change {}"><span class="aside"><bdi>{}</bdi> · {}{}</span>{}<div>{}</div></div>').format(
                "undone" if taken else "", shown(each.who), moment(each.at), _fate(each, texts), about, said(each, texts)
            )
        )
        with st.container(horizontal=True, gap="small"):
            if not taken:
                st.button(
                    texts("undo_this"), key=f"undo-{each.change_id}", type="tertiary",
                    on_click=review_acts.undo, args=(case, (each.change_id,)),
                )  # fmt: skip
            if event:
                st.button(
                    texts("show_event"), key=f"show-{each.change_id}", type="tertiary",
                    on_click=review_state.choose, args=(event.event_id, event.article_id),
                )  # fmt: skip


def _fate(each: Change, texts: Texts) -> str:
    return f" · {texts('undone')}" if each.undone else f" · {texts('did_undo')}" if each.action == "undo" else ""


def _note(words: str) -> Markup:
    return Markup('<p class="note">{}</p>').format(words)
