"""The codebook's closed lists are all there, labelled in both languages."""

from __future__ import annotations

import pytest

from geo.coding.vocabulary import Label, disputed, event_groups, event_types, factions, reviews, role_labels, states, statuses

TYPES = """battle air_strike shelling explosion violence_against_civilians weapons_disrupted territory_change mobilization
withdrawal arrest blockade talks agreement diplomatic_relations support protest humanitarian statement"""
FACTIONS = "LNA GNA GNU HOR GNC HCS GADD NTC ISIS SHURA PFG MERC ARMED CIV UN EU AU LAS NATO"


def test_event_types_are_the_codebooks() -> None:
    assert list(event_types()) == TYPES.split()


def test_every_type_has_a_group_and_only_statements_are_hidden() -> None:
    assert {kind.group for kind in event_types().values()} == set(event_groups())
    assert [group.id for group in event_groups().values() if not group.shown] == ["statement"]


def test_colours_are_told_apart() -> None:
    assert len({group.colour for group in event_groups().values()}) == len(event_groups())


def test_statuses_and_factions() -> None:
    assert list(statuses()) == ["reported", "claimed", "planned", "denied"]
    assert set(FACTIONS.split()) <= set(factions())
    assert {"RUS", "TUR", "USA", "EGY", "ARE", "FRA", "ITA", "DEU", "TUN"} <= set(states())


@pytest.mark.parametrize(
    "label",
    [disputed(), *event_types().values(), *event_groups().values(), *statuses().values(), *factions().values(),
     *states().values(), *reviews().values(), *role_labels().values()],
    ids=lambda label: label.id,
)  # fmt: skip
def test_labels_are_in_both_languages(label: Label) -> None:
    assert any("a" <= letter <= "z" for letter in label.en.lower())
    assert any("ء" <= letter <= "ي" for letter in label.ar)
