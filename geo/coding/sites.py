"""Which place names of a text are locations, and how each one stands in its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gazetteer.index import Gazetteer
from gazetteer.kinds import FAMILY_OF_WORD
from gazetteer.model import Place, PlaceMention
from gazetteer.rank import Context
from gazetteer.relative import Relation, displace, find_relation
from gazetteer.resolve import choose
from geo.coding.actors import ActorMention
from geo.coding.syntax import function_words
from geo.model import Location

USES = ("from", "to", "in", "onto", "described")
WORDS_BACK = 4
HOME_CAPITAL, HOME_COUNTRY = "ly-tripoli", "country-ly"
AREAS = frozenset(["country", "region", "district", "province", "sea"])
_LINE_HEAD = re.compile(r"^[ \t•*▪●|–—-]*(?P<name>[^\W\d_]+(?: [^\W\d_]+){0,2})(?= ?[-–—:|]\s| ?$)", re.MULTILINE)
_POINTER = re.compile(r"(?<!\w)(?P<glued>[وف]?[ب]?|و?ل(?=ل))(?P<word>ال\w+|ل\w+|هناك)(?!\w)")


@dataclass(slots=True)
class PlaceRef:
    """A place named in the text at folded [start:end].

    `use` is how it is introduced: "from", "to", "in", "onto", "described" ("35 km from …") or "".
    `located` is false for a name that is no location: part of an actor's name, a capital standing for its government.
    """

    start: int
    end: int
    head_start: int
    place: Place | None
    relation: Relation | None
    use: str
    located: bool
    listed: bool = False  # joined to the place before it: "سرت والجفرة"
    token: int = -1
    other: Place | None = None
    heading: bool = False  # it stands at the head of a line: "هون - وصلت …"
    pointing: bool = False  # "the town", "the capital": a place named before

    @property
    def described(self) -> bool:
        """Whether it only describes another place, or says how far off that lies."""
        return self.use == "described" or (self.relation is not None and self.relation.appositive)


def place_refs(
    text: str, gazetteer: Gazetteer, actors: Sequence[ActorMention], names: Sequence[tuple[int, int]]
) -> list[PlaceRef]:
    """The place names of folded `text`, each with its place where context decides for one."""
    taken = [(actor.start, actor.end) for actor in actors if not actor.metonym]
    metonyms = {actor.start for actor in actors if actor.metonym}
    pointers = function_words("place_again") | function_words("capital")
    mentions = [m for m in gazetteer.find(text) if m.key not in pointers and (not _overlaps(m, taken) or _seat(text, m))]
    sure = tuple(m.candidates[0].place.place_id for m in mentions if m.strong and m.candidates)
    refs: list[PlaceRef] = []
    for mention in mentions:
        chosen = choose(mention, Context(place_ids=sure, country="LY"))
        ref = _ref(text, mention, chosen.place if chosen else None, metonyms)
        ref.located = ref.located and not _overlaps(mention, names)
        before = refs[-1] if refs else None
        if before is not None and _joined(text[before.end : ref.head_start]):
            ref.listed = True
            ref.use, ref.located = ref.use or before.use, ref.located or before.located
            if before.relation is not None and before.relation.relation in ("between", "road"):
                before.other, ref.located = ref.place, False
        refs.append(ref)
    refs += _line_heads(text, gazetteer, refs)
    refs.sort(key=lambda ref: ref.start)
    return _with_pointers(text, gazetteer, refs, taken)


def _overlaps(mention: PlaceMention, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < mention.end and mention.start < end for start, end in spans)


def _seat(text: str, mention: PlaceMention) -> bool:
    """A town inside an actor's name is a place all the same behind في: "الأمن الداخلي في بنغازي"."""
    place = mention.candidates[0].place if mention.candidates else None
    return place is not None and place.kind not in AREAS and _use(text, mention) == "in"


def _line_heads(text: str, gazetteer: Gazetteer, refs: Sequence[PlaceRef]) -> list[PlaceRef]:
    """Names that head a line, weak ones included: the line says nothing else before its dash or its end."""
    found = []
    for line in _LINE_HEAD.finditer(text):
        name = line["name"]
        known = next((ref for ref in refs if ref.start == line.start("name")), None)
        if known is not None:
            known.heading = known.end == line.end("name")
            known.located = known.located or known.heading
            continue
        chosen = choose_name(gazetteer, name)
        if chosen is not None:
            found.append(PlaceRef(line.start("name"), line.end("name"), line.start("name"), chosen, None, "in", True, heading=True))
    return found


def choose_name(gazetteer: Gazetteer, name: str) -> Place | None:
    """The Libyan place that a bare folded `name` means, None when there is none or several."""
    ranked = [c for c in gazetteer.candidates(name, findable=True) if c.place.country == "LY"]
    return ranked[0].place if ranked and (len(ranked) == 1 or ranked[0].score > ranked[1].score) else None


def _with_pointers(text: str, gazetteer: Gazetteer, refs: list[PlaceRef], taken: Sequence[tuple[int, int]]) -> list[PlaceRef]:
    """The refs and, among them, "the town", "the capital" with the place that they point back to."""
    again, capital = function_words("place_again"), function_words("capital")
    home, country = gazetteer.get(HOME_CAPITAL), gazetteer.get(HOME_COUNTRY)
    land = function_words("country_again")
    made: list[PlaceRef] = []
    for word in _POINTER.finditer(text):
        bare = "ا" + word["word"] if word["glued"].endswith("ل") else word["word"]
        bare = bare if bare in again | capital | land else ""
        inside = any(start <= word.start("word") < end for start, end in taken) or any(r.start <= word.start("word") < r.end for r in refs)
        if not bare or inside:
            continue
        if bare in land:
            target = country
        else:
            target = home if bare in capital else _named_before(refs, word.start())
        if target is None or (bare in capital and _nationality_follows(text, word.end())):
            continue
        mention = PlaceMention(word.start("word"), word.end(), word.start("word"), bare, True, True, word["glued"], ())
        use = "in" if word["glued"].endswith("ب") else "to" if word["glued"].endswith("ل") else _use(text, mention)
        made.append(PlaceRef(mention.start, mention.end, mention.start, target, find_relation(text, mention), use, True, pointing=True))
    return sorted([*refs, *made], key=lambda ref: ref.start)


def _named_before(refs: Sequence[PlaceRef], at: int) -> Place | None:
    """The last town or site named before `at` that is no mere origin or distance mark."""
    for ref in reversed([ref for ref in refs if ref.start < at]):
        if ref.place is not None and ref.located and ref.place.kind not in AREAS and not ref.described and ref.use != "from":
            return ref.place
    return None


def _nationality_follows(text: str, at: int) -> bool:
    """Whether another definite word with a relative ending follows: "the Tunisian capital"."""
    word = text[at : at + 25].split()[:1]
    return bool(word) and word[0].startswith("ال") and word[0].endswith("يه") and word[0] != "الليبيه"


def _ref(text: str, mention: PlaceMention, place: Place | None, metonyms: set[int]) -> PlaceRef:
    relation = find_relation(text, mention)
    use = _use(text, mention)
    if use == "from" and relation is not None and relation.direction and text[: mention.head_start].rstrip().endswith(" من"):
        use = "in"  # "to the east of": من belongs to the direction
    at_home = place is not None and place.country == "LY" and place.kind != "country"
    located = place is not None and (bool(use) or mention.cued or (at_home and mention.start not in metonyms))
    if mention.start in metonyms and use in ("", "onto") and not at_home:
        located = False
    return PlaceRef(mention.start, mention.end, mention.head_start, place, relation, use, located)


def _joined(between: str) -> bool:
    """Whether only a joining و or a comma, and perhaps a kind word, stands between two places."""
    words = between.replace("،", " ").split()
    return len(words) <= 1 and all(word == "و" or (word.startswith("و") and len(word) > 3) for word in words) and "\n" not in between


def _use(text: str, mention: PlaceMention) -> str:
    start = mention.head_start
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    glued = text[start : mention.head_start] or mention.proclitic
    if glued.endswith("ب"):
        return "in"
    if glued.endswith("ل"):
        return "to"
    words = text[max(0, start - 50) : start].replace("«", " ").replace('"', " ").split()[-WORDS_BACK:]
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        bare = word[1:] if word[0] in "وفب" and len(word) > 2 else word
        if not word[-1].isalnum():
            break
        if word == "من" and at and words[at - 1].lstrip("بفول") in function_words("each_of"):
            return "in"
        for use in USES:
            if word in function_words(use) or bare in function_words(use):
                if use == "from" and at and words[at - 1].lstrip("و") in function_words("origin"):
                    return "origin"
                return use if use != "in" or bare in function_words("plainly_in") else _deeper(words[: at + 1], word)
        for glue, use in (("لل", "to"), ("بال", "in")):
            if word.startswith(glue) and _leads_to_name("ال" + word[len(glue) :]):
                return use
        if bare not in function_words("between_in_and_place") and bare not in FAMILY_OF_WORD and not _adjective(bare):
            break
    return ""


def _leads_to_name(word: str) -> bool:
    return word in function_words("between_in_and_place") or word in FAMILY_OF_WORD or word[2:] in FAMILY_OF_WORD


def _adjective(word: str) -> bool:
    """A definite relative adjective: "في العاصمة الروسية موسكو"."""
    return word.startswith("ال") and word.endswith(("يه", "ي")) and len(word) > 5


def _deeper(words: list[str], word: str) -> str:
    """A direction word may itself be introduced: "إلى غرب سرت", "الواقعة غرب سرت"."""
    before = words[: words.index(word)][-2:]
    for use in ("described", "to", "from"):
        if any(w in function_words(use) for w in before):
            return use
    return "in"


def locate(ref: PlaceRef) -> Location | None:
    """Where `ref` lies, its direction and distance applied; None when the name stays undecided."""
    if ref.place is None:
        return None
    relation, place = ref.relation, ref.place
    moved = displace(
        place,
        relation.direction if relation else None,
        relation.distance_km if relation else None,
        relation.relation if relation else None,
        ref.other,
    )
    return Location(
        place.place_id, place.name_en, place.name_ar, place.admin1, place.country,
        moved.longitude, moved.latitude, moved.geo_precision, moved.radius_km, moved.relation_words_en,
    )  # fmt: skip
