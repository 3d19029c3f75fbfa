from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from geo.errors import ConflictError, StoreError
from geo.model import Actor, Casualties, DateSpan, Event, Passage
from geo.store.case import CaseFile
from geo.store.measured import Measured
from tests.store.made import at
from tests.store.told import SENTENCES, article, quoting, tells, three

ARTICLE, EVENTS = three()
OTHER = quoting(ARTICLE, "سقوط قتلى")
EDITS: dict[str, Any] = {
    "event_type": "shelling",
    "status": "claimed",
    "date": DateSpan(None, None, "", "unknown", "unknown", "قبل أيام"),
    "location": at("sirte"),
    "actors": (Actor("lna", "Libyan National Army", "الجيش", "LNA", "actor1", "الجيش"),),
    "casualties": Casualties(2, 3, None),
    "attribution": ("المتحدث",),
    "disputed_by": ("الوفاق",),
    "passages": (EVENTS[0].passages[0], OTHER),
}


@pytest.fixture(autouse=True)
def reviewed(case: CaseFile) -> None:
    case.add(ARTICLE, EVENTS)


@pytest.mark.parametrize("field", EDITS)
def test_every_field_can_be_edited_and_undone(case: CaseFile, field: str) -> None:
    case.edit("a-0", {field: EDITS[field]}, "me", 1)
    assert case.event("a-0") == replace(EVENTS[0], review="edited", **{field: EDITS[field]})
    (change,) = case.changes("a-0")
    assert (change.who, change.action, change.field, change.undone) == ("me", "edit", field, False)
    assert (change.old, change.new) == (getattr(EVENTS[0], field), EDITS[field])
    assert case.machine("a-0") == EVENTS[0]
    case.undo(change.change_id, "you")
    assert case.event("a-0") == EVENTS[0]
    undo, undone = case.changes("a-0")
    assert (undo.who, undo.action, undo.old, undo.new) == ("you", "undo", EDITS[field], getattr(EVENTS[0], field))
    assert undone.undone


def test_an_edit_of_many_fields_is_a_change_each(case: CaseFile) -> None:
    case.edit("a-0", EDITS | {"status": "reported"}, "me", 1)
    assert {change.field for change in case.changes()} == set(EDITS) - {"status"}, "what already says so is no change"
    assert case.version("a-0") == 2


def test_an_edit_that_changes_nothing_is_none(case: CaseFile) -> None:
    case.edit("a-0", {"status": "reported"}, "me", 1)
    assert (case.changes(), case.version("a-0"), case.event("a-0").review) == ([], 1, "unreviewed")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"event_type": "picnic"}, "picnic"),
        ({"status": "rumoured"}, "rumoured"),
        ({"date": DateSpan(EVENTS[0].date.end, EVENTS[0].date.start and EVENTS[0].date.start.replace(year=2019))}, "ends on"),
        ({"location": replace(at("sirte"), latitude=91.0)}, "latitude 91"),
        ({"location": replace(at("sirte"), longitude=float("nan"))}, "longitude nan"),
        ({"location": replace(at("sirte"), radius_km=-1.0)}, "radius"),
        ({"location": replace(at("sirte"), geo_precision=4)}, "geo_precision"),
        ({"casualties": Casualties(5, 2)}, "ascend"),
        ({"casualties": Casualties(wounded_best=-1)}, "no count"),
        ({"passages": ()}, "no passage"),
        ({"passages": (Passage("لم يقل", 0, 6),)}, "does not say"),
        ({"passages": (Passage("", 3, 3),)}, "does not say"),
        ({"event_id": "b"}, "event_id"),
        ({"confidence": 1.0}, "confidence"),
    ],
)
def test_what_can_not_be_is_refused_whole(case: CaseFile, fields: dict[str, Any], told: str) -> None:
    with pytest.raises(StoreError, match=told):
        case.edit("a-0", {"status": "denied"} | fields, "me", 1)
    assert (case.event("a-0"), case.changes()) == (EVENTS[0], [])


def test_a_passage_longer_than_the_codebook_allows_is_refused(case: CaseFile) -> None:
    long = article("long", "ا" * 401)
    case.add(long, [])
    with pytest.raises(StoreError, match="401"):
        case.insert(tells(long, "ا" * 401), "me")


# What was done, in order, and the state of review that it leaves.
@pytest.mark.parametrize(
    ("done", "state"),
    [
        ("accept", "accepted"),
        ("reject", "rejected"),
        ("edit", "edited"),
        ("edit accept", "edited"),
        ("accept edit", "edited"),
        ("reject edit", "edited"),
        ("reject accept", "accepted"),
        ("accept reject", "rejected"),
        ("edit reject accept", "edited"),
        ("accept undo", "unreviewed"),
        ("accept reject undo", "accepted"),
        ("edit accept undo", "edited"),
        ("edit edit undo", "edited"),
        ("edit undo accept", "accepted"),
    ],
)
def test_states_of_review(case: CaseFile, done: str, state: str) -> None:
    statuses = iter(("claimed", "planned", "denied"))
    for act in done.split():
        seen = case.version("a-0")
        if act == "accept":
            case.accept("a-0", "me", seen)
        elif act == "reject":
            case.reject("a-0", "no such fight", "me", seen)
        elif act == "edit":
            case.edit("a-0", {"status": next(statuses)}, "me", seen)
        else:
            case.undo(case.changes("a-0")[0].change_id, "me")
    assert case.event("a-0").review == state
    assert case.version("a-0") == 1 + len(done.split())


def test_who_looked_at_an_older_version_is_told_who_changed_it(case: CaseFile) -> None:
    case.edit("a-0", {"status": "denied"}, "Amal", 1)
    acts = [
        lambda: case.accept("a-0", "me", 1),
        lambda: case.reject("a-0", "", "me", 1),
        lambda: case.edit("a-0", {"location": None}, "me", 1),
        lambda: case.split("a-0", "me", 1),
        lambda: case.merge("a-0", "a-1", "me", 1),
    ]
    for act in acts:
        with pytest.raises(ConflictError, match=r"Amal \(edit status\) at 20"):
            act()
    assert len(case.changes()) == 1


def test_a_rejected_event_stays_with_its_reason(case: CaseFile) -> None:
    case.reject("a-0", "a film", "me", 1)
    assert len(case.events_of("a")) == 3
    assert case.changes("a-0")[0].reason == "a film"
    assert (case.changes("a-0")[0].old, case.changes("a-0")[0].new) == ("unreviewed", "rejected")


def test_a_split_makes_two_that_are_edited_apart(case: CaseFile) -> None:
    new_id = case.split("a-0", "me", 1)
    assert case.event(new_id) == replace(EVENTS[0], event_id=new_id, incident_id=new_id, review="added")
    case.edit(new_id, {"location": at("ajdabiya")}, "me", 1)
    assert (case.event(new_id).review, case.event("a-0")) == ("added", EVENTS[0])
    assert case.machine(new_id) is None
    with pytest.raises(ConflictError, match="undo change"):
        case.undo(case.changes("a-0")[0].change_id, "me")
    case.undo(case.changes(new_id)[0].change_id, "me")
    case.undo(case.changes("a-0")[0].change_id, "me")
    assert case.events_of("a") == EVENTS


def test_a_second_split_has_an_id_of_its_own(case: CaseFile) -> None:
    ids = [case.split("a-0", "me", case.version("a-0")) for _ in range(2)]
    case.undo(case.changes(ids[0])[0].change_id, "me")
    ids.append(case.split("a-0", "me", case.version("a-0")))
    assert len(set(ids)) == 3, "not even that of one that was undone: the log tells of one event only"


def test_merging_unites_the_passages_and_rejects_the_other(case: CaseFile) -> None:
    case.merge("a-1", "a-0", "me", 1)
    assert case.event("a-1").passages == (*EVENTS[0].passages, *EVENTS[1].passages)
    assert [case.event(name).review for name in ("a-0", "a-1", "a-2")] == ["rejected", "edited", "unreviewed"]
    assert case.changes("a-0")[0].reason == "merged into a-1"
    case.undo(case.changes("a-0")[0].change_id, "me")
    assert case.events_of("a") == EVENTS


@pytest.mark.parametrize("other", ["a-0", "b-0"])
def test_only_two_of_one_article_merge(case: CaseFile, other: str) -> None:
    elsewhere = article("b")
    case.add(elsewhere, [tells(elsewhere, SENTENCES[0])])
    with pytest.raises(StoreError, match="one article"):
        case.merge("a-0", other, "me", 1)


def missed() -> Event:
    return replace(tells(ARTICLE, "سقوط قتلى"), event_id="")


def test_what_was_missed_is_added_and_can_be_undone(case: CaseFile) -> None:
    event_id = case.insert(missed(), "me")
    assert case.event(event_id) == replace(missed(), event_id=event_id, incident_id=event_id, review="added")
    assert case.machine(event_id) is None
    assert case.insert(missed(), "me") != event_id
    case.undo(case.changes(event_id)[0].change_id, "me")
    with pytest.raises(StoreError, match="no event"):
        case.event(event_id)
    assert len(case.changes(event_id)) == 2, "the log stays"


def test_an_id_that_is_taken_gives_way(case: CaseFile) -> None:
    assert case.insert(replace(missed(), event_id="a-0"), "me") == "a-0-2"


def test_what_is_not_in_the_article_is_not_added(case: CaseFile) -> None:
    with pytest.raises(StoreError, match="does not say"):
        case.insert(replace(missed(), passages=(Passage("لم يقل", 0, 6),)), "me")
    with pytest.raises(StoreError, match="no article zzz"):
        case.insert(replace(missed(), article_id="zzz"), "me")


def test_an_undo_waits_for_those_of_later_changes(case: CaseFile) -> None:
    case.edit("a-0", {"status": "denied"}, "me", 1)
    case.edit("a-0", {"status": "claimed"}, "Amal", 2)
    first = case.changes("a-0")[-1].change_id
    with pytest.raises(ConflictError, match="Amal"):
        case.undo(first, "me")
    case.undo(case.changes("a-0")[0].change_id, "me")
    assert case.event("a-0").status == "denied"
    case.undo(first, "me")
    assert case.event("a-0") == EVENTS[0]
    with pytest.raises(StoreError, match="undone already"):
        case.undo(first, "me")
    with pytest.raises(StoreError, match="by hand"):
        case.undo(case.changes("a-0")[0].change_id, "me")
    with pytest.raises(StoreError, match="no change 99"):
        case.undo(99, "me")


def test_changes_are_told_by_page_the_latest_first(case: CaseFile) -> None:
    for version in range(1, 8):
        case.accept("a-0", f"p{version}", version)
    case.accept("a-1", "q", 1)
    assert [change.who for change in case.changes(limit=3)] == ["q", "p7", "p6"]
    assert [change.who for change in case.changes("a-0", limit=2, offset=2)] == ["p5", "p4"]


def test_measured(case: CaseFile) -> None:
    assert case.measured() == Measured(0, 0, 0, 0, 3, None, None)
    case.accept("a-0", "me", 1)
    case.edit("a-1", {"status": "denied"}, "me", 1)
    case.reject("a-2", "", "me", 1)
    case.insert(missed(), "me")
    assert case.measured() == Measured(1, 1, 1, 1, 0, 2 / 3, 2 / 3)
