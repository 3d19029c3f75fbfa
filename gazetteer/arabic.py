"""The one folding of Arabic spelling, with offsets back to the original.

Input text and reference names pass through the same `fold`, so that a match never depends on how a
newsroom spells. The order is fixed: (1) characters that carry no letter are dropped (short vowels,
shadda, tatweel, direction marks); (2) letters that newswire interchanges are merged (أ إ آ ٱ → ا,
ى → ي, ة → ه, ؤ → و, ئ → ي, Persian ک گ ی → ك ك ي); (3) Arabic-Indic digits become ASCII digits;
(4) Latin letters are lower-cased where that keeps their number; (5) any white space becomes a space,
but for line breaks.

Sources: DESIGN section 5 (spelling varies inside one article); Unicode 15 chapter 9.2 for the marks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_DROPPED = (
    [chr(c) for c in range(0x0610, 0x061B)]  # honorific signs
    + [chr(c) for c in range(0x064B, 0x0660)]  # short vowels, shadda, sukun
    + ["\u0670", "\u0640", "\u061c", "\u00ad", "\ufeff"]  # dagger alif, tatweel, marks
    + [chr(c) for c in range(0x06D6, 0x06EE) if c not in (0x06DD, 0x06DE, 0x06E5, 0x06E6, 0x06E9)]
    + [chr(c) for c in range(0x200B, 0x2010)]  # zero width, direction
    + [chr(c) for c in range(0x202A, 0x202F)]
    + [chr(c) for c in range(0x2060, 0x2070)]
)
_MERGED = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي",
           "ک": "ك", "گ": "ك", "ی": "ي", "ھ": "ه", "ہ": "ه"}  # fmt: skip
_SPACES = "\t\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"

_TABLE: dict[int, str | int | None] = {c: c for c in range(0x700)}  # a character that the table lacks costs more
_TABLE |= {ord(c): None for c in _DROPPED}
_TABLE |= {ord(k): v for k, v in _MERGED.items()}
_TABLE |= {0x0660 + d: str(d) for d in range(10)} | {0x06F0 + d: str(d) for d in range(10)}
_TABLE |= {ord(c): " " for c in _SPACES}
_TABLE |= {c: chr(c).lower() for c in range(0x41, 0x250) if chr(c).isupper() and len(chr(c).lower()) == 1}
_DROPPED_ONE = re.compile("[" + "".join(_DROPPED) + "]")

# One-letter words written on to the next one, and their common pairs (DESIGN 5). لل is ل + ال.
PROCLITICS = frozenset(
    ["", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك"],
)
ARTICLE = "ال"


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text that knows where each of its characters stood in the original.

    `text` has one character for each kept character of the original; offsets are code points.
    """

    text: str
    _anchors: tuple[int, ...] = ()

    def original(self, at: int) -> int:
        """The offset in the original of the folded character at `at` (or the end, for one past it).

        >>> fold("مُدن").original(1)
        2
        >>> fold("").original(0)
        0
        """
        return at + bisect_right(self._anchors, at)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Original (start, end) of the folded slice [start:end], its last letter's marks with it; an empty slice stays empty.

        >>> fold("في طبـــرق أمس").span(3, 7)
        (3, 10)
        """
        if end <= start:
            end = start
        if not self._anchors:
            return start, end
        first = self.original(start)
        return (first, first) if end == start else (first, self.original(end))


def fold(text: str) -> Folded:
    """Folded form of `text`, for matching only; quotes are always taken from the original.

    >>> fold("أعلّن لـ«البيان» ١٢").text
    'اعلن ل«البيان» 12'
    >>> fold("").text
    ''
    """
    folded = text.translate(_TABLE)
    if len(folded) == len(text):
        return Folded(folded)
    dropped = [match.start() for match in _DROPPED_ONE.finditer(text)]
    return Folded(folded, tuple(at - order for order, at in enumerate(dropped)))


def key(name: str) -> str:
    """The lookup key of a name: folded, single-spaced, without surrounding space.

    >>> key("  رأس   لانوف ")
    'راس لانوف'
    """
    return " ".join(name.translate(_TABLE).split())


def with_article_variants(name_key: str) -> tuple[str, ...]:
    """The spellings a key takes behind ل: the article merges (ل + الجفره is للجفره).

    >>> with_article_variants("الجفره")
    ('الجفره', 'للجفره')
    >>> with_article_variants("سرت")
    ('سرت',)
    """
    if name_key.startswith(ARTICLE) and len(name_key) > 3:
        return name_key, "لل" + name_key[2:]
    return (name_key,)
