"""The dateline that opens a report: where and when it was filed, which is not where and when things happened."""

from __future__ import annotations

import re

from geo.coding.syntax import function_words

# "طرابلس (رويترز) - ", "بنغازي 15 يونيو 2020 (شينخوا) ", "طرابلس - وكالات: ", "طرابلس/ الأناضول"
_OPENING = re.compile(r"^(?P<head>[^\n.؟!]{2,60}?(?:\([^)\n]{2,30}\)[ \t]*[-–—:]?|[-–—/][ \t]*[^\n:]{2,40}:))", re.MULTILINE)
_WORD = re.compile(r"\w+")
_LINE = re.compile(r"^(?P<head>[^\n.:؟!]{2,40}[-–—/][^\n.؟!]{2,50})$", re.MULTILINE)


def datelines(text: str) -> list[tuple[int, int]]:
    """The spans of datelines in folded `text`: a place, an agency, perhaps a day, at the head of a line.

    >>> datelines("طرابلس (رويترز) - قصفت طايره الميناء")
    [(0, 17)]
    >>> datelines("قصفت طايره الميناء")
    []
    """
    spans: dict[int, tuple[int, int]] = {}
    for pattern in (_OPENING, _LINE):
        for line in pattern.finditer(text):
            start, end = line.span("head")
            if _names_agency(text[start:end]):
                spans.setdefault(start, (start, end))
    return sorted(spans.values())


def _names_agency(head: str) -> bool:
    words = " " + " ".join(_WORD.findall(head)) + " "
    return any(f" {agency} " in words for agency in function_words("agencies"))
