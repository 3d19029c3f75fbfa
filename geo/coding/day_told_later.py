"""The day of a deed that a later sentence tells: "أعلن اليوم ضبط شحنة … والعملية جرت أمس الجمعة" (CODEBOOK 4)."""

from __future__ import annotations

from collections.abc import Sequence

from geo.coding.dates import DateMention
from geo.coding.draft import Draft
from geo.coding.reading import Reading
from geo.coding.syntax import function_words

VERB_REACH = 4  # words from "the operation" to "took place"
DAY_REACH = 4  # and on to its day
SAYING_REACH = 5  # words back from a day to the verb of saying that it dates
PARAGRAPHS = 1  # back to the deed


def day_told_later(reading: Reading, drafts: Sequence[Draft]) -> None:
    """Dates the deed told last by a sentence that says when "the operation" took place, not when it was announced."""
    for at, mention in sorted(reading.date_at.items()):
        if mention.kind == "anaphoric" or mention.span.start is None:
            continue
        noun = _incident(reading, at)
        deed = _meant(reading, drafts, noun) if noun is not None else None
        if deed is not None and (deed.date_mention is None or _dates_a_saying(reading, deed.date_mention)):
            deed.date, deed.date_mention = mention.span, mention
            deed.carried.discard("date")


def _incident(reading: Reading, day: int) -> int | None:
    """The token of "the operation", "the attack" whose verb of happening stands before the day at token `day`."""
    tokens = reading.tokens
    verb = next((i for i in range(day - 1, max(0, day - DAY_REACH), -1) if tokens[i].text in function_words("took_place")), None)
    if verb is None:
        return None
    behind = range(verb - 1, max(0, verb - VERB_REACH) - 1, -1)
    return next((i for i in behind if tokens[i].text.lstrip("و") in function_words("incident")), None)


def _meant(reading: Reading, drafts: Sequence[Draft], noun: int) -> Draft | None:
    """The deed told last before the noun, in its paragraph or the one before."""
    sentence = next((s for s in reading.sentences if s.first <= noun < s.last), None)
    told = [d for d in drafts if d.deed.at < noun and d.event_type != "statement" and d.status in ("reported", "claimed")]
    if sentence is None or not told or sentence.paragraph - told[-1].sentence.paragraph > PARAGRAPHS:
        return None
    return told[-1]


def _dates_a_saying(reading: Reading, mention: DateMention) -> bool:
    """Whether the day stands with the verb that announces: "أعلنت المديرية، اليوم السبت، ضبط …"."""
    at = next((i for i, found in reading.date_at.items() if found is mention), 0)
    before = [reading.tokens[i] for i in range(max(0, at - SAYING_REACH), at)]
    return any(token.word.tense and "say_v" in token.classes for token in before)
