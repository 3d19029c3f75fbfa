"""A phrase that names an actor, and what every part of the grammar of actors shares."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from geo.coding.actor_cues import Cues
from geo.coding.actor_lexicon import ActorLexicon
from geo.coding.actor_records import Registered
from geo.coding.actor_text import ActorText

DEPTH = 4  # how many phrases may stand inside one another
MODIFIERS = 5  # how many adjectives may follow a noun
NOTHING_BEFORE = frozenset([""])


@dataclass(slots=True)
class Phrase:
    """One actor found in an `ActorText`; `more` are the further actors of a list that shares its head.

    `usual` says that its faction is only what such a noun usually means ("the ministry").
    """

    start: int
    end: int
    entry: Registered
    faction: str
    kind: str
    group: bool = False
    metonym: bool = False
    usual: bool = False
    more: list[Phrase] = field(default_factory=list)

    def take(self, owner: Registered, faction: str) -> None:
        """Makes the phrase its owner's."""
        self.entry, self.faction = owner, faction


@dataclass(frozen=True, slots=True)
class Reading:
    """What one text is read with: the vocabulary, the text, its cues, the day; and who was named so far, where last."""

    lexicon: ActorLexicon
    text: ActorText
    cues: Cues
    on: date | None
    introduced: dict[str, int]

    def introduce(self, entry: Registered, at: int) -> None:
        """Notes that `entry` was named at `at`: from now on its weak names count."""
        self.introduced[entry.id] = at

    def after_modifiers(self, end: int) -> int:
        """Where the adjectives end that follow `end`."""
        modifiers = self.lexicon.grammar["modifiers"]
        for _ in range(MODIFIERS):
            following = self.text.next_word(end)
            if following is None or following[2] not in modifiers:
                break
            end = following[1]
        return end


class PhraseReader(Protocol):
    """Reads the longest phrase at the start of a word; the parts of the grammar call it for what stands inside theirs."""

    def best(self, at: int, depth: int, proclitics: frozenset[str] | None) -> Phrase | None:
        """The longest phrase that starts with a known word at `at`, behind one of `proclitics` (None: any)."""
