from __future__ import annotations

from itertools import permutations

import pytest

from geo.model import Event
from geo.store.incidents import link
from tests.store.made import at, event

SIRTE = at("sirte")
FIRST = event(1, article="a", where=SIRTE, factions=("LNA",), killed=(5, 5, 5))


def incidents(*events: Event) -> list[str]:
    return [told.incident_id for told in link(events)]


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ({}, True),
        ({"factions": ("LNA", "GNA")}, True),  # a party in common
        ({"factions": ()}, True),  # parties not told
        ({"factions": ("GNA",)}, False),
        ({"kind": "shelling"}, False),
        ({"status": "claimed"}, True),
        ({"status": "denied"}, True),  # told here, denied there: one incident, both sides kept
        ({"status": "planned"}, False),
        ({"start": "2020-07-02", "end": "2020-07-03"}, True),  # overlap
        ({"start": "2020-07-04"}, False),
        ({"start": "2020-07-01", "end": "2020-07-31"}, False),  # a month says too little
        ({"start": None}, False),
        ({"where": at("sirte", north=0.05)}, True),  # 5.5 km, radii of 5 km each
        ({"where": at("sirte", north=0.2)}, False),
        ({"where": at("sirte", precision=2, radius=100, north=0.3)}, False),  # 33 km, however wide the radius
        ({"where": at("sirte", precision=3, radius=150)}, False),  # the district is not the town
        ({"where": None}, False),
        ({"killed": (12, 12, 12)}, True),  # a first toll revised
        ({"killed": (40, 40, 40)}, False),
        ({"article": "a"}, False),  # two events of one article are two events
    ],
    ids=str,
)
def test_what_makes_one_incident(other: dict[str, object], same: bool) -> None:
    fields: dict[str, object] = {"article": "b", "where": SIRTE, "factions": ("LNA",), "killed": (5, None, None)} | other
    assert (incidents(FIRST, event(2, **fields)) == ["e1", "e1"]) is same


def test_a_resemblance_does_not_travel_along_a_chain() -> None:
    chain = [event(n, article=f"a{n}", where=at("sirte", north=0.08 * n)) for n in range(3)]
    assert incidents(*chain) == ["e0", "e0", "e2"]


def test_the_order_of_the_articles_does_not_matter() -> None:
    told = [
        event(1, article="a", where=SIRTE),
        event(2, article="b", where=SIRTE, start="2020-07-02", end="2020-07-03"),
        event(3, article="c", where=at("sirte", north=0.05), factions=("GNA",)),
        event(4, article="d", where=SIRTE, factions=("LNA",)),
    ]
    answers = [{told.event_id: told.incident_id for told in link(order)} for order in permutations(told)]
    assert all(answer == answers[0] for answer in answers)


def test_all_else_stays() -> None:
    lone = event(7, where=SIRTE)
    assert link([lone]) == [lone]
    assert link([]) == []
