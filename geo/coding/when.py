"""Which of a text's time expressions dates which deed (CODEBOOK 4)."""

from __future__ import annotations

from datetime import date, timedelta

from geo.coding.dates import DateMention, publication_default
from geo.coding.draft import Draft
from geo.coding.reading import Reading
from geo.coding.tokens import Sentence
from geo.model import DateSpan

BEHIND = 4  # a time expression behind the deed is likelier its own than one as far before it
FAR = 30


def give_dates(reading: Reading, drafts: list[Draft]) -> None:
    """Dates every draft: by its own clause, by its sentence's opening, by the deed it hangs on, by publication."""
    last: DateSpan | None = None
    for draft in drafts:
        mention = _own(reading, draft, drafts)
        if mention is not None:
            draft.date_mention = mention
            draft.date = _resolved(mention, draft, last)
        if draft.date is not None and draft.date.start is not None and draft.event_type != "statement":
            last = draft.date


def _own(reading: Reading, draft: Draft, drafts: list[Draft]) -> DateMention | None:
    sentence, clause, head = draft.sentence, draft.clause, draft.deed.at
    others = [d.deed.at for d in drafts if d.sentence is sentence and d.deed.at != head and d.event_type != draft.event_type]
    best: tuple[int, DateMention] | None = None
    for at, mention in reading.date_at.items():
        if not sentence.first <= at < sentence.last:
            continue
        inside = clause.first <= at < clause.last
        opening = at < sentence.clauses[0].last and at <= sentence.first + 4
        if not inside and not opening:
            continue
        between = sum(1 for other in others if min(at, head) < other < max(at, head))
        cost = abs(at - head) + (0 if at > head else BEHIND) + 12 * between + (0 if inside else FAR)
        if best is None or cost < best[0]:
            best = (cost, mention)
    return best[1] if best else None


def _resolved(mention: DateMention, draft: Draft, last: DateSpan | None) -> DateSpan | None:
    if mention.kind != "anaphoric":
        return mention.span
    if mention.offset_days is None or last is None or last.start is None or last.end is None:
        return None
    low, high = mention.offset_days
    start, end = last.start + timedelta(days=low), last.end + timedelta(days=high)
    return span_of(start, max(start, end))


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


def opening_dates(reading: Reading, sentence: Sentence) -> list[DateMention]:
    """The time expressions of a sentence, in order."""
    return [mention for at, mention in sorted(reading.date_at.items()) if sentence.first <= at < sentence.last]
