"""The actors that a reviewer may name: those of the registry by name, or words of their own with a faction."""

from __future__ import annotations

from datetime import date
from functools import cache

from gazetteer.arabic import key
from geo.coding.actor_lexicon import load
from geo.coding.actor_records import Registered
from geo.coding.vocabulary import Label, factions, states
from geo.model import Actor, Role

MOST = 8  # actors found
SHORTEST = 2  # letters of a search
NOT_OFFERED = frozenset(["media", "pronoun_group"])  # they tell of deeds, or stand for somebody else


@cache
def _known() -> tuple[tuple[Registered, str], ...]:
    """Every actor with the folded names that it is found by."""
    entries = (entry for entry in load().entries.values() if entry.kind not in NOT_OFFERED)
    return tuple((entry, f" {key(entry.name_en)} | {key(entry.name_ar)} ") for entry in entries)


def found(query: str) -> list[Registered]:
    """The known actors whose English or Arabic name holds what was typed, the nearest in length first.

    >>> [entry.id for entry in found("خليفة حفتر")], found("")
    (['haftar'], [])
    """
    wanted = key(query).strip()
    if len(wanted) < SHORTEST:
        return []
    matching = [(entry, names) for entry, names in _known() if wanted in names]
    matching.sort(key=lambda match: (f" {wanted}" not in match[1], len(match[0].name_en)))
    return [entry for entry, _ in matching[:MOST]]


def known_actor(entry: Registered, role: Role, on: date | None) -> Actor:
    """The actor as the registry has it, its faction that of the day `on`."""
    return Actor(entry.id, entry.name_en, entry.name_ar, entry.faction(on), role, "")


def free_actor(words: str, faction: str, role: Role) -> Actor | None:
    """An actor by the reviewer's own words, None for no words.

    >>> free_actor("  كتيبة   النصر ", "GNA", "actor1").text
    'كتيبة النصر'
    """
    text = " ".join(words.split())
    return Actor("", "", "", faction, role, text) if text else None


@cache
def faction_labels() -> dict[str, Label]:
    """The factions and then the states by code; '' for none."""
    return {**factions(), **states()}
