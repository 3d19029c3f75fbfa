"""`code`: an article in, its events out. Pure: no clock, no disk, no network (DESIGN 2)."""

from __future__ import annotations

from gazetteer.index import Gazetteer
from geo.coding.actors import ActorRegistry
from geo.coding.deeds import Deed, find_deeds
from geo.coding.draft import Draft, Party
from geo.coding.finish import finish
from geo.coding.harm import give_tolls
from geo.coding.merge import copy_at, disputes, merge
from geo.coding.modality import modality
from geo.coding.reading import Reading, read_article
from geo.coding.sites import PlaceRef
from geo.coding.speech import Saying, sayings
from geo.coding.syntax import function_words
from geo.coding.tokens import Sentence
from geo.coding.topic import off_topic
from geo.coding.vocabulary import event_types
from geo.coding.when import give_dates
from geo.coding.where import give_places, listed_after
from geo.coding.who import give_parties, unique
from geo.model import Article, Event, Status

CLAIMABLE = frozenset(["violence", "forces", "coercion"])
GENERAL = frozenset(["strike_v", "attack_v", "attack_n", "bomb_n", "shelling_n", "raid_v"])  # any means of attack
ECHOES = frozenset(["battle", "shelling", "violence_against_civilians"])
ONE_PLACE = frozenset(["talks", "agreement", "statement", "diplomatic_relations"])


def code(article: Article, gazetteer: Gazetteer | None = None, registry: ActorRegistry | None = None) -> list[Event]:
    """The events of `article`, each with the passages that support it, in order of the text.

    `gazetteer` and `registry` default to the shipped ones. Raises `DataError` when a lexicon is faulty.

    >>> code(Article("empty", ""))
    []
    """
    reading = read_article(article, gazetteer or Gazetteer.default(), registry or ActorRegistry.default())
    quiet = off_topic(reading)
    spoken: dict[int, list[Saying]] = {}
    drafts: list[Draft] = []
    last: Saying | None = None
    for sentence in reading.sentences:
        if sentence.paragraph in quiet:
            continue
        said = spoken[id(sentence)] = sayings(reading, sentence, last)
        last = said[-1] if said else last
        drafts += _drafts(reading, sentence)
    drafts = give_tolls(reading, drafts, quiet)
    give_places(reading, drafts, spoken)
    give_dates(reading, drafts)
    give_parties(reading, drafts, spoken)
    for draft in drafts:
        _attribute(reading, draft, spoken.get(id(draft.sentence), []))
    if reading.our_side:
        _communique(reading, drafts)
    drafts = disputes(merge(_fan_out(reading, drafts)))
    return finish(reading, drafts)


def _drafts(reading: Reading, sentence: Sentence) -> list[Draft]:
    """The deeds of a sentence as drafts, one a clause and type."""
    made: list[Draft] = []
    for clause in sentence.clauses:
        in_clause: list[Draft] = []
        for deed in find_deeds(reading.tokens, clause):
            event_type = deed.rule.event_type
            status = modality(reading.tokens, sentence, clause, deed)
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
            in_clause.append(
                Draft(event_type, deed.rule.id, deed, sentence, clause, status, heads=[deed.at], bare=deed.bare, weak=deed.weak)
            )
        made += _without_echo(reading, in_clause)
    return made


def _one_status(draft: Draft, status: Status, deed: Deed, reading: Reading) -> bool:
    """Whether a further deed word of the clause shares the draft's status: a noun goes on with a denial before it."""
    return draft.status == status or (draft.status == "denied" and not reading.tokens[deed.at].word.tense)


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


def _attribute(reading: Reading, draft: Draft, said: list[Saying]) -> None:
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
    return any("denial_n" in reading.tokens[at].classes for at in range(draft.deed.at + 1, draft.sentence.last))


def _neutral(reading: Reading, saying: Saying) -> bool:
    """A ministry of health, a hospital: what they count is no party's claim."""
    words = reading.folded.text[slice(*saying.span)].split() if saying.span else []
    return any(word in function_words("neutral_sources") or word[1:] in function_words("neutral_sources") for word in words)


def _communique(reading: Reading, drafts: list[Draft]) -> None:
    """In a party's own communiqué "our men" are the issuer's, and what they did is claimed."""
    issuer = next(
        (a for a in reading.actors if a.faction and a.kind in ("force", "armed_group", "government", "person", "official")), None
    )
    ours = function_words("our_side")
    for draft in drafts:
        texts = [reading.tokens[at].text for at in range(draft.clause.first, draft.clause.last)]
        mine = any(text in ours or text.lstrip("وف") in ours for text in texts)
        if issuer is not None and (mine or not draft.factions):
            draft.parties = unique([*draft.parties, Party(issuer, "actor1")])
        if draft.status == "reported" and event_types()[draft.event_type].group in CLAIMABLE:
            draft.status = "claimed"


def _fan_out(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """One draft a place where a list of places is told (CODEBOOK 1.1)."""
    made: list[Draft] = []
    for draft in drafts:
        made.append(draft)
        if draft.place is not None and draft.event_type not in ONE_PLACE and "place" not in draft.carried:
            others: list[PlaceRef] = listed_after(reading, draft.place, draft.clause)
            made += [copy_at(draft, place) for place in others]
    return made
