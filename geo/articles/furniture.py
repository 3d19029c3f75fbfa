"""Site furniture and readers' comments: found by the rules of `furniture.yaml`, masked, never cut out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from gazetteer.arabic import fold
from geo.articles.furniture_rules import LineRule, Rules, rules
from geo.model import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_TOP_LINES = 5
_HEADLINE_WORDS = 20  # a longer line is a paragraph
_END = 6  # code points that tell whether a sentence ends
_LONGEST_ENDING = 200  # code points
_SECTION_WORDS = 3  # in the middle of an article, a line this short may be the heading of what follows
_SENTENCE_END = re.compile(r"(?<!\.)\.[\"»”)]*$")  # one full stop: headlines end with two or three, with ؟ or !


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with anything on it, in folded text: [start:end] without the space around it."""

    start: int
    end: int
    text: str
    words: int

    @property
    def ends_sentence(self) -> bool:
        return _SENTENCE_END.search(self.text[-_END:]) is not None

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
    longest = known.longest
    lines = [line for match in _LINE.finditer(folded.text) if (line := _line(match)).text]
    found: list[tuple[int, int]] = []
    reported = False  # whether a paragraph or a sentence of the article's own has been met
    for order, line in enumerate(lines):
        short = line.words <= longest
        if short and _takes(known.comments, line, order):
            found.append((line.start, len(folded.text) if reported else line.end))
            if reported:
                break
        elif short and _takes(known.headings, line, order):
            found += _related(known, lines, order, reported)
        elif short and _takes(known.lines, line, order):
            found.append((line.start, line.end))
        else:
            found += _ending(known, line)
            reported = reported or not line.is_headline
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


def _related(known: Rules, lines: list[_Line], order: int, reported: bool) -> list[tuple[int, int]]:
    """The heading `lines[order]` with the headlines under it; nothing when it may be the article's own line."""
    heading, rest = lines[order], lines[order + 1 :]
    if reported and all(line.is_headline or _takes(known.lines, line, order) for line in rest):
        return [(heading.start, rest[-1].end if rest else heading.end)]
    if not _takes(known.lines, heading, order):  # "more of …" may begin a headline
        return []
    links = takewhile(lambda line: line.is_headline and line.words > _SECTION_WORDS, rest) if reported else ()
    return [(line.start, line.end) for line in (heading, *links)]


def _ending(known: Rules, line: _Line) -> list[tuple[int, int]]:
    """What closes the paragraph and is not part of it, if anything does."""
    closing = known.endings.search(line.text, max(0, len(line.text) - _LONGEST_ENDING))
    return [(line.start + closing.start(), line.end)] if closing else []


def _merged(text: str, spans: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and not text[merged[-1].end : start].strip():
            merged[-1] = Span(merged[-1].start, max(end, merged[-1].end))
        else:
            merged.append(Span(start, end))
    return tuple(merged)
