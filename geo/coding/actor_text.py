"""A folded text made ready for the grammar of actors: quotation marks and brackets taken out, known words looked up.

Newsrooms put quotation marks inside names (the government of «Accord»); without them a name is the same words
everywhere. Offsets lead back to the folded text.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from gazetteer.arabic import Folded
from gazetteer.matcher import Matcher
from geo.coding.actor_records import IgnoredWord, Word

_QUOTE = re.compile('[«»"“”„()\\[\\]{}]')
_OPENING = frozenset('«"“„([{')
_NEXT = re.compile(r" {1,2}(\w+)")
_WORD = re.compile(r"\w+")
_LAST = re.compile(r"\w+$")
_QUOTED = 40  # characters a quoted name has at the most
_BEFORE = 24  # characters looked back for the word before

Start = tuple[int, str, tuple[Word, ...], int]  # where the word ends, its proclitic, what it may be, where it begins
NextWord = tuple[int, int, str]  # start, end, word


class ActorText:
    """Folded text without quotation marks; `starts` are the known words at the start of a word, longest first.

    `ignored` are the ends of phrases that only look like actors, by their start.
    """

    def __init__(self, folded_text: str, matcher: Matcher[tuple[Word, ...]]) -> None:
        self.source = folded_text
        removed = [match.start() for match in _QUOTE.finditer(folded_text)]
        self.text = _QUOTE.sub("", folded_text) if removed else folded_text
        self._anchors = tuple(at - order for order, at in enumerate(removed))
        self._folded = Folded(self.text, self._anchors)
        self._next: dict[int, NextWord | None] = {}
        self.starts: dict[int, list[Start]] = {}
        self.ignored: dict[int, int] = {}
        for match in matcher.all(self.text):
            proclitic, begin = match.proclitic, match.start
            at = begin - len(proclitic)
            if match.key[0] == "ا" and self.text[begin] == "ل":
                proclitic += "ل"  # the article has merged with the preposition
            if isinstance(match.value[0], IgnoredWord):
                self.ignored[at] = match.end  # the last is the longest
            else:
                self.starts.setdefault(at, []).append((match.end, proclitic, match.value, begin))
        for found in self.starts.values():
            found.reverse()  # they came in order of their end: the longest first

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span [start:end] in the folded text."""
        return self._folded.span(start, end)

    def next_word(self, at: int) -> NextWord | None:
        """The word after `at` with nothing but space before it: its start, its end and itself."""
        if at not in self._next:
            match = _NEXT.match(self.text, at)
            self._next[at] = (match.start(1), match.end(), match[1]) if match else None
        return self._next[at]

    def word_at(self, at: int) -> str:
        """The word that starts at `at`; '' when none does."""
        match = _WORD.match(self.text, at)
        return match[0] if match else ""

    def previous_word(self, at: int) -> str:
        """The word before `at` with nothing but space after it; '' when there is none."""
        end = at
        while end and self.text[end - 1] == " ":
            end -= 1
        match = _LAST.search(self.text, max(0, end - _BEFORE), end)
        return match[0] if match else ""

    def quoted_end(self, at: int) -> int | None:
        """The end of a quoted name that opens at the word at `at`; None when none does."""
        place = self._folded.original(at)
        if place == 0 or self.source[place - 1] not in _OPENING:
            return None
        index = bisect_left(self._anchors, at + 1)
        if index == len(self._anchors) or self._anchors[index] - at > _QUOTED:
            return None
        return self._anchors[index]
