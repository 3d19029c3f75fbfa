"""The article whole with its events beside it, as one component of the page: it scrolls by itself and knows selections."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v1 import declare_component

from geo.model import LONGEST_PASSAGE, Article, Event
from geo.ui.article_list import event_list
from geo.ui.marks import annotated
from geo.ui.texts import Texts

# The script is served as a file of this server, as the fonts are; the component itself only asks for it.
FILES = declare_component("article_files", path=Path(__file__).parent / "article")
_ASK = """export default async function (component) {
  const { draw } = await import(new URL("component/%s/article.js", document.baseURI));
  return draw(component);
}"""
_READING = st.components.v2.component("dalil_article", js=_ASK % FILES.name, isolate_styles=False)
KEY = "reading"

Told = Callable[[dict[str, Any]], None]


def draw(
    article: Article,
    listed: Sequence[Event],
    marked: Sequence[Event],
    chosen: str | None,
    can_add: bool,
    chose: Told,
    picked: Told,
    texts: Texts,
) -> None:
    """The text with the passages and marks of the events `marked`, the chosen one's strongest, and the list of those `listed`.

    `chose` gets {"event", "article"} when an event is picked in the list or in the text; `picked` gets
    {"act": "passage" | "missed", "start", "end", "article"} for a selection, in code points of `article.text`.
    `can_add` says that there is an event to which a selected passage may go.
    """
    _READING(
        key=KEY,
        data={
            "article": article.article_id,
            "text": str(annotated(article, marked, texts)),
            "events": str(event_list(listed, texts)),
            "chosen": chosen or "",
            "open": can_add,
            "language": article.language,
            "direction": "rtl" if article.language == "ar" else "auto",
            "longest": LONGEST_PASSAGE,
            "words": {word: texts.pattern(f"article_{word}") for word in ("text", "picked", "passage", "missed")},
        },
        on_chosen_change=_answer("chosen", chose),
        on_picked_change=_answer("picked", picked),
    )


def _answer(name: str, tell: Told) -> Callable[[], None]:
    def answered() -> None:
        value = st.session_state[KEY].get(name)
        if isinstance(value, dict):
            tell(value)

    return answered
