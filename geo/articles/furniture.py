"""Site furniture and readers' comments: found by the rules of `furniture.yaml`, masked, never cut out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gazetteer.arabic import fold
from geo.articles.furniture_rules import LineRule, Rules, rules
from geo.model import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_TOP_LINES = 5
_HEADLINE_WORDS = 20  # a longer line is a paragraph
_SECTION_WORDS = 3  # in the middle of an article, a line this short may be the heading of what follows
_SENTENCE_END = (".", "؟", "?", "!", ".»", '."', ".)")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with anything on it, in folded text: [start:end] without the space around it."""

    start: int
    end: int
    text: str
    words: int

    @property
    def ends_sentence(self) -> bool:
        return self.text.endswith(_SENTENCE_END)

    @property
    def is_headline(self) -> bool:
        return self.words <= _HEADLINE_WORDS and not self.ends_sentence


def furniture(text: str) -> tuple[Span, ...]:
    """The spans of `text` (code points, sorted, apart) that are not the article's reporting (CODEBOOK 1.5).

    >>> text = "سيطر الجيش على البلدة.\\nاقرأ أيضاً\\nافتتاح معرض الكتاب"
    >>> [text[s.start : s.end] for s in furniture(text)]
    ['اقرأ أيضاً\\nافتتاح معرض الكتاب']
    >>> furniture("")
    ()
    """
    known, folded = rules(), fold(text)
    lines = [_line(match) for match in _LINE.finditer(folded.text)]
    lines = [line for line in lines if line.text]
    found: list[tuple[int, int]] = []
    for order, line in enumerate(lines):
        if line.words <= known.longest and _takes(known.comments, line, order):
            if any(not earlier.is_headline for earlier in lines[:order]):
                found.append((line.start, len(folded.text)))
                break
            found.append((line.start, line.end))
        elif line.words <= known.longest and _takes(known.headings, line, order):
            found += _under_heading(known, lines, order)
        elif line.words <= known.longest and _takes(known.lines, line, order):
            found.append((line.start, line.end))
        elif ending := _ending(known, line):
            found.append(ending)
    return _merged(text, (folded.span(start, end) for start, end in found))


def _line(match: re.Match[str]) -> _Line:
    text = match.group().strip()
    start = match.start() + match.group().find(text)
    return _Line(start, start + len(text), text, len(text.split()))


def _takes(of: Iterable[LineRule], line: _Line, order: int) -> bool:
    return any(
        line.words <= rule.words
        and (rule.where == "anywhere" or order < _TOP_LINES)
        and (rule.where != "under_title" or order > 0)
        and not (rule.open and line.ends_sentence)
        and rule.pattern.fullmatch(line.text)
        for rule in of
    )


def _under_heading(known: Rules, lines: list[_Line], order: int) -> list[tuple[int, int]]:
    """The heading `lines[order]` with the headlines under it; nothing when reporting may begin with it."""
    rest = lines[order + 1 :]
    tail = [line for line in rest if not line.is_headline and not _takes(known.lines, line, order + 1)]
    if not tail:
        return [(lines[order].start, rest[-1].end if rest else lines[order].end)]
    if not _takes(known.lines, lines[order], order):  # "more of …" may be the article's own headline
        return []
    found = [(lines[order].start, lines[order].end)]
    for line in rest:
        if not line.is_headline or line.words <= _SECTION_WORDS:
            break
        found.append((line.start, line.end))
    return found


def _ending(known: Rules, line: _Line) -> tuple[int, int] | None:
    """What closes the paragraph and is not part of it."""
    for match in known.endings.finditer(line.text, max(0, len(line.text) - 200)):
        if match.end() == len(line.text):
            return line.start + match.start(), line.end
    return None


def _merged(text: str, spans: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and not text[merged[-1].end : start].strip():
            merged[-1] = Span(merged[-1].start, max(end, merged[-1].end))
        else:
            merged.append(Span(start, end))
    return tuple(merged)
