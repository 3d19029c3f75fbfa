"""The gazetteer's records: Place, Name, Candidate, PlaceMention."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer; one row of `data/places.csv` or of the world slice.

    `longitude`, `latitude` are WGS 84 decimal degrees; `radius_km` is how far off the true place may
    lie; `admin1` is the English name of the district; `country` is an ISO 3166 alpha-2 code.
    `feature_code` is GeoNames' (PPL, AIRB, ADM1, PCLI …); `kind` is the plain word for it
    (town, suburb, air base, oil port, district, region, country …).
    """

    place_id: str
    name_en: str
    name_ar: str
    kind: str
    feature_code: str
    admin1: str | None
    country: str
    longitude: float
    latitude: float
    radius_km: float
    parent: str | None = None
    population: int = 0
    source: str = ""
    licence: str = ""
    checked_against: str = ""
    approximate: bool = False
    note: str = ""

    @property
    def is_area(self) -> bool:
        """Whether it is a district, region or country, whose point only represents it (geo_precision 3)."""
        return self.kind in {"district", "region", "country", "province", "sea"}


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling of a place; a weak one is also a plain word or a common name and needs a cue.

    A `lookup_only` one (a nationality, a small town abroad with a common word's name) answers `resolve`
    but is never found in running text.
    """

    place_id: str
    text: str
    language: str
    strong: bool
    lookup_only: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean, with the ranking's score in [0, 1] and its reasons in words."""

    place: Place
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place name found in folded text at [start:end] (folded offsets, the name alone).

    `head_start` is where its kind word begins ("مدينة سرت" starts at مدينة); `strong` is false for a
    name that is also a plain word; `cued` says that a locative cue (preposition, kind word, direction)
    stands before it. `candidates` are ranked best first.
    """

    start: int
    end: int
    head_start: int
    key: str
    strong: bool
    cued: bool
    proclitic: str
    candidates: tuple[Candidate, ...]
