"""Whom "the forces", "his men", "the two sides", "the embassy" mean: the nearest mention before that fits."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import replace

from geo.coding.actors import ActorMention
from geo.coding.draft import Draft, Span
from geo.coding.modality import VIOLENT
from geo.coding.reading import Reading
from geo.coding.syntax import function_words

ARMED_KINDS = frozenset(["force", "armed_group"])
SIDES = frozenset(["force", "armed_group", "government", "parliament", "state", "person"])
KINDS_MEANT = {
    "government": frozenset(["government"]),
    "force": frozenset(["force"]),
    "armed_group": ARMED_KINDS,
    "pronoun_group": SIDES,
    "official": SIDES,
}
SPEAKING_FOR = frozenset(["force", "armed_group", "person"])  # whose "the forces" are their own
POSSESSIVES = ("ه", "ها", "هم", "هما")
SHORT_NAME = 7  # letters; a longer name of a state's has the noun for its embassy or ministry in it
EMBASSY = "embassy"
STATE_LETTERS = 3  # a state's faction is its alpha-3 code
LIBYAN = frozenset(["LNA", "GNA", "GNU", "HOR", "GNC", "HCS", "NTC", "PFG", "CIV", "LAS"])


class Antecedents:
    """The mentions of an article in order, to look back over."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._named = [
            (at, m) for at, m in sorted(reading.actor_at.items()) if m.faction and not m.definite_group and m.kind != "media"
        ]
        self._tokens = [at for at, _ in self._named]

    def resolved(self, mention: ActorMention, at: int, speaker: ActorMention | None) -> ActorMention:
        """`mention`, or for an anaphor the same span with the identity of what it points back to."""
        if not mention.definite_group:
            return mention
        text = self._reading.folded.text[mention.start : mention.end]
        target: ActorMention | None
        if mention.kind == "pronoun_group" and text.endswith(POSSESSIVES):
            target = speaker or self._before(at, SIDES)
        elif mention.id == EMBASSY:
            target = speaker if speaker is not None and _is_state(speaker) else self.last_state(at)
        elif mention.faction:
            target = None
        else:
            own = mention.kind == "force" and speaker is not None and speaker.kind in SPEAKING_FOR
            target = speaker if own else self._before(at, KINDS_MEANT.get(mention.kind, SIDES))
        if target is None:
            return mention
        return replace(target, start=mention.start, end=mention.end)

    def in_sentence(self, draft: Draft, reporters: Collection[Span]) -> ActorMention | None:
        """The nearest named side of the draft's sentence, those before it first, without who merely reports."""
        sentence, head = draft.sentence, draft.deed.at
        first, last = (bisect_left(self._tokens, at) for at in (sentence.first, sentence.last))
        here = [
            (at, m) for at, m in self._named[first:last]
            if (m.start, m.end) not in reporters and m.kind in SIDES and not m.metonym
        ]  # fmt: skip
        if draft.event_type in VIOLENT:
            here = [(at, m) for at, m in here if not marks_a_place(self._reading, at, m)]
        return min(here, key=lambda pair: (pair[0] > head, abs(pair[0] - head)))[1] if here else None

    def last_state(self, at: int) -> ActorMention | None:
        """The last state named before token `at`."""
        return next((m for m in self._back_from(at) if _is_state(m)), None)

    def _before(self, at: int, kinds: frozenset[str]) -> ActorMention | None:
        return next((m for m in self._back_from(at) if m.kind in kinds), None)

    def _back_from(self, at: int) -> Iterator[ActorMention]:
        """The mentions before token `at`, the nearest first."""
        return (self._named[i][1] for i in range(bisect_left(self._tokens, at) - 1, -1, -1))


def marks_a_place(reading: Reading, at: int, mention: ActorMention) -> bool:
    """Whether an embassy or ministry only says where something blew up: "انفجرت سيارة قرب السفارة الجزائرية"."""
    body = mention.kind in ("government", "state", "organisation") and mention.end - mention.start > SHORT_NAME
    return body and at > 0 and reading.tokens[at - 1].text in function_words("beside_building")


def _is_state(mention: ActorMention) -> bool:
    return len(mention.faction) == STATE_LETTERS and mention.faction not in LIBYAN
