"""Every record of the project, as CODEBOOK sections 1 to 10 define them. All are immutable."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Status = Literal["reported", "claimed", "planned", "denied"]
DatePrecision = Literal["day", "range", "month", "year", "unknown"]
DateBasis = Literal["stated", "publication", "unknown"]
Role = Literal["actor1", "actor2"]
MarkKind = Literal["deed", "actor", "place", "date", "count", "source"]

LONGEST_PASSAGE = 400  # code points, CODEBOOK 1.4


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in `Article.text`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """An article as read. `published` is EDTF or None; `masked` are the spans of site furniture."""

    article_id: str
    text: str
    title: str = ""
    publisher: str = ""
    published: str | None = None
    url: str = ""
    language: str = "ar"
    note: str = ""
    masked: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A verbatim quote: `article.text[start:end] == text`, at most 400 code points."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the article and what the coder took from it."""

    kind: MarkKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DateSpan:
    """When an event happened: inclusive days, None where unknown. `edtf` is EDTF level 1, '' if unknown."""

    start: date | None = None
    end: date | None = None
    edtf: str = ""
    precision: DatePrecision = "unknown"
    basis: DateBasis = "unknown"
    text: str = ""


@dataclass(frozen=True, slots=True)
class Location:
    """Where an event happened. Degrees are WGS 84; `geo_precision` 1 site, 2 near it, 3 area.

    `relation` says in English how the point was moved from the named place ("south of"), '' if it was not.
    """

    place_id: str
    name_en: str
    name_ar: str
    admin1: str | None
    country: str
    longitude: float
    latitude: float
    geo_precision: int
    radius_km: float
    relation: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """A party to an event; `text` is the article's own wording, `faction` a code of CODEBOOK 6."""

    id: str
    name_en: str
    name_ar: str
    faction: str
    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Casualties:
    """UCDP's best, low and high; None when nothing is said, 0 only when the article says none."""

    killed_low: int | None = None
    killed_best: int | None = None
    killed_high: int | None = None
    wounded_low: int | None = None
    wounded_best: int | None = None
    wounded_high: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that one article says happened, is happening, will happen or did not (CODEBOOK 1).

    `rule` and `marks` tell how it came about; they are shown and explained, not exported to GeoJSON.
    """

    event_id: str
    incident_id: str
    event_type: str
    status: Status
    date: DateSpan
    location: Location | None
    actors: tuple[Actor, ...]
    casualties: Casualties
    attribution: tuple[str, ...]
    disputed_by: tuple[str, ...]
    passages: tuple[Passage, ...]
    confidence: float
    article_id: str
    article_title: str
    publisher: str
    published: str | None
    review: str = "unreviewed"
    rule: str = ""
    marks: tuple[Mark, ...] = ()

    @property
    def factions(self) -> tuple[str, ...]:
        """Faction codes of the actors, in order of appearance, each once."""
        return tuple(dict.fromkeys(actor.faction for actor in self.actors if actor.faction))
