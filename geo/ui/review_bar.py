"""The bar over the review screen: where in the queue one stands, and what the keyboard does."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import streamlit as st
from markupsafe import Markup

from geo.store.case import CaseFile
from geo.store.measured import Measured
from geo.ui import review_acts, review_state, state
from geo.ui.review_acts import Neighbour, Target
from geo.ui.review_correction import Correction, faults
from geo.ui.review_opened import Opened
from geo.ui.review_state import Scope, change, desk
from geo.ui.review_words import USUAL_REASONS
from geo.ui.texts import Texts

LONGEST_REASON = 300  # characters
KEYS = {"previous": "P", "next": "N", "accept": "A", "reject": "X", "edit": "E", "undo": "U"}
ICONS = {"reject": ":material/close:", "edit": ":material/edit:", "undo": ":material/undo:"}


def draw(case: CaseFile, on: Opened, texts: Texts) -> None:
    """The bar for what is on the screen."""
    target = on.target
    with st.container(horizontal=True, key="review_bar", vertical_alignment="center", gap="small"):
        _move("previous", on.back, texts)
        st.html(_position(on.at, len(on.waiting), texts), width="content")
        _move("next", target.following if target else on.first, texts)
        _verdicts(case, target, on.correction, texts)
        _scope(texts)
        _reviewed(case.measured(), texts)
    if desk().rejecting and target:
        _why(case, target, texts)


def _position(at: int | None, waiting: int, texts: Texts) -> Markup:
    said = (
        texts("review_position", at=f"{at + 1:,}", total=f"{waiting:,}")
        if at is not None
        else texts.count("review_left", waiting)
    )
    return Markup('<span class="position" aria-live="polite">{}</span>').format(said)


def _move(name: str, to: Neighbour, texts: Texts) -> None:
    st.button(
        texts(name),
        key=f"review_{name}",
        shortcut=KEYS[name],
        disabled=to is None,
        on_click=review_state.choose,
        args=to or (None, None),
    )


def _verdicts(case: CaseFile, target: Target | None, correction: Correction | None, texts: Texts) -> None:
    none = target is None
    st.button(
        texts("review_accept"),
        key="review_accept",
        type="primary",
        shortcut=KEYS["accept"],
        disabled=none or correction is None or bool(faults(correction)),
        on_click=review_acts.accept,
        args=(case, target, correction),
        icon=":material/check:",
    )
    acts: list[tuple[str, bool, Callable[..., None], tuple[object, ...]]] = [
        ("reject", none, review_acts.ask_why, (not desk().rejecting,)),
        ("edit", none, review_state.show, ("edit",)),
        ("undo", not desk().acts, review_acts.undo, (case,)),
    ]
    for name, disabled, act, arguments in acts:
        st.button(
            texts(f"review_{name}"),
            key=f"review_{name}",
            shortcut=KEYS[name],
            disabled=disabled,
            on_click=act,
            args=arguments,
            icon=ICONS[name],
        )


def _scope(texts: Texts) -> None:
    st.segmented_control(
        texts("review_scope"),
        get_args(Scope),
        format_func=lambda scope: texts(f"review_scope_{scope}"),
        key=state.widget("review_scope", desk().scope),
        on_change=lambda: change(scope=state.entered("review_scope") or desk().scope),
        label_visibility="collapsed",
    )


def _reviewed(counts: Measured, texts: Texts) -> None:
    """The share of the machine's events, over the whole case, that somebody has looked at."""
    done = counts.accepted + counts.edited + counts.rejected
    total = done + counts.unreviewed
    said = texts("review_share", done=f"{done:,}", total=f"{total:,}", percent=round(100 * done / total) if total else 0)
    bar = Markup('<span class="share"><progress max="{}" value="{}"></progress> {}</span>')
    st.html(bar.format(max(total, 1), done, said), width="content")


def _why(case: CaseFile, target: Target, texts: Texts) -> None:
    """The usual reasons, each a key, and the reviewer's own words."""
    with st.container(key="review_why"):
        st.html(Markup("<b>{}</b>").format(texts("reject_why")))
        with st.container(horizontal=True, gap="small"):
            for number, reason in enumerate(USUAL_REASONS, start=1):
                st.button(
                    texts(f"reason_for_{reason}"), key=f"reason-{reason}", shortcut=str(number),
                    on_click=review_acts.reject, args=(case, target, reason),
                )  # fmt: skip
        with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
            st.text_input(
                texts("reject_own"), key="reason_own", max_chars=LONGEST_REASON, on_change=_own_reason, args=(case, target)
            )
            st.button(
                texts("cancel"),
                key="reason_cancel",
                shortcut="Escape",
                on_click=review_acts.ask_why,
                args=(False,),
                type="tertiary",
            )


def _own_reason(case: CaseFile, target: Target) -> None:
    """Rejects for a reason that was typed and entered."""
    if reason := " ".join((state.entered("reason_own") or "").split()):
        review_acts.reject(case, target, reason)
