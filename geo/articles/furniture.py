"""Site furniture and readers' comments: found by the rules of `furniture.yaml`, masked, never cut out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, takewhile

from gazetteer.arabic import fold
from geo.articles.furniture_rules import LineRule, Rules, rules
from geo.model import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_TOP_LINES = 5
_HEADLINE_WORDS = 20  # a longer line is a paragraph
_END = 6  # code points that tell whether a sentence ends
_LONGEST_ENDING = 200  # code points
_LONGEST_LINE = 1000  # code points; a longer one is not looked at, whatever it has for words
_SECTION_WORDS = 3  # in the middle of an article, a line this short may be the heading of what follows
_SENTENCE_END = re.compile(r"(?<!\.)\.[\"»”)]*$")  # one full stop: headlines end with two or three, with ؟ or !


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with anything on it, in folded text: [start:end] without the space around it.

    `short` says that the rules may look at it.
    """

    start: int
    end: int
    text: str
    words: int
    short: bool

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
    lines = [line for match in _LINE.finditer(folded.text) if (line := _line(match, known.longest)).text]
    last = _last_report(known, lines)
    found: list[tuple[int, int]] = []
    reported = False  # whether a paragraph or a sentence of the article's own has been met
    for order, line in enumerate(lines):
        if _takes(known.comments, line, order):
            found.append((line.start, len(folded.text) if reported else line.end))
            if reported:
                break
        elif _takes(known.headings, line, order):
            found += _related(known, lines, order, reported, order > last)
        elif _takes(known.lines, line, order):
            found.append((line.start, line.end))
        else:
            found += _ending(known, line)
            reported = reported or not line.is_headline
    return _merged(text, (folded.span(start, end) for start, end in found))


def _line(match: re.Match[str], longest: int) -> _Line:
    text = match.group().strip()
    start, words = match.start() + match.group().find(text), len(text.split())
    return _Line(start, start + len(text), text, words, words <= longest and len(text) <= _LONGEST_LINE)


def _last_report(known: Rules, lines: list[_Line]) -> int:
    """The order of the last line that is a sentence or a paragraph and no furniture; -1 when there is none."""
    orders = reversed(range(len(lines)))
    return next((at for at in orders if not lines[at].is_headline and not _takes(known.lines, lines[at], at)), -1)


def _takes(of: Iterable[LineRule], line: _Line, order: int) -> bool:
    return any(
        line.short
        and line.words <= rule.words
        and (rule.where == "anywhere" or order < _TOP_LINES)
        and (rule.where != "under_title" or order > 0)
        and not (rule.open and line.ends_sentence)
        and rule.pattern.fullmatch(line.text)
        for rule in of
    )


def _related(known: Rules, lines: list[_Line], order: int, reported: bool, closing: bool) -> Iterator[tuple[int, int]]:
    """The heading `lines[order]` with the headlines under it; nothing when it may be the article's own line.

    `reported` says that the article has begun before it, `closing` that it reports nothing after it.
    """
    if reported and closing:
        yield lines[order].start, lines[-1].end
    elif _takes(known.lines, lines[order], order):  # "more of …" may begin a headline: it counts at the end alone
        links = takewhile(
            lambda line: line.is_headline and line.words > _SECTION_WORDS, (lines[at] for at in range(order + 1, len(lines)))
        )
        yield from ((line.start, line.end) for line in chain([lines[order]], links if reported else ()))


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
