"""One event as one GeoJSON Feature, field by field as CODEBOOK 9 lays down."""

from __future__ import annotations

from typing import Any

import orjson

from geo.coding.vocabulary import event_types
from geo.export.machine import Machine, reviewed
from geo.model import DateSpan, Event, Location

_DECIMALS = 6  # of a degree: 0.1 m; more would differ between machines for points that were moved


def to_feature(event: Event, machine: Machine | None = None) -> dict[str, Any]:
    """The Feature (RFC 7946) of `event`; its geometry is null when the event is unlocated.

    What is unknown is null, but for texts of the catalogue (title, publisher), which are "". With `machine`,
    the property "machine" holds what the machine said of each field that a person may change, and its
    geometry; null for an event that a person added.
    """
    feature: dict[str, Any] = orjson.loads(feature_bytes(event, machine))
    return feature


def feature_bytes(event: Event, machine: Machine | None = None) -> bytes:
    """The same as JSON."""
    told = properties(event)
    if machine is not None:
        told["machine"] = _original(machine(event.event_id))
    return orjson.dumps({"type": "Feature", "id": event.event_id, "geometry": _geometry(event.location), "properties": told})


def properties(event: Event) -> dict[str, Any]:
    """The codebook's fields of `event`, in the codebook's order; actors and passages are the model's own records.

    Days are ISO 8601 or None.
    """
    kind = event_types()[event.event_type]
    toll = event.casualties
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
        "actors": event.actors,
        "factions": event.factions,
        "killed_low": toll.killed_low,
        "killed_best": toll.killed_best,
        "killed_high": toll.killed_high,
        "wounded_low": toll.wounded_low,
        "wounded_best": toll.wounded_best,
        "wounded_high": toll.wounded_high,
        "attribution": event.attribution,
        "article_id": event.article_id,
        "article_title": event.article_title,
        "publisher": event.publisher,
        "published": event.published,
        "passages": event.passages,
        "disputed_by": event.disputed_by,
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


def _geometry(location: Location | None) -> dict[str, Any] | None:
    where = point(location)
    return {"type": "Point", "coordinates": where} if where else None


def _original(said: Event | None) -> dict[str, Any] | None:
    if said is None:
        return None
    fields = {name: value for name, value in properties(said).items() if reviewed(name)}
    return {"geometry": _geometry(said.location), **fields}


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
    if location is None:
        return dict.fromkeys(_PLACE)
    return {
        "place_id": location.place_id,
        "place_name_en": location.name_en,
        "place_name_ar": location.name_ar,
        "admin1": location.admin1,
        "country": location.country,
        "geo_precision": location.geo_precision,
        "radius_km": location.radius_km,
    }


_PLACE = ("place_id", "place_name_en", "place_name_ar", "admin1", "country", "geo_precision", "radius_km")
