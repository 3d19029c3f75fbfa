"""The dateline that opens a report: where and when it was filed, which is not where and when things happened."""

from __future__ import annotations

import re

from geo.coding.syntax import function_words

# "طرابلس (رويترز) - ", "بنغازي 15 يونيو 2020 (شينخوا) ", "طرابلس - وكالات: ", "طرابلس/ الأناضول"
_OPENING = re.compile(
    r"^(?P<head>[^\n.؟!]{2,60}?(?:\((?P<agency>[^)\n]{2,30})\)[ \t]*[-–—:]?|[-–—/][ \t]*(?P<desk>[^\n:]{2,40}):))", re.MULTILINE
)
_LINE = re.compile(r"^(?P<head>[^\n.:؟!]{2,40}[-–—/][^\n.؟!]{2,50})$", re.MULTILINE)


def datelines(text: str) -> list[tuple[int, int]]:
    """The spans of datelines in folded `text`: a place, an agency, perhaps a day, at the head of a line.

    >>> datelines("طرابلس (رويترز) - قصفت طايره الميناء")
    [(0, 17)]
    >>> datelines("قصفت طايره الميناء")
    []
    """
    found = []
    for line in _OPENING.finditer(text):
        if _names_agency(line["agency"] or line["desk"]):
            found.append(line.span("head"))
    found += [line.span("head") for line in _LINE.finditer(text) if _names_agency(line["head"])]
    return sorted(found)


def _names_agency(words: str) -> bool:
    known = function_words("agencies")
    return any(
        name in f" {words} ".replace(")", " ").replace("(", " ").replace("/", " ") for name in (f" {word} " for word in known)
    )
