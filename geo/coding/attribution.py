"""Who says so, who denies it, and whether a party speaks of itself (CODEBOOK 3 and 8)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from geo.coding.draft import Draft, Party
from geo.coding.reading import Reading, part
from geo.coding.speech import Saying
from geo.coding.syntax import function_words
from geo.coding.tokens import Sentence
from geo.coding.vocabulary import event_types
from geo.coding.who import unique

CLAIMABLE = frozenset(["violence", "forces", "coercion"])
ISSUERS = frozenset(["force", "armed_group", "government", "person", "official"])
QUOTES = frozenset('"«»“”')
OURS_ENOUGH = 1  # words like "our men" outside quotes make a text a party's own


def attribute(reading: Reading, draft: Draft, said: Sequence[Saying]) -> None:
    """The chain of sources whose words reach the deed; a party's own word makes it a claim (CODEBOOK 3, 8)."""
    covering = [s for s in said if s.first <= draft.deed.at < s.last and s.at != draft.deed.at]
    draft.sources = list(dict.fromkeys(s.span for s in covering if s.span))
    denier = next((s for s in covering if s.denies), None)
    if denier is not None and draft.event_type != "statement":
        draft.status = "denied"
    if draft.status in ("reported", "claimed") and _belied(reading, draft):
        draft.status = "denied"
    speakers = {s.speaker.faction for s in covering if s.speaker and s.speaker.faction and not _neutral(reading, s)}
    draft.source_factions = frozenset(speakers)
    if draft.status == "reported" and event_types()[draft.event_type].group in CLAIMABLE and speakers & draft.factions:
        draft.status = "claimed"


def _belied(reading: Reading, draft: Draft) -> bool:
    """Whether the sentence itself calls what it told before untrue: "… a sheer lie"."""
    return bool(part(reading.of_class("denial_n"), draft.deed.at + 1, draft.sentence.last))


def _neutral(reading: Reading, saying: Saying) -> bool:
    """A ministry of health, a hospital: what they count is no party's claim."""
    words = reading.folded.text[slice(*saying.span)].split() if saying.span else []
    return any(word in function_words("neutral_sources") or word[1:] in function_words("neutral_sources") for word in words)


def communique(reading: Reading, drafts: list[Draft]) -> None:
    """In a party's own communiqué "our men" are the issuer's, and what they did is claimed; other texts stay as they are."""
    ours = reading.among(_our_words(), 0, len(reading.texts))
    if sum(_unquoted(reading, sentence, ours) for sentence in reading.sentences if ours) < OURS_ENOUGH:
        return
    issuer = next((actor for actor in reading.actors if actor.faction and actor.kind in ISSUERS), None)
    for draft in drafts:
        mine = bool(part(ours, draft.clause.first, draft.clause.last))
        if issuer is not None and (mine or not draft.factions):
            draft.parties = unique([*draft.parties, Party(issuer, "actor1")])
        if draft.status == "reported" and event_types()[draft.event_type].group in CLAIMABLE:
            draft.status = "claimed"


def _unquoted(reading: Reading, sentence: Sentence, ours: list[int]) -> int:
    """How many of the words like "our men" a sentence says itself, not somebody whom it quotes."""
    quotes = reading.among(QUOTES, sentence.first, sentence.last)
    return sum(bisect_left(quotes, at) % 2 == 0 for at in part(ours, sentence.first, sentence.last))


@cache
def _our_words() -> frozenset[str]:
    return frozenset(joined + word for word in function_words("our_side") for joined in ("", "و", "ف"))
