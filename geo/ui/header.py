"""The slim head of every screen: what it shows, its own tools, the other screens, the other language."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import streamlit as st
from markupsafe import Markup

from geo.ui import state
from geo.ui.state import Screen
from geo.ui.texts import Texts


def draw(said: Markup, texts: Texts, tools: Callable[[], None] | None = None) -> None:
    """The head: `said` at its start, then what `tools` draws."""
    with st.container(horizontal=True, key="head", vertical_alignment="center"):
        st.html(said)
        if tools:
            tools()
        _screens(texts)
        st.button(texts("switch_language"), key="language", on_click=_switch, type="tertiary")


def title(name: str, words: str, texts: Texts) -> Markup:
    """The head's text for a screen that has no figures: its name, and in words what it is for."""
    return Markup('<header class="head"><h1>{}</h1><p class="words" title="{}">{}</p></header>').format(name, words, words)


def _screens(texts: Texts) -> None:
    st.segmented_control(
        texts("screens"),
        get_args(Screen),
        format_func=lambda screen: texts(f"screen_{screen}"),
        key=state.widget("screen", state.view().screen),
        on_change=lambda: state.change(screen=state.entered("screen") or state.view().screen),
        label_visibility="collapsed",
    )


def _switch() -> None:
    state.change(language="ar" if state.view().language == "en" else "en")
