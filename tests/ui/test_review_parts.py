"""The review screen's logic without a screen: dates, places, actors, corrections, the queue, a change in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from gazetteer.index import Gazetteer
from geo.model import Actor, Article, Casualties, DateSpan, Passage
from geo.store.case import CaseFile
from geo.ui import review_queue
from geo.ui.review_actors import found, free_actor, known_actor
from geo.ui.review_correction import Correction, blank, faults, passage_of, with_fields, with_passage
from geo.ui.review_dates import of_days, of_edtf
from geo.ui.review_figures import LEAST, Measured, precision, recall
from geo.ui.review_missed import proposed
from geo.ui.review_places import NEAR_KM, at_place, at_point, candidates, reason, word_of
from geo.ui.review_words import change as in_words
from geo.ui.review_words import value
from geo.ui.texts import Texts
from tests.ui.made import ARTICLE, HOSTILE, HUN, PROTEST, STRIKE_EVENT
from tests.ui.reviewed import reviewed_case

EN, AR = Texts("en"), Texts("ar")
GAZETTEER = Gazetteer.default()


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("2020-06-03", date(2020, 6, 3), date(2020, 6, 3), "day"),
        ("2020-06-03~", date(2020, 6, 3), date(2020, 6, 3), "day"),
        ("2020-06", date(2020, 6, 1), date(2020, 6, 30), "month"),
        ("2020-06-XX", date(2020, 6, 1), date(2020, 6, 30), "month"),
        ("2020?", date(2020, 1, 1), date(2020, 12, 31), "year"),
        ("2020-06-03/2020-06-09", date(2020, 6, 3), date(2020, 6, 9), "range"),
        ("2020-06/2020-07", date(2020, 6, 1), date(2020, 7, 31), "range"),
        ("2020-06-03/..", date(2020, 6, 3), None, "range"),
        ("../2020-06-03", None, date(2020, 6, 3), "range"),
        ("", None, None, "unknown"),
    ],
)
def test_edtf(text: str, start: date | None, end: date | None, precision: str) -> None:
    span = of_edtf(text, DateSpan(text="أمس"))
    assert span is not None
    assert (span.start, span.end, span.precision, span.text) == (start, end, precision, "أمس")
    assert span.edtf == text
    assert span.basis == ("stated" if text else "unknown")


@pytest.mark.parametrize("text", ["soon", "2020-13-01", "2020-06-09/2020-06-03", "../..", "/", "2020-02-30", "<b>", "9" * 60])
def test_what_is_no_edtf(text: str) -> None:
    assert of_edtf(text, DateSpan()) is None


@pytest.mark.parametrize(
    ("start", "end", "edtf", "precision"),
    [
        (date(2020, 6, 3), date(2020, 6, 3), "2020-06-03", "day"),
        (date(2020, 6, 9), date(2020, 6, 3), "2020-06-03/2020-06-09", "range"),  # turned round
        (date(2020, 2, 1), date(2020, 2, 29), "2020-02", "month"),
        (date(2020, 1, 1), date(2020, 12, 31), "2020", "year"),
        (None, date(2020, 6, 3), "2020-06-03", "day"),
        (None, None, "", "unknown"),
        (date(9999, 12, 1), date.max, "9999-12", "month"),
    ],
)
def test_days(start: date | None, end: date | None, edtf: str, precision: str) -> None:
    span = of_days(start, end, DateSpan())
    assert (span.edtf, span.precision) == (edtf, precision)
    assert span.start is None or (span.end is not None and span.start <= span.end)


def test_the_articles_word_has_ranked_candidates_with_reasons() -> None:
    assert word_of(STRIKE_EVENT, ARTICLE) == "جنوب مدينة هون"
    found = candidates("هون", [STRIKE_EVENT], GAZETTEER)
    assert found[0].place.name_en == "Hun"
    assert all(reason(said, AR) for said in found[0].reasons)
    assert "story's country" in " ".join(reason(said, EN) for said in found[0].reasons)
    assert candidates("  ", [], GAZETTEER) == []


def test_a_point_near_the_chosen_place_keeps_its_name_and_one_far_off_takes_the_nearest() -> None:
    sirte = GAZETTEER.get("ly-sirte")
    assert sirte
    near = at_point(sirte.longitude + 0.2, sirte.latitude, at_place(sirte), GAZETTEER)
    assert (near.place_id, near.geo_precision, near.radius_km) == ("ly-sirte", 2, NEAR_KM)
    far = at_point(20.07, 32.11, at_place(sirte), GAZETTEER)
    assert far.country == "LY"
    assert far.place_id != "ly-sirte"
    assert (far.longitude, far.latitude) == (20.07, 32.11)
    exact = at_point(sirte.longitude, sirte.latitude, None, GAZETTEER)
    assert (exact.place_id, exact.geo_precision) == ("ly-sirte", 1)


def test_actors_are_found_in_both_languages_and_take_the_faction_of_their_day() -> None:
    for query in ("Haftar", "حفتر"):
        assert "haftar" in {entry.id for entry in found(query)}
    entry = next(entry for entry in found("خليفة حفتر") if entry.id == "haftar")
    assert known_actor(entry, "actor1", date(2020, 6, 1)).faction == "LNA"
    assert free_actor("   ", "LNA", "actor1") is None
    assert free_actor("مسلحون", "", "actor2") == Actor("", "", "", "", "actor2", "مسلحون")
    assert found("x") == []


def test_a_correction_yields_only_what_differs() -> None:
    seen = Correction(STRIKE_EVENT, STRIKE_EVENT, 3)
    assert seen.changed == {}
    moved = with_fields(seen, {"location": None, "status": STRIKE_EVENT.status})
    assert moved.changed == {"location": None}
    assert with_fields(moved, {"location": HUN}).changed == {}


def test_a_passage_is_verbatim_and_at_most_400_code_points() -> None:
    astral = Article("a", "𐎀𐎁 قال 😀 شيئاً " + "ب" * 500)
    passage = passage_of(astral, 3, 8)
    assert passage == Passage("قال 😀", 3, 8)
    assert astral.text[3:8] == passage.text
    for start, end in ((0, 0), (5, 3), (-1, 4), (0, len(astral.text) + 1), (10, 411)):
        assert passage_of(astral, start, end) is None
    added = with_passage(Correction(STRIKE_EVENT, STRIKE_EVENT, 1), 0, 5, ARTICLE)
    assert added.now.passages[0] == Passage(ARTICLE.text[:5], 0, 5)
    assert with_passage(added, 0, 5, ARTICLE) == added


@pytest.mark.parametrize(
    ("fields", "wanting"),
    [
        ({}, []),
        ({"event_type": ""}, ["fault_type"]),
        ({"passages": ()}, ["fault_passage"]),
        ({"casualties": Casualties(killed_low=5, killed_best=4)}, ["fault_killed"]),
        ({"casualties": Casualties(wounded_low=1, wounded_high=3)}, []),
        ({"casualties": Casualties(wounded_best=4, wounded_high=3)}, ["fault_wounded"]),
    ],
)
def test_what_keeps_a_form_from_being_saved(fields: dict[str, object], wanting: list[str]) -> None:
    correction = with_fields(Correction(STRIKE_EVENT, STRIKE_EVENT, 1), fields)
    assert faults(correction) == wanting
    assert set(faults(replace(correction, edtf="soon"))) == {*wanting, "fault_edtf"}


def test_a_missed_passage_is_read_by_the_machine_first() -> None:
    text = "مقدمة.\n\nقصف سلاح الجو مدينة سرت أمس.\n\nجلس الناس في مدينة هون يوم الاثنين."
    article = Article("a", text, published="2021-03-24")
    start = text.index("قصف")
    told = proposed(article, Passage(text[start:], start, len(text)), GAZETTEER)
    assert told.event_id == ""
    assert told.location
    assert told.location.place_id == "ly-sirte"
    assert told.date.edtf == "2021-03-23"
    assert all(text[mark.start : mark.end] in text[start:] and mark.start >= start for mark in told.marks)
    quiet = text.index("جلس")
    silent = proposed(article, Passage(text[quiet:], quiet, len(text)), GAZETTEER)
    assert (silent.event_type, silent.location.name_en if silent.location else "") == ("", "Hun")
    assert silent.date.edtf == "2021-03-22"
    assert blank(article, silent.passages[0]).location is None


@pytest.fixture
def case(tmp_path: Path) -> CaseFile:
    return reviewed_case(tmp_path)


def test_the_queue_runs_from_doubt_to_certainty(case: CaseFile) -> None:
    table = case.table()
    everything = np.ones(len(table), dtype=bool)
    waiting = review_queue.queue(table, everything)
    order = [table.event(int(row)).event_id for row in waiting]
    assert order == ["made-protest", "made-statement", "made-undated", "made-strike"]
    row = review_queue.row_of(table, "made-undated", "made_1")
    assert row is not None
    assert review_queue.place_in(waiting, row, table) == 2
    assert review_queue.step(waiting, row, table, forward=True) == waiting[3]
    assert review_queue.step(waiting, row, table, forward=False) == waiting[1]
    assert review_queue.step(waiting, None, table, forward=True) == waiting[0]
    assert review_queue.step(waiting, int(waiting[3]), table, forward=True) is None
    left = review_queue.left(waiting, table, None, [row])
    assert len(left) == 3
    assert review_queue.step(left, row, table, forward=True) == waiting[3]  # from one that waits no longer, onwards
    assert review_queue.step(left, row, table, forward=False) == waiting[1]
    assert len(review_queue.left(waiting, table, "another", [])) == 0
    assert len(review_queue.left(waiting, table, "made_1", [])) == 4
    assert review_queue.row_of(table, "nobody", "made_1") is None


def test_the_queue_leaves_out_what_is_reviewed_or_filtered_away(case: CaseFile) -> None:
    case.accept("made-protest", "r", case.version("made-protest"))
    table = case.table()
    everything = np.ones(len(table), dtype=bool)
    assert len(review_queue.queue(table, everything)) == 3
    assert len(review_queue.queue(table, ~everything)) == 0


def test_a_change_in_words_names_no_code_and_runs_nothing(case: CaseFile) -> None:
    fields = {"event_type": "shelling", "location": None, "attribution": (HOSTILE,), "casualties": Casualties(killed_best=3)}
    case.edit("made-strike", fields, "<b>Mona</b>", case.version("made-strike"))
    case.reject("made-protest", "not_told", "Mona", case.version("made-protest"))
    said = {change.field: str(in_words(change, EN)) for change in case.changes()}
    assert "Air strike" in said["event_type"]
    assert "Shelling" in said["event_type"]
    assert "place not told" in said["location"]
    assert "5 killed" in said["casualties"]
    assert "<script" not in said["attribution"]
    assert said["review"] == "Rejected: <bdi>The passage does not say so</bdi>"
    arabic = " ".join(str(in_words(change, AR)) for change in case.changes())
    assert "not_told" not in arabic
    assert "shelling" not in arabic


def test_every_field_is_said_in_both_languages(case: CaseFile) -> None:
    event = case.event("made-strike")
    for texts in (EN, AR):
        for field in ("event_type", "status", "date", "location", "actors", "casualties", "attribution", "passages"):
            assert str(value(field, getattr(event, field), texts))
    assert PROTEST[:20] in str(value("passages", case.event("made-protest").passages, EN))


def test_shares_need_enough_reviewed_events() -> None:
    few, many = Measured(5, 1, 1, 1, 90, 0.9, 0.9), Measured(LEAST, 6, 4, 12, 90, 0.9, 0.75)
    assert precision(few).percent is None
    assert recall(few).percent is None
    assert precision(many).percent == 90
    assert recall(many).percent == 75
    assert (recall(many).right, recall(many).of) == (36, 48)
