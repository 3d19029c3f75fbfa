"""Generic nouns and what makes them somebody's: "the Turkish forces", "brigades loyal to …", "a source in …"."""

from __future__ import annotations

from geo.coding.actor_lexicon import LIBYA
from geo.coding.actor_nations import NEEDY, Nations
from geo.coding.actor_persons import STRANGER, Persons, two_people
from geo.coding.actor_phrase import DEPTH, MODIFIERS, NOTHING_BEFORE, Phrase, PhraseReader, Reading
from geo.coding.actor_records import Head, HeadWord, Registered, Shape, code_on

_GENITIVE = frozenset([Shape.FORCE, Shape.FOLLOWER, Shape.VEHICLE, Shape.OFFICE, Shape.BODY, Shape.PREFIX, Shape.SOURCE])
_LINKED = _GENITIVE - {Shape.PREFIX}
_REGIONAL = frozenset([Shape.FORCE, Shape.BODY, Shape.OFFICE, Shape.FOLLOWER])
_BEHIND = {Shape.OFFICE: frozenset(["", "ل", "ب"]), Shape.SOURCE: frozenset(["", "ب"]), Shape.FORCE: frozenset(["", "ب"])}
_BEHIND_SWALLOWER = frozenset(["", "ل"])
_BEHIND_LINK = frozenset(["", "ل", "ب"])
_FIGHTERS = frozenset(["force", "armed_group"])
_BACKERS = frozenset(["state", "organisation"])  # they back a side without making it theirs
_NO_OWNERS = frozenset(["civilians", "media", "pronoun_group"])
_LINK_WORDS = 3
_PERSONAL = frozenset(["", "envoy", "spokesman"])  # posts that one may hold with a person; a minister is the person named


class Nouns:
    """Reads the generic nouns of one text."""

    def __init__(self, reading: Reading, reader: PhraseReader, persons: Persons, nations: Nations) -> None:
        self._reading, self._reader, self._persons, self._nations = reading, reader, persons, nations
        self._text, self._lexicon, self._on = reading.text, reading.lexicon, reading.on
        self._grammar, self._portfolios = reading.lexicon.grammar, reading.lexicon.portfolios
        self._modifiers, self._link_words = self._grammar["modifiers"], self._grammar["link_words"]

    def read(self, begin: int, end: int, word: HeadWord, depth: int) -> Phrase | None:
        """The actor that a generic noun at [begin:end] makes with what follows it; None when it makes none."""
        head = word.head
        if depth >= DEPTH:
            return None
        if word.owned and head.shape is not Shape.OFFICE:
            return Phrase(begin, end, head.entry, "", "pronoun_group", group=True)
        if head.shape is Shape.GROUP:
            return self._anaphor(begin, end, head)
        post, end = self._post(head, end)
        phrase = Phrase(begin, end, head.entry, head.entry.faction(self._on), head.entry.kind)
        told = self._complement(phrase, word, depth)
        if head.shape is not Shape.PEOPLE:
            phrase.end = self._reading.after_modifiers(phrase.end)
        if head.shape is Shape.FORCE:
            told = self.join_link(phrase, depth, told) or told
        if head.shape is Shape.OFFICE:
            told = self._join_person(phrase, head, post, depth, told) or told
        return phrase if told else self._alone(phrase, word)

    def _alone(self, phrase: Phrase, word: HeadWord) -> Phrase | None:
        head = word.head
        if head.shape in NEEDY or head.strict or not (head.bare or word.definite):
            return None
        if word.owned:
            phrase.kind = "pronoun_group"
        phrase.group = word.owned or head.shape is Shape.BODY or (word.definite and head.shape is Shape.FORCE)
        phrase.usual = phrase.group
        return phrase

    def _anaphor(self, begin: int, end: int, head: Head) -> Phrase | None:
        """An anaphor ("the two sides"); with an adjective behind it, it is the name of something else."""
        following = self._text.next_word(end)
        if following is not None and following[2] in self._modifiers:
            return None
        return Phrase(begin, end, head.entry, "", head.entry.kind, group=True)

    def _post(self, head: Head, end: int) -> tuple[str, int]:
        """The office that a noun and its portfolio name, and where the noun's adjectives end."""
        post = head.post
        for _ in range(MODIFIERS):
            following = self._text.next_word(end)
            if following is None:
                break
            word = following[2]
            portfolio = self._portfolio(word) if head.post == "minister" else None
            if portfolio:
                post = portfolio if post == "minister" else post
            elif word not in self._modifiers:
                break
            end = following[1]
        return post, end

    def _portfolio(self, word: str) -> str | None:
        return self._portfolios.get(word) or (self._portfolios.get(word[1:]) if word[0] == "و" else None)

    def _complement(self, phrase: Phrase, word: HeadWord, depth: int) -> bool:
        """Reads the adjective, genitive or preposition that tells whose the noun is. Says whether it found one."""
        head = word.head
        adjective = self._nations.find(phrase.end)
        if adjective is not None:
            return self._nations.take(phrase, head, adjective)
        if head.shape in _GENITIVE and self._genitive(phrase, word, depth):
            return True
        if head.shape is Shape.VEHICLE and (adjective := self._nations.behind_model(phrase.end)) is not None:
            return self._nations.take(phrase, head, adjective)
        if head.shape in _LINKED and self.join_link(phrase, depth, told=head.abroad):
            return True
        if head.shape is Shape.PEOPLE:
            return self._join_people(phrase, depth)
        return self._swallow(phrase, word)

    def _genitive(self, phrase: Phrase, word: HeadWord, depth: int) -> bool:
        following = self._text.next_word(phrase.end)
        if following is None:
            return False
        head = word.head
        allowed = _BEHIND_SWALLOWER if head.swallow else _BEHIND.get(head.shape, NOTHING_BEFORE)
        if word.definite or word.absolute:  # such a noun has no genitive, but perhaps "of"
            allowed -= NOTHING_BEFORE
        owner = self._owner(following[0], depth, allowed)
        if owner is None:
            return self._region(phrase, head, following, word.definite or word.absolute)
        if not self._fits(head, owner, owner.start > following[0]):
            return False
        if head.shape is Shape.PREFIX:
            phrase.kind = owner.kind
        phrase.end, phrase.more, phrase.usual = owner.end, owner.more, owner.usual
        if owner.entry.id == LIBYA:
            phrase.faction = code_on(head.libya, self._on) or phrase.faction
        else:
            phrase.take(owner.entry, owner.faction or phrase.faction)
        return True

    def _fits(self, head: Head, owner: Phrase, behind: bool) -> bool:
        """Whether a noun may be the owner's; `behind` a preposition it is no person's and no country's."""
        if owner.kind == "official" and (head.strict or (head.shape in NEEDY and not owner.faction)):
            return False  # "أمر القائد" is an order to a commander
        if owner.kind == "person":
            return not behind and not head.strict and head.post in _PERSONAL
        return not behind or owner.kind != "state"

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
        return self._nations.with_list(owner) if owner.kind == "state" else owner

    def _region(self, phrase: Phrase, head: Head, following: tuple[int, int, str], absolute: bool) -> bool:
        """A town or part of the country that the noun belongs to ("the brigades of …")."""
        if head.shape not in _REGIONAL:
            return False
        second = self._text.next_word(following[1])
        tries = [(f"{following[2]} {second[2]}", second[1])] if second else []
        for words, end in [*tries, (following[2], following[1])]:
            region = None if absolute else self._lexicon.regions.get(words)
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
        numbered = following[2].isdigit() and head.entry.kind == "armed_group" and not head.bare
        named = head.swallow and (following[2][0] == "ل" or not word.definite)
        if numbered or (named and not self._reading.cues.function_word(following[2])):
            phrase.end = following[1]
            return True
        return False

    def _join_people(self, phrase: Phrase, depth: int) -> bool:
        """People and whose people they are ("elders of the tribe of …") are one actor."""
        following = self._text.next_word(phrase.end)
        inner = self._reader.best(following[0], depth + 1, NOTHING_BEFORE) if following else None
        if inner is None or inner.kind != "civilians":
            return False
        phrase.end = inner.end
        return True

    def join_link(self, phrase: Phrase, depth: int, told: bool) -> bool:
        """Reads "loyal to X", "led by X" behind a phrase, and "in X" unless it was told whose it is, and gives it X's faction."""
        end, link = phrase.end, ""
        for _ in range(_LINK_WORDS):
            following = self._text.next_word(end)
            if following is None or following[2] not in self._link_words:
                return False
            link = f"{link} {following[2]}" if link else following[2]
            end = following[1]
            loyal = link in self._grammar["links"]
            if (loyal or (not told and link in self._grammar["weak_links"])) and self._link_to(phrase, end, depth, loyal, told):
                return True
        return False

    def _link_to(self, phrase: Phrase, end: int, depth: int, loyal: bool, told: bool) -> bool:
        following = self._text.next_word(end)
        if following is None:
            return False
        owner = self._owner(following[0], depth, _BEHIND_LINK)
        if owner is None:
            return phrase.kind in _FIGHTERS and self._link_region(phrase, following)
        if phrase.kind in _FIGHTERS and not loyal and owner.kind == "state" and not owner.metonym:
            return False
        if not loyal and owner.metonym and owner.kind != "state":
            return False
        phrase.end, phrase.more, phrase.usual = owner.end, owner.more, owner.usual
        if owner.faction and not (told and phrase.faction and owner.kind in _BACKERS):
            phrase.take(owner.entry, owner.faction)
        return True

    def _link_region(self, phrase: Phrase, following: tuple[int, int, str]) -> bool:
        """Fighters "from" a town; those "in" one are not its own."""
        region = self._lexicon.regions.get(following[2])
        if region is None or self._text.previous_word(following[0]) in self._grammar["postings"]:
            return False
        phrase.end = following[1]
        phrase.take(region, region.faction(self._on))
        return True

    def _join_person(self, phrase: Phrase, head: Head, post: str, depth: int, told: bool) -> bool:
        """Adds the person named behind an office, or, when nobody is, who held it on that day."""
        person = self._persons.after(phrase.end, depth)
        if person is None and head.post in ("envoy", "ambassador"):
            phrase.end = self._reading.after_modifiers(self._persons.posted(phrase.end))
            person = self._persons.after(self._reading.cues.comma(phrase.end), depth)
        if person is not None and two_people(phrase, person):
            return False
        if person is None:
            of = LIBYA if told and phrase.entry is head.entry else phrase.entry.id
            phrase.entry = self._holder(post, head.of or of) or phrase.entry
            return False
        phrase.end = person.end
        if person.entry.id != STRANGER:
            phrase.entry, phrase.kind = person.entry, "person"
            phrase.faction = person.faction or phrase.faction
        return True

    def _holder(self, post: str, of: str) -> Registered | None:
        on = self._on
        if not post or on is None:
            return None
        held = ((p, o) for p in self._lexicon.posts.get((post, of), ()) for o in p.offices if (o.post, o.of) == (post, of))
        return next((person for person, office in held if office.start <= on <= office.end), None)
