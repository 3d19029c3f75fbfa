"""The chosen event as a card, with the fields in which the machine now disagrees with its reviewers."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from geo.model import Article
from geo.store.case import CaseFile
from geo.store.disagreeing import Disagreement
from geo.ui import review_acts
from geo.ui.article_list import review_name
from geo.ui.card import card
from geo.ui.review_actors import faction_labels
from geo.ui.review_acts import Target
from geo.ui.review_words import field_name, value
from geo.ui.texts import Texts


def draw(case: CaseFile, target: Target, article: Article, texts: Texts) -> None:
    """The card of the event as the case has it, not as the form does."""
    event = target.event
    if event.review != "unreviewed":
        st.html(Markup('<p class="state {}">{}</p>').format(event.review, review_name(event, texts)))
    st.html(card(event, article, faction_labels(), texts))
    differing = case.disagreements(event.event_id)
    if differing:
        st.html(Markup('<h3 class="differs">{}</h3>').format(texts("machine_says")))
    for one in differing:
        _differs(case, target, one, texts)


def _differs(case: CaseFile, target: Target, one: Disagreement, texts: Texts) -> None:
    """One field: what stands, what the machine says, and the button that takes it."""
    if one.field == "event":
        st.html(Markup("<p>{}</p>").format(texts("machine_no_longer")))
        return
    with st.container(key=f"differs-{one.field}"):
        st.html(
            Markup("<p><b>{}</b>: <del>{}</del> <ins>{}</ins></p>").format(
                field_name(one.field, texts), value(one.field, one.kept, texts), value(one.field, one.machine, texts)
            )
        )
        st.button(
            texts("take_machine"),
            key=f"take-{one.field}",
            on_click=review_acts.take_machines,
            args=(case, target, one.field, one.machine),
        )
