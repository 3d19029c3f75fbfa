"""The vocabulary of casualty figures (`lexicons/casualties.yaml`), and sentences coded by it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from gazetteer.arabic import key
from geo.coding.lexicon import Entry, fault, need, read
from geo.coding.number_words import Words, clitic_forms, number_words
from geo.coding.numbers import Number, number_at

FILE = "casualties.yaml"

# One letter for each class of word; the grammar is written in these. N is a number, & is و, | ends a
# sentence, a comma stands for itself, . is any other word.
_LISTS = {
    "death": "M",
    "killing": "T", "dying": "P", "with": "m", "wounding": "t", "assassinated": "a", "lives": "L", "took": "A", "falls": "S",
    "none_words": "O", "no_victims": "Z", "anyone": "i", "hurt_verbs": "h", "unknown": "n", "part": "B", "others": "X",
    "between": "b", "of": "o", "to": "I", "revised": "R", "toll": "H", "cumulative": "G", "sickness": "Q",
    "linking": "e",
    "dropped": "F", "background": "-", "supplies": "q", "injuries": "r", "companions": "C", "or": "/", "things": "c", "met": "l",
}  # fmt: skip
_NUMBERS = ("singular", "dual", "plural", "accusative")
_NOUNS = {"killed_nouns": "kDKk", "bodies": "jdJj", "wounded_nouns": "wEW0"}
_VERBS = {"killed_verbs": "VYU", "wounded_verbs": "vyu"}
_DEFINITE = {"K": "g", "J": "g", "W": "f"}  # "the dead" and "the wounded" are no toll by themselves
_ENDINGS = {"": 0, "ت": 0, "ا": 1, "تا": 1, "وا": 2, "ن": 2}
_STOPS = frozenset(".!?؟;؛\n")
_SUFFIXES = ("ه", "ها", "هما", "هم", "هن")
_TRIGGERS = frozenset("kDKjdJwEW0VYUvyuTPtaLAZlgfhHFr")


class Token(NamedTuple):
    """A coded stretch of words, at folded [start:end]."""

    code: str
    start: int
    end: int
    number: Number | None = None
    side: str = ""
    text: str = ""
    definite: bool = False


@dataclass(frozen=True, slots=True)
class _Sense:
    code: str
    side: str = ""
    joined: bool = False
    definite: bool = False


Senses = list[tuple[tuple[str, ...], _Sense]]
_OTHER = _Sense(".")


@cache
def vocabulary() -> dict[str, Senses]:
    """First word of each phrase, clitics and all -> [(the rest of it, its sense)], longest first.

    Raises `DataError` naming file, line and field.
    """
    found: dict[str, Senses] = {}
    for phrase, code, side in _phrases(read(FILE)):
        first, *rest = key(phrase).split()
        for form, joined, definite in _forms(first, code):
            rows = found.setdefault(form, [])
            if all(old[0] != tuple(rest) for old in rows):
                sense = _DEFINITE.get(code, code) if definite else code
                rows.append((tuple(rest), _Sense(sense, side, joined, definite)))
    for rows in found.values():
        rows.sort(key=lambda row: -len(row[0]))
    return found


@cache
def drowned_words() -> frozenset[str]:
    """Folded words that say the dead drowned."""
    return frozenset(form for word in need(FILE, read(FILE), "drowned", list) for form in clitic_forms(key(word)))


def _forms(word: str, code: str) -> Iterator[tuple[str, bool, bool]]:
    for form, joined in clitic_forms(word).items():
        yield form, joined, False
    if code in "kDKjdJwEWsp2xX" and not word.startswith("ال"):
        for form, joined in clitic_forms("ال" + word).items():
            yield form, joined, True


def _phrases(data: Any) -> Iterator[tuple[str, str, str]]:
    for section, code in _LISTS.items():
        for phrase in need(FILE, data, section, list):
            yield phrase, code, ""
    for section, codes in _NOUNS.items():
        row = need(FILE, data, section, Entry)
        for number, code in zip(_NUMBERS, codes, strict=True):
            for phrase in need(FILE, row, number, list):
                yield phrase, code, ""
    for section, codes in _VERBS.items():
        yield from _verbs(need(FILE, data, section, Entry), codes)
    for row in need(FILE, data, "persons", list):
        yield from _persons(row)
    for word in need(FILE, data, "kin", list):
        for suffix in _SUFFIXES:
            yield _before_suffix(word) + suffix, "s", ""
    for word in need(FILE, data, "one_more", list):
        yield word, "x", ""


def _verbs(row: Entry, codes: str) -> Iterator[tuple[str, str, str]]:
    for stem in need(FILE, row, "stems", list):
        for ending, place in _ENDINGS.items():
            yield stem + ending, codes[place], ""
    for number, code in zip(_NUMBERS, codes, strict=False):
        for phrase in need(FILE, row, number, list):
            yield phrase, code, ""


def _before_suffix(word: str) -> str:
    return word[:-1] + "ت" if word.endswith("ة") else word


def _persons(row: Entry) -> Iterator[tuple[str, str, str]]:
    side, sound = need(FILE, row, "side", str), row.get("sound", False)
    if side not in ("", "fighter", "civilian"):
        raise fault(FILE, row, "side", f"{side!r} is not fighter, civilian or empty")
    for word in need(FILE, row, "words", list):
        stem = key(_before_suffix(word))
        yield word, "s", side
        if stem == key(word):
            yield word + "ا", "1", side
        yield stem + "ان", "2", side
        yield stem + "ين", "p" if sound else "2", side
        if sound:
            yield stem + "ون", "p", side
    for word in row.get("plural", []):
        yield word, "p", side
        if key(word)[-1] not in "اوني":
            yield key(word) + "ا", "p", side
            yield from ((key(_before_suffix(word)) + suffix, "p", side) for suffix in _SUFFIXES)


@cache
def _triggers() -> frozenset[str]:
    """First words of what may count the dead or wounded."""
    return frozenset(form for form, rows in vocabulary().items() if any(sense.code in _TRIGGERS for _, sense in rows))


def sentences(found: Words) -> Iterator[list[Token]]:
    """The coded sentences that name a casualty at all, in order."""
    triggers, texts, done = _triggers(), found.texts, 0
    for at in [i for i, text in enumerate(texts) if text in triggers]:
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
                tokens = _number(tokens, reading[0], any(form.joined for form in numbers.get(text, ())))
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


def _number(tokens: list[Token], number: Number, joined: bool) -> list[Token]:
    """`tokens` with the number added, and the words that bound it ("more than") taken into it."""
    at = len(tokens)
    while at and tokens[at - 1].start >= number.start:
        at -= 1
    joined = joined or "&" in (token.code for token in tokens[at:])
    link = [Token("&", number.start, number.start)] if joined else []
    return [*tokens[:at], *link, Token("N", number.start, number.end, number)]


def _sense(texts: Sequence[str], at: int, senses: Senses) -> tuple[_Sense, int]:
    for rest, sense in senses:
        last = at + 1 + len(rest)
        if not rest or tuple(texts[at + 1 : last]) == rest:
            return sense, last
    return _OTHER, at + 1
