"""The screen that brings articles: paste or drop, look over what was found, code."""

from __future__ import annotations

from collections.abc import Callable

from geo.model import Article, Event
from geo.store.case import CaseFile
from geo.ui import header
from geo.ui.texts import Texts

Coder = Callable[[Article], list[Event]]


def draw(file: CaseFile, texts: Texts, coder: Coder) -> None:
    """The screen for the case in `file`; `coder` is what makes events of an article, with the case's own places."""
    header.draw(header.title(texts("screen_add"), texts("add_intro"), texts), texts)
