"""A piece of an article as HTML, with what the coder took from it marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import get_args

from markupsafe import Markup

from geo.model import Article, Event, Mark, MarkKind
from geo.ui.escape import shown
from geo.ui.texts import Texts

MARKS: tuple[MarkKind, ...] = get_args(MarkKind)
_BLANK_LINES = re.compile(r"\n(?:[ \t\r]*\n)+")


def marked(text: str, start: int, marks: Iterable[Mark], texts: Texts) -> Markup:
    """`text`, which begins at code point `start` of its article, with `marks` (offsets into the article) as <mark>.

    Marks may nest, overlap or run over the edge: the text is cut at every border, and each piece takes its looks from
    the shortest mark over it and its title from all of them.

    >>> str(marked("سقط قتيل", 10, [Mark("deed", 10, 13)], Texts("en")))
    '<mark class="deed" title="deed">سقط</mark> قتيل'
    """
    clipped = [Mark(m.kind, max(m.start, start), min(m.end, start + len(text))) for m in marks]
    clipped = sorted((m for m in clipped if m.start < m.end), key=lambda m: m.end - m.start)

    def piece(left: int, right: int) -> Markup:
        body = shown(text[left - start : right - start])
        kinds = list(dict.fromkeys(m.kind for m in clipped if m.start <= left and m.end >= right))
        title = ", ".join(texts(f"mark_{kind}") for kind in kinds)
        return Markup('<mark class="{}" title="{}">{}</mark>').format(kinds[0], title, body) if kinds else body

    return _cut(start, start + len(text), clipped, piece)


@dataclass(frozen=True, slots=True)
class _Cover:
    """A span of an article and what it is: furniture, a gap of blank lines, a passage or a mark of an event."""

    start: int
    end: int
    kind: str
    event_id: str = ""


def annotated(article: Article, events: Iterable[Event], texts: Texts) -> Markup:
    """A whole article: furniture greyed, the passages of the events highlighted, their marks inside them.

    The text is cut at every border. Each piece says where it stands (`data-at`, a code point of the text), which events
    quote it (`data-events`) and which took a mark from it (`data-marked`); its text is the article's, letter for letter.

    >>> from geo.model import Span
    >>> str(annotated(Article("a", "menu قال", masked=(Span(0, 5),)), [], Texts("en")))
    '<span class="furniture" data-at="0">menu </span><span data-at="5">قال</span>'
    """
    covers = sorted(_covers(article, events), key=lambda cover: cover.start)
    borders = sorted({0, len(article.text), *(at for cover in covers for at in (cover.start, cover.end))})
    pieces, active, coming = [], list[_Cover](), 0
    for left, right in pairwise(borders):
        active = [cover for cover in active if cover.end > left]
        while coming < len(covers) and covers[coming].start <= left:
            active.append(covers[coming])
            coming += 1
        pieces.append(_piece(article.text[left:right], left, active, texts))
    return Markup("").join(pieces)


def _covers(article: Article, events: Iterable[Event]) -> Iterator[_Cover]:
    """Whatever covers a part of the text, clipped to it."""
    found = [_Cover(*gap.span(), "gap") for gap in _BLANK_LINES.finditer(article.text)]
    found += [_Cover(span.start, span.end, "furniture") for span in article.masked]
    for event in events:
        found += [_Cover(passage.start, passage.end, "passage", event.event_id) for passage in event.passages]
        found += [_Cover(mark.start, mark.end, mark.kind, event.event_id) for mark in event.marks]
    for cover in found:
        clipped = replace(cover, start=max(cover.start, 0), end=min(cover.end, len(article.text)))
        if clipped.start < clipped.end:
            yield clipped


def _piece(text: str, at: int, covers: Sequence[_Cover], texts: Texts) -> Markup:
    marks = sorted((cover for cover in covers if cover.kind in MARKS), key=lambda cover: cover.end - cover.start)
    quoting = dict.fromkeys(cover.event_id for cover in covers if cover.kind == "passage")
    kinds = dict.fromkeys(cover.kind for cover in marks)
    classes = [*list(kinds)[:1], *(kind for kind in ("furniture", "gap", "passage") if any(c.kind == kind for c in covers))]
    said = {
        "class": " ".join(classes),
        "title": ", ".join(texts(f"mark_{kind}") for kind in kinds),
        "data-at": str(at),
        "data-events": " ".join(quoting),
        "data-marked": " ".join(dict.fromkeys(cover.event_id for cover in marks)),
    }
    attributes = Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in said.items() if value)
    return Markup("<{0}{1}>{2}</{0}>").format("mark" if marks else "span", attributes, shown(text))


def legend(texts: Texts) -> Markup:
    """What each colour of a mark stands for."""
    keys = Markup(" ").join(Markup('<mark class="{}">{}</mark>').format(kind, texts(f"mark_{kind}")) for kind in MARKS)
    return Markup('<p class="legend">{} {}</p>').format(texts("legend"), keys)


def _cut(start: int, end: int, spans: Iterable[Mark], piece: Callable[[int, int], Markup]) -> Markup:
    borders = {border for span in spans for border in (span.start, span.end) if start < border < end}
    return Markup("").join(piece(left, right) for left, right in pairwise(sorted({start, end} | borders)))
