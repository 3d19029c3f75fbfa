from __future__ import annotations

from dataclasses import replace

import pytest

from geo.errors import ConflictError
from geo.model import Mark
from geo.store.case import CaseFile
from geo.store.disagreeing import Disagreement
from tests.store.made import at
from tests.store.told import SENTENCES, article, quoting, tells, three

ARTICLE, EVENTS = three()
LATER = article("a", "حدث آخر.", *SENTENCES)  # the same sentences, further down


@pytest.fixture(autouse=True)
def added(case: CaseFile) -> None:
    case.add(ARTICLE, EVENTS)


def test_what_nobody_reviewed_is_what_the_machine_tells_now(case: CaseFile) -> None:
    now = [replace(EVENTS[0], status="claimed"), tells(ARTICLE, SENTENCES[2], 9)]
    case.recode("a", now)
    assert case.events_of("a") == now
    assert [case.machine(told.event_id) for told in now] == now


def test_the_same_again_changes_nothing(case: CaseFile) -> None:
    before = case.revision()
    case.recode("a", EVENTS)
    assert (case.revision(), case.version("a-0")) == (before, 1)


def test_an_edited_field_stays_and_the_others_follow_the_machine(case: CaseFile) -> None:
    case.edit("a-0", {"location": at("sirte")}, "me", 1)
    case.recode("a", [replace(EVENTS[0], status="claimed", location=at("benghazi")), *EVENTS[1:]])
    assert case.event("a-0") == replace(EVENTS[0], status="claimed", location=at("sirte"), review="edited")
    assert case.disagreements("a-0") == [Disagreement("location", at("sirte"), at("benghazi"))]


def test_what_a_person_overruled_is_no_news(case: CaseFile) -> None:
    case.edit("a-0", {"location": at("sirte")}, "me", 1)
    assert case.disagreements("a-0") == []
    case.recode("a", [replace(EVENTS[0], confidence=0.1), *EVENTS[1:]])
    assert (case.disagreements("a-0"), case.event("a-0").confidence) == ([], 0.1)


def test_an_accepted_event_stays_as_it_was_accepted(case: CaseFile) -> None:
    case.accept("a-0", "me", 1)
    case.recode("a", [replace(EVENTS[0], status="denied", confidence=0.1), *EVENTS[1:]])
    assert case.event("a-0") == replace(EVENTS[0], review="accepted", confidence=0.1)
    assert case.disagreements("a-0") == [Disagreement("status", "reported", "denied")]
    case.recode("a", EVENTS)
    assert case.disagreements("a-0") == []


def test_reviewed_events_stay_when_the_machine_tells_them_no_longer(case: CaseFile) -> None:
    case.accept("a-0", "me", 1)
    case.reject("a-1", "", "me", 1)
    case.recode("a", [])
    assert [told.event_id for told in case.events_of("a")] == ["a-0", "a-1"]
    assert case.disagreements("a-0") == [Disagreement("event", "a-0", None)]
    assert (case.disagreements("a-1"), case.machine("a-0")) == ([], None)
    assert (case.measured().missed, case.measured().accepted, case.measured().rejected) == (1, 0, 0)
    case.recode("a", EVENTS)
    assert (case.disagreements("a-0"), case.measured().missed) == ([], 0)
    assert [told.review for told in case.events_of("a")] == ["accepted", "rejected", "unreviewed"]


def test_an_event_with_another_id_is_known_by_its_type_and_passage(case: CaseFile) -> None:
    case.accept("a-0", "me", 1)
    part = replace(tells(ARTICLE, "معارك عنيفة", 7), status="denied")
    case.recode("a", [part, *EVENTS[1:]])
    assert [told.event_id for told in case.events_of("a")] == ["a-0", "a-1", "a-2"]
    assert {each.field for each in case.disagreements("a-0")} == {"status", "passages"}
    assert case.machine("a-0") == replace(part, event_id="a-0", incident_id="a-0")
    case.recode("a", [part, *EVENTS[1:]])
    assert len(case.events_of("a")) == 3, "it is known again by the id that the machine gave it"


@pytest.mark.parametrize("change", [{"event_type": "talks"}, {"passages": (quoting(ARTICLE, SENTENCES[2]),)}])
def test_another_type_or_passage_is_another_event(case: CaseFile, change: dict[str, object]) -> None:
    case.accept("a-0", "me", 1)
    case.recode("a", [replace(EVENTS[0], event_id="n", incident_id="n", **change)])
    assert [told.event_id for told in case.events_of("a")] == ["a-0", "n"]


def test_an_event_that_was_missed_is_told_by_the_machine_at_last(case: CaseFile) -> None:
    event_id = case.insert(replace(tells(ARTICLE, "سقوط قتلى"), event_id="", event_type="talks"), "me")
    case.recode("a", [*EVENTS, tells(ARTICLE, SENTENCES[1], 7, kind="talks")])
    assert len(case.events_of("a")) == 4
    assert case.machine(event_id)
    assert (case.event(event_id).review, case.measured().missed) == ("added", 0)


def test_passages_of_reviewed_events_follow_a_changed_text(case: CaseFile) -> None:
    case.accept("a-0", "me", 1)
    now = [tells(LATER, quote, 10 + number) for number, quote in enumerate(SENTENCES)]
    assert case.add(LATER, now) == "changed"
    kept = case.event("a-0")
    assert kept.passages == (quoting(LATER, SENTENCES[0]),)
    assert [told.event_id for told in case.events_of("a")] == ["a-0", "a-11", "a-12"]
    assert case.disagreements("a-0") == []


def test_passages_that_a_person_chose_follow_a_changed_text(case: CaseFile) -> None:
    case.edit("a-0", {"passages": (quoting(ARTICLE, "معارك عنيفة"),)}, "me", 1)
    case.add(LATER, [tells(LATER, SENTENCES[0], 10)])
    assert case.event("a-0").passages == (quoting(LATER, "معارك عنيفة"),)
    assert case.disagreements("a-0") == [], "the machine says what it said before"
    case.accept("a-0", "me", case.version("a-0"))
    case.undo(case.changes("a-0")[1].change_id, "me")
    assert case.event("a-0").passages == (quoting(LATER, SENTENCES[0]),)


def test_marks_follow_their_passage(case: CaseFile) -> None:
    at_deed = quoting(ARTICLE, "معارك")
    marks = (Mark("deed", at_deed.start, at_deed.end), Mark("place", len(ARTICLE.text), len(ARTICLE.text)))
    case.recode("a", [replace(EVENTS[0], marks=marks)])
    case.accept("a-0", "me", case.version("a-0"))
    case.add(LATER, [])
    assert case.event("a-0").marks == (Mark("deed", quoting(LATER, "معارك").start, quoting(LATER, "معارك").end),)


def test_a_quote_that_no_longer_stands_is_told(case: CaseFile) -> None:
    case.accept("a-0", "me", 1)
    case.add(article("a", *SENTENCES[1:]), [])
    assert case.event("a-0").passages == EVENTS[0].passages
    assert [each.field for each in case.disagreements("a-0")] == ["event", "passages"]
    case.edit("a-0", {"status": "claimed"}, "me", case.version("a-0"))
    assert case.event("a-0").status == "claimed", "its other fields can still be edited"


def test_title_and_day_follow_the_article(case: CaseFile) -> None:
    case.accept("a-0", "me", 1)
    case.add(replace(ARTICLE, title="other", published=None), [])
    assert (case.event("a-0").article_title, case.event("a-0").published) == ("other", None)


def test_an_edit_undone_after_coding_anew_gives_the_machine_its_word(case: CaseFile) -> None:
    case.edit("a-0", {"status": "denied"}, "me", 1)
    case.recode("a", [replace(EVENTS[0], status="claimed"), *EVENTS[1:]])
    case.undo(case.changes("a-0")[0].change_id, "me")
    assert (case.event("a-0").status, case.event("a-0").review) == ("claimed", "unreviewed")


def test_who_looked_before_the_coding_anew_is_told(case: CaseFile) -> None:
    case.recode("a", [replace(EVENTS[0], status="denied"), *EVENTS[1:]])
    with pytest.raises(ConflictError, match="coded anew"):
        case.accept("a-0", "me", 1)
    case.accept("a-1", "me", 1)  # which is as it was


def test_an_acceptance_undone_after_coding_anew_gives_the_machine_its_word(case: CaseFile) -> None:
    case.edit("a-0", {"location": at("sirte")}, "me", 1)
    case.accept("a-0", "me", 2)
    now = replace(EVENTS[0], status="claimed")
    case.recode("a", [now, *EVENTS[1:]])
    case.undo(case.changes("a-0")[0].change_id, "me")
    assert case.event("a-0") == replace(now, location=at("sirte"), review="edited")


def test_what_was_undone_binds_nobody(case: CaseFile) -> None:
    case.accept("a-0", "me", 1)
    case.undo(case.changes("a-0")[0].change_id, "me")
    case.recode("a", EVENTS[1:])
    assert [told.event_id for told in case.events_of("a")] == ["a-1", "a-2"]
