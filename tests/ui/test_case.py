"""Added places: only the articles they reach are coded anew, and the outcome is as if all had been."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from gazetteer.index import Gazetteer, default_gazetteer
from gazetteer.model import Name, Place
from gazetteer.own import OwnPlace, read_own, write_own
from geo.coding import code
from geo.model import Article, Event
from geo.store.incidents import link
from geo.ui.case import SEEDS, Case, read_case, with_places
from geo.ui.draft import joined, of_name, of_place, own_place
from geo.ui.reach import reached

ARTICLES = (
    Article("a", "قصفت طائرة مجهولة مخزناً في بلدة خربوشة مساء أمس.", published="2021-05-05"),
    Article("b", "قصفت طائرة مجهولة مخزناً في مدينة سبها مساء أمس.", published="2021-05-05"),
    Article("c", "خرج محتجون في العاصمة أمس.", published="2021-05-05"),
    Article("d", "توجه الرتل للخربوشة أمس، وقصف المدينة.", published="2021-05-05"),
)


def new_place() -> OwnPlace:
    place = Place("mine", "", "خربوشة", "town", "PPL", None, "LY", 17.5, 28.5, 5.0)
    return OwnPlace(place, (Name("mine", "خربوشة", "ar", True), Name("mine", "الخربوشة", "ar", True)))


def spelling(place_id: str) -> OwnPlace:
    gazetteer = default_gazetteer()
    place = gazetteer.get(place_id)
    assert place
    return own_place(joined(of_name("خربوشة", "town"), place, gazetteer), (), gazetteer)


def moved(place_id: str) -> OwnPlace:
    gazetteer = default_gazetteer()
    place = gazetteer.get(place_id)
    assert place
    return own_place(replace(of_place(place, gazetteer), latitude=31.5), (), gazetteer)


def events_of(case: Case) -> list[Event]:
    return [case.table.event(row) for row in range(len(case.table))]


@pytest.mark.parametrize(
    ("own", "articles"),
    [
        ((), []),
        ((new_place(),), ["a", "d"]),
        ((spelling("ly-sirte"),), ["a", "d"]),
        ((moved("ly-tripoli"),), ["a", "b", "c", "d"]),
    ],
)
def test_what_a_place_reaches(own: tuple[OwnPlace, ...], articles: list[str]) -> None:
    assert [article.article_id for article in reached(ARTICLES, own)] == articles


def test_a_spelling_that_went_through_the_file_reaches_no_more(tmp_path: Path) -> None:
    write_own(tmp_path / "own.csv", [spelling("ly-sirte")])
    reach = reached([*ARTICLES, *read_case([SEEDS]).articles], read_own(tmp_path / "own.csv"))
    assert [article.article_id for article in reach] == ["a", "d"]


@pytest.mark.parametrize("own", [new_place(), spelling("ly-sirte"), moved("ly-sirte"), moved("ly-tripoli")])
def test_the_outcome_is_as_if_all_had_been_coded(own: OwnPlace) -> None:
    shipped = read_case([SEEDS])
    shipped = replace(shipped, articles=shipped.articles + ARTICLES)
    table = type(shipped.table).build(link(e for a in shipped.articles for e in code(a)), shipped.articles)
    case = with_places(replace(shipped, table=table), (own,))
    gazetteer = Gazetteer.with_places([own.place], own.all_names())
    assert events_of(case) == link(event for article in shipped.articles for event in code(article, gazetteer))
