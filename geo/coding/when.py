"""Which of a text's time expressions dates which deed (CODEBOOK 4)."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from geo.coding.dates import DateMention, publication_default
from geo.coding.draft import Draft, siblings
from geo.coding.morphology import PAST, PRESENT
from geo.coding.reading import Reading
from geo.coding.syntax import function_words
from geo.model import DateSpan

BEHIND = 4  # a time expression behind the deed is likelier its own than one as far before it
FAR = 30
COMPARING_REACH = 3  # words back from "since" to "for the first time"
FOLLOWING = 14  # letters behind a time expression in which its "from" may stand
SAYING_REACH = 14  # words between a statement and its day
GAP_REACH = 6  # words from "two days after" to the deed
WEEK, LATELY, YEARS = 7, 60, (365, 366)
ANNOUNCING_REACH = 8  # words back from a meeting to the verb that announces it


def give_dates(reading: Reading, drafts: list[Draft]) -> None:
    """Dates every draft: by its own clause, by its sentence's opening, by the deed whose scene it shares."""
    last: DateSpan | None = None
    previous: Draft | None = None
    beside = siblings(drafts)
    for draft in drafts:
        draft.date_mention = _own(reading, draft, beside[id(draft.sentence)])
        if draft.date_mention is not None:
            draft.date = _resolved(reading, draft, previous, last)
            _look_ahead(reading, draft)
        elif draft.clause.link in function_words("day_after") | function_words("day_before"):
            draft.date = _beside(draft, previous, 1 if draft.clause.link in function_words("day_before") else -1)
        if draft.date is None and previous is not None and _shares_scene(previous, draft):
            draft.date = previous.date
            draft.carried.add("date")
        if draft.event_type != "statement":
            previous = draft
            if draft.date is not None and draft.date.start is not None and "date" not in draft.carried:
                last = draft.date
    for one, other in pairwise(drafts):
        _count_on(reading, one, other)
        _count_on(reading, other, one)


def _shares_scene(previous: Draft, draft: Draft) -> bool:
    """Whether a deed without a day of its own happens with the one before it."""
    if draft.status == "planned" or previous.date is None or previous.status == "planned":
        return False
    if previous.sentence is draft.sentence:
        return True
    return previous.sentence.paragraph == draft.sentence.paragraph and "place" in draft.carried


def _own(reading: Reading, draft: Draft, drafts: list[Draft]) -> DateMention | None:
    sentence, clause, head = draft.sentence, draft.clause, draft.deed.at
    others = [d.deed.at for d in drafts if d.deed.at != head and d.event_type != draft.event_type]
    best: tuple[int, DateMention] | None = None
    for at, mention in reading.within(reading.date_at, sentence.first, sentence.last):
        if _counts_from(reading, mention) and any(at < other < head for other in (d.deed.at for d in drafts)):
            continue
        inside = clause.first <= at < clause.last
        opening = at < sentence.clauses[0].last and at <= sentence.first + 4 and not _counts_from(reading, mention)
        if not inside and not opening:
            continue
        if (at > head and _in_relative_clause(reading, draft, at)) or _only_compares(reading, at, mention):
            continue
        between = sum(1 for other in others if min(at, head) < other < max(at, head))
        if draft.event_type == "statement" and (between or abs(at - head) > SAYING_REACH):
            continue
        cost = abs(at - head) + (0 if at > head else BEHIND) + 12 * between + (0 if inside else FAR)
        if best is None or cost < best[0]:
            best = (cost, mention)
    return best[1] if best else None


def _only_compares(reading: Reading, at: int, mention: DateMention) -> bool:
    """Whether "since" only measures how rare a thing is: "للمرة الأولى منذ 2014"."""
    before = [reading.tokens[i].text for i in range(max(0, at - COMPARING_REACH), at)]
    over = reading.tokens[at].text in function_words("over_a_span")
    return (mention.kind == "since" or over) and any(word in function_words("first_since") for word in before)


def _in_relative_clause(reading: Reading, draft: Draft, at: int) -> bool:
    """Whether the day at `at` dates a relative clause on a verb's object: "أفرجت عن صحفيين اثنين كانا … يوم 7 يناير"."""
    tokens, head = reading.tokens, draft.deed.at
    if not tokens[head].word.tense:
        return False
    opened = next((i for i in range(head + 1, at) if "which_n" in tokens[i].classes or "be_v" in tokens[i].classes), None)
    verbs = [i for i in range(opened + 1, at) if tokens[i].word.tense == PAST] if opened is not None else []
    return bool(verbs) and not any(i in draft.heads for i in verbs)


def _counts_from(reading: Reading, mention: DateMention) -> bool:
    """Whether the expression counts from the deed that it introduces: "two days after taking …"."""
    text, here = reading.folded.text, function_words("from_here")
    words = text[mention.start : mention.end].split()
    following = text[mention.end : mention.end + FOLLOWING].split()[:2]  # "بعد يوم واحد من"
    return mention.kind == "anaphoric" and (
        words[-1] in here
        or any(word in here for word in following)
        or words[0].lstrip("وف") in function_words("day_after") | function_words("day_before")
    )


def _count_on(reading: Reading, origin: Draft, main: Draft) -> None:
    """Dates one of two deeds by the other, where `main` is told to follow `origin` by some days: "two days after …"."""
    gap = _gap(reading, origin, main.deed.at > origin.deed.at)
    if gap is None or origin.sentence is not main.sentence or main.event_type == "statement":
        return
    if _has_day(main) and not _has_day(origin):
        origin.date = _shifted(main.date, -gap[1], -gap[0])
        origin.carried.discard("date")
    elif _has_day(origin) and not _has_day(main):
        main.date = _shifted(origin.date, *gap)
        main.carried.discard("date")


def _gap(reading: Reading, origin: Draft, opening: bool) -> tuple[int, int] | None:
    """The days counted from a deed by an expression right before it, which opens the sentence or does not, else None."""
    for at in range(origin.deed.at - 1, max(origin.clause.first - 1, origin.deed.at - GAP_REACH), -1):
        mention = reading.date_at.get(at)
        if mention is not None:
            fits = _counts_from(reading, mention) and opening is (at <= origin.sentence.first + 1)
            return mention.offset_days if fits else None
    return None


def _has_day(draft: Draft) -> bool:
    """Whether it has a day told for itself, not only by its distance from another deed."""
    told = draft.date_mention is not None and draft.date_mention.kind != "anaphoric"
    return told and draft.date is not None and draft.date.start is not None


def _resolved(reading: Reading, draft: Draft, previous: Draft | None, last: DateSpan | None) -> DateSpan | None:
    mention = draft.date_mention
    if mention is None or mention.kind != "anaphoric":
        return mention.span if mention else None
    if mention.offset_days is None:
        return None
    if _counts_from(reading, mention):
        low, high = mention.offset_days
        return _shifted(_counted_to(reading, draft, previous), -high, -low)
    return _shifted(last, *mention.offset_days)


def _counted_to(reading: Reading, draft: Draft, previous: Draft | None) -> DateSpan | None:
    """The day from which a draft is counted back: that of its sentence's deed, or its sentence's own, else publication."""
    if previous is not None and previous.sentence is draft.sentence:
        return previous.date
    told = [
        mention.span
        for _, mention in reading.within(reading.date_at, draft.sentence.first, draft.deed.at)
        if mention.kind != "anaphoric" and mention.span.start is not None
    ]
    if told:
        return told[-1]
    return publication_default(reading.published, False) if reading.published else None


def _beside(draft: Draft, previous: Draft | None, days: int) -> DateSpan | None:
    same = previous is not None and previous.sentence is draft.sentence
    return _shifted(previous.date, days, days) if previous is not None and same else None


def _shifted(base: DateSpan | None, low: int, high: int) -> DateSpan | None:
    if base is None or base.start is None or base.end is None:
        return None
    start, end = base.start + timedelta(days=low), base.end + timedelta(days=high)
    return span_of(start, max(start, end))


def _look_ahead(reading: Reading, draft: Draft) -> None:
    """A future expression makes a plan; in a plan a bare weekday or month is the coming one."""
    mention, day, span = draft.date_mention, reading.day, draft.date
    if mention is None or day is None or span is None or span.start is None or span.end is None:
        return
    told = reading.tokens[draft.deed.at].word.tense == PAST
    if mention.future and mention.kind != "anaphoric" and not told and draft.status == "reported" and span.start >= day:
        draft.status = "planned"
    words = reading.folded.text[mention.start : mention.end].split()
    behind = any(word in function_words("past_time") for word in words)
    ahead = not behind and (draft.status == "planned" or _announces(reading, draft))
    if not ahead or span.end >= day or mention.kind in ("since", "anaphoric"):
        if ahead and span.start > day:
            draft.status = "planned"
        return
    moved = mention.ahead if mention.ahead is not None and mention.ahead.start else _coming(span, day)
    if moved is not None:
        draft.date, draft.status = moved, "planned"


def _coming(span: DateSpan, day: date) -> DateSpan | None:
    """The same weekday of the coming week for a day of the last seven, else the same dates a year on."""
    if span.start is None or span.end is None:
        return None
    if (day - span.end).days < WEEK:
        return _shifted(span, WEEK, WEEK)
    if (day - span.end).days < LATELY:
        return None  # what was planned for a day just past stays there
    years = [_shifted(span, days, days) for days in YEARS]
    return next((m for m in years if m and m.start and m.start > day and m.start.day == span.start.day), None)


def _announces(reading: Reading, draft: Draft) -> bool:
    """A meeting told in the present outside a headline: "ويجتمع الوزراء في القاهرة يوم الاثنين"."""
    if draft.sentence.heading or draft.event_type != "talks" or draft.status != "reported":
        return False
    near = range(max(draft.clause.first, draft.deed.at - ANNOUNCING_REACH), draft.deed.at + 1)
    verbs = [reading.tokens[at].word.tense for at in near if reading.tokens[at].word.tense and reading.tokens[at].classes]
    return bool(verbs) and all(tense == PRESENT for tense in verbs)


def span_of(start: date, end: date) -> DateSpan:
    """A stated span of days, in EDTF.

    >>> span_of(date(2020, 1, 3), date(2020, 1, 3)).edtf
    '2020-01-03'
    """
    if start == end:
        return DateSpan(start, end, start.isoformat(), "day", "stated")
    return DateSpan(start, end, f"{start.isoformat()}/{end.isoformat()}", "range", "stated")


def undated(reading: Reading, draft: Draft) -> DateSpan:
    """What a deed without any time expression gets: a span around publication, or unknown."""
    if reading.published is None:
        return DateSpan()
    return publication_default(reading.published, draft.status == "planned")
