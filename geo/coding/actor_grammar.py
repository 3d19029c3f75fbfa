"""The grammar of actor phrases: which of the known words at a place make up the longest actor."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from geo.coding.actor_cues import Cues
from geo.coding.actor_lexicon import LIBYA, ActorLexicon
from geo.coding.actor_nouns import Nouns
from geo.coding.actor_persons import Persons
from geo.coding.actor_phrase import Phrase, Reading
from geo.coding.actor_records import HeadWord, IgnoredWord, NameWord, Registered, StateWord, TitleWord, Word
from geo.coding.actor_text import ActorText

_BY_NATION = frozenset(["force", "government", "parliament", "organisation", "armed_group"])
_LINKED = frozenset(["force", "armed_group"])


class ActorParser:
    """Parses the actor phrases of one text on one day."""

    def __init__(self, lexicon: ActorLexicon, text: ActorText, on: date | None) -> None:
        self._reading = Reading(lexicon, text, Cues(lexicon.grammar, text), on, set())
        self._text, self._on = text, on
        self._persons = Persons(self._reading, self)
        self._nouns = Nouns(self._reading, self, self._persons)

    def phrases(self) -> list[Phrase]:
        """Every actor phrase, none overlapping, in order of its start."""
        found: list[Phrase] = []
        done = 0
        for at in sorted(self._text.starts):
            if at < done:
                continue
            phrase = self.best(at, 0, None)
            if phrase is not None:
                found += [phrase, *phrase.more]
                done = found[-1].end
            done = max(done, self._ignored(at))
        return [phrase for phrase in found if phrase.end > phrase.start]

    def best(self, at: int, depth: int, proclitics: frozenset[str] | None) -> Phrase | None:
        """The longest phrase that starts with a known word at `at`, behind one of `proclitics` (None: any)."""
        best: Phrase | None = None
        ignored = self._ignored(at)
        for end, proclitic, words, begin in self._text.starts.get(at, ()):
            if end <= ignored or (proclitics is not None and proclitic not in proclitics):
                continue
            phrase = self._first(at, begin, end, proclitic, words, depth)
            if phrase is not None and (best is None or phrase.end > best.end):
                best = phrase
        return best

    def _ignored(self, at: int) -> int:
        """The end of a phrase at `at` that only looks like an actor; 0 when there is none."""
        starts = self._text.starts.get(at, ())
        return max((start[0] for start in starts if isinstance(start[2][0], IgnoredWord)), default=0)

    def _first(self, at: int, begin: int, end: int, proclitic: str, words: tuple[Word, ...], depth: int) -> Phrase | None:
        best: Phrase | None = None
        for word in words:
            phrase = self._phrase(at, begin, end, proclitic, word, depth)
            if phrase is not None and (best is None or phrase.end > best.end):
                best = phrase
        return best

    def _phrase(self, at: int, begin: int, end: int, proclitic: str, word: Word, depth: int) -> Phrase | None:
        if isinstance(word, HeadWord):
            return self._nouns.read(begin, end, word, depth)
        if isinstance(word, TitleWord):
            return self._persons.titled(begin, end, word, depth)
        if isinstance(word, StateWord):
            return self._state(at, begin, end, word, proclitic, depth)
        if isinstance(word, NameWord):
            return self._named(begin, end, word, depth)
        return None

    def _named(self, begin: int, end: int, word: NameWord, depth: int) -> Phrase | None:
        entry = word.entry
        if word.weak and entry.id not in self._reading.introduced:
            return None
        self._reading.introduced.add(entry.id)
        if entry.kind == "person":
            return self._persons.named(begin, end, entry, depth)
        phrase = Phrase(begin, end, entry, entry.faction(self._on), entry.kind)
        if entry.kind in _BY_NATION:
            self._nation(phrase)
        if entry.kind in _LINKED:
            self._nouns.join_link(phrase, depth)
        return phrase

    def _nation(self, phrase: Phrase) -> None:
        """A body's name with a nationality is another state's body, but for a Libyan one."""
        found = self._nouns.adjective(phrase.end)
        if found is None:
            return
        end, adjective, _ = found
        if adjective.entry.kind == "state":
            phrase.end = end
            if adjective.entry.id != LIBYA:
                phrase.take(adjective.entry, adjective.entry.faction(self._on))

    def _state(self, at: int, begin: int, end: int, word: StateWord, proclitic: str, depth: int) -> Phrase | None:
        if depth > 0:
            return _state_phrase(begin, end, word.entry, self._on)
        verdict = self._reading.cues.state(at, end, proclitic, word.capital)
        if verdict is None or word.entry.id == LIBYA:
            return None
        return replace(_state_phrase(begin, end, word.entry, self._on), metonym=verdict)


def _state_phrase(begin: int, end: int, entry: Registered, on: date | None) -> Phrase:
    return Phrase(begin, end, entry, entry.faction(on), "state")
