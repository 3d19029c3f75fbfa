"""The events in view, to take away in the formats that there are."""

from __future__ import annotations

from functools import partial
from io import BytesIO

import streamlit as st
from markupsafe import Markup

from geo.export import FORMATS, Format, selected
from geo.store.case import CaseFile
from geo.store.columns import Flags
from geo.store.table import EventTable
from geo.ui import state
from geo.ui.texts import Texts

NAME = "dalil"


def draw(file: CaseFile, table: EventTable, rows: Flags, texts: Texts) -> None:
    """A menu of formats for the rows that the mask selects; a file is made when it is asked for."""
    with st.popover(texts("download"), icon=":material/download:", key="downloads"):
        with_machine = st.checkbox(
            texts("with_machine"), key=state.widget("with_machine", state.view().with_machine), help=texts("with_machine_help"),
            on_change=lambda: state.change(with_machine=state.entered("with_machine"), page=state.view().page),
        )  # fmt: skip
        for chosen in FORMATS.values():
            _button(chosen, partial(_written, chosen, file, table, rows, with_machine and chosen.scheme is None), texts)
        st.html(Markup("").join(_empty(chosen, texts) for chosen in FORMATS.values() if chosen.unfilled()))


def _button(chosen: Format, made: partial[bytes], texts: Texts) -> None:
    name = f"{NAME}-{chosen.name}" if chosen.scheme else NAME
    st.download_button(
        texts(chosen.label),
        made,
        name + chosen.ending,
        chosen.mime,
        key=f"download_{chosen.name}",
        help=texts(chosen.help),
        on_click="ignore",
        width="stretch",
    )


def _written(chosen: Format, file: CaseFile, table: EventTable, rows: Flags, with_machine: bool) -> bytes:
    out = BytesIO()
    chosen.write(selected(table, rows, chosen), out, file.machine if with_machine else None)
    return out.getvalue()


def _empty(chosen: Format, texts: Texts) -> Markup:
    """What stays empty in another project's table, and why."""
    reasons = [(column, reason.ar if texts.language == "ar" else reason.en) for column, reason in chosen.unfilled().items()]
    items = Markup("").join(Markup("<li><code>{}</code> {}</li>").format(column, reason) for column, reason in reasons)
    said = texts("stay_empty", name=texts(chosen.label), n=len(reasons))
    return Markup('<details class="unfilled"><summary>{}</summary><ul>{}</ul></details>').format(said, items)
