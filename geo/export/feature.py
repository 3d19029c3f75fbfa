"""One event as one GeoJSON Feature, field by field as CODEBOOK 9 lays down."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from geo.coding.vocabulary import event_types
from geo.model import DateSpan, Event, Location

_DECIMALS = 6  # of a degree: 0.1 m; more would differ between machines for points that were moved


def to_feature(event: Event) -> dict[str, Any]:
    """The Feature (RFC 7946) of `event`; its geometry is null when the event is unlocated.

    What is unknown is null, but for texts of the catalogue (title, publisher), which are "".
    """
    where = point(event.location)
    geometry = {"type": "Point", "coordinates": list(where)} if where else None
    return {"type": "Feature", "id": event.event_id, "geometry": geometry, "properties": properties(event)}


def properties(event: Event) -> dict[str, Any]:
    """The codebook's fields of `event`, in the codebook's order. Days are ISO 8601 or None."""
    kind = event_types()[event.event_type]
    return {
        "event_id": event.event_id,
        "incident_id": event.incident_id,
        "event_type": event.event_type,
        "event_group": kind.group,
        "acled_event_type": kind.acled,
        "acled_sub_event_type": kind.acled_sub,
        "plover": kind.plover,
        "status": event.status,
        **_when(event.date),
        **_where(event.location),
        "actors": [asdict(actor) for actor in event.actors],
        "factions": list(event.factions),
        **asdict(event.casualties),
        "attribution": list(event.attribution),
        "article_id": event.article_id,
        "article_title": event.article_title,
        "publisher": event.publisher,
        "published": event.published,
        "passages": [asdict(passage) for passage in event.passages],
        "disputed_by": list(event.disputed_by),
        "confidence": event.confidence,
        "review": event.review,
    }


def point(location: Location | None) -> tuple[float, float] | None:
    """(longitude, latitude) in decimal degrees, WGS 84, rounded for exchange; None when unlocated.

    >>> point(None) is None
    True
    """
    if location is None:
        return None
    return round(location.longitude, _DECIMALS), round(location.latitude, _DECIMALS)


def _when(when: DateSpan) -> dict[str, Any]:
    return {
        "date_start": when.start.isoformat() if when.start else None,
        "date_end": when.end.isoformat() if when.end else None,
        "date_edtf": when.edtf or None,
        "date_precision": when.precision,
        "date_basis": when.basis,
        "date_text": when.text or None,
    }


def _where(location: Location | None) -> dict[str, Any]:
    return {
        "place_id": location and location.place_id,
        "place_name_en": location and location.name_en,
        "place_name_ar": location and location.name_ar,
        "admin1": location and location.admin1,
        "country": location and location.country,
        "geo_precision": location and location.geo_precision,
        "radius_km": location and location.radius_km,
    }
