"""The words round a place's name, from `data/cues.yaml`: what cues it, what may be left out of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from gazetteer.arabic import key
from gazetteer.errors import GazetteerError
from gazetteer.load import FOLDER, read_mapping

FILE = FOLDER / "cues.yaml"
FIELDS = ("locative", "naming", "proclitics", "locative_proclitics", "adjectives", "facilities")
LONGEST_CUE = 3  # words


@dataclass(frozen=True, slots=True)
class Cues:
    """Folded words: `locative` ones cue the name after them; after `naming` ones even an unlisted word is a name;
    `adjectives` add nothing to a name; `facilities` stand in the place that they are named after."""

    locative: frozenset[str]
    naming: frozenset[str]
    proclitics: frozenset[str]
    locative_proclitics: frozenset[str]
    adjectives: frozenset[str]
    facilities: frozenset[str]

    def ends_with_cue(self, words: list[str]) -> bool:
        """Whether the last of the folded `words` are a locative cue, alone or with a proclitic.

        >>> default_cues().ends_with_cue(["ثم", "وفي"])
        True
        >>> default_cues().ends_with_cue([])
        False
        """
        for length in range(1, min(LONGEST_CUE, len(words)) + 1):
            phrase = " ".join(words[-length:])
            if phrase in self.locative or (phrase[1:] in self.locative and phrase[0] in "وفبل"):
                return True
        return False


@cache
def default_cues() -> Cues:
    """The shipped cues. Raises `GazetteerError`."""
    lists = read_mapping(FILE)
    for field in FIELDS:
        if not isinstance(lists.get(field), list):
            raise GazetteerError(FILE.name, None, field, "needs a list of words")
    return Cues(**{field: frozenset(map(key, lists[field])) for field in FIELDS})
