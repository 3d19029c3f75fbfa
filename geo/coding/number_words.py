"""The words of folded text, and the numbers that digits and Arabic number words spell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal, NamedTuple

from gazetteer.arabic import key
from geo.coding.lexicon import Entry, fault, need, read

_WORD = re.compile(
    r"[\u0621-\u063a\u0641-\u064a\u066e-\u06d3]+"
    r"|[0-9]+(?:[.,٬٫،][0-9]{3}(?![0-9]))+|[0-9]+(?:\.[0-9]+)*|[a-z]+|\n|[^\w\s]"
)
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:[.,٬٫،][0-9]{3})+")
_WEEKDAYS = frozenset(["اثنين", "احد", "ثلاثا", "اربعا"])  # with the article these are days of the week
_CLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")

Kind = Literal["unit", "before_ten", "tens", "hundreds", "scale", "dual_scale", "vague", "ordinal"]
FILE = "numbers.yaml"
_SECTIONS: dict[str, Kind] = {
    "units": "unit", "before_ten": "before_ten", "tens": "tens", "hundreds": "hundreds",
    "scales": "scale", "dual_scales": "dual_scale", "vague": "vague", "ordinals": "ordinal",
}  # fmt: skip


class Words(NamedTuple):
    """The words, runs of digits and marks of folded text; `texts[i]` stands at `spans[i]`, (start, end)."""

    texts: list[str]
    spans: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class NumberWord:
    """What one written form may count; `joined` is true when و stands before it, `definite` when الـ does."""

    kind: Kind
    value: int
    joined: bool = False
    definite: bool = False


@lru_cache(maxsize=4)
def words(folded_text: str) -> Words:
    """The words of `folded_text` in order; a line break and each mark of punctuation is a word of its own.

    >>> words("سقط 1,200 قتيل، و21").texts
    ['سقط', '1,200', 'قتيل', '،', 'و', '21']
    >>> words("")
    Words(texts=[], spans=[])
    """
    found = list(_WORD.finditer(folded_text))
    return Words(list(map(re.Match.group, found)), list(map(re.Match.span, found)))


def clitic_forms(word: str) -> dict[str, bool]:
    """Every written form of a folded `word` with its one-letter proclitics; true where the first is و.

    >>> clitic_forms("اليوم")["لليوم"], clitic_forms("غدا")["وغدا"]
    (False, True)
    """
    forms = {clitic + word: clitic.startswith("و") for clitic in _CLITICS}
    if word.startswith("ال"):
        forms |= {"لل" + word[2:]: False, "ولل" + word[2:]: True, "فلل" + word[2:]: False}
    return forms


def need_words(file: str, entry: Any, field: Any) -> list[str]:
    """`entry[field]`, checked to be a list of words. Raises `DataError` naming file, line and field."""
    found = need(file, entry, field, list)
    for word in found:
        if not isinstance(word, str) or not key(word):
            raise fault(file, entry, field, f"needs words, found {word!r}")
    return [str(word) for word in found]


@cache
def lexicon() -> Any:
    """The content of the lexicon file, read once."""
    return read(FILE)


@cache
def number_words() -> dict[str, tuple[NumberWord, ...]]:
    """Folded number words with their clitics and article -> what they may count. Raises `DataError`."""
    return load(lexicon())


def load(data: Any) -> dict[str, tuple[NumberWord, ...]]:
    """The number words of a lexicon's content, checked; see `number_words`."""
    found: dict[str, tuple[NumberWord, ...]] = {}
    for section, kind in _SECTIONS.items():
        entry = need(FILE, data, section, Entry)
        for value in entry:
            if not isinstance(value, int):
                raise fault(FILE, entry, value, f"needs a number before the colon, found {value!r}")
            for word in need_words(FILE, entry, value):
                _add(found, kind, value, key(word))
    return found


def _add(found: dict[str, tuple[NumberWord, ...]], kind: Kind, value: int, word: str) -> None:
    spellings = [(word, word.startswith("ال") and kind == "ordinal")]
    if kind != "ordinal" and word not in _WEEKDAYS:
        spellings.append(("ال" + word, True))
    for spelling, definite in spellings:
        for form, joined in clitic_forms(spelling).items():
            reading = NumberWord(kind, value, joined, definite)
            if all(old.kind != kind or old.value != value for old in found.get(form, ())):
                found[form] = (*found.get(form, ()), reading)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number read from the words [first:last]; `vague` when it is only a lower bound, `written` when digits."""

    value: float
    first: int
    last: int
    joined: bool = False
    definite: bool = False
    vague: bool = False
    digits: bool = False


def digits_value(text: str) -> float | None:
    """The value of a run of digits, thousands separators dropped; None when it is a dotted date or version.

    >>> digits_value("1,200"), digits_value("2.5"), digits_value("12.3.2019")
    (1200.0, 2.5, None)
    """
    if _THOUSANDS.fullmatch(text):
        return float(re.sub(r"\D", "", text))
    return float(text) if text.count(".") <= 1 else None


def figure_at(texts: Sequence[str], at: int) -> Figure | None:
    """The longest number that begins at word `at`, or None.

    >>> figure_at(["سبعه", "واربعين"], 0).value
    47
    """
    text = texts[at]
    if text[0] in "0123456789":
        value = digits_value(text)
        if value is None:
            return None
        return _scaled(texts, Figure(value, at, at + 1, digits=True))
    readings = number_words().get(text)
    return _spelled(texts, at, readings) if readings else None


def _reading(texts: Sequence[str], at: int, kinds: tuple[Kind, ...], joined: bool | None = None) -> NumberWord | None:
    if at >= len(texts):
        return None
    for reading in number_words().get(texts[at], ()):
        if reading.kind in kinds and joined in (None, reading.joined):
            return reading
    return None


def _spelled(texts: Sequence[str], at: int, readings: tuple[NumberWord, ...]) -> Figure | None:
    first = readings[0]
    below = _below_thousand(texts, at)
    if below is not None:
        return _scaled(texts, Figure(below[0], at, below[1], first.joined, first.definite))
    dual = next((r for r in readings if r.kind == "dual_scale"), None)
    if dual is not None:
        return _more(texts, Figure(dual.value, at, at + 1, dual.joined, dual.definite), dual.value // 2)
    vague = next((r for r in readings if r.kind == "vague"), None)
    if vague is not None:
        scale = _reading(texts, at + 1, ("scale", "vague"), joined=False)
        by = scale.value if scale and vague.value in (10, 100) and scale.value >= 1000 else 1
        return Figure(vague.value * by, at, at + 1 + (by > 1), vague.joined, vague.definite, vague=True)
    scale = next((r for r in readings if r.kind == "scale"), None)
    if scale is not None:
        return _more(texts, Figure(scale.value, at, at + 1, scale.joined, scale.definite), scale.value)
    return None


def _below_thousand(texts: Sequence[str], at: int) -> tuple[int, int] | None:
    """(value, next word) of a number word below a thousand at `at`; an inner part may be joined by و."""
    start = _reading(texts, at, ("hundreds",))
    if start is not None:
        rest = _below_hundred(texts, at + 1, joined=True)
        return (start.value + rest[0], rest[1]) if rest else (start.value, at + 1)
    value = _below_hundred(texts, at, joined=None)
    if value is None:
        return None
    hundred = _reading(texts, value[1], ("hundreds",), joined=False)
    if hundred is not None and hundred.value == 100 and value[1] == at + 1 and 3 <= value[0] <= 9:
        rest = _below_hundred(texts, at + 2, joined=True)
        return (value[0] * 100 + rest[0], rest[1]) if rest else (value[0] * 100, at + 2)
    return value


def _below_hundred(texts: Sequence[str], at: int, joined: bool | None) -> tuple[int, int] | None:
    unit = _reading(texts, at, ("unit", "before_ten"), joined)
    if unit is not None:
        ten = _reading(texts, at + 1, ("unit",), joined=False)
        if ten is not None and ten.value == 10 and unit.value < 10 and not ten.definite:
            return unit.value + 10, at + 2
        tens = _reading(texts, at + 1, ("tens",), joined=True)
        if tens is not None and unit.value < 10:
            return unit.value + tens.value, at + 2
        return (unit.value, at + 1) if unit.kind == "unit" else None
    tens = _reading(texts, at, ("tens",), joined)
    return (tens.value, at + 1) if tens is not None else None


def _scaled(texts: Sequence[str], figure: Figure) -> Figure:
    """`figure` times the scale that follows it ("سبعة عشر ألفا"), with what is joined to that."""
    scale = _reading(texts, figure.last, ("scale",), joined=False)
    if scale is None or scale.definite:
        return figure
    value = figure.value * scale.value
    return _more(
        texts, Figure(value, figure.first, figure.last + 1, figure.joined, figure.definite, digits=figure.digits), scale.value
    )


def _more(texts: Sequence[str], figure: Figure, scale: int) -> Figure:
    """`figure` with the smaller number that و joins to it ("ألفين وخمسمئة")."""
    if scale != 1000 or not _reading(texts, figure.last, ("unit", "before_ten", "tens", "hundreds"), joined=True):
        return figure
    rest = _below_thousand(texts, figure.last)
    if rest is None or _reading(texts, rest[1], ("scale",), joined=False):
        return figure
    return Figure(figure.value + rest[0], figure.first, rest[1], figure.joined, figure.definite, digits=figure.digits)


def ordinal_at(texts: Sequence[str], at: int) -> tuple[int, int, bool] | None:
    """(value, next word, joined) of an ordinal at `at`, up to the ninety-ninth, or None.

    >>> ordinal_at(["الرابع", "والعشرين"], 0)
    (24, 2, False)
    """
    ordinal = _reading(texts, at, ("ordinal",))
    if ordinal is None:
        return None
    ten = _reading(texts, at + 1, ("unit",), joined=False)
    if ten is not None and ten.value == 10 and not ten.definite:
        return ordinal.value + 10, at + 2, ordinal.joined
    tens = _reading(texts, at + 1, ("tens",), joined=True)
    joined = tens.value if tens is not None and tens.definite else 0
    return ordinal.value + joined, at + (2 if joined else 1), ordinal.joined
