"""Sentences coded by the vocabulary of casualty figures, one letter a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import compress
from typing import NamedTuple

from geo.coding.casualty_vocabulary import Sense, Senses, vocabulary
from geo.coding.number_words import Words, number_words
from geo.coding.numbers import Number, number_at

_STOPS = frozenset(".!?؟;؛\n")
_TRIGGERS = frozenset("kDKjdJwEW0VYUvyuTPtaLAZlgfhHFrz")
_OTHER = Sense(".")


class Token(NamedTuple):
    """A coded stretch of words, at folded [start:end]."""

    code: str
    start: int
    end: int
    number: Number | None = None
    side: str = ""
    text: str = ""
    definite: bool = False


@cache
def _triggers() -> frozenset[str]:
    """First words of what may count the dead or wounded."""
    return frozenset(form for form, rows in vocabulary().items() for _, sense in rows if sense.code in _TRIGGERS)


def sentences(found: Words) -> Iterator[list[Token]]:
    """The coded sentences that name a casualty at all, in order."""
    triggers, texts, done = _triggers(), found.texts, 0
    for at in compress(range(len(texts)), map(triggers.__contains__, texts)):
        if at < done:
            continue
        first, last = at, at + 1
        while first > done and texts[first - 1] not in _STOPS:
            first -= 1
        while last < len(texts) and texts[last] not in _STOPS:
            last += 1
        yield _encode(found, first, last)
        done = last


def _encode(found: Words, at: int, end: int) -> list[Token]:
    known, numbers = vocabulary(), number_words()
    texts, spans = found
    tokens: list[Token] = []
    while at < end:
        text = texts[at]
        if text[0] in "0123456789" or text in numbers:
            reading = number_at(found, at)
            if reading is not None and not reading[0].ordinal:
                _add_number(tokens, reading[0], any(form.joined for form in numbers.get(text, ())))
                at = reading[1]
                continue
        senses = known.get(text)
        if senses is None:
            tokens.append(Token("&" if text == "و" else "," if text in "،," else ".", *spans[at], None, "", text))
            at += 1
            continue
        sense, last = _sense(texts, at, senses)
        if sense.joined:
            tokens.append(Token("&", spans[at][0], spans[at][0] + 1))
        tokens.append(Token(sense.code, spans[at][0], spans[last - 1][1], None, sense.side, texts[last - 1], sense.definite))
        at = last
    return tokens


def _add_number(tokens: list[Token], number: Number, joined: bool) -> None:
    """Adds the number to `tokens`, and takes the words that bound it ("more than") into it."""
    at = len(tokens)
    while at and tokens[at - 1].start >= number.start:
        at -= 1
    joined = joined or "&" in (token.code for token in tokens[at:])
    link = [Token("&", number.start, number.start)] if joined else []
    tokens[at:] = [*link, Token("N", number.start, number.end, number)]


def _sense(texts: Sequence[str], at: int, senses: Senses) -> tuple[Sense, int]:
    for rest, sense in senses:
        last = at + 1 + len(rest)
        if not rest or tuple(texts[at + 1 : last]) == rest:
            return sense, last
    return _OTHER, at + 1
