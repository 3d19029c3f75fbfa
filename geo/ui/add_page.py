"""The screen that brings articles: paste or drop, look over what was found, code."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from geo.store.case import CaseFile
from geo.ui import add_intake, add_preview, add_progress, header
from geo.ui.add_job import Coder
from geo.ui.add_state import tray
from geo.ui.texts import Texts

STYLE = Path(__file__).parent / "add.css"


def draw(file: CaseFile, texts: Texts, coder: Coder) -> None:
    """The screen for the case in `file`; `coder` is what makes events of an article, with the case's own places."""
    st.html(STYLE)
    header.draw(header.title(texts("screen_add"), texts("add_intro"), texts), texts)
    if job := tray().job:
        add_progress.draw(job, texts)
        return
    with st.container(key="add"):
        if done := tray().done:
            add_progress.draw_done(done, texts)
        intake, preview = st.columns([1, 1.7], gap="medium")
        with intake:
            add_intake.draw(file, texts)
        with preview:
            add_preview.draw(file, texts, coder)
