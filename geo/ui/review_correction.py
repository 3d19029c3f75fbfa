"""What stands in the reviewer's form: an event as it was and as it is to be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from geo.model import LONGEST_PASSAGE, Actor, Article, Casualties, DateSpan, Event, Passage

Field = Literal["event_type", "status", "date", "location", "actors", "casualties", "attribution", "disputed_by", "passages"]
FIELDS: tuple[Field, ...] = (
    "event_type", "status", "date", "location", "actors", "casualties", "attribution", "disputed_by", "passages",
)  # fmt: skip
TOLLS = ("killed", "wounded")


@dataclass(frozen=True, slots=True)
class Correction:
    """`before` is what the reviewer saw, at version `seen` (None for an event that the machine missed), `now` what they made.

    `edtf` is what the date's field holds while it is no EDTF date.
    """

    before: Event
    now: Event
    seen: int | None = None
    edtf: str | None = None

    @property
    def changed(self) -> dict[str, Any]:
        """The fields that differ, with their new values."""
        return {name: getattr(self.now, name) for name in FIELDS if getattr(self.now, name) != getattr(self.before, name)}

    @property
    def missed(self) -> bool:
        """Whether it adds an event that the machine missed."""
        return self.seen is None


def with_fields(correction: Correction, fields: Mapping[str, Any]) -> Correction:
    """The correction with some fields of the event changed; a date that is set leaves no faulty text behind."""
    edtf = None if "date" in fields else correction.edtf
    return replace(correction, now=replace(correction.now, **fields), edtf=edtf)


def with_passage(correction: Correction, start: int, end: int, article: Article) -> Correction:
    """The correction with a further passage; unchanged where the span is empty, too long, or there already."""
    added = passage_of(article, start, end)
    if added is None or added in correction.now.passages:
        return correction
    passages = sorted((*correction.now.passages, added), key=lambda passage: passage.start)
    return with_fields(correction, {"passages": tuple(passages)})


def passage_of(article: Article, start: int, end: int) -> Passage | None:
    """The verbatim quote of a span of code points, None where it is empty, outside the text or longer than a passage."""
    if not 0 <= start < end <= len(article.text) or end - start > LONGEST_PASSAGE:
        return None
    return Passage(article.text[start:end], start, end)


def blank(article: Article, passage: Passage) -> Event:
    """An event of which only the passage is known yet: no type, place or date."""
    return Event(
        event_id="", incident_id="", event_type="", status="reported", date=DateSpan(), location=None, actors=(),
        casualties=Casualties(), attribution=(), disputed_by=(), passages=(passage,), confidence=1.0,
        article_id=article.article_id, article_title=article.title, publisher=article.publisher, published=article.published,
    )  # fmt: skip


def faults(correction: Correction) -> list[str]:
    """Keys of the texts that say what keeps the correction from being saved; [] when nothing does."""
    now, tolls = correction.now, correction.now.casualties
    found = []
    if not now.event_type:
        found.append("fault_type")
    if not now.passages:
        found.append("fault_passage")
    if correction.edtf is not None:
        found.append("fault_edtf")
    for kind in TOLLS:
        figures = [value for part in ("low", "best", "high") if (value := getattr(tolls, f"{kind}_{part}")) is not None]
        if figures != sorted(figures):
            found.append(f"fault_{kind}")
    return found


def lines(text: str) -> tuple[str, ...]:
    """One name a line, each once, blank lines left out.

    >>> lines(" البيان \\n\\n مصادر عسكرية\\n البيان")
    ('البيان', 'مصادر عسكرية')
    """
    return tuple(dict.fromkeys(line for line in (" ".join(raw.split()) for raw in text.splitlines()) if line))


def with_actor(actors: tuple[Actor, ...], at: int, **fields: Any) -> tuple[Actor, ...]:
    """The actors with one of them changed."""
    return (*actors[:at], replace(actors[at], **fields), *actors[at + 1 :])


def without(items: tuple[Any, ...], at: int) -> tuple[Any, ...]:
    """The items without the one at `at`."""
    return items[:at] + items[at + 1 :]
