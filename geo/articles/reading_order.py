"""Lines as a PDF draws them, put into the order of reading, in plain letters, and joined into paragraphs.

Most programs draw an Arabic line glyph by glyph from the left, as it is seen (visual order); some write it as it is
read (logical order). Which it was shows in letters that stand at one end of a word alone: ة and ى at its end, the
article at its beginning.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from geo.articles.reading import How

# Presentation forms A and B (Unicode 15, 9.2). The compatibility forms of other scripts are left as they stand.
_SHAPES = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")
_ARABIC = re.compile("[ء-ي\ufb50-\ufdff\ufe70-\ufefc]")
_WORD = re.compile("[ء-غف-ي]{3,}")
_FINAL = "ةى"  # never at the beginning of a word
_ARTICLE = "ال"
_ENOUGH = 3  # words that tell the order
_SURE = 3  # times as many for as against
# What keeps its own direction in a line of Arabic: numbers with what is written into them, Latin words and phrases.
_LATIN = r"[A-Za-z][\w'’&-]*"
_NUMBER = r"[0-9٠-٩]+(?:(?:[.,:%+\-٫٬]| ?/ ?)[0-9٠-٩]+)*%?"
_LEFT_TO_RIGHT = re.compile(rf"{_LATIN}(?: {_LATIN})*|{_NUMBER}")
_GAP = re.compile(r"(?<=[(\[«]) | (?=[)\]»])")  # left behind where the font changes, as is the next
_SLASH = re.compile(r"(?<=\d) ?/ ?(?=\d)")
_MIRRORED = str.maketrans("()[]{}«»<>", ")(][}{»«><")
_FULL = 0.7  # of the longest lines' length: a shorter line ends its paragraph
_CLOSING = re.compile(r"[.؟?!:؛…][\"»”)]*$")


def in_reading_order(drawn: Sequence[str]) -> tuple[str, How]:
    """The text of lines that are given as they are drawn, and whether its order could be told.

    >>> in_reading_order(["ةئداهلا ةميدقلا ةنيدملا 12"]) == in_reading_order(["12 المدينة القديمة الهادئة"])
    True
    >>> in_reading_order(["No Arabic"]), in_reading_order(["هل نبت ورد هنا غدا"])[1]
    (('No Arabic', 'document_text'), 'document_unsure')
    """
    lines = [" ".join(line.split()) for line in drawn]
    seen, read = [_plain(_turned(line)) for line in lines], [_plain(line) for line in lines]
    turned, as_is = _fitting(seen), _fitting(read)
    text = "\n".join(_paragraphs(read if as_is > turned else seen))
    sure = max(turned, as_is) >= max(_ENOUGH, _SURE * min(turned, as_is)) or not is_arabic(text)
    return text, "document_text" if sure else "document_unsure"


def is_arabic(text: str) -> bool:
    """Whether `text` holds an Arabic letter, in whatever shape.

    >>> is_arabic("5+5"), is_arabic("ﻫﺪوء")
    (False, True)
    """
    return _ARABIC.search(text) is not None


def _plain(line: str) -> str:
    return _SLASH.sub("/", _GAP.sub("", _SHAPES.sub(lambda shapes: unicodedata.normalize("NFKC", shapes[0]), line)))


def _fitting(lines: Sequence[str]) -> int:
    """How many words of the lines have at one end what only stands there."""
    words = (word for line in lines for word in _WORD.findall(line))
    return sum(word[-1] in _FINAL or word.startswith(_ARTICLE) for word in words)


def _turned(line: str) -> str:
    """A line of Arabic from its other end, its numbers and Latin words as they are."""
    if not is_arabic(line):
        return line
    return _LEFT_TO_RIGHT.sub(lambda run: run[0][::-1], line[::-1].translate(_MIRRORED))


def _paragraphs(lines: Sequence[str]) -> list[str]:
    """The lines with each that was only wrapped joined to the next: it is full, and does not end a sentence."""
    lengths = sorted(len(line) for line in lines if line)
    full = _FULL * lengths[int(len(lengths) * 0.9)] if lengths else 0.0
    paragraphs: list[str] = []
    wrapped = False
    for line in lines:
        if wrapped and line:
            paragraphs[-1] += f" {line}"
        else:
            paragraphs.append(line)
        wrapped = len(line) >= full and not _CLOSING.search(line)
    return paragraphs
