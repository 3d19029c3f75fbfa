"""Finds place names in running text: longest match, kind word, cue, and the list that a name stands in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from gazetteer.arabic import ARTICLE, key
from gazetteer.cues import default_cues
from gazetteer.kinds import FAMILY_OF_WORD, kind_word
from gazetteer.matcher import Match, Matcher, longest
from gazetteer.model import Candidate, Name, PlaceMention
from gazetteer.rank import Context

COMMAS = frozenset(["، ", ", ", "، و", " و", " او "])  # what stands between two names of one list, or " " before و
LINE_HEAD_END = re.compile(r" ?[-–—:(]")
REACH = 60  # folded characters before a name in which its cue stands


class Finder:
    """An automaton over the findable Arabic names, built when it is first used.

    `candidates(key, context, findable)` ranks the places of a key.
    """

    def __init__(
        self,
        names: Mapping[str, list[Name]],
        not_places: Iterable[str],
        candidates: Callable[[str, Context, bool], tuple[Candidate, ...]],
    ) -> None:
        findable = {name_key: named for name_key, named in names.items() if _is_findable(name_key, named)}
        self._strong = frozenset(name_key for name_key, named in findable.items() if any(name.strong for name in named))
        # True for a place's name, False for a phrase that holds one and means none.
        self._matcher = Matcher(dict.fromkeys(findable, True) | {key(phrase): False for phrase in not_places})
        self._candidates = candidates

    def find(self, text: str) -> list[PlaceMention]:
        """See `Gazetteer.find`."""
        proclitics = default_cues().proclitics
        matches = longest(match for match in self._matcher.all(text) if match.proclitic in proclitics)
        mentions: list[tuple[Match[bool], PlaceMention]] = []
        kind: str | None = None  # a list shares its kind word: "ميناءي السدرة ورأس لانوف"
        for match in matches:
            if match.value:
                listed = bool(mentions) and _listed(text, mentions[-1][1], match)
                mention, kind = self._mention(text, match, kind if listed else None)
                mentions.append((match, mention))
        return _settled(text, mentions)

    def _mention(self, text: str, match: Match[bool], shared_kind: str | None) -> tuple[PlaceMention, str | None]:
        cues = default_cues()
        word_start = match.start - len(match.proclitic)
        words = text[max(0, word_start - REACH) : word_start].split(" ")
        if words.pop():  # something other than a space stands before the name
            words = []
        kind, head_words = (None, 0) if match.proclitic not in ("", "و") else _kind(words, cues.adjectives)
        head_start = match.start
        if kind:
            head_start = word_start - sum(len(word) + 1 for word in words[-head_words:])
            head_start += words[-head_words].index(kind)
        cued = match.proclitic in cues.locative_proclitics or kind is not None
        cued = cued or (not match.proclitic and (cues.ends_with_cue(words) or _heads_line(text, match)))
        strong, kind = match.key in self._strong, kind or shared_kind
        candidates = self._candidates(match.key, Context(kind=kind), True)
        return PlaceMention(match.start, match.end, head_start, match.key, strong, cued, match.proclitic, candidates), kind


def _settled(text: str, mentions: list[tuple[Match[bool], PlaceMention]]) -> list[PlaceMention]:
    """The mentions that stay: strong, cued or listed with one that is; a place named twice in a row is one."""
    kept: list[PlaceMention] = []
    for at, (match, mention) in enumerate(mentions):
        if not (mention.strong or mention.cued):
            after = mentions[at + 1] if at + 1 < len(mentions) else None
            listed = bool(kept) and _listed(text, kept[-1], match)
            if not (listed or (after and after[1].strong and _listed(text, mention, after[0]))):
                continue
            mention = replace(mention, cued=True)
        if kept and _apposed(text, kept[-1], mention):
            mention = replace(mention, head_start=kept.pop().head_start, cued=True)
        kept.append(mention)
    return kept


def _kind(words: list[str], adjectives: frozenset[str]) -> tuple[str | None, int]:
    """The kind word that ends `words`, and how many words its head has ("العاصمه الليبيه": 2)."""
    for count in (1, 2):
        if len(words) < count or (count == 2 and words[-1] not in adjectives):
            break
        kind = kind_word(words[-count])
        if kind is not None:
            return kind, count
    return None, 0


def _listed(text: str, before: PlaceMention, match: Match[bool]) -> bool:
    between = text[before.end : match.start]
    return between in COMMAS or (between == " " and match.proclitic == "و")


def _heads_line(text: str, match: Match[bool]) -> bool:
    """Whether the name stands alone before a dash or colon at the head of its line ("• هون - وصلت")."""
    line_start = text.rfind("\n", 0, match.start) + 1
    return not any(char.isalnum() for char in text[line_start : match.start]) and bool(LINE_HEAD_END.match(text, match.end))


def _apposed(text: str, before: PlaceMention, mention: PlaceMention) -> bool:
    """Whether two names side by side are one place named twice ("العاصمه الليبيه طرابلس", "العاصمه روما")."""
    if mention.proclitic or text[before.end : mention.start] != " ":
        return False
    if before.key.removeprefix(ARTICLE) in FAMILY_OF_WORD:
        return True
    first = {candidate.place.place_id for candidate in before.candidates}
    return any(candidate.place.place_id in first for candidate in mention.candidates)


def _is_findable(name_key: str, names: list[Name]) -> bool:
    return "\u0600" <= name_key[:1] <= "\u06ff" and not all(name.lookup_only for name in names)
