"""Which place names of a text are locations, and how each one stands in its sentence."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gazetteer.index import Gazetteer
from gazetteer.kinds import kind_word as kind_word_in
from gazetteer.model import Place, PlaceMention
from gazetteer.rank import Context, kilometres
from gazetteer.relations import RelationName
from gazetteer.relative import Relation, displace, find_relation
from gazetteer.resolve import choose
from geo.coding.morphology import PRESENT
from geo.coding.place_use import place_use
from geo.coding.spans import Spans
from geo.coding.syntax import function_words
from geo.coding.words import default_words
from geo.model import Location

WORDS_BACK = 30  # letters that hold two words
HOME = "LY"  # the country of the story (alpha-2)
AREAS = frozenset(["country", "region", "district", "province", "sea"])


@dataclass(slots=True)
class PlaceRef:
    """A place named in the text at folded [start:end].

    `use` is how it is introduced (`place_use.place_use`).
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
    beside_name: bool = False  # it only tells where the place named right before it lies: "قاعدة الوطية جنوب غرب طرابلس"
    pointing: bool = False  # "the town", "the capital": a place named before

    @property
    def described(self) -> bool:
        """Whether it only describes another place, or says how far off that lies."""
        return self.use == "described" or (self.relation is not None and self.relation.appositive)


def place_refs(
    text: str, gazetteer: Gazetteer, taken: Spans, metonyms: Collection[int], names: Sequence[tuple[int, int]]
) -> list[PlaceRef]:
    """The place names of folded `text` in order, each with its place where context decides for one.

    `taken` are the spans of actors, `metonyms` the starts of capitals that may stand for governments, `names` the
    spans of names in which a place is no location.
    """
    pointing, inside_name = function_words("pointing"), Spans(names)
    mentions = [m for m in gazetteer.find(text) if m.key not in pointing and (not taken.touch(m.start, m.end) or _seat(text, m))]
    sure = dict.fromkeys(m.candidates[0].place.place_id for m in mentions if m.strong and m.candidates)
    story = Context(place_ids=tuple(sure), country=HOME)
    refs: list[PlaceRef] = []
    meant: dict[tuple[str, int], Place | None] = {}
    for mention in mentions:
        name = (mention.key, id(mention.candidates))  # one object for one name behind one kind word
        if name not in meant:
            meant[name] = _place(mention, story, gazetteer)
        ref = _ref(text, mention, meant[name], metonyms)
        ref.located = ref.located and (_is_site(text, mention) or not inside_name.touch(mention.start, mention.end))
        acts = mention.start in metonyms and _verb_behind(text, mention.end)
        if refs and not acts and _joined(text[refs[-1].end : ref.head_start]):
            _list_with(refs[-1], ref)
        refs.append(ref)
    return refs


def _verb_behind(text: str, at: int) -> bool:
    """Whether a verb in the present stands right behind: "… على سرت وأنقرة ترفض …" is no list."""
    following = text[at : at + 25].split()[:1]
    return bool(following) and default_words().analyse(following[0]).tense == PRESENT


def _place(mention: PlaceMention, story: Context, gazetteer: Gazetteer) -> Place | None:
    """The place that a mention means; a name that only one place has needs no weighing."""
    if len(mention.candidates) == 1:
        return mention.candidates[0].place
    own = {candidate.place.place_id for candidate in mention.candidates}
    others = Context(tuple(i for i in story.place_ids if i not in own), story.country)
    chosen = choose(mention, others, gazetteer)
    return chosen.place if chosen else None


def _list_with(before: PlaceRef, ref: PlaceRef) -> None:
    """`ref` goes on the list that `before` is on; behind "between" it is the other end."""
    ref.listed = True
    ref.use, ref.located = ref.use or before.use, ref.located or before.located
    if before.relation is not None and before.relation.relation in ("between", "road"):
        before.other, ref.located = ref.place, False


def _is_site(text: str, mention: PlaceMention) -> bool:
    """Whether a kind word makes a site of it, whatever else bears such a name: "بوابة زلة", but not "مستشفى مصراتة"."""
    words = text[max(0, mention.head_start - WORDS_BACK) : mention.start].split()
    name = text[mention.start : mention.end].split()[0]  # "بوابة الفقهاء" has its kind word in its name
    *before, kind_word = [*words, name] if _tells_kind(name) else words or [""]
    if not any(kind_word.endswith(word) for word in function_words("takes_in_victims")):
        return _tells_kind(kind_word)
    return any(word.lstrip("وف") in function_words("struck") for word in before[-2:])  # "تعرض مستشفى العزيزية للقصف"


def _tells_kind(word: str) -> bool:
    return kind_word_in(word) is not None or word in function_words("takes_in_victims")


def _seat(text: str, mention: PlaceMention) -> bool:
    """A town inside an actor's name is a place all the same behind في, or in its building's: "مركز شرطة زليتن"."""
    place = mention.candidates[0].place if mention.candidates else None
    if place is None or place.kind in AREAS:
        return False
    first = text[mention.start : mention.end].split()[0]  # "مقر مجلس النواب في طبرق" is a place of its own
    before = [*text[max(0, mention.head_start - WORDS_BACK) : mention.head_start].split()[-2:], first]
    housed = any(word.lstrip("وفبل") in function_words("buildings") for word in before)
    return housed or place_use(text, mention) == "in"


def _ref(text: str, mention: PlaceMention, place: Place | None, metonyms: Collection[int]) -> PlaceRef:
    relation = find_relation(text, mention)
    use = place_use(text, mention)
    if use == "from" and relation is not None and relation.direction and text[: mention.head_start].rstrip().endswith(" من"):
        use = "in"  # "to the east of": من belongs to the direction
    at_home = place is not None and place.country == HOME and place.kind != "country"
    located = place is not None and (bool(use) or mention.cued or (at_home and mention.start not in metonyms))
    if mention.start in metonyms and use in ("", "onto") and not at_home:
        located = False
    return PlaceRef(mention.start, mention.end, mention.head_start, place, relation, use, located)


def _joined(between: str) -> bool:
    """Whether only a joining و or a comma, and perhaps a kind word, stands between two places."""
    words = between.replace("،", " ").split()
    if "\n" in between or len(words) > 1 or not between.strip():
        return False
    return all(word == "و" or (word.startswith("و") and len(word) > 3) for word in words)


def part_of(inner: Place, outer: Place) -> bool:
    """Whether `inner` lies in the area or is a suburb or site of the town `outer`."""
    if inner.parent == outer.place_id:
        return True
    beside = inner.parent is not None and inner.parent == outer.parent
    of_town = outer.kind == "town" and inner.kind not in ("town", "village") and inner.place_id != outer.place_id
    return beside and of_town and kilometres(inner, outer) <= outer.radius_km + inner.radius_km


def locate(ref: PlaceRef) -> Location | None:
    """Where `ref` lies, its direction and distance applied; None when the name stays undecided."""
    if ref.place is None:
        return None
    relation = ref.relation
    if relation is None:
        return _moved(ref.place, None, None, None, None)
    return _moved(ref.place, relation.direction, relation.distance_km, relation.relation, ref.other)


@lru_cache(maxsize=1 << 12)
def _moved(
    place: Place, direction: str | None, distance_km: float | None, relation: RelationName | None, other: Place | None
) -> Location:
    moved = displace(place, direction, distance_km, relation, other)
    return Location(
        place.place_id, place.name_en, place.name_ar, place.admin1, place.country,
        moved.longitude, moved.latitude, moved.geo_precision, moved.radius_km, moved.relation_words_en,
    )  # fmt: skip
