"""The review screen: an article read whole, its events beside it, and what corrects them."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import streamlit as st
from markupsafe import Markup

from geo.model import Article
from geo.store.case import CaseFile
from geo.store.columns import Flags
from geo.store.table import EventTable
from geo.ui import (
    article_text,
    header,
    link,
    review_acts,
    review_bar,
    review_editor,
    review_event,
    review_figures,
    review_history,
    review_queue,
    state,
)
from geo.ui.card import title
from geo.ui.case import gazetteer_of
from geo.ui.describe import published
from geo.ui.escape import shown
from geo.ui.faults import faults
from geo.ui.marks import legend
from geo.ui.review_form import Form
from geo.ui.review_opened import Opened, opened
from geo.ui.review_queue import Rows
from geo.ui.review_state import Pane, change, desk
from geo.ui.review_words import change as changed_in_words
from geo.ui.review_words import moment
from geo.ui.texts import Texts

STYLE = Path(__file__).parent / "review.css"
MISSED_PANES: tuple[Pane, ...] = ("edit", "case")  # of an event that is not in the case yet
ARTICLE_KEYS = {"previous_article": "K", "next_article": "J"}
LONGEST_NAME = 80  # characters of a reviewer's


def draw(case: CaseFile, table: EventTable, rows: Flags, texts: Texts) -> None:
    """The screen for this session's chosen event; `rows` is the dashboard's filter, shape (rows of `table`,)."""
    st.html(STYLE)
    change(done={})  # the table is as the file is now
    header.draw(header.title(texts("screen_review"), texts("review_page_help"), texts), texts, lambda: _reviewer(texts))
    _screen(case, table, review_queue.queue(table, rows), texts)


def _reviewer(texts: Texts) -> None:
    with st.container(key="reviewer"):
        st.text_input(
            texts("reviewer"),
            key=state.widget("reviewer_name", desk().who),
            max_chars=LONGEST_NAME,
            on_change=lambda: change(who=" ".join(state.entered("reviewer_name").split())),
            icon=":material/person:",
            label_visibility="collapsed",
            placeholder=texts("reviewer"),
        )


@st.fragment
def _screen(case: CaseFile, table: EventTable, queued: Rows, texts: Texts) -> None:
    """All that an act of the reviewer redraws: the rest of the page, and the table, stay as they are."""
    on = opened(case, table, queued)
    link.tell(state.view())
    review_bar.draw(case, on, texts)
    _notices(case, on, texts)
    if on.article is None:
        st.html(Markup('<p class="empty">{}</p>').format(texts("review_no_article")))
        return
    text, beside = st.columns([1.9, 1], gap="small")
    with text:
        with st.container(horizontal=True, key="article_head", vertical_alignment="top"):
            st.html(_heading(on.article, texts))
            _turn(case, on.article, "previous_article", -1, texts)
            _turn(case, on.article, "next_article", 1, texts)
        can_add = on.target is not None or on.correction is not None
        article_text.draw(on.article, on.events, on.marked, on.shown, can_add, on.choose, on.pick, texts)
    with beside:
        _panes(case, on, on.article, texts)


def _heading(article: Article, texts: Texts) -> Markup:
    said = [article.publisher or texts("unknown_publisher"), published(article.published, texts)]
    source = Markup(" · ").join(Markup("<bdi>{}</bdi>").format(shown(part)) for part in said)
    note = Markup(' <span class="aside">{}</span>').format(texts("furniture_note")) if article.masked else Markup()
    direction = "rtl" if article.language == "ar" else "auto"
    return Markup(
        '<div class="article-head"><h2 class="title" lang="{}" dir="{}">{}</h2><p class="source">{}{}</p>{}</div>'
    ).format(article.language, direction, shown(title(article, texts)), source, note, legend(texts))


def _turn(case: CaseFile, article: Article, name: str, by: int, texts: Texts) -> None:
    """Leads to the article before or after: one in which the machine found nothing is in no queue."""
    st.button(
        texts(name),
        key=name,
        shortcut=ARTICLE_KEYS[name],
        on_click=review_acts.turn,
        args=(case, article.article_id, by),
        type="tertiary",
    )


def _panes(case: CaseFile, on: Opened, article: Article, texts: Texts) -> None:
    pane = on.pane
    st.segmented_control(
        texts("pane"),
        get_args(Pane) if on.target or not on.correction else MISSED_PANES,
        format_func=lambda name: texts(f"pane_{name}"),
        key=state.widget("pane", pane),
        on_change=lambda: change(pane=state.entered("pane") or desk().pane, page=0),
        label_visibility="collapsed",
        width="stretch",
    )
    with st.container(key="review_pane", height=640, border=False):
        if pane == "case":
            review_figures.draw(case.measured(), texts)
            review_history.of_case(case, texts)
        elif pane == "edit" and on.correction:
            form = Form(on.key, on.correction, article, on.events, gazetteer_of(case.places()), texts)
            review_editor.draw(form, case, on.target)
        elif on.target is None:
            st.html(Markup('<p class="empty">{}</p>').format(texts("review_none")))
        elif pane == "history":
            review_history.of_event(case, on.target.event.event_id, texts)
        else:
            review_event.draw(case, on.target, article, texts)


def _notices(case: CaseFile, on: Opened, texts: Texts) -> None:
    """What the last act came to; who changed the event meanwhile; that the queue is empty."""
    said = desk().said
    if said.startswith("did_"):
        st.html(Markup('<p class="said" role="status" data-act="{}">{}</p>').format(len(desk().acts), texts(said)))
    elif said:
        st.html(faults([said], texts.count("faulty", 1)))
    if not len(on.waiting) and on.target is None and on.correction is None:
        st.html(Markup('<p class="note" role="status">{}</p>').format(texts("review_finished")))
    if on.target and on.overtaken is not None:
        _conflict(case, on, on.overtaken, texts)


def _conflict(case: CaseFile, on: Opened, seen: int, texts: Texts) -> None:
    """Who changed the event since, when and what; the typed text stays, to be put on top or let go."""
    if on.target is None:
        return
    later = review_acts.since(case, on.target.event.event_id, seen)
    if later:
        what = Markup("; ").join(changed_in_words(each, texts) for each in later)
        line = Markup(texts.pattern("review_conflict")).format(who=shown(later[0].who), when=moment(later[0].at), what=what)
    else:
        line = Markup.escape(texts("review_recoded"))
    typed = on.correction is not None and bool(on.correction.changed)
    if typed:
        line += Markup(" {}").format(texts("typed_kept"))
    with st.container(key="review_conflict", horizontal=True, vertical_alignment="center"):
        st.html(Markup('<p role="alert">{}</p>').format(line))
        st.button(texts("look_anew"), key="look_anew", on_click=review_acts.look_anew)
        if on.correction and typed:
            st.button(texts("put_on_top"), key="put_on_top", on_click=review_acts.rebase, args=(on.target, on.correction))
