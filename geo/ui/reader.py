"""An article read whole, opened at the passage of an event."""

from __future__ import annotations

import re

import numpy as np
import streamlit as st
from markupsafe import Markup

from geo.model import Article, Event, Span
from geo.store.columns import Flags
from geo.store.table import EventTable
from geo.ui.card import title
from geo.ui.describe import published
from geo.ui.escape import shown
from geo.ui.marks import read_whole
from geo.ui.texts import Texts

KINDS = ("deed", "actor", "place", "date", "count", "source")

_BLANK_LINES = re.compile(r"\n(?:[ \t\r]*\n)+")

# Only the text scrolls: the dialog's own heading stays in sight. The script holds nothing of an article.
_SCROLL = """<script>
const whole = document.querySelector(".whole"), here = whole?.querySelector(".here");
if (here) whole.scrollTop = here.offsetTop - whole.clientHeight / 3;
</script>"""


def read(table: EventTable, rows: Flags, row: int, texts: Texts) -> None:
    """Opens the article of the event at `row`, its passages marked with those of the article's other selected events."""
    event = table.event(row)
    article = table.article(event.article_id)
    same = table.columns.article == table.columns.article[row]
    events = [table.event(other) for other in np.flatnonzero(rows & same).tolist()]
    st.dialog(texts("article"), width="large")(_whole)(article, event, events, texts)  # the title would be read as Markdown


def _whole(article: Article, event: Event, events: list[Event], texts: Texts) -> None:
    st.html(_heading(article, len(events), texts) + legend(texts))
    here = [Span(passage.start, passage.end) for passage in event.passages]
    others = [Span(passage.start, passage.end) for other in events for passage in other.passages]
    marks = [mark for other in events for mark in other.marks]
    body = _BLANK_LINES.sub("\n\n", read_whole(article.text, article.masked, here, others, marks, texts))
    direction = "rtl" if article.language == "ar" else "auto"
    st.html(Markup('<div class="whole" lang="{}" dir="{}">{}</div>').format(article.language, direction, Markup(body)))
    if article.masked:
        st.html(Markup('<p class="note">{}</p>').format(texts("furniture_note")))
    st.html(_SCROLL, unsafe_allow_javascript=True)


def _heading(article: Article, events: int, texts: Texts) -> Markup:
    said = [
        article.publisher or texts("unknown_publisher"),
        published(article.published, texts),
        texts.count("article_events", events),
    ]
    source = Markup(" · ").join(Markup("<bdi>{}</bdi>").format(shown(part)) for part in said)
    direction = "rtl" if article.language == "ar" else "auto"
    return Markup('<h2 class="title" lang="{}" dir="{}">{}</h2><p class="source">{}</p>').format(
        article.language, direction, shown(title(article, texts)), source
    )


def legend(texts: Texts) -> Markup:
    """What each colour of a mark stands for."""
    keys = Markup(" ").join(Markup('<mark class="{}">{}</mark>').format(kind, texts(f"mark_{kind}")) for kind in KINDS)
    return Markup('<p class="legend">{} {}</p>').format(texts("legend"), keys)
