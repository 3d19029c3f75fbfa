"""The coding under way, and what it came to."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from geo.query.filters import Filter
from geo.ui import add_state, state
from geo.ui.add_job import Job, Progress
from geo.ui.add_state import Done, tray
from geo.ui.faults import faults
from geo.ui.texts import Texts

SECONDS = 0.5  # between two looks


@st.fragment(run_every=SECONDS)
def draw(job: Job, texts: Texts) -> None:
    """How far the coding is, with what stops it. It looks again by itself; when all is done, the page is drawn anew."""
    if state.view().screen != "add":
        return
    progress = job.progress()
    if progress.ended:
        settle(job)
        st.rerun()
    said = texts("coding_line", done=f"{len(progress.kept):,}", total=f"{progress.total:,}", left=_left(progress, texts))
    st.progress(min(progress.share, 1.0), said)
    if progress.faults:
        st.html(faults(progress.faults, texts.count("faulty", len(progress.faults))))
    st.button(texts("coding_cancel"), key="coding_cancel", on_click=job.cancel)
    st.html(Markup('<p class="note">{}</p>').format(texts("coding_note")))


def settle(job: Job) -> None:
    """Takes what an ended job kept off the tray, and notes what it came to."""
    progress = job.progress()
    kept = set(progress.kept)
    rest = tuple(each for each in tray().waiting if each.article.article_id not in kept)
    done = Done(progress.kept, progress.events, progress.total - len(kept))
    add_state.change(waiting=rest, job=None, done=done, faults=(*tray().faults, *progress.faults))


def draw_done(done: Done, texts: Texts) -> None:
    """What the last coding came to, and the way to it on the map."""
    said = texts("coded_line", articles=texts.count("articles", len(done.articles)), events=texts.count("events", done.events))
    with st.container(horizontal=True, vertical_alignment="center", key="add_done"):
        st.html(Markup('<p class="coded" role="status">{} {}</p>').format(said, texts("coded_left") if done.left else ""))
        st.button(
            texts("coded_show"),
            key="coded_show",
            type="primary",
            disabled=not done.events,
            on_click=lambda: _show(done),
        )


def _show(done: Done) -> None:
    add_state.change(done=None)
    state.change(screen="map", filter=Filter(articles=frozenset(done.articles)), scope="all", mark=None)


def _left(progress: Progress, texts: Texts) -> str:
    if progress.seconds_left is None:
        return texts("coding_begins")
    minutes, seconds = divmod(round(progress.seconds_left), 60)
    return texts("coding_left", time=f"{minutes}:{seconds:02}")
