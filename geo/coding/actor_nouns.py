"""Generic nouns and what makes them somebody's: "the Turkish forces", "brigades loyal to …", "a source in …"."""

from __future__ import annotations

from geo.coding.actor_lexicon import LIBYA
from geo.coding.actor_persons import STRANGER, Persons
from geo.coding.actor_phrase import DEPTH, MODIFIERS, NOTHING_BEFORE, Phrase, PhraseReader, Reading
from geo.coding.actor_records import Adjective, Head, HeadWord, Registered, Shape, StateWord, code_on

_GENITIVE = frozenset([Shape.FORCE, Shape.FOLLOWER, Shape.OFFICE, Shape.BODY, Shape.PREFIX, Shape.SOURCE, Shape.DEED])
_LINKED = _GENITIVE - {Shape.PREFIX}
_NEEDY = frozenset([Shape.FOLLOWER, Shape.PREFIX, Shape.DEED])
_REGIONAL = frozenset([Shape.FORCE, Shape.BODY, Shape.OFFICE, Shape.FOLLOWER])
_BEHIND_OFFICE = frozenset(["", "ل"])
_BEHIND_LINK = frozenset(["", "ل", "ب"])
_NO_OWNERS = frozenset(["civilians", "media", "pronoun_group"])
_LINK_WORDS = 3


class Nouns:
    """Reads the generic nouns of one text."""

    def __init__(self, reading: Reading, reader: PhraseReader, persons: Persons) -> None:
        self._reading, self._reader, self._persons = reading, reader, persons
        self._text, self._lexicon, self._on = reading.text, reading.lexicon, reading.on
        self._grammar, self._portfolios = reading.lexicon.grammar, reading.lexicon.portfolios

    def read(self, begin: int, end: int, word: HeadWord, depth: int) -> Phrase | None:
        """The actor that a generic noun at [begin:end] makes with what follows it; None when it makes none."""
        head = word.head
        if depth >= DEPTH:
            return None
        post, end = self._post(head, end)
        phrase = Phrase(begin, end, head.entry, head.entry.faction(self._on), head.entry.kind)
        if word.owned:
            phrase.kind, phrase.group = "pronoun_group", True
            return phrase
        told = head.shape is not Shape.GROUP and self._complement(phrase, word, depth)
        if head.shape is not Shape.PEOPLE:
            phrase.end = self._reading.after_modifiers(phrase.end)
        if head.shape is Shape.FORCE:
            told = self.join_link(phrase, depth) or told
        if head.shape is Shape.OFFICE:
            told = self._join_person(phrase, post, depth) or told
        return phrase if told else self._alone(phrase, word)

    def _alone(self, phrase: Phrase, word: HeadWord) -> Phrase | None:
        head = word.head
        if head.shape in _NEEDY or not (head.bare or word.definite):
            return None
        definite = word.definite and head.shape in (Shape.FORCE, Shape.BODY)
        phrase.group = definite or head.shape is Shape.GROUP or head.shape is Shape.BODY
        return phrase

    def _post(self, head: Head, end: int) -> tuple[str, int]:
        """The office that a noun and its portfolio name, and where the noun's adjectives end."""
        post = head.post
        for _ in range(MODIFIERS):
            following = self._text.next_word(end)
            if following is None:
                break
            word = following[2]
            portfolio = self._portfolios.get(word) or (self._portfolios.get(word[1:]) if word[0] == "و" else None)
            if portfolio and head.post == "minister":
                post = portfolio if post == "minister" else post
            elif word not in self._grammar["modifiers"]:
                break
            end = following[1]
        return post, end

    def _complement(self, phrase: Phrase, word: HeadWord, depth: int) -> bool:
        """Reads the adjective, genitive or preposition that tells whose the noun is. Says whether it found one."""
        head = word.head
        adjective = self.adjective(phrase.end)
        if adjective is not None:
            self._take_adjective(phrase, head, adjective)
            return True
        if head.shape in _GENITIVE and self._genitive(phrase, word, depth):
            return True
        if head.shape in _LINKED and self.join_link(phrase, depth):
            return True
        if head.shape is Shape.PEOPLE:
            return self._join_people(phrase, depth)
        return self._swallow(phrase, word)

    def adjective(self, end: int) -> tuple[int, Adjective, int] | None:
        """The nationality adjective after `end`: its end, itself, its start."""
        following = self._text.next_word(end)
        if following is None:
            return None
        found = self._lexicon.adjectives.get(following[2])
        return (following[1], found, following[0]) if found else None

    def _take_adjective(self, phrase: Phrase, head: Head, found: tuple[int, Adjective, int]) -> None:
        end, adjective, start = found
        phrase.end = end
        if head.shape is Shape.PEOPLE:
            return
        if head.shape is Shape.DEED:
            phrase.start = start
        if adjective.entry.id == LIBYA:
            phrase.faction = code_on(head.libya, self._on) or phrase.faction
            return
        phrase.take(adjective.entry, adjective.entry.faction(self._on))
        while (following := self._text.next_word(end)) is not None and following[2][0] == "و":
            other = self._lexicon.adjectives.get(following[2][1:])
            if other is None or other.entry.id == LIBYA:
                break
            end = following[1]
            phrase.more.append(Phrase(following[0] + 1, end, other.entry, other.entry.faction(self._on), head.entry.kind))

    def _genitive(self, phrase: Phrase, word: HeadWord, depth: int) -> bool:
        following = self._text.next_word(phrase.end)
        if following is None:
            return False
        head = word.head
        allowed = _BEHIND_OFFICE if head.shape is Shape.OFFICE or head.swallow else NOTHING_BEFORE
        if word.definite:  # a noun with the article has no genitive, but perhaps "of"
            allowed -= NOTHING_BEFORE
        owner = self._owner(following[0], depth, allowed)
        if owner is None:
            return self._region(phrase, head, following, word.definite)
        if head.shape is Shape.DEED:
            phrase.start = owner.start
        if head.shape is Shape.PREFIX:
            phrase.kind = owner.kind
        phrase.end, phrase.more = owner.end, owner.more
        phrase.take(owner.entry, owner.faction)
        return True

    def _owner(self, at: int, depth: int, proclitics: frozenset[str]) -> Phrase | None:
        """A phrase at `at` that can own something: one that names an actor, or a state."""
        if depth + 1 >= DEPTH or not proclitics:
            return None
        if self._text.word_at(at) in self._grammar["demonstratives"] and (word := self._text.next_word(at)) is not None:
            following = self._text.next_word(word[1])
            at = following[0] if following else at
        owner = self._reader.best(at, depth + 1, proclitics)
        if owner is None or owner.kind in _NO_OWNERS:
            return None
        return self._with_list(owner) if owner.kind == "state" else owner

    def _with_list(self, state: Phrase) -> Phrase:
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

    def _region(self, phrase: Phrase, head: Head, following: tuple[int, int, str], definite: bool) -> bool:
        """A town or part of the country that the noun belongs to ("the brigades of …")."""
        if head.shape not in _REGIONAL:
            return False
        second = self._text.next_word(following[1])
        tries = [(f"{following[2]} {second[2]}", second[1])] if second else []
        for words, end in [*tries, (following[2], following[1])]:
            region = None if definite else self._lexicon.regions.get(words)
            if region is None and words[0] == "ل":
                region = self._lexicon.regions.get(words[1:]) or self._lexicon.regions.get("ا" + words)
            if region is not None:
                phrase.end = end
                phrase.take(region, region.faction(self._on))
                return True
        return False

    def _swallow(self, phrase: Phrase, word: HeadWord) -> bool:
        """An unknown name: quoted, a number, or the one word that a noun such as "military council of" must have."""
        head, following = word.head, self._text.next_word(phrase.end)
        if following is None or head.shape is not Shape.FORCE:
            return False
        quoted = self._text.quoted_end(following[0])
        if quoted is not None:
            phrase.end = quoted
            return True
        if (head.swallow and not self._reading.cues.function_word(following[2])) or following[2].isdigit():
            phrase.end = following[1]
            return True
        return False

    def _join_people(self, phrase: Phrase, depth: int) -> bool:
        """People and whose people they are ("elders of the tribe of …") are one actor."""
        following = self._text.next_word(phrase.end)
        inner = self._reader.best(following[0], depth + 1, NOTHING_BEFORE) if following else None
        if inner is not None and inner.kind == "civilians":
            phrase.end = inner.end
            return True
        return False

    def join_link(self, phrase: Phrase, depth: int) -> bool:
        """Reads "loyal to X", "led by X", "in X" behind a phrase and gives it X's faction."""
        end, link = phrase.end, ""
        for _ in range(_LINK_WORDS):
            following = self._text.next_word(end)
            if following is None or following[2] not in self._grammar["link_words"]:
                return False
            link = f"{link} {following[2]}" if link else following[2]
            end = following[1]
            if link in self._grammar["links"] and self._link_to(phrase, end, depth):
                return True
        return False

    def _link_to(self, phrase: Phrase, end: int, depth: int) -> bool:
        following = self._text.next_word(end)
        if following is None:
            return False
        owner = self._owner(following[0], depth, _BEHIND_LINK)
        if owner is None:
            region = Phrase(0, 0, phrase.entry, phrase.faction, phrase.kind)
            return self._link_region(phrase, region, following)
        phrase.end, phrase.more = owner.end, owner.more
        if owner.faction:
            phrase.take(owner.entry, owner.faction)
        return True

    def _link_region(self, phrase: Phrase, region: Phrase, following: tuple[int, int, str]) -> bool:
        found = self._lexicon.regions.get(following[2])
        if found is None or phrase.kind not in ("force", "armed_group"):
            return False
        phrase.end = following[1]
        phrase.take(found, found.faction(self._on))
        return True

    def _join_person(self, phrase: Phrase, post: str, depth: int) -> bool:
        """Adds the person named behind an office, or, when nobody is, who held it on that day."""
        person = self._persons.after(phrase.end, depth)
        if person is None:
            phrase.entry = self._holder(post, phrase.entry) or phrase.entry
            return False
        phrase.end = person.end
        if person.entry.id != STRANGER:
            phrase.entry, phrase.kind = person.entry, "person"
            phrase.faction = person.faction or phrase.faction
        return True

    def _holder(self, post: str, of: Registered) -> Registered | None:
        on = self._on
        if not post or on is None:
            return None
        for person in self._lexicon.posts.get((post, of.id), ()):
            if any(office.post == post and office.of == of.id and office.start <= on <= office.end for office in person.offices):
                return person
        return None
