"""A folded text made ready for the grammar of actors: quotation marks and brackets taken out, known words looked up.

Newsrooms put quotation marks inside names (the government of «Accord»); without them a name is the same words
everywhere. Offsets lead back to the folded text.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from gazetteer.arabic import Folded
from gazetteer.matcher import Match, Matcher
from geo.coding.actor_records import Word

_QUOTES = '«»"“”„()[]{}'
_WITHOUT_QUOTES = {ord(mark): None for mark in _QUOTES}
_QUOTE = re.compile("[" + re.escape(_QUOTES) + "]")
_OPENING = frozenset('«"“„([{')
_NEXT = re.compile(r" {1,2}(\w+)")
_LAST = re.compile(r"(\w+) {0,2}$")
_QUOTED = 40  # characters a quoted name has at the most

Start = tuple[int, str, tuple[Word, ...], str]  # end, proclitic, words, key


class ActorText:
    """Folded text without quotation marks, and the known words that start at each of its words."""

    def __init__(self, folded_text: str, matcher: Matcher[tuple[Word, ...]]) -> None:
        self.source = folded_text
        removed = [match.start() for match in _QUOTE.finditer(folded_text)]
        self.text = folded_text.translate(_WITHOUT_QUOTES) if removed else folded_text
        self._anchors = [at - order for order, at in enumerate(removed)]
        self._folded = Folded(self.text, tuple(self._anchors))
        self.starts: dict[int, list[Start]] = {}
        for match in matcher.all(self.text):
            self._add(match)
        for found in self.starts.values():
            found.sort(reverse=True, key=lambda start: start[0])

    def _add(self, match: Match[tuple[Word, ...]]) -> None:
        proclitic = match.proclitic
        begin = match.start - len(proclitic)
        if match.key[:2] == "ال" and self.text[match.start] == "ل":
            proclitic += "ل"  # the article has merged with the preposition
        self.starts.setdefault(begin, []).append((match.end, proclitic, match.value, match.key))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span [start:end] in the folded text."""
        return self._folded.span(start, end)

    def next_word(self, at: int) -> tuple[int, int, str] | None:
        """The word after `at` with nothing but space before it: its start, its end and itself."""
        match = _NEXT.match(self.text, at)
        return (match.start(1), match.end(), match[1]) if match else None

    def previous_word(self, at: int) -> str:
        """The word before `at` with nothing but space after it; '' when there is none."""
        match = _LAST.search(self.text, max(0, at - 24), at)
        return match[1] if match else ""

    def quoted_end(self, at: int) -> int | None:
        """The end of a quoted name that opens at the word at `at`; None when none does."""
        place = self._folded.original(at)
        if place == 0 or self.source[place - 1] not in _OPENING:
            return None
        index = bisect_left(self._anchors, at + 1)
        if index == len(self._anchors) or self._anchors[index] - at > _QUOTED:
            return None
        return self._anchors[index]

    def ends_line_head(self, at: int) -> bool:
        """Whether `at` stands in the first words of a line, before a dateline's bracket or dash."""
        line = self.text.rfind("\n", 0, at) + 1
        return at - line < 25
