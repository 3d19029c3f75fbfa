"""The grammar of actor phrases: which of the known words at a place make up the longest actor."""

from __future__ import annotations

from datetime import date

from geo.coding.actor_cues import Cues
from geo.coding.actor_lexicon import LIBYA, ActorLexicon
from geo.coding.actor_nations import Nations
from geo.coding.actor_nouns import Nouns
from geo.coding.actor_persons import Persons
from geo.coding.actor_phrase import Phrase, Reading
from geo.coding.actor_records import HeadWord, NameWord, Registered, StateWord, TitleWord, Word
from geo.coding.actor_text import ActorText

_BY_NATION = frozenset(["force", "government", "parliament", "organisation", "armed_group"])
_LINKED = frozenset(["force", "armed_group"])
_OWN = frozenset(["PFG", "MERC", "ISIS", "SHURA"])  # codes that stay whoever their bearer is loyal to
_UNNAMED = frozenset(["force", "armed_group", "government"])  # kinds whose weak name needs no full one before it


class ActorParser:
    """Parses the actor phrases of one text on one day."""

    def __init__(self, lexicon: ActorLexicon, text: ActorText, on: date | None) -> None:
        self._reading = Reading(lexicon, text, Cues(lexicon.grammar, text), on, {})
        self._text, self._on = text, on
        self._persons = Persons(self._reading, self)
        self._nations = Nations(self._reading)
        self._nouns = Nouns(self._reading, self, self._persons, self._nations)

    def phrases(self) -> list[Phrase]:
        """Every actor phrase, none overlapping, in order of its start."""
        found: list[Phrase] = []
        done = 0
        for at in sorted(self._text.starts.keys() | self._text.ignored.keys()):
            if at < done:
                continue
            phrase = self.best(at, 0, None)
            if phrase is not None:
                found += [phrase, *phrase.more]
                done = found[-1].end
            done = max(done, self._text.ignored.get(at, 0))
        return [phrase for phrase in found if phrase.end > phrase.start]

    def best(self, at: int, depth: int, proclitics: frozenset[str] | None) -> Phrase | None:
        """The longest phrase that starts with a known word at `at`, behind one of `proclitics` (None: any)."""
        best: Phrase | None = None
        ignored = self._text.ignored.get(at, 0)
        for end, proclitic, words, begin in self._text.starts.get(at, ()):
            if end <= ignored or (proclitics is not None and proclitic not in proclitics):
                continue
            phrase = self._first(at, begin, end, proclitic, words, depth)
            if phrase is not None and (best is None or phrase.end > best.end):
                best = phrase
        return best

    def _first(self, at: int, begin: int, end: int, proclitic: str, words: tuple[Word, ...], depth: int) -> Phrase | None:
        """The longest phrase of those that the words at one place make; a name goes before a noun, the last named first."""
        best: Phrase | None = None
        for word in self._usable(words, at, depth) if len(words) > 1 or isinstance(words[0], NameWord) else words:
            phrase = self._phrase(at, begin, end, proclitic, word, depth)
            if phrase is not None and (best is None or phrase.end > best.end):
                best = phrase
        return best

    def _usable(self, words: tuple[Word, ...], at: int, depth: int) -> list[Word]:
        """The words that may count here: names first, and of weak names only the one last named in full.

        Inside another phrase ("forces of …"), behind a cue ("against …") or in quotation marks, the weak name that only
        one force or government has counts by itself.
        """
        names = [word for word in words if isinstance(word, NameWord)]
        known = [word for word in names if not word.weak]
        weak = [word for word in names if word.weak]
        introduced = [word for word in weak if word.entry.id in self._reading.introduced]
        if introduced:
            known.append(max(introduced, key=lambda word: self._reading.introduced[word.entry.id]))
        elif len(weak) == 1 and weak[0].entry.kind in _UNNAMED and (depth > 0 or self._cued(at)):
            known.append(weak[0])
        return [*known, *(word for word in words if not isinstance(word, NameWord))]

    def _cued(self, at: int) -> bool:
        return self._reading.cues.beside(at) or self._text.quoted_end(at) is not None

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

    def _named(self, begin: int, end: int, word: NameWord, depth: int) -> Phrase:
        entry = word.entry
        if not word.weak:
            self._reading.introduce(entry, begin)
        if entry.kind == "person":
            return self._persons.named(begin, end, entry, depth)
        phrase = Phrase(begin, end, entry, entry.faction(self._on), entry.kind)
        if entry.kind in _BY_NATION:
            self._nation(phrase)
        if entry.kind in _LINKED and phrase.faction not in _OWN:
            self._nouns.join_link(phrase, depth, told=True)
        return phrase

    def _nation(self, phrase: Phrase) -> None:
        """A body's name with a nationality is another state's body, but for a Libyan one."""
        found = self._nations.find(phrase.end)
        if found is None:
            return
        end, adjective, _ = found
        if adjective.entry.kind == "state":
            phrase.end = end
            if adjective.entry.id != LIBYA:
                phrase.take(adjective.entry, adjective.entry.faction(self._on))

    def _state(self, at: int, begin: int, end: int, word: StateWord, proclitic: str, depth: int) -> Phrase | None:
        if depth > 0:
            return self._state_phrase(begin, end, word.entry, word.capital)
        cues = self._reading.cues
        if word.entry.kind == "state":
            verdict = None if word.entry.id == LIBYA else cues.state(at, end, proclitic, word.capital)
        else:  # the seat of a Libyan government is mostly a place
            verdict = True if cues.acts(at, proclitic) else None
        if verdict is None:
            return None
        return self._state_phrase(begin, end, word.entry, verdict)

    def _state_phrase(self, begin: int, end: int, entry: Registered, metonym: bool) -> Phrase:
        return Phrase(begin, end, entry, entry.faction(self._on), entry.kind, metonym=metonym)
