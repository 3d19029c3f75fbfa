"""One event as one row of the layer `events`: the codebook's fields laid flat, as the CSV has them, and a point."""

from __future__ import annotations

import struct
from dataclasses import fields
from typing import Any

from geo.coding.vocabulary import event_types
from geo.model import Casualties, Event, Location
from geo.store.schema import WGS84

SEPARATOR = " | "  # between the parts of a list
POINT_BYTES = 29
_POINT = struct.Struct("<2sBBiBIdd")  # GeoPackage header without an envelope, then WKB, all little-endian
_TOLLS = tuple(field.name for field in fields(Casualties))
_LITTLE_ENDIAN, _WKB_POINT = 1, 1
_TOLLS = tuple(field.name for field in fields(Casualties))


def flat(event: Event) -> dict[str, Any]:
    """The columns of `event`, `geom` among them; None for what is unknown, untold or an empty list."""
    kind, day, where = event_types()[event.event_type], event.date, event.location
    return {
        "geom": point(where),
        "event_id": event.event_id,
        "incident_id": event.incident_id,
        "event_type": event.event_type,
        "event_group": kind.group,
        "acled_event_type": kind.acled,
        "acled_sub_event_type": kind.acled_sub,
        "plover": kind.plover,
        "status": event.status,
        "date_start": day.start and day.start.isoformat(),
        "date_end": day.end and day.end.isoformat(),
        "date_edtf": day.edtf or None,
        "date_precision": day.precision,
        "date_basis": day.basis,
        "date_text": day.text or None,
        **_place(where),
        **_parties(event),
        **{name: getattr(event.casualties, name) for name in _TOLLS},
        "attribution": _joined(event.attribution),
        "article_id": event.article_id,
        "article_title": event.article_title,
        "publisher": event.publisher,
        "published": event.published,
        "passages": _joined([passage.text for passage in event.passages]),
        "passage_offsets": _joined([f"{passage.start}-{passage.end}" for passage in event.passages]),
        "disputed_by": _joined(event.disputed_by),
        "confidence": event.confidence,
        "review": event.review,
    }


def point(where: Location | None) -> bytes | None:
    """A GeoPackage point, WGS 84; None when unlocated."""
    if where is None:
        return None
    return _POINT.pack(b"GP", 0, _LITTLE_ENDIAN, WGS84, _LITTLE_ENDIAN, _WKB_POINT, where.longitude, where.latitude)


def _place(where: Location | None) -> dict[str, Any]:
    return {
        "place_id": where and where.place_id,
        "place_name_en": where and where.name_en,
        "place_name_ar": where and where.name_ar,
        "admin1": where and where.admin1,
        "country": where and where.country,
        "longitude": where and where.longitude,
        "latitude": where and where.latitude,
        "geo_precision": where and where.geo_precision,
        "radius_km": where and where.radius_km,
    }


def _parties(event: Event) -> dict[str, str | None]:
    cells = {}
    for role in ("actor1", "actor2"):
        actors = [actor for actor in event.actors if actor.role == role]
        cells[role] = _joined([f"{actor.name_en} ({actor.faction})" if actor.faction else actor.name_en for actor in actors])
        cells[f"{role}_text"] = _joined([actor.text for actor in actors])
    return cells | {"factions": _joined(event.factions)}


def _joined(parts: tuple[str, ...] | list[str]) -> str | None:
    return SEPARATOR.join(parts) if parts else None
