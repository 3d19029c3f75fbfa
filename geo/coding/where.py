"""Which of a text's places each deed lies at (CODEBOOK 5)."""

from __future__ import annotations

from geo.coding.draft import Draft
from geo.coding.reading import Reading
from geo.coding.sites import PlaceRef
from geo.coding.syntax import function_words
from geo.coding.vocabulary import event_types

AREA = frozenset(["country", "region", "district", "province", "sea"])
LEAVES = frozenset(["withdrawal"])  # types that lie where they start
FROM_ALLOWED = frozenset(["withdrawal", "humanitarian", "diplomatic_relations", "territory_change"])
TO_ALLOWED = frozenset(["mobilization", "talks", "territory_change", "battle", "support", "humanitarian", "arrest"])
CARRIES = frozenset(["violence", "forces", "coercion", "public"])  # groups whose place runs on inside a paragraph
NEVER = frozenset(["statement"])


def give_places(reading: Reading, drafts: list[Draft]) -> None:
    """Places every draft: its own clause, its sentence's opening, a pointing word, the heading above it."""
    fronted: dict[int, PlaceRef] = {}
    section = section_places(reading)
    previous: Draft | None = None
    for draft in drafts:
        if draft.event_type in NEVER:
            continue
        opening = _fronted(reading, draft)
        if opening is not None:
            fronted[draft.sentence.paragraph] = opening
        own = _own(reading, draft, drafts)
        if own is not None:
            draft.place = own
        else:
            draft.place = _inherited(reading, draft, previous, fronted, section)
            if draft.place is not None:
                draft.carried.add("place")
        previous = draft


def _own(reading: Reading, draft: Draft, drafts: list[Draft]) -> PlaceRef | None:
    """The likeliest place of the draft's clause: near its head, introduced as a place, no mere origin or goal."""
    head, clause = draft.deed.at, draft.clause
    others = [d.deed.at for d in drafts if d.clause is clause and d.deed.at != head and d.event_type != draft.event_type]
    best: tuple[float, PlaceRef] | None = None
    for at, ref in reading.place_at.items():
        if not clause.first <= at < clause.last or not ref.located:
            continue
        cost = _cost(ref, at, head, draft.event_type)
        if cost is None:
            continue
        cost += 12 * sum(1 for other in others if min(at, head) < other < max(at, head))
        if best is None or cost < best[0]:
            best = (cost, ref)
    return best[1] if best else None


def _cost(ref: PlaceRef, at: int, head: int, event_type: str) -> float | None:
    """Words between place and deed, and more for a doubtful use; None where the use forbids it."""
    use = ref.use
    if use == "from" and event_type not in FROM_ALLOWED:
        return None
    if ref.described and at > head + 1:
        return 45.0 + abs(at - head)
    cost = float(abs(at - head)) + (0 if at > head else 3)
    if use == "from":
        cost -= 20 if event_type in LEAVES else -6
    elif use == "to":
        cost += 25 if event_type in LEAVES or event_type not in TO_ALLOWED else 0
    elif use == "" and not ref.listed:
        cost += 5
    if ref.place is not None and ref.place.kind in AREA:
        cost += 9 if ref.place.kind == "country" else 4
    if ref.listed:
        cost += 1
    return cost


def _fronted(reading: Reading, draft: Draft) -> PlaceRef | None:
    """The place that opens the draft's sentence: "وفي سرت، …"."""
    first = draft.sentence.first
    for at in range(first, min(first + 5, draft.sentence.last)):
        ref = reading.place_at.get(at)
        if ref is not None and ref.located and ref.use == "in":
            return ref
    return None


def _inherited(
    reading: Reading, draft: Draft, previous: Draft | None, fronted: dict[int, PlaceRef], section: dict[int, PlaceRef]
) -> PlaceRef | None:
    again = _again(reading, draft)
    if again is not None:
        return again
    opening = _fronted(reading, draft)
    if opening is not None:
        return opening
    group = event_types()[draft.event_type].group
    if previous is not None and previous.place is not None and group in CARRIES:
        same_sentence = previous.sentence is draft.sentence
        same_paragraph = previous.sentence.paragraph == draft.sentence.paragraph
        if event_types()[previous.event_type].group in CARRIES and (same_sentence or same_paragraph):
            return previous.place
    if draft.sentence.paragraph in section and group != "politics":
        return section[draft.sentence.paragraph]
    if group in CARRIES:
        return fronted.get(draft.sentence.paragraph)
    return None


def _again(reading: Reading, draft: Draft) -> PlaceRef | None:
    """The place that "the town", "there" in the clause point back to."""
    known = function_words("place_again")
    for at in range(draft.clause.first, draft.clause.last):
        text = reading.tokens[at].text
        if (text in known or text[1:] in known) and at not in reading.place_at:
            return _last_before(reading, at)
    return None


def _last_before(reading: Reading, at: int) -> PlaceRef | None:
    earlier = [i for i, ref in reading.place_at.items() if i < at and ref.located and ref.place is not None and ref.place.kind not in AREA]
    return reading.place_at[max(earlier)] if earlier else None


def section_places(reading: Reading) -> dict[int, PlaceRef]:
    """Paragraph number -> the place its heading names: a line that is only a place, or "• سرت -" at its start."""
    marks = function_words("heading_marks")
    found: dict[int, PlaceRef] = {}
    current: PlaceRef | None = None
    leads = 0
    for order, sentence in enumerate(reading.sentences):
        if order and reading.sentences[order - 1].paragraph == sentence.paragraph:
            if sentence.paragraph - 0 in found or current is None:
                continue
        refs = [reading.place_at[at] for at in range(sentence.first, min(sentence.last, sentence.first + 3)) if at in reading.place_at]
        length = sentence.last - sentence.first
        after = reading.tokens[sentence.first + 1].text if length > 1 else ""
        if refs and length <= 3 and sentence.heading:
            current = refs[0]
        elif sentence.heading and length <= 4:
            current = None
        elif refs and length > 4 and after in marks:
            leads += 1
            if leads > 1 or reading.tokens[sentence.first - 1].text == "•":
                found[sentence.paragraph] = refs[0]
                continue
        if current is not None:
            found[sentence.paragraph] = current
    return found


def listed_after(reading: Reading, ref: PlaceRef) -> list[PlaceRef]:
    """The places joined to `ref` by و or a comma, in order: one event lies at each (CODEBOOK 1.1)."""
    places = reading.places
    at = places.index(ref)
    while at > 0 and places[at].listed:
        at -= 1
    group = [places[at]]
    while at + 1 < len(places) and places[at + 1].listed:
        at += 1
        group.append(places[at])
    return [other for other in group if other is not ref and other.located]
