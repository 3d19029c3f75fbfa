"""Reported speech: who says what, and how far what they say reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from geo.coding.actors import ActorMention
from geo.coding.deeds import told_nouns
from geo.coding.draft import Span
from geo.coding.reading import Reading, part
from geo.coding.syntax import function_words
from geo.coding.tokens import Sentence, Token

THAT_REACH = 28  # words from a verb of saying to its أنّ (at most 21 in the seeds, with titles 28)
SHORTEST = 3  # letters of a noun: shorter words are particles and pronouns
NOUN_PHRASE = 14  # words of a source's name at the most
LONGEST_NAME = 8  # tokens of a name in quotation marks, and the marks
QUOTES, OPENERS = frozenset('"«»“”'), frozenset(':"«“')
STOPS = frozenset('،,.:؛«"()')


@dataclass(slots=True)
class Saying:
    """A source's span and the tokens [first:last) that it is responsible for; `denies` for a denial."""

    at: int
    span: Span | None
    speaker: ActorMention | None
    first: int
    last: int
    denies: bool = False


def sayings(reading: Reading, sentence: Sentence, earlier: Sequence[Saying]) -> list[Saying]:
    """The sayings of a sentence in order; one without a subject goes on with the last of those before, `earlier` among them."""
    found: list[Saying] = []
    tokens = reading.tokens
    first, last, openers = sentence.first, sentence.last, function_words("opening_says")
    verbs = (part(reading.of_class(name), first, last) for name in ("say_v", "deny_v"))
    for at in sorted({*reading.among(openers, first, last), *chain(*verbs)}):
        if tokens[at].text in openers:
            saying = _according(reading, sentence, at)
        elif tokens[at].word.tense:
            if _belongs_to(tokens[at].text, tokens[at + 1].text if at + 1 < sentence.last else "", at > sentence.first):
                continue
            saying = _said(reading, sentence, at, [*earlier, *found])
        else:
            continue
        if saying is not None:
            found.append(saying)
    return found


def _belongs_to(word: str, following: str, inside: bool) -> bool:
    """ "تابع ل…" says whose something is; only at the head of a sentence is it "he went on"."""
    return inside and word in function_words("belonging") and following.startswith("ل")


def _said(reading: Reading, sentence: Sentence, at: int, earlier: Sequence[Saying]) -> Saying | None:
    tokens, that = reading.tokens, function_words("that")
    denies = "deny_v" in tokens[at].classes
    behind = range(at + 1, min(sentence.last, at + THAT_REACH))
    opening = next(
        (i for i in behind if tokens[i].text in that or (tokens[i].text in OPENERS and not _quotes_a_name(reading, i))), None
    )
    subject = _subject(reading, sentence, at, opening if opening is not None else min(sentence.last, at + NOUN_PHRASE))
    span, speaker = subject if subject else (None, None)
    if span is None and earlier:
        span, speaker = earlier[-1].span, earlier[-1].speaker
    elif span is not None and speaker is None:
        speaker = _introduced(reading, span, earlier)
    if opening is None and span is None:
        return None
    first = opening + 1 if opening is not None else at + 1
    return Saying(at, span, speaker, first, sentence.last, denies)


def _introduced(reading: Reading, span: Span, earlier: Sequence[Saying]) -> ActorMention | None:
    """Who was introduced by an office and the name that `span` takes up again: "… قال الناطق أحمد الغصري. وأضاف الغصري"."""
    text, name = reading.folded.text, reading.folded.text[slice(*span)].split()[-1]
    for saying in reversed(earlier):
        if saying.speaker is not None and saying.span is not None and saying.at < saying.first:
            told = text[saying.span[0] : reading.tokens[saying.first - 1].start]
            if name in told.split():
                return saying.speaker
    return None


def _quotes_a_name(reading: Reading, at: int) -> bool:
    """Whether the quotation mark at `at` only encloses an actor's name: "أعلن «الجيش الوطني» شن غارة"."""
    tokens = reading.tokens
    closing = next((i for i in range(at + 2, min(len(tokens), at + LONGEST_NAME)) if tokens[i].text in QUOTES), None)
    return closing is not None and (at in reading.actor_at or at + 1 in reading.actor_at)


def _subject(reading: Reading, sentence: Sentence, at: int, end: int) -> tuple[Span, ActorMention | None] | None:
    """The noun phrase after the verb (or the actor right before it), and its actor where one is known."""
    tokens = reading.tokens
    for i in range(at + 1, min(end, at + 6)):
        mention = reading.actor_at.get(i)
        between = range(at + 1, i - 1 if tokens[i - 1].text in QUOTES else i)
        if mention is not None and not any(tokens[j].text in STOPS or _is_told(tokens[j]) for j in between):
            return (tokens[at + 1].start, mention.end), mention
    for i in range(at - 1, max(sentence.first - 1, at - 8), -1):
        mention = reading.actor_at.get(i)
        if mention is not None and mention.end <= tokens[at].start:
            gap = [t.text for t in tokens[i:at] if t.start >= mention.end]
            if all(text in '"»)' for text in gap):
                return (mention.start, mention.end), mention
            break
    last = at + 1
    first = tokens[last].text if last < sentence.last else ""
    if (first.endswith("ا") and not first.startswith("ال")) or tokens[at].text == first:
        return None
    if (
        last >= sentence.last
        or len(tokens[last].text) < SHORTEST
        or tokens[last].text in function_words("prepositions")
        or tokens[last].word.tense
        or tokens[last].word.clitic in ("ل", "ب")
    ):
        return None
    while (
        last < min(end, at + NOUN_PHRASE)
        and tokens[last].text not in STOPS
        and not tokens[last].word.tense
        and "@date" not in tokens[last].classes
        and not _is_told(tokens[last])
    ):
        last += 1
    if last == at + 1 or tokens[last - 1].end - tokens[at + 1].start < 4:
        return None
    if end == min(sentence.last, at + NOUN_PHRASE) and not (last < end and _is_told(tokens[last])):
        return None
    return (tokens[at + 1].start, tokens[last - 1].end), None


def _is_told(token: Token) -> bool:
    """Whether an indefinite verbal noun begins what is said: "أعلن المستشفى سقوط قتيلين"."""
    return not token.word.definite and not token.word.tense and bool(token.classes & told_nouns())


def _according(reading: Reading, sentence: Sentence, at: int) -> Saying | None:
    """ "بحسب X": what stands before it in the sentence, or all of it when it opens the sentence."""
    tokens = reading.tokens
    first = at + 1
    while first < sentence.last and (tokens[first].word.tense or tokens[first].text in ("ما", "ل", "عن")):
        first += 1
    last = first
    while last < min(sentence.last, first + NOUN_PHRASE) and tokens[last].text not in STOPS:
        last += 1
    if last == first:
        return None
    speaker = next((reading.actor_at[i] for i in range(first, last) if i in reading.actor_at), None)
    scope = (sentence.first, sentence.last) if at <= sentence.first + 1 else (sentence.first, at)
    return Saying(at, (tokens[first].start, tokens[last - 1].end), speaker, *scope)
