"""How sure the coder is that an event is one: a share in [0, 1], calibrated on hand-coded articles.

A sum of readable signs, each with its weight in log-odds from `confidence.yaml`, turned into a share. The weights are
fitted by `python -m tests.benchmarks.calibrate`; `python -m tests.benchmarks.reliability` shows what they are worth.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache

from geo.coding.draft import Draft
from geo.coding.lexicon import Entry, fault, need, read
from geo.coding.reading import Reading
from geo.coding.vocabulary import event_types
from geo.model import Location

FILE = "confidence.yaml"
LEAST, MOST = 0.05, 0.98  # nobody is surer than that of a text read by rules
SIGNS = (
    "day_told",  # it has a time expression of its own
    "place_own",  # and a place of its own
    "place_carried",  # its place comes from an earlier clause; neither: it has none
    "side_named",  # somebody of a known side takes part
    "side_carried",  # who comes from the deed before
    "toll_told",  # it has dead or wounded
    "verb",  # its deed is a verb, not a noun
    "evidence_asked",  # its rule asks for a scene or an actor beside the deed
    "points_back",  # its deed is a definite noun that found nothing to point back to
    "told_again",  # more than one sentence tells it
    "heading",  # it begins in a heading
    "statement",  # the saying is the act
    "politics",  # talks, agreements, relations, aid
    "not_done",  # planned or denied
    "sourced",  # somebody is named who says so
)


@cache
def weights() -> dict[str, float]:
    """Log-odds by sign, "base" for none. Raises `DataError` for a sign that is missing or unknown."""
    lexicon = read(FILE)
    if not isinstance(lexicon, Entry):
        raise fault(FILE, None, "weights", "needs a mapping of signs to log-odds")
    for name in lexicon:
        if name not in (*SIGNS, "base"):
            raise fault(FILE, lexicon, name, "is not a sign")
    return {name: need(FILE, lexicon, name, float) for name in ("base", *SIGNS)}


def signs(reading: Reading, draft: Draft, location: Location | None) -> frozenset[str]:
    """The signs that `draft` shows."""
    group, carried = event_types()[draft.event_type].group, "place" in draft.carried
    shown = {
        "day_told": draft.date_mention is not None and "date" not in draft.carried,
        "place_own": location is not None and not carried,
        "place_carried": location is not None and carried,
        "side_named": bool(draft.factions),
        "side_carried": "actor" in draft.carried,
        "toll_told": bool(draft.tolls),
        "verb": bool(reading.tokens[draft.deed.at].word.tense),
        "evidence_asked": draft.deed.rule.needs not in ("", "speaker"),
        "points_back": draft.bare,
        "told_again": bool(draft.sentences),
        "heading": draft.sentence.heading,
        "statement": group == "statement",
        "politics": group == "politics",
        "not_done": draft.status in ("planned", "denied"),
        "sourced": bool(draft.sources),
    }
    return frozenset(name for name, is_shown in shown.items() if is_shown)


def confidence(reading: Reading, draft: Draft, location: Location | None) -> float:
    """How likely it is that a person would code the event, of this type, from these words; two decimals."""
    return _share(signs(reading, draft, location))


@lru_cache(maxsize=1 << 12)
def _share(shown: frozenset[str]) -> float:
    """The share that some signs make together."""
    known = weights()
    odds = known["base"] + sum(known[name] for name in sorted(shown))
    return round(min(MOST, max(LEAST, 1 / (1 + math.exp(-odds)))), 2)
