"""One event told several times in an article becomes one, with several passages (CODEBOOK 1.2)."""

from __future__ import annotations

from geo.coding.draft import Draft
from geo.coding.sites import PlaceRef, part_of
from geo.coding.vocabulary import event_types
from geo.coding.who import unique

FAMILIES = {
    "attack": frozenset(["battle", "air_strike", "shelling", "explosion", "violence_against_civilians"]),
    "ground": frozenset(["territory_change"]),
}
WON_BACK = "retaken_from"  # "before they took it back from their hands": not the loss told again
AGAIN = frozenset(["shelling", "shelling_told_again", "targeting"])  # rules of nouns that tell no means
FAR_BACK = 3  # paragraphs that "they discussed" may go back over
BACK = 2  # paragraphs that a definite noun may point back over


def merge(drafts: list[Draft]) -> list[Draft]:
    """The drafts with those that tell the same event joined, in order of their first telling."""
    kept: list[Draft] = []
    alike: dict[tuple[str, str], list[Draft]] = {}
    recent: dict[int, Draft] = {}  # those that a definite noun may point back to, by their place in `kept`
    places: dict[int, int] = {}
    for draft in drafts:
        _told_from_air(kept, draft)
        same = alike.setdefault(_kind(draft), [])
        target = next((old for old in reversed(same) if _same_event(old, draft)), None)
        if target is None and draft.bare:
            recent = {at: old for at, old in recent.items() if _near(old, draft)}
            target = next((recent[at] for at in sorted(recent, reverse=True) if _points_to(recent[at], draft)), None)
            if target is None and draft.weak:
                continue
        if target is None:
            target = draft
            places[id(draft)] = len(kept)
            kept.append(draft)
            same.append(draft)
        else:
            _join(target, draft)
        recent[places[id(target)]] = target
    return kept


def _kind(draft: Draft) -> tuple[str, str]:
    """What two tellings of one event have in common from the start: the type, and whether it is a plan, a denial or told."""
    return draft.event_type, draft.status if draft.status in ("planned", "denied") else "told"


def _near(old: Draft, new: Draft) -> bool:
    """Whether a definite noun may point back over the paragraphs between."""
    last = max(sentence.paragraph for sentence in (old.sentence, *old.sentences))
    return new.sentence.paragraph - last <= BACK


def _told_from_air(kept: list[Draft], draft: Draft) -> None:
    """ "The shelling" of a place just struck from the air is that air strike told again."""
    if draft.rule not in AGAIN or draft.status == "planned":
        return
    for old in reversed(kept):
        near = draft.sentence.paragraph - old.sentence.paragraph <= BACK
        if near and old.event_type == "air_strike" and _places_near(old, draft) and _dates_agree(old, draft):
            draft.event_type = old.event_type
            return


def _places_near(old: Draft, new: Draft) -> bool:
    """Whether one place lies in the other, or either is untold."""
    one = old.place.place if old.place is not None else None
    other = new.place.place if new.place is not None else None
    if one is None or other is None:
        return True
    return one.place_id == other.place_id or part_of(one, other) or part_of(other, one)


def _points_to(old: Draft, new: Draft) -> bool:
    """Whether a definite noun without a place may mean the earlier deed: of its family, no other day or toll."""
    status = (old.status == "planned") == (new.status == "planned")
    return status and _family(old.event_type, new.event_type) and _dates_agree(old, new) and not _two_tolls(old, new)


def _family(one: str, other: str) -> bool:
    return one == other or any(one in family and other in family for family in FAMILIES.values())


def _same_event(old: Draft, new: Draft) -> bool:
    """Whether two tellings of one `_kind` tell the same event."""
    if not _places_agree(old, new) or not _dates_agree(old, new):
        return False
    same_clause = old.clause is new.clause
    if same_clause:
        return True
    if old.sentence is new.sentence and new.rule == WON_BACK != old.rule:
        return False
    if old.event_type == "statement":
        return old.sentence is new.sentence or (old.sentence.heading and _speaker(old) == _speaker(new) != "")
    factions = not old.factions or not new.factions or bool(old.factions & new.factions)
    if event_types()[old.event_type].group == "politics":
        return factions and (old.sentence is new.sentence or _common_parties(old, new))
    if old.sentence.heading or new.bare:
        return factions
    located = old.place is not None and new.place is not None and "place" not in new.carried
    return factions and (located or old.sentence is new.sentence) and not _two_tolls(old, new)


def _speaker(draft: Draft) -> str:
    """The faction of the first who acts; "" when unknown."""
    return next((party.mention.faction for party in draft.parties if party.role == "actor1"), "")


def _common_parties(old: Draft, new: Draft) -> bool:
    """Whether the same people or the same sides meet: two in common, or one telling names only some of the other's."""
    for one, other in ((_people(old), _people(new)), (old.factions, new.factions)):
        if len(one & other) >= 2 or (one and other and (one <= other or other <= one)):
            return True
    return (
        not new.factions
        and (new.place is None or old.place is not None)
        and new.sentence.paragraph - old.sentence.paragraph <= FAR_BACK
    )


def _people(draft: Draft) -> frozenset[str]:
    return frozenset(party.mention.id for party in draft.parties)


def _two_tolls(old: Draft, new: Draft) -> bool:
    """Whether each tells a toll of its own and the later one does not revise the earlier."""
    one = [t for t in old.tolls if t.kind == "killed" and not t.part and t.best]
    other = [t for t in new.tolls if t.kind == "killed" and not t.part and t.best]
    return bool(one and other) and not any(t.revised for t in other) and one[0].best != other[0].best and not old.sentence.heading


def _places_agree(old: Draft, new: Draft) -> bool:
    if old.place is None or new.place is None:
        return True
    if old.sentence.heading and new.place.place is not None and old.place.place is not None:
        return _same_place(old.place, new.place) or part_of(new.place.place, old.place.place)
    return _same_place(old.place, new.place)


def _same_place(one: PlaceRef, other: PlaceRef) -> bool:
    if one.place is None or other.place is None:
        return one.place is other.place
    if one.place.place_id == other.place.place_id:
        return True
    return one.place.parent == other.place.place_id or other.place.parent == one.place.place_id


def _dates_agree(old: Draft, new: Draft) -> bool:
    if old.date is None or new.date is None or old.date.start is None or new.date.start is None:
        return True
    assert old.date.end is not None
    assert new.date.end is not None
    return old.date.start <= new.date.end and new.date.start <= old.date.end


def _join(old: Draft, new: Draft) -> None:
    headline = old.sentence.heading and not new.sentence.heading and len(old.sentences) == 0
    if new.place is not None and "place" not in new.carried and (old.place is None or "place" in old.carried or headline):
        old.place = new.place
        old.carried.discard("place")
    elif old.place is None:
        old.place = new.place
    elif old.place is not None and new.place is not None and "place" not in new.carried:
        old.place = _finer(old.place, new.place)
    if new.date is not None and (old.date is None or _narrower(new, old)):
        old.date, old.date_mention = new.date, new.date_mention
    old.parties = unique([*old.parties, *new.parties])
    old.tolls += new.tolls
    old.sources = list(dict.fromkeys([*old.sources, *new.sources]))
    old.disputed = list(dict.fromkeys([*old.disputed, *new.disputed]))
    old.heads += new.heads
    for sentence in [new.sentence, *new.sentences]:
        if all(sentence is not known for known in [old.sentence, *old.sentences]):
            old.sentences.append(sentence)
    if old.status == "claimed" and new.status == "reported":
        old.status = "reported"


def _finer(one: PlaceRef, other: PlaceRef) -> PlaceRef:
    """The more exact of two tellings of a place: a suburb before its town, a town before its district."""
    if one.place is not None and other.place is not None and part_of(other.place, one.place):
        return other
    return one


def _narrower(new: Draft, old: Draft) -> bool:
    """Whether the new telling's day is the more exact of two that overlap."""
    if new.date is None or old.date is None or None in (new.date.start, new.date.end, old.date.start, old.date.end):
        return new.date is not None and (old.date is None or old.date.start is None)
    return (new.date.end - new.date.start) < (old.date.end - old.date.start)  # type: ignore[operator]


def disputes(drafts: list[Draft]) -> list[Draft]:
    """A denial of an event that the article also tells becomes that event's `disputed` (CODEBOOK 8)."""
    kept = []
    by_type: dict[str, list[Draft]] = {}
    for draft in drafts:
        if draft.status in ("reported", "claimed"):
            by_type.setdefault(draft.event_type, []).append(draft)
    for draft in drafts:
        alike = by_type.get(draft.event_type, []) if draft.status == "denied" else []
        told = next((other for other in alike if _disputed(other, draft)), None)
        if told is None:
            kept.append(draft)
        else:
            told.disputed = list(dict.fromkeys([*told.disputed, *draft.sources]))
            told.sentences.append(draft.sentence)
    return kept


def _disputed(told: Draft, denial: Draft) -> bool:
    """Whether `denial` denies what `told`, of the same type, tells of the same place and time."""
    if told.sentence is denial.sentence or told.place is None or denial.place is None:
        return False
    return _same_place(told.place, denial.place) and _dates_agree(told, denial)
