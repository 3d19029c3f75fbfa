"""Reads the words round a place's name that move it: "30 km south-west of", "the outskirts of", "between"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from gazetteer.arabic import ARTICLE
from gazetteer.kinds import FAMILY_OF_WORD
from gazetteer.model import PlaceMention
from gazetteer.relations import RelationName, RelationWords, relation_words

REACH = 90  # folded characters before a name in which its relation stands
REACH_AFTER = 45  # and after it, for a distance
Token = tuple[str, int, int]
_NUMBER = re.compile(r"\d{1,4}(?:[.,]\d+)?")
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)?|[(،.؛:«»\"]")
PROCLITICS, SHORTEST_GLUED = "وفبل", 4  # letters that may be glued to a word, and letters of the two together
_STOPS = frozenset('،.؛:«»"')


@dataclass(frozen=True, slots=True)
class Relation:
    """What the words before a name say of it; [start:end] are their folded offsets.

    `direction` is a key of `relations.yaml` ("south_west"); `appositive` says that the words describe the
    place named before them ("الوشكة الواقعة غرب سرت"), so that they don't move the event.
    """

    direction: str | None
    distance_km: float | None
    relation: RelationName | None
    start: int
    end: int
    appositive: bool = False


def find_relation(folded_text: str, mention: PlaceMention) -> Relation | None:
    """What stands before a mention and moves it, or None.

    For "بين س وص" the relation is on س; the caller passes the next mention's place as `other`.
    """
    at = mention.head_start
    while at > 0 and folded_text[at - 1].isalnum():
        at -= 1
    begin = max(0, at - REACH)
    while 0 < begin < at and folded_text[begin - 1].isalnum():  # no half word
        begin += 1
    words = relation_words()
    if not _may_end(_last_word(folded_text, begin, at), words):
        return None
    tokens = _tokens(folded_text, begin, at)
    stops = [index for index, (word, _, _) in enumerate(tokens) if word in _STOPS]
    found = _Reader(tokens[stops[-1] + 1 :] if stops else tokens, words, mention.end).read()
    if found and found.direction and found.distance_km is None:
        after = _distance_after(_tokens(folded_text, mention.end, min(len(folded_text), mention.end + REACH_AFTER)), words)
        return replace(found, distance_km=after)
    return found


def _last_word(text: str, begin: int, end: int) -> str:
    """The last word of text[begin:end]; '' when a mark stands behind it."""
    while end > begin and not text[end - 1].isalnum():
        end -= 1
        if text[end] in _STOPS:
            return ""
    start = end
    while start > begin and text[start - 1].isalnum():
        start -= 1
    return text[start:end]


def _may_end(word: str, words: RelationWords) -> bool:
    """Whether a relation may end in `word`, so that it is worth reading."""
    if word in words.bare or word in words.direction_of_adjective or word in words.phrase_ends:
        return True
    return len(word) >= SHORTEST_GLUED and word[0] in PROCLITICS and word[1:] in words.bare


def _tokens(text: str, start: int, end: int) -> list[Token]:
    return [(m[0], start + m.start(), start + m.end()) for m in _WORD.finditer(text[start:end])]


def _distance_after(tokens: list[Token], words: RelationWords) -> float | None:
    """The kilometres that stand right after a name: "(50 كلم)", "بنحو 50 كيلومترا", "علي بعد 50 كم"."""
    for at, (word, _, _) in enumerate(tokens[:4]):
        bare = word[1:] if word[0] == "ب" and word not in words.about else word
        value = _number(bare, words)
        if value is not None:
            unit = words.units.get(tokens[at + 1][0]) if at + 1 < len(tokens) else None
            return round(value * unit, 3) if unit else None
        if word != "(" and word not in words.about and bare not in words.about:
            return None
    return None


def _number(word: str, words: RelationWords) -> float | None:
    if _NUMBER.fullmatch(word):
        return float(word.replace(",", ""))
    return words.numbers.get(word)


class _Reader:
    """Reads the words before a name backwards, from the name out."""

    def __init__(self, tokens: list[Token], words: RelationWords, end: int) -> None:
        self.tokens, self.words = tokens, words
        self.at = len(tokens) - 1
        self.first = len(tokens)
        self.end = tokens[-1][2] if tokens else end

    def read(self) -> Relation | None:
        relation = self._phrase()
        if relation in ("between", "road", "within"):
            return self._made(None, None, relation)
        if self._bare(self.at) in self.words.links:
            self.at -= 1
        direction, side = self._direction()
        relation = relation or side or self._phrase()
        distance = self._distance()
        if direction is None and relation is None and distance is None:
            return None
        return self._made(direction, distance, relation)

    def _made(self, direction: str | None, distance: float | None, relation: RelationName | None) -> Relation:
        start = self.tokens[min(self.first, len(self.tokens) - 1)][1]
        return Relation(direction, distance, relation, start, self.end, self._is_appositive())

    def _is_appositive(self) -> bool:
        """Whether a word like الواقعة stands before, and after a name rather than a noun ("المنطقة الواقعة")."""
        for at in range(self.first - 1, max(-1, self.first - 5), -1):
            if self.tokens[at][0] == "(":
                return True
            if self.tokens[at][0] in self.words.appositives:
                noun = self.tokens[at - 1][0].removeprefix(ARTICLE) if at else ""
                return noun not in FAMILY_OF_WORD
        return False

    def _bare(self, at: int) -> str:
        """The word at `at`, less a proclitic that no table knows it with; '' beyond the first."""
        if at < 0:
            return ""
        word = self.tokens[at][0]
        known = self.words.bare
        if word in known or word[:1] not in PROCLITICS or len(word) < SHORTEST_GLUED:
            return word
        return word[1:] if word[1:] in known else word

    def _take(self, count: int) -> None:
        self.at -= count
        self.first = self.at + 1

    def _phrase(self) -> RelationName | None:
        several = self.at >= 0 and self.tokens[self.at][0] in self.words.phrase_ends
        for length in (4, 3, 2, 1) if several else (1,):
            if self.at + 1 < length:
                continue
            first = self.at + 1 - length
            phrase = " ".join([self._bare(first), *(token for token, _, _ in self.tokens[first + 1 : self.at + 1])])
            found = self.words.relation_of_phrase.get(phrase)
            if found:
                self._take(length)
                return found
        return None

    def _direction(self) -> tuple[str | None, RelationName | None]:
        """A direction before the name, and the relation that a side's noun told with it."""
        word, before = self._bare(self.at), self._bare(self.at - 1)
        of_word, of_adjective = self.words.direction_of_word, self.words.direction_of_adjective
        if word in of_word or (word in of_adjective and before in of_word):
            second = of_word.get(word) or of_adjective[word]
            pair = (of_word.get(before, ""), second)
            if pair in self.words.compound:
                self._take(2)
                return self.words.compound[pair], None
            if word in of_word:
                self._take(1)
                return second, None
        if word in of_adjective and (before in self.words.sides or before in self.words.relation_of_phrase):
            self._take(2)
            return of_adjective[word], self.words.relation_of_phrase.get(before)
        return None, None

    def _distance(self) -> float | None:
        at = self.at
        while at >= 0 and self._bare(at) in self.words.links:
            at -= 1
        unit = self.words.units.get(self._bare(at)) if at >= 0 else None
        if not unit or at < 1:
            return None
        value = _number(self.tokens[at - 1][0], self.words)
        if value is None:
            return None
        self.at = at
        self._take(2)
        return round(value * unit, 3)
