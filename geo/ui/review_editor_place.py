"""The place in the form: candidates for the article's word, a search, a click on the map; how exact, how far off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import streamlit as st
from markupsafe import Markup
from streamlit_folium import st_folium

from gazetteer.model import Candidate
from geo.maps.picking import PICKED, picked_point, picking_group
from geo.model import Location
from geo.ui import describe, map_panel, state
from geo.ui.escape import markdown, quoted
from geo.ui.place_list import kind_name
from geo.ui.review_form import Form
from geo.ui.review_places import at_place, at_point, candidates, reason, searched, word_of
from geo.ui.texts import Texts

LONGEST_NAME = 120  # characters
SEARCHED = "search"  # the one reason of what a search found
LEAST_KM, WIDEST_KM = 0.1, 5000.0
PRECISIONS = (1, 2, 3)
MAP, MAP_HEIGHT = "review_map", 300


def draw(form: Form) -> None:
    """Where the event lies, and what else it may be."""
    location, texts = form.now.location, form.texts
    said = describe.place(location, texts) if location else Markup.escape(texts("place_not_told"))
    st.html(Markup('<p class="chosen">{}</p>').format(said))
    word = word_of(form.now, form.article) or word_of(form.correction.before, form.article)
    if found := candidates(word, form.events, form.gazetteer):
        st.html(Markup('<p class="note">{}</p>').format(Markup(texts.pattern("place_for_word")).format(word=quoted(word))))
        _offer(form, found, "place-told")
    _search(form)
    if location is not None:
        _exactness(form, location)
        st.button(texts("place_untold"), key="place_untold", on_click=form.enter, args=(lambda now: {"location": None},))
    if st.toggle(texts("place_map"), key="place_on_map"):
        _map(form)


def _search(form: Form) -> None:
    texts = form.texts
    st.text_input(texts("place_search"), key="place_query", max_chars=LONGEST_NAME, icon=":material/search:")
    query = st.session_state.get("place_query", "")
    if not query.strip():
        return
    found = searched(query, form.gazetteer)
    if not found:
        st.html(Markup('<p class="note">{}</p>').format(texts("no_candidates")))
    _offer(form, found, "place-found")


def _offer(form: Form, found: Iterable[Candidate], key: str) -> None:
    """The candidates as buttons, each with why it ranks there; the chosen one says so."""
    chosen = form.now.location.place_id if form.now.location else None
    with st.container(key=f"{key}-list"):
        for candidate in found:
            place = candidate.place
            st.button(
                _label(candidate, form.texts),
                key=f"{key}-{place.place_id}",
                on_click=_take,
                args=(form, at_place(place)),
                type="tertiary",
                width="stretch",
                icon=":material/check:" if place.place_id == chosen else None,
            )


def _take(form: Form, location: Location) -> None:
    form.enter(lambda now: {"location": location})
    st.session_state["place_query"] = ""


def _label(candidate: Candidate, texts: Texts) -> str:
    place = candidate.place
    names = [place.name_en, place.name_ar] if texts.language == "en" else [place.name_ar, place.name_en]
    where = [kind_name(place.kind, texts), place.admin1 or "", place.country]
    why = [reason(each, texts) for each in candidate.reasons if each not in (place.kind, SEARCHED)]
    told = texts("comma").join([*filter(None, where), *why])
    return f"{' · '.join(markdown(name) for name in names if name)} :gray[{markdown(told)}]"


def _exactness(form: Form, location: Location) -> None:
    texts = form.texts
    left, right = st.columns([1.4, 1])
    left.selectbox(
        texts("field_geo_precision"),
        PRECISIONS,
        format_func=lambda precision: texts(f"geo_precision_{precision}"),
        key=state.widget("geo_precision", location.geo_precision),
        on_change=form.entered("geo_precision", lambda now, value: _with(now.location, geo_precision=value)),
    )
    right.number_input(
        texts("field_radius"),
        min(LEAST_KM, location.radius_km),
        max(WIDEST_KM, location.radius_km),
        key=state.widget("radius_km", float(location.radius_km)),
        step=None,
        format="%.1f",
        on_change=form.entered("radius_km", lambda now, value: _with(now.location, radius_km=value)),
    )


def _with(location: Location | None, **fields: float | None) -> dict[str, Location | None]:
    """The location with a field changed; what was emptied stays as it was."""
    told = {name: value for name, value in fields.items() if value is not None}
    return {"location": replace(location, **told) if location else None}  # type: ignore[arg-type]


def _map(form: Form) -> None:
    """A map to click on. Only the feature group differs between runs, so the frame is never mounted anew."""
    location, texts = form.now.location, form.texts
    point = (location.longitude, location.latitude) if location else None
    st.html(Markup('<p class="note">{}</p>').format(texts("place_map_hint")))
    with st.container(key="review_map_frame"):
        st_folium(
            map_panel.offline_map(texts.language, picking=True),
            key=MAP,
            feature_group_to_add=picking_group((), point, location.radius_km if location else 0.0, texts.language),
            returned_objects=PICKED,
            use_container_width=True,
            height=MAP_HEIGHT,
            on_change=lambda: _clicked(form),
        )


def _clicked(form: Form) -> None:
    if point := picked_point(state.entered(MAP)):
        form.enter(lambda now: {"location": at_point(*point, now.location, form.gazetteer)})
