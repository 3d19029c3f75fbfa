from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from geo.model import Event, Location
from geo.store.case import CaseFile
from geo.store.incidents import link, same, telling
from tests.store.made import at
from tests.store.told import SENTENCES, article, tells

SIRTE = at("sirte")


def add(case: CaseFile, name: str, where: Location | None = SIRTE, **fields: object) -> Event:
    told = article(name)
    case.add(told, [made := tells(told, SENTENCES[0], 0, where=where, **fields)])
    return made


def incidents(case: CaseFile) -> dict[str, str]:
    return {event.event_id: event.incident_id for name in case.article_ids() for event in case.events_of(name)}


def test_articles_that_tell_the_same_are_linked_as_they_come(case: CaseFile) -> None:
    for name in ("b", "c", "a"):
        add(case, name)
    assert incidents(case) == {"b-0": "a-0", "c-0": "a-0", "a-0": "a-0"}, "the least id names the incident"
    assert case.version("b-0") == 1, "being linked is no new version"


@pytest.mark.parametrize(
    "other",
    [
        {"where": None},
        {"where": at("benghazi")},
        {"where": at("sirte", precision=3)},
        {"where": replace(SIRTE, longitude=SIRTE.longitude + 0.3)},
        {"start": "2020-07-04"},
        {"start": "2020-07-01", "end": "2020-07-20"},
        {"start": None},
        {"status": "planned"},
        {"kind": "shelling"},
        {"factions": ("GNA",)},
        {"killed": (40, 40, 40)},
    ],
    ids=str,
)
def test_what_may_be_another_thing_is_not_linked(case: CaseFile, other: dict[str, Any]) -> None:
    """Whichever of the two comes first."""
    fields: dict[str, Any] = {"where": SIRTE, "factions": ("LNA",), "killed": (5, 5, 5)}
    for one, two, names in ((fields, fields | other, "ab"), (fields | other, fields, "cd")):
        for name, said in zip(names, (one, two), strict=True):
            add(case, f"{name}-{other}", **said)
            case_incidents = incidents(case)
        assert len(set(case_incidents.values())) == len(case_incidents)
        for name in case.article_ids():
            case.recode(name, [])


@pytest.mark.parametrize(
    "other",
    [
        {"where": replace(SIRTE, longitude=SIRTE.longitude + 0.1)},
        {"start": "2020-06-25", "end": "2020-07-03"},
        {"status": "denied"},
        {"factions": ()},
        {"killed": (None, 12, None)},
    ],
    ids=str,
)
def test_what_may_be_the_same_is_linked(case: CaseFile, other: dict[str, Any]) -> None:
    fields: dict[str, Any] = {"where": SIRTE, "factions": ("LNA",), "killed": (5, 5, 5)}
    add(case, "a", **fields)
    add(case, "b", **fields | other)
    assert incidents(case) == {"a-0": "a-0", "b-0": "a-0"}


@pytest.mark.parametrize("longitude", [-179.99, 0.0, 179.99])
@pytest.mark.parametrize("latitude", [-89.9, 0.0, 89.9])
def test_anywhere_on_earth(case: CaseFile, longitude: float, latitude: float) -> None:
    around = longitude - 0.02 if longitude > -179.98 else longitude + 0.02
    over = -longitude if abs(longitude) > 179 else around  # beyond the antimeridian
    for name, other in zip("abc", (longitude, around, over), strict=True):
        add(case, name, replace(SIRTE, longitude=other, latitude=latitude))
    assert set(incidents(case).values()) == {"a-0"}


def test_an_edit_moves_an_event_to_another_incident(case: CaseFile) -> None:
    add(case, "a")
    add(case, "b")
    add(case, "c", at("benghazi"))
    case.edit("a-0", {"location": at("benghazi")}, "me", 1)
    assert incidents(case) == {"a-0": "a-0", "b-0": "b-0", "c-0": "a-0"}
    case.undo(case.changes()[0].change_id, "me")
    assert incidents(case) == {"a-0": "a-0", "b-0": "a-0", "c-0": "c-0"}


def test_rejected_events_take_no_part(case: CaseFile) -> None:
    for name in ("a", "b", "c"):
        add(case, name)
    case.reject("a-0", "", "me", 1)
    assert incidents(case) == {"a-0": "a-0", "b-0": "b-0", "c-0": "b-0"}
    add(case, "d")
    assert incidents(case)["d-0"] == "b-0"
    case.accept("a-0", "me", 2)
    assert set(incidents(case).values()) == {"a-0"}


def test_those_who_stay_keep_their_incident_when_one_goes(case: CaseFile) -> None:
    for name in ("a", "b", "c"):
        add(case, name)
    case.recode("a", [])
    assert incidents(case) == {"b-0": "b-0", "c-0": "b-0"}


def test_one_who_fits_only_some_members_stays_out(case: CaseFile) -> None:
    add(case, "a", at("sirte", north=0.0))
    add(case, "b", at("sirte", north=0.08))
    add(case, "c", at("sirte", north=0.16))
    assert incidents(case) == {"a-0": "a-0", "b-0": "a-0", "c-0": "c-0"}


def test_what_holds_holds_after_anything(case: CaseFile) -> None:
    """Many articles of few places and days, reviewed and coded anew at random."""
    rng = random.Random(3)

    def told(name: str) -> Event:
        start = f"2020-07-0{rng.randint(1, 6)}"
        end = f"2020-07-0{min(int(start[-1]) + rng.randint(0, 2), 9)}"
        where = at(rng.choice(["sirte", "ajdabiya"]), north=rng.choice([0, 0.05, 0.1]))
        factions = rng.choice([("LNA",), ("GNA",), ("LNA", "GNA"), ()])
        kind = rng.choice(["battle", "shelling"])
        return tells(article(name), SENTENCES[0], 0, where=where, factions=factions, kind=kind, start=start, end=end)

    names = [f"a{number}" for number in range(60)]
    for name in names:
        case.add(article(name), [told(name)])
    for name in rng.sample(names, 40):
        act = rng.choice(["reject", "edit", "recode", "accept"])
        event_id, other = f"{name}-0", told(name)
        seen = case.version(event_id)
        if act == "reject":
            case.reject(event_id, "", "me", seen)
        elif act == "edit":
            case.edit(event_id, {"location": other.location, "date": other.date, "event_type": other.event_type}, "me", seen)
        elif act == "accept":
            case.accept(event_id, "me", seen)
        else:
            case.recode(name, [replace(other, event_id=event_id, incident_id=event_id)])
    events = [event for name in case.article_ids() for event in case.events_of(name)]
    groups: dict[str, list[Event]] = {}
    for event in events:
        groups.setdefault(event.incident_id, []).append(event)
    for incident_id, members in groups.items():
        assert incident_id == min(member.event_id for member in members)
        if len(members) > 1:
            assert all(member.review != "rejected" for member in members)
            tellings = [one for member in members if (one := telling(member))]
            assert len(tellings) == len(members)
            assert all(same(one, other) for one, other in combinations(tellings, 2))
    assert 1 < len(groups) < len(events)


def test_a_case_filled_at_once_is_linked_as_a_list_is(case: CaseFile) -> None:
    told = [tells(article(f"a{n}"), SENTENCES[0], 0, where=at("sirte", north=0.05 * (n % 4))) for n in range(8)]
    for event in told:
        case.add(article(event.article_id), [event])
    assert incidents(case) == {event.event_id: event.incident_id for event in link(told)}
