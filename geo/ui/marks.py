"""A piece of an article as HTML, with what the coder took from it marked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from markupsafe import Markup

from geo.model import Mark, Span
from geo.ui.escape import shown
from geo.ui.texts import Texts


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


def read_whole(text: str, furniture: Sequence[Span], passages: Sequence[Span], marks: Iterable[Mark], texts: Texts) -> Markup:
    """A whole article: furniture greyed, passages highlighted, the first of them the one to scroll to, marks inside."""
    marks = list(marks)
    spans = [*furniture, *passages]

    def piece(left: int, right: int) -> Markup:
        body = text[left:right]
        if _inside(furniture, left, right):
            return Markup('<span class="furniture">{}</span>').format(shown(body))
        if not _inside(passages, left, right):
            return shown(body)
        return Markup('<span class="passage">{}</span>').format(marked(body, left, marks, texts))

    return _cut(0, len(text), spans, piece)


def _inside(spans: Iterable[Span], left: int, right: int) -> bool:
    return any(span.start <= left and span.end >= right for span in spans)


def _cut(start: int, end: int, spans: Iterable[Span | Mark], piece: Callable[[int, int], Markup]) -> Markup:
    borders = {border for span in spans for border in (span.start, span.end) if start < border < end}
    return Markup("").join(piece(left, right) for left, right in pairwise(sorted({start, end} | borders)))
