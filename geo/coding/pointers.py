"""Places told without a name of their own: "the town", "the capital", and names that head a line."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import chain, islice
from operator import attrgetter

from gazetteer.arabic import ARTICLE
from gazetteer.index import Gazetteer
from gazetteer.kinds import FAMILY_OF_WORD, answers
from gazetteer.matcher import Matcher
from gazetteer.model import Place, PlaceMention
from gazetteer.relative import find_relation
from geo.coding.place_use import place_use
from geo.coding.sites import AREAS, HOME, PlaceRef
from geo.coding.spans import Spans
from geo.coding.syntax import function_words

NEARBY = 4  # of the places named last, one that is what the word says comes before a nearer one that is not
SITES_OF_AN_AREA = frozenset(["air", "port", "oil", "crossing", "camp"])  # "the base" may be that of the district named before
HOME_CAPITAL, HOME_COUNTRY = "ly-tripoli", "country-ly"
_LINE_HEAD = re.compile(r"^[ \t•*▪●|–—-]*(?P<name>[^\W\d_]+(?: [^\W\d_]+){0,2})(?= ?[-–—:|]\s| ?$)", re.MULTILINE)
_GLUED = frozenset(["", "و", "ف", "ب", "وب", "فب"])  # what may be written on to a word that points


def line_heads(text: str, gazetteer: Gazetteer, refs: Sequence[PlaceRef]) -> list[PlaceRef]:
    """Names that head a line of folded `text`, weak ones too: the line says nothing else before its dash or end.

    Those among `refs` are marked as headings; the others come back.
    """
    by_start = {ref.start: ref for ref in refs}
    found = []
    for line in _LINE_HEAD.finditer(text):
        start, end = line.span("name")
        known = by_start.get(start)
        if known is not None:
            known.heading = known.end == end
            known.located = known.located or known.heading
            continue
        place = _plain_name(gazetteer, line["name"])
        if place is not None:
            found.append(PlaceRef(start, end, start, place, None, "in", True, heading=True))
    return found


def _plain_name(gazetteer: Gazetteer, name: str) -> Place | None:
    """The Libyan place that a bare folded name means, None when there is none or several."""
    ranked = [c for c in gazetteer.candidates(name, findable=True) if c.place.country == HOME]
    return ranked[0].place if ranked and (len(ranked) == 1 or ranked[0].score > ranked[1].score) else None


def pointers(text: str, gazetteer: Gazetteer, refs: Sequence[PlaceRef], taken: Spans) -> list[PlaceRef]:
    """A ref for each "the town", "there", "the capital" of folded `text`, with the place that it points back to.

    `refs` are in order; `taken` are the spans of actors, inside which nothing points.
    """
    named = Spans((ref.head_start, ref.end) for ref in refs)  # "العاصمة طرابلس"
    made = []
    for start, end, glued, bare, _ in _pointing().all(text):
        merged = text[start] != bare[0]  # "للمدينة": the article has merged with its preposition
        if glued not in _GLUED or merged or taken.hold(start) or named.hold(start):
            continue
        place = _pointed_at(bare, text, end, gazetteer, refs)
        if place is None:
            continue
        mention = PlaceMention(start, end, start, bare, True, True, glued, ())
        use = "in" if glued.endswith("ب") else place_use(text, mention)
        made.append(PlaceRef(start, end, start, place, find_relation(text, mention), use, True, pointing=True))
    return made


@cache
def _pointing() -> Matcher[None]:
    return Matcher(dict.fromkeys(function_words("pointing")))


def _pointed_at(bare: str, text: str, end: int, gazetteer: Gazetteer, refs: Sequence[PlaceRef]) -> Place | None:
    if bare in function_words("country_again"):
        return gazetteer.get(HOME_COUNTRY)
    if bare in function_words("capital"):
        return None if _nationality_follows(text, end) else gazetteer.get(HOME_CAPITAL)
    before = bisect_left(refs, end, key=attrgetter("start"))
    meant = (ref.place for at in range(before - 1, -1, -1) if (ref := refs[at]).place is not None and _can_be_meant(ref))
    told = FAMILY_OF_WORD.get(bare.removeprefix(ARTICLE), "")
    site = told in SITES_OF_AN_AREA
    near = list(islice(meant, NEARBY))
    of_kind = next((place for place in near if site and answers(place.kind, told)), None)
    return of_kind or next((place for place in chain(near, meant) if site or place.kind not in AREAS), None)


def _can_be_meant(ref: PlaceRef) -> bool:
    """Whether a later "the town" may mean it: no country, no mere origin, no mark that another is measured from."""
    known = ref.place is not None and ref.place.kind not in ("country", "sea")
    return known and ref.located and not ref.described and ref.use not in ("from", "origin")


def _nationality_follows(text: str, at: int) -> bool:
    """Whether another country's relative adjective follows: "the Tunisian capital"."""
    following = text[at : at + 25].split()[:1]
    word = following[0] if following else ""
    return word.startswith("ال") and word.endswith("يه") and word not in function_words("of_home")
