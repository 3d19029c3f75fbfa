"""Nations behind a noun: "Turkish forces", "a French Mirage and another, American", "ministers of France and Italy"."""

from __future__ import annotations

from geo.coding.actor_lexicon import LIBYA
from geo.coding.actor_phrase import Phrase, Reading
from geo.coding.actor_records import Adjective, Head, Registered, Shape, StateWord, code_on

NEEDY = frozenset([Shape.FOLLOWER, Shape.VEHICLE, Shape.PREFIX, Shape.DEED])  # they are actors only when told whose


class Nations:
    """Reads the nationality adjectives of one text."""

    def __init__(self, reading: Reading) -> None:
        self._reading, self._text, self._lexicon, self._on = reading, reading.text, reading.lexicon, reading.on
        self._grammar, self._adjectives = reading.lexicon.grammar, reading.lexicon.adjectives
        self._starts = reading.lexicon.grammar["adjective_starts"]

    def find(self, end: int) -> tuple[int, Adjective, int] | None:
        """The nationality adjective after `end`: its end, itself, its start."""
        following = self._text.next_word(end)
        if following is None:
            return None
        start, end, word = following
        if word in self._starts and (second := self._text.next_word(end)) is not None:
            end, word = second[1], f"{word} {second[2]}"
        found = self._adjectives.get(word)
        return (end, found, start) if found else None

    def behind_model(self, end: int) -> tuple[int, Adjective, int] | None:
        """The nationality behind the name of a model ("a French Mirage aircraft")."""
        model = self._text.next_word(end)
        if model is None or self._reading.cues.function_word(model[2]):
            return None
        return self.find(model[1])

    def take(self, phrase: Phrase, head: Head, found: tuple[int, Adjective, int]) -> bool:
        """Makes the phrase the nation's. Says whether that makes it an actor."""
        end, adjective, start = found
        phrase.end = end
        if head.shape is Shape.PEOPLE:
            return True
        if head.shape is Shape.DEED:
            phrase.start = start
        if adjective.entry.id == LIBYA:
            phrase.faction = code_on(head.libya, self._on) or phrase.faction
            return bool(phrase.faction) or head.shape not in NEEDY
        phrase.take(adjective.entry, code_on(head.foreign, self._on) or adjective.entry.faction(self._on))
        self._more(phrase, head)
        return True

    def _more(self, phrase: Phrase, head: Head) -> None:
        """The further nations of "Turkish and Qatari", "a French one and another, American"."""
        end = phrase.end
        while (following := self._text.next_word(end)) is not None and following[2][0] == "و":
            if following[2][1:] in self._grammar["others"]:
                following = self._text.next_word(following[1]) or following
                bare = following[2]
            else:
                bare = following[2][1:]
            other = self._adjectives.get(bare)
            if other is None or other.entry.id == LIBYA:
                break
            end = following[1]
            faction = code_on(head.foreign, self._on) or other.entry.faction(self._on)
            phrase.more.append(Phrase(end - len(bare), end, other.entry, faction, head.entry.kind))

    def with_list(self, state: Phrase) -> Phrase:
        """A state with those that "and" joins to it."""
        end = state.end
        while (following := self._text.next_word(end)) is not None:
            entry = next((entry for stop, entry in self._joined_states(following[0])), None)
            if entry is None:
                break
            end = following[1]
            state.more.append(Phrase(following[0] + 1, end, entry, entry.faction(self._on), "state"))
        return state

    def _joined_states(self, at: int) -> list[tuple[int, Registered]]:
        found = [start for start in self._text.starts.get(at, ()) if start[1] == "و"]
        return [(start[0], word.entry) for start in found for word in start[2] if isinstance(word, StateWord)]
