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


def read_whole(
    text: str, furniture: Sequence[Span], here: Sequence[Span], others: Sequence[Span], marks: Iterable[Mark], texts: Texts
) -> Markup:
    """A whole article: furniture greyed, the passages `here` and `others` highlighted, marks inside them.

    >>> str(read_whole("menu قال", [Span(0, 4)], [Span(5, 8)], [], [], Texts("en")))
    '<span class="furniture">menu</span> <span class="passage here">قال</span>'
    """
    marks = list(marks)

    def piece(left: int, right: int) -> Markup:
        for name, spans in (("furniture", furniture), ("passage here", here), ("passage", others)):
            if any(span.start <= left and span.end >= right for span in spans):
                return Markup('<span class="{}">{}</span>').format(name, marked(text[left:right], left, marks, texts))
        return shown(text[left:right])

    return _cut(0, len(text), [*furniture, *here, *others], piece)


def _cut(start: int, end: int, spans: Iterable[Span | Mark], piece: Callable[[int, int], Markup]) -> Markup:
    borders = {border for span in spans for border in (span.start, span.end) if start < border < end}
    return Markup("").join(piece(left, right) for left, right in pairwise(sorted({start, end} | borders)))
