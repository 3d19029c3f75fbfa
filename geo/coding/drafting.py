"""The deeds of a sentence as drafts: one a clause, type and place."""

from __future__ import annotations

from itertools import pairwise

from geo.coding.deeds import Deed, find_deeds
from geo.coding.draft import Draft
from geo.coding.modality import VIOLENT, modality
from geo.coding.reading import Reading
from geo.coding.syntax import function_words
from geo.coding.tokens import Clause, Sentence
from geo.coding.vocabulary import event_types
from geo.model import Status

GENERAL = frozenset(["strike_v", "attack_v", "attack_n", "bomb_n", "shelling_n", "raid_v"])  # any means of attack
OWN_REACH = 4  # words from a definite noun to a place or a clause of its own
CONDEMNING_REACH = 16  # words back to who condemns it
SUBJECT_REACH = 4  # words from a verb to a subject of its own
ECHOES = frozenset(["battle", "shelling", "violence_against_civilians"])


def drafts_of(reading: Reading, sentence: Sentence) -> list[Draft]:
    """The drafts of `sentence`, in order of their deed words; no place, time or party is given yet."""
    made: list[Draft] = []
    for clause in sentence.clauses:
        in_clause: list[Draft] = []
        for deed in find_deeds(reading, clause):
            event_type = deed.rule.event_type
            status = modality(reading.tokens, sentence, clause, deed)
            if deed.rule.status == "reported":
                status = "reported"  # told for certain, whatever is to be done with it
            if event_type is None or status is None:
                continue
            status = deed.rule.status or status
            same = next(
                (d for d in reversed(in_clause) if d.event_type == event_type and _one_status(d, status, deed, reading)), None
            )
            if same is not None and not _elsewhere(reading, same, deed.at, clause.last):
                same.heads.append(deed.at)
                same.bare, same.weak = same.bare and deed.bare, same.weak and deed.weak
                continue
            points = _only_points(reading, clause, deed)
            bare, weak = deed.bare or points, deed.weak or points
            in_clause.append(
                Draft(event_type, deed.rule.id, deed, sentence, clause, status, heads=[deed.at], bare=bare, weak=weak)
            )
        made += _without_echo(reading, in_clause)
    for before, draft in pairwise(made):
        _goes_on_from_air(reading, before, draft)
    return made


def _only_points(reading: Reading, clause: Clause, deed: Deed) -> bool:
    """Whether a definite noun of violence only says when, why or at what somebody acts: "بعد القصف", "دان الهجوم"."""
    tokens, at = reading.tokens, deed.at
    if not tokens[at].word.definite or tokens[at].word.tense or deed.rule.event_type not in VIOLENT:
        return False
    behind = range(at + 1, min(clause.last, at + OWN_REACH))
    scenes = [ref for _, ref in reading.within(reading.place_at, behind.start, behind.stop) if ref.located and ref.use != "to"]
    if scenes or any("which_n" in tokens[i].classes for i in behind):
        return False
    condemned = any(
        tokens[i].word.tense and "condemn_v" in tokens[i].classes for i in range(max(clause.first, at - CONDEMNING_REACH), at)
    )
    along = tokens[at - 1].text in function_words("with") and tokens[at - 2].text in function_words("along")
    return condemned or along or tokens[at - 1].text in function_words("at_the_time_of")


def _goes_on_from_air(reading: Reading, before: Draft, draft: Draft) -> None:
    """What "struck … and also struck" has no subject of its own: the planes go on: "قصفت طائرات سرت، كما قصفت هراوة"."""
    head = draft.deed.at
    if before.event_type != "air_strike" or draft.event_type != "shelling" or "strike_v" not in reading.tokens[head].classes:
        return
    one, other = reading.tokens[before.deed.at].word, reading.tokens[head].word
    means = any("shell" in reading.tokens[at].classes for at in range(draft.clause.first, draft.clause.last))
    own = any(at in reading.actor_at for at in range(head + 1, head + SUBJECT_REACH))
    if one.tense == other.tense and not means and not own and not other.passive:
        draft.event_type, draft.rule = before.event_type, before.rule


def _one_status(draft: Draft, status: Status, deed: Deed, reading: Reading) -> bool:
    """Whether a further deed word of the clause shares the draft's status: a noun goes on with a denial before it."""
    settled = draft.status == "denied" or draft.deed.rule.status is not None
    return draft.status == status or (settled and not reading.tokens[deed.at].word.tense)


def _elsewhere(reading: Reading, draft: Draft, head: int, end: int) -> bool:
    """Whether the clause gives the earlier deed a place before this head, and this one another behind it."""
    if event_types()[draft.event_type].group not in ("violence", "forces"):
        return False
    places = reading.place_at
    before = [places[at].place for at in range(draft.heads[-1] + 1, head) if at in places and places[at].located]
    behind = [places[at].place for at in range(head + 1, end) if at in places and places[at].located]
    return bool(before and behind) and behind[0] not in before


def _without_echo(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """A general word for an attack beside an air strike or a bomb in the same clause is that one told again."""
    special = [d for d in drafts if d.event_type in ("air_strike", "explosion")]
    means = special or [d for d in drafts if d.event_type == "shelling"]
    if not means:
        return drafts
    return [d for d in drafts if d in means or d.event_type not in ECHOES or not reading.tokens[d.deed.at].classes & GENERAL]
