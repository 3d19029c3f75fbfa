"""Where articles come in on the page: a text that is pasted, files that are dropped."""

from __future__ import annotations

import json

import streamlit as st
from markupsafe import Markup

from geo.articles import Incoming, pasted, read_files
from geo.errors import DalilError
from geo.limits import LARGEST_ARTICLE, MOST_WAITING, MOST_WAITING_TEXT, UPLOAD_MB
from geo.store.case import CaseFile
from geo.ui import add_state
from geo.ui.add_state import tray
from geo.ui.add_waiting import Waiting, waiting
from geo.ui.escape import plain
from geo.ui.texts import Texts

_FIELDS = ("title", "publisher", "published", "url")


def draw(file: CaseFile, texts: Texts) -> None:
    """The two ways in."""
    with st.container(key="add_files"):
        _files(file, texts)
    _paste(file, texts)


def _paste(file: CaseFile, texts: Texts) -> None:
    with st.form(f"paste-{tray().pasted}", border=False):
        st.html(Markup("<h2>{}</h2>").format(texts("paste_heading")))
        st.text_area(texts("paste_text"), key=_key("text"), height=210, max_chars=LARGEST_ARTICLE)
        st.text_input(texts("add_title"), key=_key("title"))
        left, right = st.columns(2)
        left.text_input(texts("add_publisher"), key=_key("publisher"))
        right.text_input(
            texts("add_published"), key=_key("published"), placeholder="2020-07-03", help=texts("add_published_help")
        )
        st.text_input(texts("add_url"), key=_key("url"))
        if tray().said:
            st.html(Markup('<p class="fault" role="alert">{}</p>').format(texts(tray().said)))
        st.form_submit_button(texts("paste_add"), key="paste_add", on_click=_pasted, args=(file,), width="stretch")


def _key(field: str) -> str:
    return f"paste-{field}-{tray().pasted}"


def _pasted(file: CaseFile) -> None:
    """Puts the pasted article on the tray; the form stays as it is when it can't be used."""
    entered = {field: str(st.session_state.get(_key(field)) or "") for field in ("text", *_FIELDS)}
    if not entered["text"].strip():
        add_state.change(said="paste_empty")
        return
    try:
        found = pasted(entered["text"], *(entered[field] for field in _FIELDS))
    except DalilError as error:
        add_state.change(said="published_fault" if str(error).startswith("published") else "text_fault")
        return
    _put(file, found)
    add_state.change(said="", done=None, pasted=tray().pasted + 1)


def _files(file: CaseFile, texts: Texts) -> None:
    st.html(Markup("<h2>{}</h2><p class='note'>{}</p>").format(texts("files_heading"), texts("files_kinds", mb=UPLOAD_MB)))
    # The uploader's own words are English alone.
    browse, drop = (json.dumps(texts(key), ensure_ascii=False) for key in ("files_browse", "files_drop"))
    st.html(f"<style>.st-key-add_files {{ --browse: {browse}; --drop: {drop}; }}</style>")
    dropped = st.file_uploader(
        texts("files_heading"), accept_multiple_files=True, key=f"files-{tray().dropped}", label_visibility="collapsed"
    )
    if dropped:
        _read(file, [(each.name, each.getvalue()) for each in dropped], texts)
        add_state.change(dropped=tray().dropped + 1, done=None)  # an empty uploader: what was read needs no keeping
        st.rerun()


def _read(file: CaseFile, files: list[tuple[str, bytes]], texts: Texts) -> None:
    """Reads the files onto the tray, with a line for each thing that could not be."""
    faults: list[str] = []
    text = sum(len(each.article.text) for each in tray().waiting)
    with st.status(texts("files_reading", n=len(files))) as status:
        found = iter(read_files(files))
        for each in found:
            if not isinstance(each, Incoming):
                faults.append(plain(str(each)))
                continue
            text += len(each.article.text)
            if len(tray().waiting) >= MOST_WAITING or text > MOST_WAITING_TEXT:
                faults.append(texts("too_many_waiting", most=f"{MOST_WAITING:,}"))
                break
            _put(file, each)
            status.update(label=texts("files_read", n=f"{len(tray().waiting):,}"))
    add_state.change(faults=(*tray().faults, *faults))


def _put(file: CaseFile, found: Incoming) -> None:
    known = tray()
    new: Waiting = waiting(file, known.numbers, found, known.waiting)
    add_state.change(waiting=(*known.waiting, new), numbers=known.numbers + 1)
