"""The actors in the form: their roles and factions; others by name from the registry, or in words of one's own."""

from __future__ import annotations

from typing import Any

import streamlit as st
from markupsafe import Markup

from geo.coding.actor_records import Registered
from geo.model import Actor, Event, Role
from geo.ui import state
from geo.ui.escape import markdown, quoted, shown
from geo.ui.review_actors import faction_labels, found, free_actor, known_actor
from geo.ui.review_correction import with_actor, without
from geo.ui.review_form import Form
from geo.ui.review_words import label
from geo.ui.texts import Texts

LONGEST_NAME = 120  # characters
ROLES: tuple[Role, ...] = ("actor1", "actor2")


def draw(form: Form) -> None:
    """Each actor on a line, then a search for more."""
    for at, actor in enumerate(form.now.actors):
        _line(form, at, actor)
    _more(form)


def _line(form: Form, at: int, actor: Actor) -> None:
    texts = form.texts
    with st.container(key=f"actor-line-{at}"):
        st.html(_name(actor, texts))
        role, faction, remove = st.columns([1, 1.5, 0.6], vertical_alignment="bottom")
        role.selectbox(
            texts("role"),
            ROLES,
            format_func=lambda role: texts(f"role_{role}"),
            key=state.widget(f"actor-role-{at}", actor.role),
            on_change=_entered(form, at, "role"),
        )
        faction.selectbox(
            texts("faction"),
            _codes(actor.faction),
            format_func=lambda code: label(faction_labels().get(code), texts) or texts("no_faction"),
            key=state.widget(f"actor-faction-{at}", actor.faction),
            on_change=_entered(form, at, "faction"),
        )
        remove.button(
            texts("remove"),
            key=f"actor-remove-{at}",
            on_click=form.enter,
            args=(lambda now: {"actors": without(now.actors, at)},),
            type="tertiary",
        )


def _entered(form: Form, at: int, field: str) -> Any:
    return form.entered(f"actor-{field}-{at}", lambda now, value: {"actors": with_actor(now.actors, at, **{field: value})})


def _codes(own: str) -> list[str]:
    """No faction, then all that there are; a code that the lists have no more stays choosable."""
    return list(dict.fromkeys(["", *faction_labels(), own]))


def _name(actor: Actor, texts: Texts) -> Markup:
    name = actor.name_ar if texts.language == "ar" else actor.name_en
    words = quoted(actor.text) if actor.text else Markup()
    return Markup("<b><bdi>{}</bdi></b> {}").format(shown(name), words) if name else Markup("<b>{}</b>").format(words)


def _more(form: Form) -> None:
    texts = form.texts
    st.text_input(texts("actor_search"), key="actor_query", max_chars=LONGEST_NAME, icon=":material/person_add:")
    query = st.session_state.get("actor_query", "")
    if not query.strip():
        return
    role: Role = "actor2" if any(actor.role == "actor1" for actor in form.now.actors) else "actor1"
    with st.container(key="actor-found-list"):
        for entry in found(query):
            on = form.now.date.start
            _add(form, f"actor-found-{entry.id}", _label(entry, form), known_actor(entry, role, on))
        if own := free_actor(query, "", role):
            _add(form, "actor-own", texts("actor_as_written", words=markdown(own.text)), own)


def _label(entry: Registered, form: Form) -> str:
    texts, names = form.texts, [entry.name_en, entry.name_ar]
    faction = label(faction_labels().get(entry.faction(form.now.date.start)), texts)
    told = " · ".join(markdown(name) for name in (names if texts.language == "en" else names[::-1]))
    return f"{told} :gray[{markdown(faction)}]" if faction else told


def _add(form: Form, key: str, said: str, actor: Actor) -> None:
    st.button(said, key=key, type="tertiary", width="stretch", icon=":material/add:", on_click=_added, args=(form, actor))


def _added(form: Form, actor: Actor) -> None:
    def actors(now: Event) -> dict[str, Any]:
        return {"actors": (*now.actors, actor)}

    form.enter(actors)
    st.session_state["actor_query"] = ""
