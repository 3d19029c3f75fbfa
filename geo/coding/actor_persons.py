"""Persons: rank and name, name and office, and strangers who are known by a common first name."""

from __future__ import annotations

from gazetteer.arabic import key
from geo.coding.actor_phrase import DEPTH, NOTHING_BEFORE, Phrase, PhraseReader, Reading
from geo.coding.actor_records import HeadWord, NameWord, Registered, Shape, StateWord, TitleWord
from geo.coding.vocabulary import states

STRANGER = "person"  # the id of a person whom the registry lacks
_NAMES = 3  # words after a first name


class Persons:
    """Reads the persons of one text."""

    def __init__(self, reading: Reading, reader: PhraseReader) -> None:
        self._reading, self._reader = reading, reader
        self._given = reading.lexicon.grammar["given_names"]
        self._foreign = reading.lexicon.grammar["foreign_names"]
        self._stranger_entry = reading.lexicon.entries[STRANGER]

    def named(self, begin: int, end: int, entry: Registered, depth: int) -> Phrase:
        """A registered person, with the office that follows the name."""
        phrase = Phrase(begin, end, entry, entry.faction(self._reading.on), "person")
        return self._with_office(phrase, depth)

    def titled(self, begin: int, end: int, title: TitleWord, depth: int) -> Phrase | None:
        """A title with the person behind it, or with nobody when it is enough by itself."""
        person = self.after(end, depth)
        if person is not None:
            person.start = begin
            return person
        if title.alone is None:
            return None
        entry = title.alone
        return Phrase(begin, self._reading.after_modifiers(end), entry, entry.faction(self._reading.on), entry.kind)

    def after(self, end: int, depth: int) -> Phrase | None:
        """The person named after a title or an office that ends at `end`."""
        text = self._reading.text
        following = text.next_word(self._reading.after_modifiers(end))
        if following is None or depth >= DEPTH:
            return None
        at = following[0]
        for stop, proclitic, words, _ in text.starts.get(at, ()):
            if proclitic:
                continue
            for word in words:
                person = self._person(at, stop, word, depth)
                if person is not None:
                    person.start = at
                    return person
        return self._misspelt(following, depth) or self._stranger(following, depth)

    def _misspelt(self, first: tuple[int, int, str], depth: int) -> Phrase | None:
        """A person whose first name is spelt in a way of the newsroom's own before a registered family name."""
        start, end, word = first
        family = self._reading.text.next_word(end)
        for stop, proclitic, words, _ in self._reading.text.starts.get(family[0], ()) if family else ():
            for name in words:
                if isinstance(name, NameWord) and not name.weak and name.entry.kind == "person" and not proclitic:
                    known = key(name.entry.name_ar).split()[0]
                    if (word[0], word[-1]) == (known[0], known[-1]):
                        return self.named(start, stop, name.entry, depth + 1)
        return None

    def _goes_on(self, stop: int) -> bool:
        """Whether a family name follows, so that a weak name before it is somebody else's first name."""
        following = self._reading.text.next_word(stop)
        return following is not None and self._reading.cues.family_name(following[2])

    def posted(self, end: int) -> int:
        """Where "to Libya", "in Libya" ends that stands between an office and its holder; `end` when there is none."""
        preposition = self._reading.text.next_word(end)
        if preposition is None or preposition[2] not in self._reading.lexicon.grammar["postings"]:
            return end
        country = self._reading.text.next_word(preposition[1])
        found = self._reading.text.starts.get(country[0], ()) if country else ()
        stops = [start[0] for start in found if not start[1] and any(isinstance(word, StateWord) for word in start[2])]
        return max(stops, default=end)

    def _person(self, at: int, stop: int, word: object, depth: int) -> Phrase | None:
        if isinstance(word, TitleWord):
            return self.after(stop, depth + 1)
        if isinstance(word, NameWord) and word.entry.kind == "person" and not (word.weak and self._goes_on(stop)):
            self._reading.introduce(word.entry, at)
            return self.named(at, stop, word.entry, depth + 1)
        return None

    def _stranger(self, first: tuple[int, int, str], depth: int) -> Phrase | None:
        """A person by a known first name: further first names and one family name belong to it."""
        start, end, word = first
        if word not in self._given and word not in self._foreign:
            return None
        for _ in range(_NAMES):
            following = self._reading.text.next_word(end)
            if following is None or self._starts_office(following[0]) or not self._continues(word, following[2]):
                break
            end, foreign = following[1], word in self._foreign
            word = following[2]
            if foreign and word not in self._foreign:
                break
            if word not in self._given and not self._reading.cues.family_start(word):
                break
        return self._with_office(Phrase(start, end, self._stranger_entry, "", "person"), depth)

    def _continues(self, word: str, following: str) -> bool:
        """Whether a name goes on after `word`; behind a foreign first name any word but a joining one is the family's."""
        cues = self._reading.cues
        if word in self._foreign:
            return not cues.function_word(following)
        return following in self._given or cues.family_name(following)

    def _with_office(self, person: Phrase, depth: int) -> Phrase:
        """The person with the office told behind the name ("…, head of …"), when the two agree."""
        at = self._reading.cues.apposition(person.end)
        if depth >= DEPTH or at is None or not self._starts_office(at):
            return person
        office = self._reader.best(at, depth + 1, NOTHING_BEFORE)
        if office is None or office.kind == "person":
            return person
        if office.faction and person.faction and office.faction != person.faction and not office.usual:
            return person
        if person.entry is self._stranger_entry and office.faction:
            person.entry, person.kind = office.entry, "official"
        person.end, person.faction = office.end, person.faction or office.faction
        return person

    def _starts_office(self, at: int) -> bool:
        words = (word for start in self._reading.text.starts.get(at, ()) for word in start[2])
        return any(isinstance(word, HeadWord) and word.head.shape is Shape.OFFICE for word in words)


def two_people(office: Phrase, person: Phrase) -> bool:
    """Whether an office and the name behind it are two people: one a foreign state's, the other somebody else's.

    "سيلتقي وزير الخارجية الإيطالي فايز السراج": he meets him, and holds no Italian office.
    """
    sides = {office.faction, person.faction}
    return len(sides) == 2 and "" not in sides and not sides.isdisjoint(states())
