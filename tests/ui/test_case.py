"""Added places: only the articles they reach are coded anew, and the outcome is as if all had been."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp

import pytest

from gazetteer.index import Gazetteer, default_gazetteer
from gazetteer.model import Name, Place
from gazetteer.own import OwnPlace, read_own, write_own
from geo.coding import code
from geo.model import Article, Event
from geo.store.case import CaseFile
from geo.ui.arguments import Arguments
from geo.ui.case import keep_places, open_case
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


def coded(*articles: Article) -> CaseFile:
    file = CaseFile.open(Path(mkdtemp(prefix="dalil-test-")) / "coded.gpkg")
    for article in articles:
        file.add(article, code(article))
    return file


def events_of(file: CaseFile) -> dict[str, tuple[Event, ...]]:
    """What each article tells, whatever is linked."""
    return {each: tuple(replace(event, incident_id="") for event in file.events_of(each)) for each in file.article_ids()}


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
    assert [article.article_id for article in reached(ARTICLES, read_own(tmp_path / "own.csv"))] == ["a", "d"]


@pytest.mark.parametrize("own", [new_place(), spelling("ly-sirte"), moved("ly-sirte"), moved("ly-tripoli")])
def test_the_outcome_is_as_if_all_had_been_coded(own: OwnPlace) -> None:
    file = coded(*ARTICLES)
    before = events_of(file)
    keep_places(file, lambda places: (*places, own))
    gazetteer = Gazetteer.with_places([own.place], own.all_names())
    afresh = {article.article_id: code(article, gazetteer) for article in ARTICLES}
    assert events_of(file) == {key: tuple(replace(event, incident_id="") for event in told) for key, told in afresh.items()}
    keep_places(file, lambda _: ())
    assert events_of(file) == before


def test_a_sample_holds_the_seeds_and_a_named_case_what_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text(ARTICLES[0].text, encoding="utf8")
    sample = open_case(Arguments())
    assert (sample.sample, len(sample.file.article_ids()), sample.faults) == (True, 5, ())
    said = Arguments(case=tmp_path / "mine.gpkg", paths=(str(tmp_path / "news.txt"), str(tmp_path / "none.txt")))
    mine = open_case(said)
    assert (mine.sample, mine.file.article_ids()) == (False, ["news"])
    assert mine.faults == (f"{tmp_path / 'none.txt'}: no such file",)
    assert open_case(said) is mine
    mine.file.add(ARTICLES[2], code(ARTICLES[2]))
    assert len(open_case(said).table) > len(mine.table)
