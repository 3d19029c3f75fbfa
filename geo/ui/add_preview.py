"""The articles that wait, each with what was found and how, to confirm or to mend before coding."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from geo.store.case import CaseFile
from geo.ui import add_state, pager, state
from geo.ui.add_job import Coder, Job
from geo.ui.add_state import tray
from geo.ui.add_waiting import Alike, Waiting, mended
from geo.ui.escape import markdown, shown
from geo.ui.faults import faults
from geo.ui.texts import Texts

PAGE = 10  # articles
MOST_FAULTS = 100  # lines
EXCERPT = 360  # characters
LONGEST_MENDED = 200_000  # characters: a longer text is read, not edited, on the page


def draw(file: CaseFile, texts: Texts, coder: Coder) -> None:
    """The list, the faults of what could not be read, and what begins the coding."""
    waiting = tray().waiting
    if tray().faults:
        _faults(texts)
    if not waiting:
        st.html(Markup('<p class="empty">{}</p>').format(texts("add_empty")))
        return
    _head(file, waiting, texts, coder)
    for article in waiting[pager.page_of(len(waiting), PAGE)]:
        _card(file, article, texts)
    pager.draw(len(waiting), PAGE, texts)


def _faults(texts: Texts) -> None:
    lines = tray().faults
    rest = len(lines) - MOST_FAULTS
    told = [*lines[:MOST_FAULTS], *([texts("more_faults", n=f"{rest:,}")] if rest > 0 else [])]
    with st.container(key="add_faults"):
        st.html(faults(told, texts.count("not_read", len(lines))))
        st.button(texts("faults_seen"), key="faults_seen", type="tertiary", on_click=lambda: add_state.change(faults=()))


def _head(file: CaseFile, waiting: tuple[Waiting, ...], texts: Texts, coder: Coder) -> None:
    chosen = [each.article for each in waiting if each.chosen]
    said = texts("waiting_line", waiting=texts.count("articles", len(waiting)), left=f"{len(waiting) - len(chosen):,}")
    with st.container(horizontal=True, vertical_alignment="center", key="add_head"):
        st.html(Markup("<h2>{}</h2>").format(said))
        st.button(texts("waiting_clear"), key="waiting_clear", type="tertiary", on_click=_clear)
        st.button(
            texts("code_articles", articles=texts.count("articles", len(chosen))),
            key="code",
            type="primary",
            disabled=not chosen,
            on_click=lambda: add_state.change(job=Job(file, chosen, coder).start(), done=None, faults=()),
        )


def _clear() -> None:
    add_state.change(waiting=(), faults=())


def _card(file: CaseFile, waiting: Waiting, texts: Texts) -> None:
    number, article = waiting.number, waiting.article
    with st.container(key=f"waiting-{number}"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.checkbox(
                texts("take"),
                key=state.widget(f"take-{number}", waiting.chosen),
                on_change=_entered(_choose, waiting, f"take-{number}"),
            )
            st.html(_standing(waiting, texts), width="stretch")
            st.button(texts("remove"), key=f"drop-{number}", type="tertiary", on_click=add_state.drop, args=(number,))
        _field(file, waiting, "title", article.title, texts)
        left, right = st.columns(2)
        with left:
            _field(file, waiting, "publisher", article.publisher, texts)
        with right:
            _field(file, waiting, "published", article.published or "", texts)
        _text(file, waiting, texts)


def _field(file: CaseFile, waiting: Waiting, name: str, value: str, texts: Texts) -> None:
    key = f"{name}-{waiting.number}"
    st.text_input(
        f"{texts(f'add_{name}')} :gray[· {markdown(_how(waiting, name, texts))}]",
        key=state.widget(key, value),
        placeholder="2020-07-03" if name == "published" else None,
        on_change=_entered(lambda old, said: mended(file, old, name, str(said or "")), waiting, key),
    )
    if name == "published" and waiting.fault == "date":
        st.html(Markup('<p class="fault" role="alert">{}</p>').format(texts("published_fault")))


def _text(file: CaseFile, waiting: Waiting, texts: Texts) -> None:
    text = waiting.article.text
    parts = (texts("add_text"), _how(waiting, "text", texts), texts.count("words", len(text.split())))
    said = Markup(" · ").join(Markup("<bdi>{}</bdi>").format(part) for part in parts)
    direction = "ltr" if waiting.article.language == "en" else "rtl"
    excerpt = shown(" ".join(text[:EXCERPT].split())) + ("…" if len(text) > EXCERPT else "")
    st.html(Markup('<p class="note">{}</p><p class="excerpt" dir="{}">{}</p>').format(said, direction, excerpt))
    if len(text) > LONGEST_MENDED:
        return
    key = f"text-{waiting.number}"
    with st.expander(texts("mend_text")):
        st.text_area(
            texts("add_text"),
            key=state.widget(key, text),
            height=320,
            label_visibility="collapsed",
            on_change=_entered(lambda old, said: mended(file, old, "text", str(said or "")), waiting, key),
        )
    if waiting.fault == "text":
        st.html(Markup('<p class="fault" role="alert">{}</p>').format(texts("text_fault")))


def _how(waiting: Waiting, name: str, texts: Texts) -> str:
    return texts(f"how_{waiting.incoming.found[name]}")


def _standing(waiting: Waiting, texts: Texts) -> Markup:
    """What the case has of it already, in words."""
    if waiting.standing == "same":
        return Markup('<p class="known">{}</p>').format(texts("standing_same"))
    lines = [Markup.escape(texts("standing_changed"))] if waiting.standing == "changed" else []
    lines += [_alike(each, waiting.copied, texts) for each in waiting.alike[:2]]
    return Markup('<p class="known">{}</p>').format(Markup(" · ").join(lines)) if lines else Markup("<p></p>")


def _alike(other: Alike, copied: bool, texts: Texts) -> Markup:
    name = Markup("<bdi>{}</bdi>").format(shown(other.title or texts("untitled")))
    publisher = Markup("<bdi>{}</bdi>").format(shown(other.publisher or texts("unknown_publisher")))
    key = "alike_exact" if copied else "alike_near"
    return Markup(texts.pattern(key)).format(title=name, publisher=publisher, percent=round(other.share * 100))


def _choose(waiting: Waiting, chosen: object) -> Waiting:
    return replace(waiting, chosen=bool(chosen))


def _entered(change: Callable[[Waiting, object], Waiting], waiting: Waiting, key: str) -> Callable[[], None]:
    """What puts the article on the tray as `change` makes it of what was entered in the widget `key`."""
    return lambda: add_state.put(change(waiting, state.entered(key)))
