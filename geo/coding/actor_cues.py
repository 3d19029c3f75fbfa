"""Cues of the words around a name: whether a country acts or is a place, and what follows a person's name."""

from __future__ import annotations

import re

from geo.coding.actor_text import ActorText

_APPOSITION = re.compile(r" ?[،,]? {0,2}(?=\w)")
_LINE_HEAD = 25  # characters in which a dateline names its places
_PLACES = r"\w+(?: \w+)?(?:[،,/] ?\w+(?: \w+)?){0,3}"
_DATELINE = re.compile(_PLACES + r"(?:[،,]? ?\d{1,2} [^\n]{0,30}?)? ?(?:[-–—/:]|[،,] \d|\w+ \d{4} )")
_KIN = ("ابو", "بو", "بن", "بل")  # family names written on to "father of", "son of"
_SENTENCE_START = re.compile(r"(?:^|[\n.!?؟:؛…])[ \"«“(]*$")


class Cues:
    """Reads the cues in one text; the words are data (`actor_grammar.yaml`)."""

    def __init__(self, grammar: dict[str, frozenset[str]], text: ActorText) -> None:
        self._grammar, self._text = grammar, text
        self._last: tuple[int, bool | None] = (-1, None)

    def apposition(self, end: int) -> int | None:
        """Where the next word starts, when nothing but space and one comma stands between."""
        match = _APPOSITION.match(self._text.text, end)
        return match.end() if match and match.end() > end else None

    def comma(self, end: int) -> int:
        """`end`, or just behind the comma that stands there."""
        return end + 1 if self._text.text[end : end + 1] in ("،", ",") else end

    def family_name(self, word: str) -> bool:
        """Whether a word after a first name looks like a family name: it has the article, or is a "father" or "son"."""
        return (word.startswith("ال") and len(word) > 4) or word.startswith(_KIN) or self.family_start(word)

    def family_start(self, word: str) -> bool:
        """Whether a word is the first of a family name of two ("son of", "father of")."""
        return word in self._grammar["family_starts"]

    def function_word(self, word: str) -> bool:
        """Whether a word joins phrases, and so can't be a name."""
        return word in self._grammar["function_words"]

    def state(self, at: int, end: int, proclitic: str, capital: bool) -> bool | None:
        """How the state's name whose word starts at `at` stands: None as a place, False as an actor, True unsure."""
        verdict = self._verdict(at, end, proclitic, capital)
        self._last = (end, verdict)
        return verdict

    def _verdict(self, at: int, end: int, proclitic: str, capital: bool) -> bool | None:
        text, grammar = self._text.text, self._grammar
        if proclitic.startswith("و") and self._last[0] in (at - 1, at - 2):
            return self._last[1] if self._last[1] is None or not capital else True
        if proclitic.endswith("ب") or self._dateline(at, end):
            return None
        before = self._text.previous_word(at)
        if before in grammar["locatives"]:
            return None
        if before in grammar["sources"]:
            return capital if self._given(at - len(before) - 1) else None
        beside = (
            before in grammar["beside_actors"]
            or before in grammar["acts"]
            or _SENTENCE_START.search(text, max(0, at - 6), at) is not None
        )
        return capital or not beside

    def _given(self, at: int) -> bool:
        """Whether one of the two words before `at` takes a giver behind "from" ("support", "received")."""
        first = self._text.previous_word(at)
        givers = self._grammar["givers"]
        return first in givers or self._text.previous_word(at - len(first) - 1) in givers

    def beside(self, at: int) -> bool:
        """Whether the word before `at` is one that actors stand behind ("against", "support")."""
        return self._text.previous_word(at) in self._grammar["beside_actors"]

    def acts(self, at: int, proclitic: str) -> bool:
        """Whether the word before `at` is a verb of governments ("announced")."""
        return not proclitic and self._text.previous_word(at) in self._grammar["acts"]

    def _dateline(self, at: int, end: int) -> bool:
        """Whether the name stands among the places that begin a line and end in a dash, a date or an agency."""
        line = self._text.text.rfind("\n", 0, at) + 1
        return at - line < _LINE_HEAD and _DATELINE.match(self._text.text, line) is not None
