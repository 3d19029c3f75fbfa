"""Which of a text's places each deed lies at (CODEBOOK 5)."""

from __future__ import annotations

from geo.coding.draft import Draft, siblings
from geo.coding.reading import Reading
from geo.coding.sites import PlaceRef, part_of
from geo.coding.speech import Saying
from geo.coding.syntax import function_words
from geo.coding.vocabulary import event_types

AREA = frozenset(["country", "region", "district", "province", "sea"])
DEPARTED = frozenset(["airport", "port", "oil port", "prison", "border crossing", "hospital", "air base"])
LEAVES = frozenset(["withdrawal"])  # types that lie where they start
LEFT_BEHIND = frozenset(["withdrawal", "humanitarian", "diplomatic_relations", "territory_change"])
TAKEN_FROM = frozenset(["violence_against_civilians", "arrest"])
PEOPLE = frozenset(
    ["force_n", "@force", "@civilians", "@person", "suspect_n", "civilians_n", "displaced_n", "crowd_n", "@official"]
)
FROM_REACH = 4  # words back from a name to its من
TO_ALLOWED = frozenset(["mobilization", "talks", "territory_change", "battle", "support", "arrest"])
CARRIES = frozenset(["violence", "forces", "coercion", "public"])  # groups whose place runs on inside a paragraph
NEVER = frozenset(["statement"])
TAKES_CITY = frozenset(["host_v", "go_v", "visit_v", "visit_n"])  # verbs whose bare object is a place: "سيصل موسكو"
HOSTS = frozenset(["host_v", "hosting_n"])
ANOTHERS = 6  # words that a place behind an earlier deed counts as farther off
NEXT_PARAGRAPH = 1
HOME = "LY"
HEADING = 15  # words that the name heading a line counts as farther off than one in its text
BESIDE = 5  # words between a meeting and the country it is held in
HEADING_LINE = 3  # words of a line that is only a place


def give_places(reading: Reading, drafts: list[Draft], spoken: dict[int, list[Saying]]) -> None:
    """Places every draft: its own clause, its sentence, the sentence's opening, the heading above it."""
    fronted: dict[int, PlaceRef] = {}
    section = section_places(reading)
    previous: Draft | None = None
    by_sentence = siblings(drafts)
    for draft in drafts:
        if draft.event_type in NEVER:
            continue
        beside = by_sentence[id(draft.sentence)]
        opening = _fronted(reading, draft)
        if opening is not None:
            fronted[draft.sentence.paragraph] = opening
        sources = _source_tokens(draft, spoken)
        draft.place = _own(reading, draft, beside, draft.clause.first, draft.clause.last, sources)
        if draft.place is None or _is_country(draft.place):
            inherited = _inherited(reading, draft, beside, previous, fronted, section, sources)
            if inherited is not None:
                draft.place = inherited
                draft.carried.add("place")
        previous = draft


def _source_tokens(draft: Draft, spoken: dict[int, list[Saying]]) -> frozenset[int]:
    """The tokens between a verb of saying and its "that": a place there is the speaker's."""
    covering = [s for s in spoken.get(id(draft.sentence), []) if s.at < s.first <= draft.deed.at < s.last]
    return frozenset(at for s in covering for at in range(s.at, s.first))


def _is_country(ref: PlaceRef) -> bool:
    return ref.place is not None and ref.place.kind == "country"


def _own(
    reading: Reading, draft: Draft, drafts: list[Draft], first: int, last: int, sources: frozenset[int] = frozenset()
) -> PlaceRef | None:
    """The likeliest place among tokens [first:last): near the head, introduced as a place, no mere origin or goal."""
    head = draft.deed.at
    others = [d.deed.at for d in drafts if d.deed.at != head]
    ranked: list[tuple[float, int, PlaceRef]] = []
    for at, ref in reading.within(reading.place_at, first, last):
        if not (ref.located or _host(reading, ref, at, draft)):
            continue
        cost = _cost(reading, ref, at, head, draft.event_type)
        if cost is None or at in sources:
            continue
        cost += 12 * sum(1 for other in others if min(at, head) < other < max(at, head))
        cost += ANOTHERS if at < head and any(other < at for other in others) else 0
        ranked.append((cost, at, ref))
    if not ranked:
        return None
    _, at, best = min(ranked, key=lambda entry: entry[:2])
    return next((ref for _, i, ref in ranked if abs(i - at) <= BESIDE and _finer(ref, best)), best)


def _finer(ref: PlaceRef, than: PlaceRef) -> bool:
    """Whether `ref` is a part of the other place: "حي أبو سليم في طرابلس"."""
    return ref.place is not None and than.place is not None and part_of(ref.place, than.place)


def _host(reading: Reading, ref: PlaceRef, at: int, draft: Draft) -> bool:
    """Whether a city that stands for its government is host of the talks, or names them: "تستضيف مدريد", "مؤتمر برلين"."""
    if ref.place is None or ref.place.kind == "country" or at == 0:
        return False
    if draft.event_type == "support":  # "تسلّم مستشفى الكفرة": aid lies where the body that takes it has its name from
        return ref.place.country == HOME
    if draft.event_type != "talks":
        return False
    near = range(max(draft.clause.first, at - 2), at)
    hosts = at + 1 < draft.clause.last and not reading.tokens[at + 1].classes.isdisjoint(HOSTS)  # "تستعد برلين لاستضافة …"
    named = "conference_n" in reading.tokens[at - 1].classes
    return hosts or named or any(reading.tokens[i].classes & TAKES_CITY for i in near)


def _cost(reading: Reading, ref: PlaceRef, at: int, head: int, event_type: str) -> float | None:
    """Words between place and deed, and more for a doubtful use; None where the use forbids it."""
    use = ref.use
    if use == "origin" or (use == "onto" and event_type == "talks") or (use == "from" and not _left(reading, ref, event_type)):
        return None
    if (ref.described and at > head + 1) or (ref.beside_name and at != head + 1):
        return 45.0 + abs(at - head)
    cost = float(abs(at - head)) + (0 if at > head else 3)
    if use == "from":
        cost -= 20 if event_type in LEAVES else -6
    elif use == "to":
        cost += 25 if event_type in LEAVES or event_type not in TO_ALLOWED else 0
    elif use == "" and not ref.listed:
        cost += 5
    if ref.place is not None and ref.place.kind in AREA:
        if ref.place.kind == "country" and not _scene_of_country(reading, ref, event_type, abs(at - head)):
            return None
        cost += 30 if ref.place.kind == "country" else 4
    cost += 1 if ref.listed else 0
    cost += HEADING if ref.heading else 0
    return cost


def _left(reading: Reading, ref: PlaceRef, event_type: str) -> bool:
    """Whether "from" may name where a deed lies: what is left, or where people are taken; not where somebody comes from."""
    if ref.place is None or (event_type == "diplomatic_relations" and ref.place.country != HOME):
        return False
    if event_type in LEFT_BEHIND:
        return True
    if event_type in TAKEN_FROM:
        return not _behind_people(reading, ref)
    return ref.place.kind in DEPARTED and event_type != "battle"


def _behind_people(reading: Reading, ref: PlaceRef) -> bool:
    """Whether "from" stands behind a noun for people, so that it tells where they come from."""
    before = [reading.tokens[at] for at in range(max(0, ref.token - FROM_REACH), ref.token)]
    return any(token.text in function_words("from") and before[i - 1].classes & PEOPLE for i, token in enumerate(before) if i)


def _scene_of_country(reading: Reading, ref: PlaceRef, event_type: str, distance: int) -> bool:
    """Whether a country is where a deed lies and not what it is about: "محادثات … الأزمة في ليبيا" is no talks in Libya."""
    home = ref.place is not None and ref.place.country == HOME
    topic = reading.tokens[ref.token - 2].text if ref.token > 1 else ""  # "الوضع في ليبيا"
    if event_type == "talks" and topic in function_words("situation"):
        return False
    if event_type in ("talks", "agreement", "withdrawal"):
        visited = event_type == "talks" and ref.use == "to" and not home
        return (ref.use == "in" or visited) and (distance <= BESIDE or not home)
    return ref.use in ("in", "from", "to") or (ref.use == "onto" and event_type == "blockade")


def _fronted(reading: Reading, draft: Draft) -> PlaceRef | None:
    """The place that opens the draft's sentence: "وفي سرت، …"."""
    first = draft.sentence.first
    for at in range(first, min(first + 5, draft.sentence.last)):
        ref = reading.place_at.get(at)
        if ref is not None and ref.located and ref.use == "in":
            return ref
    return None


def _inherited(
    reading: Reading,
    draft: Draft,
    drafts: list[Draft],
    previous: Draft | None,
    fronted: dict[int, PlaceRef],
    section: dict[int, PlaceRef],
    sources: frozenset[int],
) -> PlaceRef | None:
    opening = _fronted(reading, draft)
    if opening is not None and not _is_country(opening):
        return opening
    group = event_types()[draft.event_type].group
    if previous is not None and previous.place is not None and group in CARRIES and _runs_on(reading, previous, draft):
        return previous.place
    sentence = draft.sentence
    if draft.place is None:
        nearby = _own(reading, draft, drafts, sentence.first, sentence.last, sources)
        if nearby is not None:
            return nearby
    if sentence.paragraph in section and group != "politics":
        return section[sentence.paragraph]
    return fronted.get(sentence.paragraph) if group in CARRIES else None


def _runs_on(reading: Reading, previous: Draft, draft: Draft) -> bool:
    """Whether the scene of the deed before goes on: the same paragraph, or the next one joined by و or ف."""
    distance = draft.sentence.paragraph - previous.sentence.paragraph
    joined = reading.tokens[draft.sentence.first].text[:1] in "وف" and distance <= NEXT_PARAGRAPH
    return (distance == 0 or joined) and event_types()[previous.event_type].group in CARRIES


def section_places(reading: Reading) -> dict[int, PlaceRef]:
    """Paragraph number -> the place that heads it: a line that is only a place, or "سرت - …" among several such lines."""
    heads = {ref.token: ref for ref in reading.places if ref.heading}
    lines = [s for s in reading.sentences if any(at in heads for at in range(s.first, min(s.last, s.first + 3)))]
    roundup = len(lines) > 1
    found: dict[int, PlaceRef] = {}
    current: PlaceRef | None = None
    for sentence in reading.sentences:
        ref = next((heads[at] for at in range(sentence.first, min(sentence.last, sentence.first + 3)) if at in heads), None)
        length = sentence.last - sentence.first
        if ref is not None and length <= HEADING_LINE:
            current = ref
        elif ref is not None and roundup:
            found[sentence.paragraph] = ref
            continue
        elif sentence.heading and length <= HEADING_LINE + 1:
            current = None
        if current is not None and sentence.paragraph not in found:
            found[sentence.paragraph] = current
    return found
