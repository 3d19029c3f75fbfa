"""What is in view, in figures and in words."""

from __future__ import annotations

import re

from markupsafe import Markup

from geo.query.selection import Selection
from geo.query.summary import Summary, summary
from geo.query.words import words
from geo.ui import describe, state
from geo.ui.case import Case
from geo.ui.escape import shown
from geo.ui.texts import Texts


def figures(case: Case, selection: Selection, texts: Texts) -> Markup:
    """The head's text for the selected events."""
    name = texts("sample_case") if case.sample else case.file.path.name
    note = texts("sample_note") if case.sample else str(case.file.path)
    said = words(state.view().filter, case.table, texts.language)
    return _figures(name, note, summary(selection), said, texts)


def _figures(name: str, note: str, counts: Summary, said: str, texts: Texts) -> Markup:
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
        '<header class="head"><h1 title="{}">{}</h1><bdi class="case" title="{}">{}</bdi>'
        '<ul aria-label="{}" aria-live="polite">{}</ul><p class="words" title="{}">{}</p></header>'
    )
    return head.format(texts("tagline"), texts("app_name"), note, shown(name), texts("figures"), items, said, shown(said))


def _strong_number(figure: str) -> Markup:
    """The figure with its numbers in bold.

    >>> str(_strong_number("12 events"))
    '<b>12</b> events'
    """
    return Markup(re.sub(r"[\d,]*\d", lambda number: f"<b>{number[0]}</b>", str(Markup.escape(figure))))
