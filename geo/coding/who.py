"""Who acts and whom it is done to (CODEBOOK 6)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from geo.coding.actors import ActorMention
from geo.coding.antecedents import Antecedents, marks_a_place
from geo.coding.draft import Draft, Party
from geo.coding.modality import VIOLENT
from geo.coding.reading import Reading
from geo.coding.speech import Saying
from geo.coding.syntax import function_words
from geo.coding.vocabulary import event_types, role_labels
from geo.model import Role

STREET = frozenset(["protest", "humanitarian"])  # civilians act in these; against a state, if they protest
MUTUAL = frozenset(["talks", "agreement"])
CARRIES = frozenset(["violence", "forces", "coercion"])
SELF_TOLD = frozenset(["violence", "forces", "coercion", "politics"])  # groups in which who announces has often acted
ACTING_KINDS = frozenset(["force", "armed_group", "government", "parliament", "person", "state", "official"])
ACCUSATIVE = ("ي", "ين")  # of a masculine plural that is not the subject
UNNAMED_SOURCE = "source"  # "a military source": tells, and does nothing
OBSERVERS = frozenset(["UN", "EU", "AU", "LAS", ""])
ARMED = frozenset(["force", "armed_group"])
BY_REACH, SUBJECT_REACH = 3, 3
OF_SELF_REACH = 4  # words from "that they" to what they did
OBJECT_REACH = 3  # words from an actor to the noun of what it did


def give_parties(reading: Reading, drafts: list[Draft], spoken: dict[int, list[Saying]]) -> None:
    """Names the parties of every draft: of its clause, else who announces it, its sentence, or the deed before it."""
    antecedents = Antecedents(reading)
    previous: Draft | None = None
    for draft in drafts:
        said = spoken.get(id(draft.sentence), [])
        covering = [s for s in said if s.first <= draft.deed.at < s.last and s.at != draft.deed.at]
        for saying in covering:
            if saying.speaker is not None and saying.speaker.kind == "force":
                saying.speaker = antecedents.resolved(saying.speaker, saying.at, None)
        speaker = next((s.speaker for s in reversed(covering) if s.speaker and s.speaker.faction), None)
        mentions = _mentions(reading, draft, covering)
        mentions = [(at, antecedents.resolved(mention, at, speaker)) for at, mention in mentions]
        draft.parties = _roles(reading, draft, mentions)
        _of_themselves(reading, draft, covering)
        _announced(reading, draft, speaker)
        if draft.factions and not _acting(draft):
            _carry_subject(reading, draft, previous)
        if not draft.factions:
            _fill(reading, draft, previous, speaker, covering, antecedents)
        if draft.event_type == "protest" and "CIV" not in draft.factions:
            draft.parties.insert(0, Party(_protesters(reading, draft), "actor1"))
        if draft.event_type != "statement":
            previous = draft
    _claims(reading, drafts)


def _mentions(reading: Reading, draft: Draft, covering: Sequence[Saying]) -> list[tuple[int, ActorMention]]:
    """The actors of the draft's clause, without those who only report it and the capitals that are places."""
    told_by = [(s.speaker.start, s.speaker.end) for s in covering if s.speaker] + [s.span for s in covering if s.span]
    if draft.event_type == "statement":
        told_by = []
    found = []
    for at, mention in reading.within(reading.actor_at, draft.clause.first, draft.clause.last):
        if (
            mention.kind == "media"
            or mention.id == UNNAMED_SOURCE
            or any(start <= mention.start and mention.end <= end for start, end in told_by)
        ):
            continue
        if mention.metonym and not _stands_for_government(reading, at):
            continue
        if draft.event_type in VIOLENT and marks_a_place(reading, at, mention):
            continue
        found.append((at, mention))
    return found


def _stands_for_government(reading: Reading, at: int) -> bool:
    """Whether a country's or capital's name at token `at` is an actor: it is not introduced as a place."""
    ref = reading.place_at.get(at)
    return ref is None or not ref.located or ref.use not in ("in", "to", "from", "described")


def _roles(reading: Reading, draft: Draft, mentions: list[tuple[int, ActorMention]]) -> list[Party]:
    """Roles by position: after "by", or first, the actor; after against, on, with, or behind a passive the other side."""
    head, tokens = draft.deed.at, reading.tokens
    passive = tokens[head].word.passive
    against, joined = function_words("against"), function_words("with")
    doers = {at for at, _ in mentions if _behind_by(reading, at)}
    street = draft.event_type in STREET
    parties: list[Party] = []
    goes_on = _goes_on(reading, draft, mentions)
    for at, mention in sorted(mentions, key=lambda pair: (pair[0] > head, pair[0] if goes_on else abs(pair[0] - head))):
        before = tokens[at - 1].text if at else ""
        acts = any(party.role == "actor1" for party in parties)
        others = any(p.role == "actor1" and p.mention.faction != mention.faction for p in parties)
        role: Role = "actor1"
        if at not in doers:
            behind = at > head and (before in against or _accusative(reading, at))
            role = "actor2" if passive or doers or behind or others or (acts and before in joined) else "actor1"
        if (mention.kind == "civilians") is not street and (not street or draft.event_type == "protest"):
            role = "actor2"
        parties.append(Party(mention, role))
    if draft.event_type in MUTUAL:
        parties = [Party(p.mention, "actor2" if i else "actor1") for i, p in enumerate(parties)]
    return unique(parties)


def _accusative(reading: Reading, at: int) -> bool:
    """Whether a group's plural ending says that it is done to: "طردت مسلحي داعش", not "طرد مسلحو داعش"."""
    first = reading.tokens[at]
    return first.text.endswith(ACCUSATIVE) and not first.text.startswith("ال") and "force_n" in first.classes


def _goes_on(reading: Reading, draft: Draft, mentions: list[tuple[int, ActorMention]]) -> bool:
    """Whether a joined verb without a subject of its own goes on with the clause's first: "تحدث ترامب … وأشاد"."""
    word = reading.tokens[draft.deed.at].word
    own = any(0 < at - draft.deed.at <= SUBJECT_REACH for at, _ in mentions)
    return bool(word.tense) and word.clitic[:1] == "و" and not own


def _behind_by(reading: Reading, at: int) -> bool:
    """Whether "by" introduces the mention at token `at`: "على يد مسلحين", "من قبل الجيش"."""
    by = function_words("by")
    return any(token.text in by for token in reading.tokens[max(0, at - BY_REACH) : at])


def unique(parties: Iterable[Party]) -> list[Party]:
    """Each actor once, in order."""
    kept: list[Party] = []
    for party in parties:
        if not any(other.mention.id == party.mention.id and other.mention.faction == party.mention.faction for other in kept):
            kept.append(party)
    return kept


def _fill(
    reading: Reading,
    draft: Draft,
    previous: Draft | None,
    speaker: ActorMention | None,
    covering: Sequence[Saying],
    antecedents: Antecedents,
) -> None:
    """A draft without a known side: its announcer, somebody else in its sentence, or the deed before it."""
    group = event_types()[draft.event_type].group
    if speaker is not None and group in SELF_TOLD and speaker.kind in ACTING_KINDS and speaker.faction not in OBSERVERS:
        draft.parties = unique([Party(speaker, "actor1"), *draft.parties])
        return
    reporters = {(s.speaker.start, s.speaker.end) for s in covering if s.speaker}
    nearby = antecedents.in_sentence(draft, reporters) if group != "public" else None
    if nearby is not None:
        draft.parties = unique([*draft.parties, Party(nearby, "actor1")])
    elif previous is not None and group in CARRIES and previous.sentence.paragraph == draft.sentence.paragraph:
        carried = [party for party in previous.parties if party.mention.faction]
        if carried and event_types()[previous.event_type].group in CARRIES:
            draft.carried.add("actor")
            draft.parties = unique([*carried, *draft.parties])
    if not draft.factions and draft.event_type == "diplomatic_relations":
        state = antecedents.last_state(draft.deed.at)
        if state is not None:
            draft.parties = unique([Party(state, "actor1"), *draft.parties])


def _acting(draft: Draft) -> bool:
    return any(party.role == "actor1" for party in draft.parties)


def _carry_subject(reading: Reading, draft: Draft, previous: Draft | None) -> None:
    """An active verb that names only whom it was done to goes on with who acted in the deed before it."""
    verb = reading.tokens[draft.deed.at].word
    if previous is None or not verb.tense or verb.passive or previous.sentence.paragraph != draft.sentence.paragraph:
        return
    theirs = {party.mention.faction for party in draft.parties}
    acted = [p for p in previous.parties if p.role == "actor1" and p.mention.faction and p.mention.faction not in theirs]
    if acted and event_types()[draft.event_type].group in CARRIES:
        draft.carried.add("actor")
        draft.parties = unique([*acted, *draft.parties])


def _announced(reading: Reading, draft: Draft, speaker: ActorMention | None) -> None:
    """A force that announces a destruction or an attack by its noun did it: "أعلن الجيش تدمير منظومة تركية"."""
    if speaker is None or speaker.kind not in ARMED or speaker.faction in draft.factions:
        return
    if reading.tokens[draft.deed.at].word.tense or event_types()[draft.event_type].group not in ("violence", "forces"):
        return
    near = reading.tokens[max(draft.clause.first, draft.deed.at - OBJECT_REACH)].start
    head = reading.tokens[draft.deed.at].start
    if not any(p.role == "actor1" and p.mention.kind in ARMED and near <= p.mention.start < head for p in draft.parties):
        draft.parties = unique([Party(speaker, "actor1"), *(Party(p.mention, "actor2") for p in draft.parties)])


def _of_themselves(reading: Reading, draft: Draft, covering: Sequence[Saying]) -> None:
    """Who says "that they did …" did it: "قال الثوار إنهم دمروا دبابتين"."""
    verb = reading.tokens[draft.deed.at].word
    if not verb.tense or verb.passive:
        return
    for saying in covering:
        told = (
            reading.tokens[saying.first - 1].text in function_words("that_they") and draft.deed.at - saying.first < OF_SELF_REACH
        )
        if told and saying.speaker is not None and saying.speaker.id != UNNAMED_SOURCE:
            others = [Party(p.mention, "actor2") for p in draft.parties]
            draft.parties = unique([Party(saying.speaker, "actor1"), *others])


def _protesters(reading: Reading, draft: Draft) -> ActorMention:
    """The people of a protest that names no group: its own deed word is the mention."""
    token = reading.tokens[draft.deed.at]
    label = role_labels()["protesters"]
    return ActorMention(token.start, token.end, "protesters", label.en, label.ar, "CIV", "civilians")


def _claims(reading: Reading, drafts: list[Draft]) -> None:
    """ "Claimed by": who takes responsibility becomes the actor of the attack told last (CODEBOOK 2)."""
    negations = function_words("negation_past")
    for at in reading.of_class("claim_v"):
        if not reading.tokens[at].word.tense or reading.tokens[at - 1].text in negations:
            continue
        claimant = next((reading.actor_at[i] for i in range(at + 1, at + 7) if i in reading.actor_at), None)
        claimant = claimant or next(
            (reading.actor_at[i] for i in range(at - 1, max(0, at - 8), -1) if i in reading.actor_at), None
        )
        if claimant is None or not claimant.faction:
            continue
        both = any("several_deeds_n" in reading.tokens[i].classes for i in range(at, min(at + 9, len(reading.tokens))))
        attacks = [
            d
            for d in drafts
            if event_types()[d.event_type].group == "violence" and d.event_type != "weapons_disrupted" and d.deed.at < at
        ]
        for draft in attacks[-2:] if both else attacks[-1:]:
            draft.parties = unique([Party(claimant, "actor1"), *draft.parties])
