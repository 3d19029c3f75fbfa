"""Gives every toll to the deed that caused it, or makes a deed of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection
from itertools import takewhile

from geo.coding.casualties import Toll
from geo.coding.deeds import Deed, Rule
from geo.coding.draft import Draft, siblings
from geo.coding.modality import modality
from geo.coding.reading import Reading
from geo.coding.sites import PlaceRef
from geo.coding.tokens import Clause, Sentence

VIOLENT = ("battle", "air_strike", "shelling", "explosion", "violence_against_civilians")
DEADLY = frozenset([*VIOLENT, "humanitarian", "weapons_disrupted", "protest", "territory_change"])
RANK = {"explosion": 0, "air_strike": 0, "shelling": 0, "battle": 1, "violence_against_civilians": 1, "humanitarian": 2}
FOUND_DEAD = frozenset(["bodies_at_sea", "rescued_at_sea", "drowned"])  # rules whose deed has its own dead
FIGHTERS = frozenset(["@force", "army_only"])
VICTIM_REACH = 7  # words from a figure to whose dead they are
NAMING = frozenset(["condemn_v", "sentence_v"])
PASSED_AWAY = frozenset(["pass_away_v", "pass_away_n", "illness_n"])
AT_SEA = frozenset(["boat_n", "migrant_n"])
ARMED = frozenset([
    "gunfire", "shooting_n", "shell", "strong_device", "torture_n", "torture_v", "clash_n", "attack_n", "attack_v", "air_raid_n",
    "aircraft", "shelling_n", "blast_n", "strike_v", "abduct_v", "abduction_n", "custody_n", "arrest_v", "unidentified_n",
])  # fmt: skip
HURT = frozenset(["kill_v", "killed_n", "wounded_n"])  # said of a mishap as well
NAMING_REACH = 10  # words back from the dead to the verb that names them
LATELY = 40  # words back in which the toll's place may have been told with the deed
MOST_DEAD = 1000  # of one event; more is the toll of a war or of nature
_NOTHING: frozenset[str] = frozenset()


def _rule(name: str, event_type: str) -> Rule:
    return Rule(name, event_type, _NOTHING, (), (), (), _NOTHING, 0, "", "at")


FIGHTERS_KILLED = _rule("fighters_killed", "battle")
PEOPLE_KILLED = _rule("people_killed", "violence_against_civilians")
KILLED_BY_BOMB = _rule("killed_by_bomb", "explosion")
PEOPLE_DROWNED = _rule("people_drowned", "humanitarian")


def give_tolls(reading: Reading, drafts: list[Draft], quiet: Collection[int] = ()) -> list[Draft]:
    """The drafts with their tolls, and new drafts for tolls that no deed explains, in order of the text.

    Nothing is made of the paragraphs numbered in `quiet`.
    """
    deeds = _Deeds(drafts)
    firsts = [sentence.first for sentence in reading.sentences]
    for at, toll in sorted(reading.toll_at.items()):
        order = bisect_right(firsts, at) - 1
        sentence = reading.sentences[order] if order >= 0 else None
        if sentence is None or at >= sentence.last or sentence.question or sentence.paragraph in quiet:
            continue
        if toll.total and not deeds.told_in(sentence):
            continue
        owner = _owner(reading, deeds, sentence, at, toll)
        if owner is not None:
            owner.tolls.append(toll)
            if all(sentence is not known for known in [owner.sentence, *owner.sentences]):
                owner.sentences.append(sentence)
            continue
        draft = _made(reading, sentence, at, toll)
        if draft is not None:
            deeds.add(draft)
    return sorted([*drafts, *deeds.made], key=lambda draft: draft.deed.at)


class _Deeds:
    """The deeds told in an article, and those made of its tolls, both in order of the text."""

    def __init__(self, told: list[Draft]) -> None:
        self._told, self._starts = told, [draft.deed.at for draft in told]
        self._told_in, self._made_in = siblings(draft for draft in told if draft.event_type in DEADLY), dict[int, list[Draft]]()
        self.made: list[Draft] = []

    def add(self, draft: Draft) -> None:
        """Takes in a deed made of the last toll read."""
        self.made.append(draft)
        if draft.event_type in DEADLY:
            self._made_in.setdefault(id(draft.sentence), []).append(draft)

    def told_in(self, sentence: Sentence) -> list[Draft]:
        """Those told in a sentence that may have dead."""
        return self._told_in.get(id(sentence), [])

    def deadly_in(self, sentence: Sentence) -> list[Draft]:
        """Those of a sentence that may have dead, the told first."""
        return self.told_in(sentence) + self._made_in.get(id(sentence), [])

    def violent_before(self, sentence: Sentence, at: int) -> Draft | None:
        """The last act of violence before token `at`, in the paragraph of `sentence` or the one before it."""
        told = (self._told[i] for i in range(bisect_left(self._starts, at) - 1, -1, -1))
        for drafts in (reversed(self.made), told):
            for draft in takewhile(lambda d: sentence.paragraph - d.sentence.paragraph <= 1, drafts):
                if draft.event_type in VIOLENT:
                    return draft
        return None


def _owner(reading: Reading, deeds: _Deeds, sentence: Sentence, at: int, toll: Toll) -> Draft | None:
    """The deed of the toll's clause, else the sentence's, else the last one of the paragraph before it."""
    deadly = deeds.deadly_in(sentence)
    if toll.drowned:
        return next((d for d in deadly if d.event_type == "humanitarian"), None)
    here = [d for d in deadly if d.event_type != "humanitarian"]
    if not here and not toll.part:
        at_sea = next((d for d in deadly if d.rule in FOUND_DEAD and d.deed.at < at), None)
        if at_sea is not None:
            return at_sea
    if here:
        clause = next((c for c in sentence.clauses if c.first <= at < c.last), sentence.clauses[0])
        return min(
            here,
            key=lambda d: (d.event_type not in VIOLENT, d.clause is not clause, RANK.get(d.event_type, 3), abs(d.deed.at - at)),
        )
    return deeds.violent_before(sentence, at) if _points_back(reading, sentence, at) else None


def _points_back(reading: Reading, sentence: Sentence, at: int) -> bool:
    """Whether the toll's sentence brings no place and no day of its own, so that it goes on with what came before."""
    span = range(sentence.first, sentence.last)
    if any(i in reading.date_at for i in span):
        return False
    own = {ref.place.place_id for i in span if (ref := reading.place_at.get(i)) and ref.place and _scene(ref)}
    before = range(max(0, sentence.first - LATELY), sentence.first)
    return own <= {ref.place.place_id for _, ref in reading.within(reading.place_at, before.start, before.stop) if ref.place}


def _scene(ref: PlaceRef) -> bool:
    """Whether a place is one of its own: a hospital only takes in the victims of what happened elsewhere."""
    return ref.located and not ref.pointing and ref.place is not None and ref.place.kind != "hospital"


def _made(reading: Reading, sentence: Sentence, at: int, toll: Toll) -> Draft | None:
    """A deed of its own for dead whom no deed explains; the wounded alone, and the dead of a whole war, are none."""
    counted = toll.best or toll.low or 0
    if toll.part or toll.kind != "killed" or not 0 < counted <= MOST_DEAD:
        return None
    clause: Clause = next((c for c in sentence.clauses if c.first <= at < c.last), sentence.clauses[0])
    if _only_named(reading, clause, at):
        return None
    rule = _cause(reading, sentence, at, toll)
    if _by_no_hand(reading, sentence, rule):
        return None
    deed = Deed(at, rule, False)
    status = modality(reading.tokens, sentence, clause, deed)
    if status is None or rule.event_type is None:
        return None
    return Draft(rule.event_type, rule.id, deed, sentence, clause, status, heads=[at], tolls=[toll])


def _only_named(reading: Reading, clause: Clause, at: int) -> bool:
    """Whether the dead are only what somebody condemns, or what a court sentences to: "دان اغتيال …", "قضت بإعدام …"."""
    for i in range(at - 1, max(clause.first, at - NAMING_REACH) - 1, -1):
        token = reading.tokens[i]
        if token.word.tense:
            return not token.classes.isdisjoint(NAMING)
    return False


def _by_no_hand(reading: Reading, sentence: Sentence, rule: Rule) -> bool:
    """Whether the dead of a sentence met with a mishap, fell ill, or are only said to have passed away."""
    words = frozenset[str]().union(*(reading.tokens[i].classes for i in range(sentence.first, sentence.last)))
    if not words.isdisjoint(ARMED | AT_SEA):
        return False
    passed_away = rule is not PEOPLE_DROWNED and words.isdisjoint(HURT) and not words.isdisjoint(PASSED_AWAY)
    return "mishap_n" in words or passed_away


def _cause(reading: Reading, sentence: Sentence, at: int, toll: Toll) -> Rule:
    """What killed, as far as the sentence's other words tell: the sea, a bomb, a fight among fighters, or people."""
    words = frozenset().union(*(reading.tokens[i].classes for i in range(sentence.first, sentence.last)))
    if toll.drowned or "boat_n" in words or "sea_n" in words:
        return PEOPLE_DROWNED
    if "strong_device" in words:
        return KILLED_BY_BOMB
    behind = range(at, min(sentence.last, at + VICTIM_REACH))
    of_a_force = any(reading.tokens[i].classes & FIGHTERS and reading.tokens[i].start >= toll.start for i in behind)
    return FIGHTERS_KILLED if toll.victim == "fighter" or of_a_force else PEOPLE_KILLED
