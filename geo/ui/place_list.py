"""The two lists of the places page: names that were not found, each with its sentences, and the analyst's own places."""

from __future__ import annotations

from functools import partial
from typing import get_args

import streamlit as st
from markupsafe import Markup

from gazetteer.kinds import KINDS
from gazetteer.own import OwnPlace
from geo.errors import DalilError
from geo.model import Mark
from geo.query.filters import Filter
from geo.ui import pager, state
from geo.ui.case import Case, Places, keep_places
from geo.ui.draft import of_name, of_place
from geo.ui.escape import shown
from geo.ui.marks import marked
from geo.ui.texts import Texts
from geo.ui.unlisted import Sighting, Unlisted

PAGE = 20  # names
MOST_SENTENCES = 10  # of one name


def draw(case: Case, texts: Texts) -> None:
    """The chosen list."""
    counts = {"unlisted": len(case.unlisted), "own": len(case.own)}
    with st.container(key="names_head"):
        st.segmented_control(
            texts("listing"),
            get_args(state.Listing),
            format_func=lambda name: texts(f"listing_{name}", n=f"{counts[name]:,}"),
            key=state.widget("listing", state.view().listing),
            on_change=lambda: state.change(listing=state.entered("listing") or state.view().listing),
            label_visibility="collapsed",
            width="stretch",
        )
    with st.container(key="names", height=640, border=False):
        if state.view().listing == "own":
            _own(case, texts)
        else:
            _unlisted(case, texts)


def kind_name(kind: str, texts: Texts) -> str:
    """A kind of place in the interface's language."""
    return KINDS[kind].name_ar if texts.language == "ar" else kind


def _unlisted(case: Case, texts: Texts) -> None:
    st.html(_note(texts("unlisted_hint" if case.unlisted else "unlisted_empty")))
    shown_part = pager.page_of(len(case.unlisted), PAGE)
    for at, name in enumerate(case.unlisted[shown_part], start=shown_part.start):
        with st.container(key=f"name-{at}"):
            st.html(_name(name, texts))
            chosen = state.view().draft.name == name.spelling
            st.button(
                texts("place_it"),
                key=f"place-{at}",
                on_click=_place,
                args=(name,),
                type="primary" if chosen else "secondary",
                icon=":material/add_location_alt:",
            )
    pager.draw(len(case.unlisted), PAGE, texts)


def _place(name: Unlisted) -> None:
    state.change(draft=of_name(name.spelling, name.kind), page=state.view().page)


def _name(name: Unlisted, texts: Texts) -> Markup:
    head = Markup('<header><bdi class="name" lang="ar">{}</bdi> <span class="aside">{} · {}</span></header>').format(
        shown(name.spelling), kind_name(name.kind, texts), texts.count("times", len(name.sightings))
    )
    first, *others = [_sentence(seen, texts) for seen in name.sightings[:MOST_SENTENCES]]
    more = Markup("<details><summary>{}</summary>{}</details>").format(
        texts.count("more_sentences", len(others)), Markup("").join(others)
    )
    return Markup('<article class="card unlisted">{}{}{}</article>').format(head, first, more if others else "")


def _sentence(seen: Sighting, texts: Texts) -> Markup:
    """The sentence without the space round it, the name in it marked."""
    text = seen.article.text[seen.sentence.start : seen.sentence.end]
    start = seen.sentence.start + len(text) - len(text.lstrip())
    body = marked(text.strip(), start, [Mark("place", seen.name.start, seen.name.end)], texts)
    return Markup('<blockquote lang="{0}" dir="{1}">{2}</blockquote>').format(
        seen.article.language, "rtl" if seen.article.language == "ar" else "auto", body
    )


def _own(case: Case, texts: Texts) -> None:
    if not case.own:
        st.html(_note(texts("own_empty")))
    listed = pager.page_of(len(case.own), PAGE)
    for own in case.own[listed]:
        place_id = own.place.place_id
        with st.container(key=f"own-{place_id}"):
            st.html(_own_card(own, case, texts))
            with st.container(horizontal=True, gap="small"):
                st.button(texts("edit_place"), key=f"edit-{place_id}", on_click=_edit, args=(own, case))
                st.button(texts("remove_place"), key=f"remove-{place_id}", on_click=_remove, args=(case, own))
                if _events(own, case):
                    st.button(
                        texts("show_on_map"), key=f"show-{place_id}", on_click=_show, args=(place_id,), icon=":material/map:"
                    )
    pager.draw(len(case.own), PAGE, texts)


def _own_card(own: OwnPlace, case: Case, texts: Texts) -> Markup:
    place = own.place
    said = [
        kind_name(place.kind, texts),
        texts("within_km", km=f"{place.radius_km:g}"),
        texts.count("events", _events(own, case)),
    ]
    spellings = [name.text for name in own.names[1:]]
    return Markup(
        '<article class="card"><header><bdi class="name" lang="ar">{}</bdi> <bdi>{}</bdi></header>'
        '<span class="aside">{}</span><br><bdi class="aside" dir="ltr">{:.4f}, {:.4f}</bdi> <bdi class="aside">{}</bdi></article>'
    ).format(
        shown(place.name_ar), shown(place.name_en), " · ".join(said), place.latitude, place.longitude, shown("، ".join(spellings))
    )


def _events(own: OwnPlace, case: Case) -> int:
    """How many events lie there."""
    codes = [label.id for label in case.table.categories.places]
    if own.place.place_id not in codes:
        return 0
    return int((case.table.columns.place == codes.index(own.place.place_id)).sum())


def _edit(own: OwnPlace, case: Case) -> None:
    state.change(draft=of_place(own.place, case.gazetteer), page=state.view().page)


def _remove(case: Case, own: OwnPlace) -> None:
    try:
        keep_places(case.file, partial(_without, place_id=own.place.place_id))
    except DalilError as error:
        state.edit(fault=str(error))


def _without(places: Places, place_id: str) -> Places:
    return tuple(own for own in places if own.place.place_id != place_id)


def _show(place_id: str) -> None:
    state.change(screen="map", filter=Filter(places=frozenset({place_id})), scope="all", mark=None)


def _note(said: str) -> Markup:
    return Markup('<p class="note">{}</p>').format(said)
