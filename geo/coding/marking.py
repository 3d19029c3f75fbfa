"""Lays the mentions of a text over its tokens, so that the rules see them as classes of words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from geo.coding.tokens import Token, without_verbs
from geo.coding.words import NOTHING, Word

if TYPE_CHECKING:
    from geo.coding.reading import Reading

CLASS_OF_KIND = {
    "force": "@force", "armed_group": "@force", "government": "@government", "parliament": "@parliament", "person": "@person",
    "state": "@state", "official": "@official", "organisation": "@organisation", "company": "@organisation",
    "civilians": "@civilians", "media": "@media", "pronoun_group": "@group",
}  # fmt: skip
STATES = frozenset(["@state", "@government"])  # a capital that stands for its government speaks and acts
FIGHTING_GROUPS = frozenset(["forces", "fighters"])  # "his men", "the forces": anaphors that fight all the same
MENTIONS = frozenset([*CLASS_OF_KIND.values(), "@place", "@named", "@date", "@toll"])
PEACEFUL = frozenset(["protester_n", "civilians_n", "crowd_n"])  # no armed group, whatever its name ("the armed protesters")
MEETING = frozenset(["conference_n"])  # a body called a congress is no meeting
SITES = frozenset(["site", "facility", "house_n", "square_n"])  # classes that the first word of a place name keeps


def mark_mentions(reading: Reading) -> None:
    """Gives the tokens of mentions the mentions' classes; the words inside a name lose their own."""
    cover = _Cover(reading.tokens)
    for actor in reading.actors:
        name = "@force" if actor.id in FIGHTING_GROUPS else CLASS_OF_KIND[actor.kind]
        at = cover(actor.start, actor.end, name)
        if at is not None:
            reading.actor_at[at] = actor
    for place in reading.places:
        kept = SITES if place.located else SITES | STATES
        at = cover(place.start, place.end, "@place" if place.located else "@named", kept)
        if at is not None:
            place.token = at
            reading.place_at[at] = place
    for when in reading.dates:
        if not when.duration and when.kind != "clock_only":
            at = cover(when.start, when.end, "@date", SITES)
            if at is not None:
                reading.date_at[at] = when
    for toll in reading.tolls:
        at = cover.token(toll.start)
        while at in reading.toll_at:
            at += 1
        if at < len(reading.tokens):
            reading.tokens[at].classes |= {"@toll"}
            reading.toll_at[at] = toll


class _Cover:
    """Finds the tokens of a span, names the first and silences the rest."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens, self._starts = tokens, list(map(attrgetter("start"), tokens))

    def token(self, start: int) -> int:
        """The token that folded offset `start` lies in."""
        return max(0, bisect_right(self._starts, start) - 1)

    def __call__(self, start: int, end: int, name: str, keep: frozenset[str] | None = None) -> int | None:
        tokens, first, last = self._tokens, self.token(start), bisect_left(self._starts, end)
        if first >= last:
            return None
        word, (kept, named) = tokens[first].word, _classes(tokens[first].classes, name, keep)
        tokens[first].classes = named
        tokens[first].word = Word(kept, word.clitic, definite=word.definite)
        for at in range(first + 1, last):
            tokens[at].classes, tokens[at].word, tokens[at].inside = frozenset(), NOTHING, True
        return first


@lru_cache(maxsize=1 << 12)
def _classes(classes: frozenset[str], name: str, keep: frozenset[str] | None) -> tuple[frozenset[str], frozenset[str]]:
    """What a mention's first word may still be, and its classes with the mention's `name`; `keep` limits its own."""
    kept = without_verbs(classes)
    if name == "@force":
        kept -= PEACEFUL
    elif name == "@parliament":
        kept -= MEETING
    return kept, (kept if keep is None else kept & keep) | {name}
