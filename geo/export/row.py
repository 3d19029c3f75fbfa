"""One event as one row of a table: CODEBOOK 9 with the point, the actors and the passages laid flat."""

from __future__ import annotations

from datetime import date
from typing import Any

from geo.export.feature import point, properties
from geo.export.machine import PREFIX, Machine, reviewed
from geo.model import Event

SEPARATOR = " | "  # between the parts of a list in one cell
COLUMNS = (
    *("event_id", "incident_id", "event_type", "event_group", "acled_event_type", "acled_sub_event_type", "plover", "status"),
    *("date_start", "date_end", "date_edtf", "date_precision", "date_basis", "date_text"),
    *("place_id", "place_name_en", "place_name_ar", "admin1", "country", "longitude", "latitude", "geo_precision", "radius_km"),
    *("actor1", "actor1_text", "actor2", "actor2_text", "factions"),
    *("killed_low", "killed_best", "killed_high", "wounded_low", "wounded_best", "wounded_high"),
    *("attribution", "article_id", "article_title", "publisher", "published"),
    *("passages", "passage_offsets", "disputed_by", "confidence", "review"),
)
_MACHINES = tuple(column for column in COLUMNS if reviewed(column))
_REALS = frozenset(["longitude", "latitude", "radius_km", "confidence"])
_INTEGERS = frozenset(
    ["geo_precision", *(f"{harm}_{figure}" for harm in ("killed", "wounded") for figure in ("low", "best", "high"))]
)
_DAYS = frozenset(["date_start", "date_end"])
_LISTS = frozenset(
    [
        *("actor1", "actor1_text", "actor2", "actor2_text", "factions"),
        *("attribution", "passages", "passage_offsets", "disputed_by"),
    ]
)


def columns(machine: Machine | None = None) -> tuple[str, ...]:
    """The names of the columns: the event's, then with `machine` "machine_" and each that a person may change."""
    return COLUMNS if machine is None else (*COLUMNS, *(PREFIX + column for column in _MACHINES))


def kind(column: str) -> type:
    """What a column holds, the machine's like the event's; None may stand in each.

    float, int, list (of texts), date (as an ISO 8601 text) or str.

    >>> kind("radius_km"), kind("machine_killed_best"), kind("passages"), kind("date_start")
    (<class 'float'>, <class 'int'>, <class 'list'>, <class 'datetime.date'>)
    """
    plain = column.removeprefix(PREFIX)
    for names, held in ((_REALS, float), (_INTEGERS, int), (_LISTS, list), (_DAYS, date)):
        if plain in names:
            return held
    return str


def row(event: Event, machine: Machine | None = None) -> dict[str, Any]:
    """The cells of `event` by column, in the order of `columns(machine)`.

    `actors` become four columns: who acts and whom it is done to, each by name and in the article's words.
    `passages` become their verbatim texts and their "start-end" offsets. Days are ISO 8601 texts. The machine's
    cells are None throughout for an event that a person added.
    """
    cells = _cells(event)
    told = {column: cells[column] for column in COLUMNS}
    if machine is not None:
        original = machine(event.event_id)
        said = _cells(original) if original else dict.fromkeys(_MACHINES)
        told |= {PREFIX + column: said[column] for column in _MACHINES}
    return told


def joined(value: object) -> object:
    """`value` with the parts of a list in one text.

    >>> joined(["a", "b"]), joined([]), joined(2)
    ('a | b', '', 2)
    """
    return SEPARATOR.join(map(str, value)) if isinstance(value, list) else value


def _cells(event: Event) -> dict[str, Any]:
    cells = properties(event)
    cells["longitude"], cells["latitude"] = point(event.location) or (None, None)
    for role in ("actor1", "actor2"):
        parties = [actor for actor in event.actors if actor.role == role]
        cells[role] = [f"{party.name_en} ({party.faction})" if party.faction else party.name_en for party in parties]
        cells[f"{role}_text"] = [party.text for party in parties]
    for field in ("factions", "attribution", "disputed_by"):
        cells[field] = list(cells[field])
    cells["passages"] = [passage.text for passage in event.passages]
    cells["passage_offsets"] = [f"{passage.start}-{passage.end}" for passage in event.passages]
    return cells
