"""How an event came about, in words, for `python -m geo extract --explain`."""

from __future__ import annotations

from collections.abc import Iterator

from geo.cli_text import one_line
from geo.model import Article, Event, Mark


def explain(event: Event, article: Article) -> str:
    """Some lines of plain text: what was coded, by which rule, from which words at which offsets."""
    return "\n".join(_lines(event, article)) + "\n"


def _lines(event: Event, article: Article) -> Iterator[str]:
    when, where = event.date, event.location
    yield one_line(f"{event.event_id}  {event.event_type}, {event.status}, confidence {event.confidence:.2f}")
    yield one_line(f"  article  {event.article_id}, published {event.published or 'unknown'}")
    yield one_line(f"  date     {when.edtf or 'unknown'} ({when.precision}, {when.basis}) {when.text}".rstrip())
    place = (
        f"{where.relation} {where.name_en}, precision {where.geo_precision}, ± {where.radius_km:g} km" if where else "unlocated"
    )
    yield one_line(f"  place    {place.strip()}")
    for actor in event.actors:
        yield one_line(f"  {actor.role}   {actor.name_en} [{actor.faction}]: {actor.text}")
    for noun in ("killed", "wounded"):
        figures = [getattr(event.casualties, f"{noun}_{kind}") for kind in ("low", "best", "high")]
        if figures != [None, None, None]:
            yield f"  {noun:<8} " + ", ".join(
                f"{k} {'?' if n is None else n}" for k, n in zip(("low", "best", "high"), figures, strict=True)
            )
    for label, sources in (("says", event.attribution), ("denies", event.disputed_by)):
        if sources:
            yield one_line(f"  {label:<8} {' ← '.join(sources)}")
    yield one_line(f"  rule     {event.rule or 'not told'}")
    left = sorted(event.marks, key=lambda mark: (mark.start, mark.end, mark.kind))
    for passage in event.passages:
        yield one_line(f"  passage  {passage.start}-{passage.end}  {passage.text}")
        inside = [mark for mark in left if passage.start <= mark.start < passage.end]
        left = [mark for mark in left if mark not in inside]
        yield from _marks(inside, article)
    if left:
        yield "  taken from elsewhere in the article"
        yield from _marks(left, article)


def _marks(marks: list[Mark], article: Article) -> Iterator[str]:
    for mark in marks:
        yield one_line(f"    {mark.kind:<6} {mark.start}-{mark.end}  {article.text[mark.start : mark.end]}")
