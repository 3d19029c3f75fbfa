"""Finds names in which a place is no location: "the Cairo Declaration", "Misrata Central Hospital", newspapers."""

from __future__ import annotations

import re
from pathlib import Path

from gazetteer.arabic import key
from gazetteer.matcher import Match, Matcher
from geo.coding.actor_reading import words_of
from geo.coding.actor_spelling import noun_forms
from geo.coding.lexicon import read

FILE = "actor_names.yaml"
_SPACE_OR_QUOTE = r"[ «»\"“”()]{1,3}"
_WORD = re.compile(_SPACE_OR_QUOTE + r"(\w+)")


class NameFinder:
    """The patterns of `actor_names.yaml`: whole names, and nouns that make a name of the word after them."""

    def __init__(
        self, fixed: list[str], nouns: list[str], starts: frozenset[str], stops: frozenset[str], ends: frozenset[str]
    ) -> None:
        phrases = dict.fromkeys(fixed, False)
        for noun in nouns:
            phrases |= dict.fromkeys(noun_forms(noun), True)
        self._matcher = Matcher(phrases)
        self._starts, self._stops, self._ends = starts, stops, ends

    @classmethod
    def of(cls, folder: Path) -> NameFinder:
        """The finder of the lexicon in `folder`."""
        content = read(FILE, folder)
        lists = {name: list(words_of(FILE, content, name)) for name in ("fixed", "nouns", "starts", "stops", "ends")}
        return cls(
            lists["fixed"], lists["nouns"], frozenset(lists["starts"]), frozenset(lists["stops"]), frozenset(lists["ends"])
        )

    def find(self, folded_text: str) -> list[tuple[int, int]]:
        """The spans of names, none overlapping, in order."""
        spans: list[tuple[int, int]] = []
        for match in self._matcher.find(folded_text):
            end = self._end(folded_text, match) if match.value else match.end
            if end is not None and (not spans or match.start >= spans[-1][1]):
                spans.append((match.start, end))
        return spans

    def _end(self, text: str, match: Match[bool]) -> int | None:
        """Where the name ends that a noun begins: a word, the rest of a two-word place, an adjective of names."""
        word = _WORD.match(text, match.end)
        if word is None or self._stop(word[1]):
            return None
        end, last = word.end(), word[1]
        if last in self._starts and (word := _WORD.match(text, end)) is not None:
            end = word.end()
        while (word := _WORD.match(text, end)) is not None and word[1] in self._ends:
            end = word.end()
        return end

    def _stop(self, word: str) -> bool:
        return word in self._stops or key(word).isdigit()
