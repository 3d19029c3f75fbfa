"""The grammar of actor phrases: how titles, posts, forces, nationalities and names make up one actor."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from geo.coding.actor_cues import Cues
from geo.coding.actor_lexicon import LIBYA, ActorLexicon
from geo.coding.actor_records import Adjective, Head, HeadWord, NameWord, Registered, Shape, StateWord, TitleWord, code_on
from geo.coding.actor_text import ActorText, Start

_DEPTH = 4  # how many phrases may stand inside one another
_MODIFIERS = 5  # adjectives after a noun
_GENITIVE = frozenset([Shape.FORCE, Shape.FOLLOWER, Shape.OFFICE, Shape.BODY, Shape.PREFIX, Shape.SOURCE, Shape.DEED])
_LINKED = frozenset([Shape.FORCE, Shape.FOLLOWER, Shape.OFFICE, Shape.BODY, Shape.SOURCE, Shape.DEED])
_NEEDY = frozenset([Shape.FOLLOWER, Shape.PREFIX, Shape.DEED])
_BY_STATE = frozenset(["force", "government", "parliament", "organisation", "armed_group"])


@dataclass(slots=True)
class Phrase:
    """One actor found in an `ActorText`; `more` are the further actors of a list that shares its head."""

    start: int
    end: int
    entry: Registered
    faction: str
    kind: str
    group: bool = False
    metonym: bool = False
    more: list[Phrase] = field(default_factory=list)


class ActorParser:
    """Parses the actor phrases of one text on one day."""

    def __init__(self, lexicon: ActorLexicon, text: ActorText, on: date | None) -> None:
        self._lexicon, self._text, self._on = lexicon, text, on
        self._cues = Cues(lexicon.grammar, text)
        self._introduced: set[str] = set()
        grammar = lexicon.grammar
        self._modifiers, self._links, self._given = grammar["modifiers"], grammar["links"], grammar["given_names"]
        self._portfolios, self._inside = lexicon.portfolios, grammar["inside"]

    def phrases(self) -> list[Phrase]:
        """Every actor phrase, none overlapping, in order of its start."""
        found: list[Phrase] = []
        done = 0
        for at in sorted(self._text.starts):
            if at < done:
                continue
            phrase = self._best(at, depth=0)
            if phrase is not None:
                found += [phrase, *phrase.more]
                done = found[-1].end
        return found

    def _best(self, at: int, depth: int, proclitics: frozenset[str] | None = None, titled: bool = False) -> Phrase | None:
        """The longest phrase that starts with a known word at `at`, behind one of `proclitics` (None: any)."""
        best: Phrase | None = None
        for start in self._text.starts.get(at, ()):
            if proclitics is not None and start[1] not in proclitics:
                continue
            phrase = self._phrase(at, start, depth, titled)
            if phrase is not None and (best is None or phrase.end > best.end):
                best = phrase
        return best

    def _phrase(self, at: int, start: Start, depth: int, titled: bool) -> Phrase | None:
        end, proclitic, words, _ = start
        begin = at + len(proclitic) if not self._text.text.startswith("لل", at + len(proclitic) - 1) else at + len(proclitic) - 1
        weak = [word for word in words if isinstance(word, NameWord) and word.weak]
        for word in words:
            phrase: Phrase | None = None
            if isinstance(word, HeadWord):
                phrase = self._headed(begin, end, word, depth)
            elif isinstance(word, TitleWord):
                phrase = self._titled(begin, end, word, depth)
            elif isinstance(word, StateWord):
                phrase = self._state(at, begin, end, word, proclitic, depth)
            elif not word.weak:
                phrase = self._named(begin, end, word.entry, depth)
            if phrase is not None:
                return phrase
        return self._weak(begin, end, weak, titled, depth)

    # names

    def _named(self, begin: int, end: int, entry: Registered, depth: int) -> Phrase | None:
        phrase = Phrase(begin, end, entry, entry.faction(self._on), entry.kind)
        if entry.kind == "person":
            self._introduced.add(entry.id)
            return self._with_apposition(phrase, depth)
        adjective = self._adjective(phrase.end)
        if adjective is not None and entry.kind in _BY_STATE and not _european(adjective[1]):
            phrase.end = adjective[0]
            if adjective[1].entry.id != LIBYA:
                phrase.entry, phrase.faction = adjective[1].entry, adjective[1].entry.faction(self._on)
        if entry.kind in ("force", "armed_group"):
            self._join_link(phrase, depth)
        return phrase

    def _weak(self, begin: int, end: int, words: list[NameWord], titled: bool, depth: int) -> Phrase | None:
        known = [word.entry for word in words if word.entry.id in self._introduced]
        if not known and titled:
            known = [word.entry for word in words]
        return self._named(begin, end, known[0], depth) if known else None

    def _with_apposition(self, person: Phrase, depth: int) -> Phrase:
        """A person followed by the office held ("…, head of …"), when the two agree."""
        at = self._cues.apposition(person.end)
        if depth >= _DEPTH or at is None or not self._starts_office(at):
            return person
        office = self._best(at, depth + 1, frozenset([""]))
        if office is None or (office.faction and office.faction != person.faction and person.faction):
            return person
        person.end = office.end
        person.faction = person.faction or office.faction
        return person

    def _starts_office(self, at: int) -> bool:
        words = (word for start in self._text.starts.get(at, ()) for word in start[2])
        return any(isinstance(word, HeadWord) and word.head.shape is Shape.OFFICE for word in words)

    def _titled(self, begin: int, end: int, title: TitleWord, depth: int) -> Phrase | None:
        person = self._person(end, depth)
        if person is not None:
            person.start = begin
            return person
        if title.alone is not None:
            return Phrase(begin, self._after_modifiers(end), title.alone, title.alone.faction(self._on), title.alone.kind)
        return None

    def _person(self, end: int, depth: int) -> Phrase | None:
        """The person named after a title or an office that ends at `end`: registered, or by a common first name."""
        following = self._text.next_word(self._after_modifiers(end))
        if following is None or depth >= _DEPTH:
            return None
        at = following[0]
        for start in self._text.starts.get(at, ()):
            if start[1]:
                continue
            for word in start[2]:
                if isinstance(word, TitleWord):
                    person = self._person(start[0], depth + 1)
                    if person is not None:
                        person.start = at
                        return person
                elif isinstance(word, NameWord) and word.entry.kind == "person":
                    return self._named(at, start[0], word.entry, depth + 1)
        return self._stranger(following)

    def _stranger(self, first: tuple[int, int, str]) -> Phrase | None:
        """A person whom the registry does not know: a first name, further ones, and a family name."""
        start, end, word = first
        if word not in self._given:
            return None
        for _ in range(3):
            following = self._text.next_word(end)
            if following is None or not (following[2] in self._given or self._cues.family_name(following[2])):
                break
            end = following[1]
            if following[2] not in self._given:
                break
        return Phrase(start, end, self._lexicon.entries["person"], "", "person")

    # generic nouns

    def _headed(self, begin: int, end: int, word: HeadWord, depth: int) -> Phrase | None:
        head = word.head
        if depth >= _DEPTH:
            return None
        post, end = self._post(head, end)
        phrase = Phrase(begin, end, head.entry, head.entry.faction(self._on), head.entry.kind)
        if word.owned:
            phrase.kind, phrase.group = "pronoun_group", True
            return phrase
        told = self._complement(phrase, head, depth)
        phrase.end = self._after_modifiers(phrase.end)
        if head.shape is Shape.FORCE:
            told = self._join_link(phrase, depth) or told
        if head.shape is Shape.OFFICE:
            told = self._join_person(phrase, head, post, depth) or told
        if not told:
            return self._alone(phrase, word)
        return phrase

    def _alone(self, phrase: Phrase, word: HeadWord) -> Phrase | None:
        head = word.head
        if head.shape in _NEEDY or not (head.bare or word.definite):
            return None
        phrase.group = head.shape is Shape.GROUP or (word.definite and head.shape in (Shape.FORCE, Shape.BODY))
        return phrase

    def _post(self, head: Head, end: int) -> tuple[str, int]:
        """The office that head and its portfolio name, and where its adjectives end."""
        post = head.post
        for _ in range(_MODIFIERS):
            following = self._text.next_word(end)
            if following is None:
                break
            word = following[2]
            bare = word[1:] if word[0] == "و" and word[1:] in self._portfolios else word
            if bare in self._portfolios and head.post == "minister":
                post = self._portfolios[bare] if post == "minister" else post
            elif word not in self._modifiers:
                break
            end = following[1]
        return post, end

    def _after_modifiers(self, end: int) -> int:
        for _ in range(_MODIFIERS):
            following = self._text.next_word(end)
            if following is None or following[2] not in self._modifiers:
                break
            end = following[1]
        return end

    def _complement(self, phrase: Phrase, head: Head, depth: int) -> bool:
        """Reads what makes a generic noun somebody's: an adjective, a genitive, a preposition. Says whether it found one."""
        if head.shape is Shape.GROUP:
            return False
        adjective = self._adjective(phrase.end)
        if adjective is not None:
            self._take_adjective(phrase, head, adjective)
            return True
        if head.shape in _GENITIVE and self._genitive(phrase, head, depth):
            return True
        if head.shape in _LINKED and self._join_link(phrase, depth):
            return True
        return self._swallow(phrase, head)

    def _adjective(self, end: int) -> tuple[int, Adjective, int] | None:
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
        self._take(phrase, adjective.entry)
        while (following := self._text.next_word(end)) is not None and following[2][0] == "و":
            other = self._lexicon.adjectives.get(following[2][1:])
            if other is None or other.entry.id == LIBYA:
                break
            end = following[1]
            phrase.more.append(Phrase(following[0] + 1, end, other.entry, other.entry.faction(self._on), head.entry.kind))

    def _take(self, phrase: Phrase, owner: Registered, faction: str | None = None) -> None:
        phrase.entry = owner
        phrase.faction = owner.faction(self._on) if faction is None else faction

    def _genitive(self, phrase: Phrase, head: Head, depth: int) -> bool:
        following = self._text.next_word(phrase.end)
        if following is None:
            return False
        allowed = frozenset(["", "ل"]) if head.shape is Shape.OFFICE or head.swallow else frozenset([""])
        owner = self._owner(following[0], depth, allowed)
        if owner is None:
            return self._region(phrase, head, following)
        if head.shape is Shape.PREFIX:
            phrase.kind = owner.kind
        if head.shape is Shape.DEED:
            phrase.start = owner.start
        phrase.end, phrase.more = owner.end, owner.more
        self._take(phrase, owner.entry, owner.faction)
        if owner.kind != "person" or head.shape is not Shape.PREFIX:
            phrase.kind = owner.kind if head.shape is Shape.PREFIX else head.entry.kind
        return True

    def _owner(self, at: int, depth: int, proclitics: frozenset[str]) -> Phrase | None:
        """A phrase at `at` that can own something: one that names an actor, or a state even where it is a place."""
        if depth + 1 >= _DEPTH:
            return None
        owner = self._best(at, depth + 1, proclitics)
        if owner is None or owner.kind in ("civilians", "media"):
            return None
        return owner

    def _region(self, phrase: Phrase, head: Head, following: tuple[int, int, str]) -> bool:
        if head.shape not in (Shape.FORCE, Shape.BODY, Shape.OFFICE):
            return False
        second = self._text.next_word(following[1])
        tries = [(f"{following[2]} {second[2]}", second[1])] if second else []
        for words, end in [*tries, (following[2], following[1])]:
            region = self._lexicon.regions.get(words) or (self._lexicon.regions.get(words[1:]) if words[0] == "ل" else None)
            if region is not None:
                phrase.end = end
                self._take(phrase, region)
                return True
        return False

    def _swallow(self, phrase: Phrase, head: Head) -> bool:
        """An unknown name: quoted, a number, or the one word that a noun such as "military council of" must have."""
        following = self._text.next_word(phrase.end)
        if following is None:
            return False
        quoted = self._text.quoted_end(following[0]) if head.shape is Shape.FORCE else None
        if quoted is not None:
            phrase.end = quoted
            return True
        if head.swallow and not self._cues.function_word(following[2]):
            phrase.end = following[1]
            return True
        return False

    def _join_link(self, phrase: Phrase, depth: int) -> bool:
        """Reads "loyal to X", "led by X", "in X" behind a phrase and gives it X's faction."""
        end, words = phrase.end, []
        for _ in range(3):
            following = self._text.next_word(end)
            if following is None:
                return False
            words.append(following[2])
            end = following[1]
            link = " ".join(words)
            if link in self._links:
                return self._link_to(phrase, end, depth)
        return False

    def _link_to(self, phrase: Phrase, end: int, depth: int) -> bool:
        following = self._text.next_word(end)
        if following is None:
            return False
        owner = self._owner(following[0], depth, frozenset(["", "ل", "ب"]))
        if owner is None or owner.entry.kind == "state" and owner.metonym:
            return False
        phrase.end = owner.end
        if owner.faction:
            self._take(phrase, phrase.entry if phrase.entry.kind != phrase.kind else owner.entry, owner.faction)
        return True

    def _join_person(self, phrase: Phrase, head: Head, post: str, depth: int) -> bool:
        person = self._person(phrase.end, depth)
        if person is None:
            holder = self._holder(post, phrase.entry)
            if holder is not None:
                phrase.entry = holder
            return False
        phrase.end = person.end
        if person.entry.id != "person":
            phrase.entry, phrase.kind = person.entry, "person"
            phrase.faction = person.faction or phrase.faction
        return True

    def _holder(self, post: str, of: Registered) -> Registered | None:
        if not post or self._on is None:
            return None
        for person in self._lexicon.posts.get((post, of.id), ()):
            if any(o.post == post and o.of == of.id and o.start <= self._on <= o.end for o in person.offices):
                return person
        return None

    # states

    def _state(self, at: int, begin: int, end: int, word: StateWord, proclitic: str, depth: int) -> Phrase | None:
        if word.entry.id == LIBYA and depth == 0:
            return None
        phrase = Phrase(begin, end, word.entry, word.entry.faction(self._on), "state", metonym=word.capital)
        if depth > 0:
            return replace(phrase, metonym=False)
        verdict = self._cues.state(at, end, proclitic, word.capital)
        if verdict is None:
            return None
        phrase.metonym = verdict
        return phrase


def _european(adjective: Adjective) -> bool:
    return adjective.entry.kind != "state"
