"""A name on its own -> ranked places; a mention in a story -> one place, or None when the story does not tell."""

from __future__ import annotations

import re

from gazetteer.arabic import ARTICLE, key
from gazetteer.cues import default_cues
from gazetteer.index import Gazetteer, default_gazetteer
from gazetteer.kinds import FAMILY_OF_WORD, KINDS, answers
from gazetteer.loose import loosely
from gazetteer.model import Candidate, Place, PlaceMention
from gazetteer.rank import Context, kilometres, winner
from gazetteer.search import EXACT, search

__all__ = ["Context", "choose", "resolve"]

# A name and the place it lies in: "سوق الجمعة (طرابلس)", "حي الزهور، سرت", "قاعات واغادوغو في سرت".
_QUALIFIED = re.compile(r"^(?P<name>[^(،,]+?)(?: ?[(،,]| -| في) ?(?P<within>[^()]+?) ?\)?$")
WITHIN_KM = 60.0  # how far from the place it is said to lie in
# A place of another family than a facility's word says ("حقل سرت") is not the facility.
_OPEN_FAMILIES = frozenset(["settlement", "area", "country", "water"])
_PLURALS = ("يين", "يون")
_TOWN_FAMILIES = frozenset(["settlement", "quarter"])


def resolve(name: str, gazetteer: Gazetteer | None = None, context: Context | None = None) -> list[Candidate]:
    """The places that `name` may mean, best first; [] when unknown. Arabic or Latin spelling, any folding.

    >>> [c.place.place_id for c in resolve("مدينة سرت")][:1]
    ['ly-sirte']
    >>> resolve("مدينة لا وجود لها")
    []
    """
    gazetteer, context = gazetteer or default_gazetteer(), context or Context()
    name_key = key(name)
    if name_key in FAMILY_OF_WORD or (name_key.removeprefix(ARTICLE) in FAMILY_OF_WORD and name_key not in gazetteer.keys):
        return []
    return (
        _resolve(name_key, gazetteer, context)
        or _qualified(name_key, gazetteer, context)
        or _behind(name_key, gazetteer, context)
        or _named_after(name_key, gazetteer, context)
        or _people(name_key, gazetteer, context)
        or _latin(name_key, gazetteer)
    )


def _named_after(name_key: str, gazetteer: Gazetteer, context: Context) -> list[Candidate]:
    """The town or quarter of a site that is not listed itself: "مستشفى صرمان", "كلية الطب بمصراته"; strong names only."""
    words = name_key.split(" ")
    head = next((count for count in (2, 1) if " ".join(words[:count]) in default_cues().facilities), 0)
    rest = words[head:]
    if not head or not rest:
        return []
    inside = [" ".join([word[1:], *rest[at + 1 :]]) for at, word in enumerate(rest) if word.startswith("ب")]
    for spelling in (*_spellings(" ".join(rest)), *inside):
        found = [
            Candidate(c.place, round(c.score / 2, 4), (*c.reasons, "the site is named after it and not listed itself"))
            for c in gazetteer.candidates(spelling, context, findable=True)
            if c.place.country == context.country and KINDS[c.place.kind].family in _TOWN_FAMILIES
        ]
        if found and any(name.strong for name in gazetteer.names_of(spelling)):
            return found
    return []


def _people(name_key: str, gazetteer: Gazetteer, context: Context) -> list[Candidate]:
    """The country of a people: المصريين is of المصري."""
    nationality = name_key[:-2] if name_key.endswith(_PLURALS) else ""
    return [c for c in gazetteer.candidates(nationality, context) if c.place.kind == "country"]


def _latin(name_key: str, gazetteer: Gazetteer) -> list[Candidate]:
    """A Latin spelling that is another transliteration of a listed one ("Al-Jufra")."""
    return [found for found in search(name_key, gazetteer) if found.score >= EXACT] if name_key.isascii() else []


def _behind(name_key: str, gazetteer: Gazetteer, context: Context) -> list[Candidate]:
    """A name with its preposition or directions ("بسرت", "جنوب طرابلس", "غريان جنوب طرابلس"): the place itself.

    In the story's country only, or in that of the place beyond ("طرابلس شمال لبنان"); of two of a name the one near
    the place beyond ("سلطان شرق سرت"). Moving the point is
    `relative`'s work, which knows the text.
    """
    cues = default_cues()
    words = _before_cues(_after_cues(name_key.split(" ")))
    at = next((at for at, word in enumerate(words) if at and word in cues.locative), len(words))
    beyond = " ".join(_after_cues(words[at:]))
    told = _resolve(beyond, gazetteer, context) if beyond else []
    if beyond and not told:
        return []
    country = told[0].place.country if told else context.country
    beside = Context((*(c.place.place_id for c in told[:1]), *context.place_ids), country, context.kind)
    rest = " ".join(words[:at])
    cut = [rest[len(proclitic) :] for proclitic in cues.proclitics if proclitic and rest.startswith(proclitic)]
    cut += [ARTICLE + rest[2:]] if rest.startswith("لل") else []
    findable = [spelling for spelling in cut if any(not name.lookup_only for name in gazetteer.keys.get(spelling, ()))]
    headed = [spelling for spelling in cut if spelling.partition(" ")[0] in FAMILY_OF_WORD]
    for spelling in (*([rest] if rest != name_key else []), *findable, *headed):
        found = [c for c in _resolve(spelling, gazetteer, beside) if c.place.country == country]
        if found:
            return found
    return []


def _after_cues(words: list[str]) -> list[str]:
    while len(words) > 1 and words[0] in default_cues().locative:
        words = words[1:]
    return words


def _before_cues(words: list[str]) -> list[str]:
    while len(words) > 1 and words[-1] in default_cues().locative:
        words = words[:-1]
    return words


def _qualified(name_key: str, gazetteer: Gazetteer, context: Context) -> list[Candidate]:
    """A name told with the town it lies in, before or after: its places near that town or in its district."""
    told = _QUALIFIED.match(name_key)
    head, _, last = name_key.rpartition(" ")
    inside = last[1:] if last.startswith("ب") else ""
    if inside and f"{head} {inside}" in gazetteer.keys:
        return _resolve(f"{head} {inside}", gazetteer, context)
    pairs = [(told["name"], told["within"])] if told else []
    pairs += [(head, last), (head, inside)] if head else []
    for name, within in pairs:
        town = next(iter(gazetteer.candidates(within, context, findable=True)), None)
        if town is None:
            continue
        beside = Context((town.place.place_id, *context.place_ids), context.country, context.kind)
        found = [c for c in _resolve(name, gazetteer, beside) if _lies_in(c.place, town.place)]
        if found:
            return found
    return []


def _lies_in(place: Place, town: Place) -> bool:
    near = kilometres(place, town) <= max(WITHIN_KM, town.radius_km)
    return near or (place.admin1 is not None and place.admin1 == town.admin1 and place.country == town.country)


def choose(mention: PlaceMention, context: Context | None = None, gazetteer: Gazetteer | None = None) -> Candidate | None:
    """The place that a mention means in its story, or None when two are as good (CODEBOOK 5: never a default).

    The kind word that `find` saw keeps its weight; the story's neighbours and country add theirs.
    """
    gazetteer, context = gazetteer or default_gazetteer(), context or Context()
    ranked = gazetteer.candidates(mention.key, Context(context.place_ids, context.country), findable=True)
    without = {c.place.place_id: c.score for c in gazetteer.candidates(mention.key, findable=True)}
    seen = {c.place.place_id: c for c in mention.candidates}
    adjusted = [
        Candidate(c.place, round(seen[c.place.place_id].score + c.score - without[c.place.place_id], 4), c.reasons)
        for c in ranked
        if c.place.place_id in seen
    ]
    adjusted.sort(key=lambda c: (-c.score, c.place.place_id))
    return winner(adjusted)


def _resolve(name_key: str, gazetteer: Gazetteer, context: Context) -> list[Candidate]:
    spellings = _spellings(name_key)
    listed = next((spelling for spelling in spellings if spelling in gazetteer.keys), None)
    listed = listed or next(filter(None, (loosely(spelling, gazetteer) for spelling in spellings)), None)
    known = gazetteer.candidates(listed or name_key, context)  # a small town abroad answers to its whole name only
    if known:
        return list(known)
    head, _, rest = name_key.partition(" ")
    if rest and head in FAMILY_OF_WORD:
        told = FAMILY_OF_WORD[head]
        within = Context(context.place_ids, context.country, head)
        found = _resolve(rest, gazetteer, within)
        return [c for c in found if told in _OPEN_FAMILIES or answers(c.place.kind, told)]
    return []


def _spellings(name_key: str) -> list[str]:
    """The key itself, then without a general adjective, with or without the article, without a preposition."""
    words = name_key.split(" ")
    spellings = [name_key]
    while len(words) > 1 and words[-1] in default_cues().adjectives:
        words = words[:-1]
        spellings.append(" ".join(words))
    bare = spellings[-1]
    if bare.startswith(ARTICLE):
        spellings.append(bare[2:])
    elif bare:
        spellings.append(ARTICLE + bare)
    return spellings
