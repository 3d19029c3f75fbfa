"""Who acts and whom it is done to (CODEBOOK 6)."""

from __future__ import annotations

from collections.abc import Iterable

from geo.coding.actors import ActorMention
from geo.coding.draft import Draft, Party
from geo.coding.reading import Reading
from geo.coding.speech import Saying
from geo.coding.syntax import function_words
from geo.coding.vocabulary import event_types
from geo.model import Role

SILENT = frozenset(["media"])
MUTUAL = frozenset(["talks", "agreement"])
CARRIES = frozenset(["violence", "forces", "coercion"])
BY_REACH = 3


def give_parties(reading: Reading, drafts: list[Draft], spoken: dict[int, list[Saying]]) -> None:
    """Names the parties of every draft, from its clause, its sentence, or the deed before it."""
    previous: Draft | None = None
    for draft in drafts:
        mentions = _mentions(reading, draft, drafts, spoken.get(id(draft.sentence), []))
        draft.parties = _roles(reading, draft, mentions)
        group = event_types()[draft.event_type].group
        if previous is not None and group in CARRIES and previous.sentence.paragraph == draft.sentence.paragraph:
            _carry(draft, previous)
        if draft.event_type != "statement":
            previous = draft


def _mentions(reading: Reading, draft: Draft, drafts: list[Draft], said: list[Saying]) -> list[tuple[int, ActorMention]]:
    """The actors of the draft's clause, the nearer side of another deed, without the speakers of reported speech."""
    head, clause = draft.deed.at, draft.clause
    speakers = {(saying.speaker.start, saying.speaker.end) for saying in said if saying.speaker} if draft.event_type != "statement" else set()
    others = sorted(d.deed.at for d in drafts if d.clause is clause and d.event_type != draft.event_type and d.deed.at != head)
    low = max([at for at in others if at < head], default=clause.first)
    found = []
    for at, mention in reading.actor_at.items():
        if not clause.first <= at < clause.last or mention.kind in SILENT or (mention.start, mention.end) in speakers:
            continue
        if at < low and any(at < other < head for other in others) and draft.event_type == "statement":
            continue
        if mention.metonym and not _stands_for_government(reading, at):
            continue
        found.append((at, mention))
    return found


def _stands_for_government(reading: Reading, at: int) -> bool:
    """Whether a country's or capital's name at token `at` is an actor: no located place stands there."""
    ref = reading.place_at.get(at)
    return ref is None or not ref.located or ref.use not in ("in", "to", "from", "described")


def _roles(reading: Reading, draft: Draft, mentions: list[tuple[int, ActorMention]]) -> list[Party]:
    """Roles by position: after "by" or before an active verb the actor; after against, on, with the other side."""
    head, tokens = draft.deed.at, reading.tokens
    passive = tokens[head].word.passive
    by, against, joined = function_words("by"), function_words("against"), function_words("with")
    parties: list[Party] = []
    for at, mention in sorted(mentions, key=lambda pair: (pair[0] > head, abs(pair[0] - head))):
        before = tokens[at - 1].text if at else ""
        role: Role = "actor1"
        if before in by or any(tokens[i].text in by for i in range(max(0, at - BY_REACH), at)):
            role = "actor1"
        elif passive or (at > head and (before in against or before in joined or tokens[at].text[:1] in "لب" and before)):
            role = "actor2" if any(p.role == "actor1" for p in parties) or passive or before in against else "actor1"
        elif any(p.role == "actor1" and p.mention.faction != mention.faction for p in parties):
            role = "actor2"
        if mention.kind == "civilians" and draft.event_type not in ("protest", "humanitarian"):
            role = "actor2"
        parties.append(Party(mention, role))
    if draft.event_type in MUTUAL and len(parties) > 1:
        parties = [Party(p.mention, "actor1" if i == 0 else "actor2") for i, p in enumerate(parties)]
    return unique(parties)


def unique(parties: Iterable[Party]) -> list[Party]:
    """Each actor once, in order; a faction's vague mention gives way to its named one."""
    kept: list[Party] = []
    for party in parties:
        if not any(other.mention.id == party.mention.id for other in kept):
            kept.append(party)
    return kept


def _carry(draft: Draft, previous: Draft) -> None:
    """A deed without an actor of its own goes on with the one before it; an anaphor takes its faction."""
    vague = [p for p in draft.parties if p.mention.definite_group or not p.mention.faction]
    named = [p for p in draft.parties if p.mention.faction and not p.mention.definite_group]
    if named or not (vague or draft.bare):
        return
    carried = [p for p in previous.parties if p.mention.faction]
    if carried:
        draft.carried.add("actor")
        draft.parties = unique([*carried, *draft.parties])
