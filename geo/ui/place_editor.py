"""The editor of one place: candidates by a forgiving search, and the fields of the row."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st
from markupsafe import Markup

from gazetteer.errors import GazetteerError
from gazetteer.index import Gazetteer
from gazetteer.kinds import KINDS
from gazetteer.model import Candidate, Place
from gazetteer.own import with_place
from gazetteer.search import search
from geo.errors import DalilError
from geo.ui import state
from geo.ui.case import Case, keep_places
from geo.ui.draft import Draft, apart, joined, own_place
from geo.ui.escape import markdown, shown
from geo.ui.faults import faults
from geo.ui.place_list import kind_name
from geo.ui.texts import Texts

MOST_CANDIDATES = 5
SURE = 0.5  # a score below it is a "did you mean" (gazetteer.search)
LONGEST_NAME = 120  # characters
WIDEST_KM = 5000.0


def draw(case: Case, texts: Texts) -> None:
    """The draft's fields, and what saves it."""
    draft = state.view().draft
    with st.container(key="place_editor"):
        st.html(_heading(draft, case.gazetteer, texts))
        if draft.adds:
            st.button(texts("own_instead"), key="own_instead", on_click=_apart, type="tertiary")
        _candidates(case, draft, texts)
        _names(draft, texts)
        _point(draft, texts)
        if draft.fault:
            st.html(faults([draft.fault], texts.count("faulty", 1)))
        with st.container(horizontal=True):
            st.button(texts("save_place"), key="save_place", type="primary", on_click=_save, args=(case,))
            st.button(texts("cancel"), key="cancel", on_click=_cancel, disabled=draft == Draft())


def _heading(draft: Draft, gazetteer: Gazetteer, texts: Texts) -> Markup:
    place = gazetteer.get(draft.place_id) if draft.place_id else None
    if place is None:
        said: str | Markup = texts("editor_new")
    else:
        name = Markup("<bdi>{}</bdi>").format(shown(_name(place, texts)))
        said = Markup(texts.pattern("editor_adds" if draft.adds else "editor_correct")).format(place=name)
    return Markup("<h2>{}</h2>").format(said)


def _candidates(case: Case, draft: Draft, texts: Texts) -> None:
    """The search box over the known places that it may mean."""
    _text("query", "find_place", draft.query, texts)
    if not draft.query.strip():
        return
    found = _found(draft.query, case.gazetteer)
    heading = "no_candidates" if not found else "known_places" if found[0].score >= SURE else "did_you_mean"
    st.html(Markup('<p class="note">{}</p>').format(texts(heading)))
    with st.container(key="candidates"):
        for candidate in found:
            place = candidate.place
            st.button(
                _label(place, texts),
                key=f"candidate-{place.place_id}",
                on_click=_choose,
                args=(place, case.gazetteer),
                type="tertiary",
                width="stretch",
            )


@lru_cache(maxsize=64)
def _found(query: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Kept, as a guess looks through every spelling."""
    return tuple(search(query, gazetteer, MOST_CANDIDATES))


def _label(place: Place, texts: Texts) -> str:
    where = texts("comma").join(filter(None, (kind_name(place.kind, texts), place.admin1, place.country)))
    names = [place.name_en, place.name_ar] if texts.language == "en" else [place.name_ar, place.name_en]
    return f"{' · '.join(markdown(name) for name in names if name)} :gray[{markdown(where)}]"


def _names(draft: Draft, texts: Texts) -> None:
    _text("name", "field_name_ar", draft.name, texts)
    _text("name_en", "field_name_en", draft.name_en, texts)
    left, right = st.columns(2)
    with left:
        st.selectbox(
            texts("field_kind"),
            list(KINDS),
            format_func=lambda kind: kind_name(kind, texts),
            key=state.widget("place-kind", draft.kind),
            on_change=lambda: state.edit(kind=state.entered("place-kind")),
        )
    with right:
        _number("radius_km", "field_radius", draft.radius_km, (0.0, WIDEST_KM), texts, "%.1f")
    st.checkbox(
        texts("field_weak"),
        key=state.widget("place-weak", draft.weak),
        on_change=lambda: state.edit(weak=state.entered("place-weak")),
    )


def _point(draft: Draft, texts: Texts) -> None:
    latitude, longitude, country = st.columns(3, vertical_alignment="bottom")
    with latitude:
        _number("latitude", "field_latitude", draft.latitude, (-90.0, 90.0), texts)
    with longitude:
        _number("longitude", "field_longitude", draft.longitude, (-180.0, 180.0), texts)
    with country:
        _text("country", "field_country", draft.country, texts, longest=2)
    if draft.latitude is None or draft.longitude is None:
        st.html(Markup('<p class="note">{}</p>').format(texts("point_hint")))


def _text(field: str, label: str, value: str, texts: Texts, longest: int = LONGEST_NAME) -> None:
    key = f"place-{field}"
    st.text_input(
        texts(label),
        key=state.widget(key, value),
        on_change=lambda: state.edit(**{field: state.entered(key) or ""}),
        max_chars=longest,
    )


def _number(field: str, label: str, value: float | None, bounds: tuple[float, float], texts: Texts, form: str = "%.4f") -> None:
    key = f"place-{field}"
    st.number_input(
        texts(label),
        *bounds,
        key=state.widget(key, value),
        step=None,
        format=form,
        on_change=lambda: state.edit(**{field: state.entered(key)}),
    )


def _choose(place: Place, gazetteer: Gazetteer) -> None:
    state.change(draft=joined(state.view().draft, place, gazetteer), page=state.view().page)


def _apart() -> None:
    state.change(draft=apart(state.view().draft), page=state.view().page)


def _cancel() -> None:
    state.change(draft=Draft(), page=state.view().page)


def _save(case: Case) -> None:
    """Keeps the place; the draft stays, with its fault, when it can't be."""
    try:
        own = own_place(state.view().draft, case.own, case.gazetteer)
        keep_places(case.file, lambda places: with_place(places, own))
    except (DalilError, GazetteerError) as error:
        state.edit(fault=str(error))
        return
    state.change(draft=Draft(), listing="own")


def _name(place: Place, texts: Texts) -> str:
    return place.name_ar if texts.language == "ar" or not place.name_en else place.name_en
