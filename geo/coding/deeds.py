"""Deeds: the words of a clause that say what happened, found by the rules of `deeds.yaml`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from geo.coding.lexicon import Entry, fault, need, read
from geo.coding.marking import MENTIONS
from geo.coding.reading import Reading
from geo.coding.tokens import Clause, Token
from geo.coding.vocabulary import event_types, statuses
from geo.coding.words import default_words
from geo.model import Status

FILE = "deeds.yaml"
NEEDS = frozenset(["", "scene", "actor_or_scene", "actor_and_scene", "speaker"])
PLACES = frozenset(["at", "left", "reached", "none"])
FIELDS = frozenset(["id", "type", "head", "with", "then", "before", "unless", "near", "needs", "place", "status"])
FAR = 40  # words; as good as the whole clause
SCENE = frozenset(["@place", "@date", "@toll", "happen_v"])
PARTIES = frozenset(
    ["@force", "@person", "@state", "@government", "@parliament", "@official", "@organisation", "@civilians", "@group", "force_n"]
)
SPEAKERS = frozenset(["@force", "@person", "@state", "@government", "@parliament", "@official", "@organisation"])
SPEAKER_REACH = 9
FORCE = frozenset(["violence", "forces", "coercion"])  # groups


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of `deeds.yaml`; see the head of that file for its fields. `event_type` None says: no event."""

    id: str
    event_type: str | None
    head: frozenset[str]
    around: tuple[frozenset[str], ...]
    then: tuple[frozenset[str], ...]
    before: tuple[frozenset[str], ...]
    unless: frozenset[str]
    near: int
    needs: str
    place: str
    status: Status | None = None
    asks: tuple[int, ...] = ()  # the masks of `around`, `then` and `before`: a clause that lacks one has no such deed
    bars: int = 0  # the mask of `unless`


@cache
def _bits() -> dict[str, int]:
    """Every class that a rule may name, as one bit."""
    return {name: 1 << order for order, name in enumerate(sorted(default_words().classes | MENTIONS))}


@lru_cache(maxsize=1 << 14)
def mask(classes: frozenset[str]) -> int:
    """A set of classes as bits: two sets share one that a rule may name when their masks share a bit."""
    bits = _bits()
    return sum(bits.get(name, 0) for name in classes)


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed's head word (token index) and the rule that saw it."""

    at: int
    rule: Rule
    bare: bool  # a definite noun without a place of its own: it may point back to an earlier deed
    weak: bool = False  # and without any evidence: if it doesn't point back it is no event


@cache
def rules() -> dict[str, list[tuple[int, Rule]]]:
    """The rules by class of their head, each with its rank. Raises `DataError`."""
    by_head: dict[str, list[tuple[int, Rule]]] = {}
    rows = read(FILE)
    if not isinstance(rows, list):
        raise fault(FILE, rows, "rules", "needs a list of rules")
    seen: set[str] = set()
    for rank, row in enumerate(rows):
        rule = _rule(row)
        if rule.id in seen:
            raise fault(FILE, row, "id", f"{rule.id!r} is used twice")
        seen.add(rule.id)
        for name in rule.head:
            by_head.setdefault(name, []).append((rank, rule))
    return by_head


@cache
def told_nouns() -> frozenset[str]:
    """The noun classes that name a deed of force: what somebody announces by its verbal noun."""
    return frozenset(
        name
        for name, ranked in rules().items()
        if name.endswith("_n") and any(rule.event_type and event_types()[rule.event_type].group in FORCE for _, rule in ranked)
    )


def _rule(row: Entry) -> Rule:
    rule_id = need(FILE, row, "id", str)
    for name in row:
        if name not in FIELDS:
            raise fault(FILE, row, name, "is not a field of a rule")
    around, then, before = (_groups(row, name) for name in ("with", "then", "before"))
    unless = _classes(row, "unless", row.get("unless", []))
    return Rule(
        rule_id,
        _one_of(row, "type", event_types(), None),
        _classes(row, "head", need(FILE, row, "head", list)),
        around,
        then,
        before,
        unless,
        need(FILE, row, "near", int) if "near" in row else FAR,
        _one_of(row, "needs", NEEDS, "") or "",
        _one_of(row, "place", PLACES, "at") or "at",
        cast("Status | None", _one_of(row, "status", statuses(), None)),
        tuple(map(mask, (*around, *then, *before))),
        mask(unless),
    )


def _one_of(row: Entry, name: str, known: Collection[str], default: str | None) -> str | None:
    value = row.get(name, default)
    if value is not None and value not in known:
        raise fault(FILE, row, name, f"{value!r} is not one of {', '.join(sorted(known))}")
    return cast("str | None", value)


def _groups(row: Entry, name: str) -> tuple[frozenset[str], ...]:
    groups = row.get(name, [])
    if not isinstance(groups, list):
        raise fault(FILE, row, name, "needs a list of groups of classes")
    return tuple(_classes(row, name, group) for group in groups)


def _classes(row: Entry, name: str, classes: object) -> frozenset[str]:
    """A group of classes, each of which a word list or a mention gives."""
    if not isinstance(classes, list):
        raise fault(FILE, row, name, f"needs a group of classes in brackets, found {classes!r}")
    for word_class in classes:
        if word_class not in default_words().classes and word_class not in MENTIONS:
            raise fault(FILE, row, name, f"{word_class!r} is a class that neither verbs.yaml nor nouns.yaml lists")
    return frozenset(classes)


def find_deeds(reading: Reading, clause: Clause) -> list[Deed]:
    """The deeds of a clause, in order of their heads."""
    tokens, steps = reading.tokens, reading.steps
    known: Known = [(steps[at], at, tokens[at].classes) for at in reading.classed(clause.first, clause.last)]
    told = 0
    for _, _, classes in known:
        told |= mask(classes)
    found = []
    for head in known:
        for rule in _rules_of(head[2]):
            if not (all(map(told.__and__, rule.asks)) and _fits(rule, head, known, told)):
                continue
            if rule.event_type is None:
                break
            deed = _with_evidence(rule, head, known, tokens[head[1]])
            if deed is not None:
                found.append(deed)
                break
    return found


@lru_cache(maxsize=4096)
def _rules_of(classes: frozenset[str]) -> tuple[Rule, ...]:
    """The rules whose head may have these classes, in the file's order."""
    ranked = {rank: rule for name in classes for rank, rule in rules().get(name, ())}
    return tuple(ranked[rank] for rank in sorted(ranked))


Spot = tuple[int, int, frozenset[str]]  # the step (steps count words, a whole name as one), the token, its classes
Known = list[Spot]


def _fits(rule: Rule, spot: Spot, known: Known, told: int) -> bool:
    """Whether the clause has what the rule asks for where it should stand; `told` is the mask of all its classes."""
    near = rule.near
    head, token, _ = spot
    if told & rule.bars:
        reach = max(near, 8) if near != FAR else 12
        if any(at != token and abs(at - token) <= reach and rule.unless & classes for _, at, classes in known):
            return False
    for group in rule.then:
        if not any(head < step <= head + near and group & classes for step, _, classes in known):
            return False
    for group in rule.before:
        if not any(head - near <= step < head and group & classes for step, _, classes in known):
            return False
    return all(
        any(step != head and abs(step - head) <= near and group & classes for step, _, classes in known) for group in rule.around
    )


def _with_evidence(rule: Rule, spot: Spot, known: Known, token: Token) -> Deed | None:
    """The deed, None when the clause lacks what its rule needs; a definite noun may lack it and point back."""
    head, at, _ = spot
    definite = token.word.definite and not token.word.tense
    bare = definite and not any("@place" in classes for step, _, classes in known if step != head)
    if not rule.needs:
        return Deed(at, rule, bare)
    if rule.needs == "speaker":
        near = any(0 < abs(step - head) <= SPEAKER_REACH and SPEAKERS & classes for step, _, classes in known)
        return Deed(at, rule, False) if near and not token.word.passive else None
    scene = any(step != head and SCENE & classes for step, _, classes in known)
    party = any(step != head and PARTIES & classes for step, _, classes in known)
    if {"scene": scene, "actor_or_scene": scene or party, "actor_and_scene": scene and party}[rule.needs]:
        return Deed(at, rule, bare)
    return Deed(at, rule, True, True) if definite else None
