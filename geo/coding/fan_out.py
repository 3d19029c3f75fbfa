"""One event a place, where a deed is told of several (CODEBOOK 1.1)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from operator import attrgetter

from geo.coding.draft import Draft, copy_at
from geo.coding.reading import Reading
from geo.coding.sites import PlaceRef
from geo.coding.syntax import function_words
from geo.coding.tokens import Clause
from geo.coding.vocabulary import event_types

ONE_PLACE = frozenset(["talks", "agreement", "statement", "diplomatic_relations"])
SPREADS = frozenset(["violence", "public"])  # groups whose deeds spread from place to place
FURTHER = 7  # words from "and also", "to reach" to the place


def listed_after(reading: Reading, ref: PlaceRef, clause: Clause) -> list[PlaceRef]:
    """The places of `clause` joined to `ref` by و or a comma, in order: one event lies at each (CODEBOOK 1.1)."""
    places = reading.places
    at = bisect_left(places, ref.start, key=attrgetter("start"))
    while places[at] is not ref:  # two may start at one letter
        at += 1
    while at > 0 and places[at].listed:
        at -= 1
    group = [places[at]]
    while at + 1 < len(places) and places[at + 1].listed:
        at += 1
        group.append(places[at])
    return [other for other in group if other is not ref and other.located and clause.first <= other.token < clause.last]


def fan_out(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """One draft a place where a list of places is told (CODEBOOK 1.1)."""
    made: list[Draft] = []
    heads = {draft.deed.at for draft in drafts}
    for draft in drafts:
        made.append(draft)
        if draft.place is not None and draft.event_type not in ONE_PLACE and "place" not in draft.carried:
            listed = listed_after(reading, draft.place, draft.clause)
            made += [copy_at(draft, place) for place in (*listed, *_further(reading, draft, heads))]
    return made


def _further(reading: Reading, draft: Draft, heads: Collection[int]) -> list[PlaceRef]:
    """The places that a deed spreads to, or a strike's further target: "واتسعت لتشمل …", "وكذلك موقعا في …"."""
    if event_types()[draft.event_type].group not in SPREADS or draft.place is None:
        return []
    for at in range(draft.deed.at + 1, draft.sentence.last):
        token = reading.tokens[at]
        if at in heads:
            return []
        if (token.word.tense and "spread_to_v" in token.classes) or token.text in function_words("as_well"):
            reached = next((ref for i, ref in reading.within(reading.place_at, at, at + FURTHER) if ref.located), None)
            if reached is None or reached is draft.place or (draft.place.token > at):
                continue
            whole = Clause(draft.sentence.first, draft.sentence.last)
            return [reached, *listed_after(reading, reached, whole)]
    return []
