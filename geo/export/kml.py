"""KML 2.2: one Placemark an event, for Google Earth and its like; by the standard its coordinates are WGS 84."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator
from datetime import date
from html import escape
from shutil import copyfileobj
from typing import BinaryIO, cast

from geo.coding.vocabulary import event_groups, event_types, statuses
from geo.export.feature import point
from geo.export.machine import Machine
from geo.export.output import Target, opened
from geo.export.row import columns, joined, kind, row
from geo.model import DateSpan, Event

LOCATED, UNLOCATED = "events", "unlocated"  # the folders, which GIS programs take for layers
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # in XML 1.0, escaped or not
_SPECIAL = re.compile("[&<>\r]")
_REPLACEMENT = "\ufffd"
_SPOOLED = 1 << 20  # bytes of unlocated events kept in memory; more wait on disk
_TYPES = {float: "double", int: "int", list: "string", date: "string", str: "string"}
_BEGIN = '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Dalil</name>\n'
_END = "</Document></kml>\n"


def write_kml(events: Iterable[Event], out: Target, machine: Machine | None = None) -> int:
    """Writes `events` as KML; returns how many. Memory does not grow with them.

    Located events come first, in the folder "events"; the others follow in "unlocated", without geometry. Each has
    its days as a TimeSpan, the CSV's columns as ExtendedData, and a balloon with its quotes, right to left.
    Characters that XML can't hold become U+FFFD. Raises `ExportError` when a file can't be written; what stood
    there before is then untouched.
    """
    total = 0
    with opened(out) as stream, tempfile.SpooledTemporaryFile(_SPOOLED) as waiting:
        _say(stream, _BEGIN + "".join(_styles()) + _schema(machine) + _folder(LOCATED))
        for event in events:
            unlocated = cast("BinaryIO", waiting)
            _say(stream if event.location else unlocated, _placemark(event, machine))
            total += 1
        _say(stream, "</Folder>\n" + _folder(UNLOCATED))
        waiting.seek(0)
        copyfileobj(waiting, stream)
        _say(stream, "</Folder>\n" + _END)
    return total


def text(value: object) -> str:
    """`value` as the text of an XML element.

    >>> text("<b> & سرت")
    '&lt;b&gt; &amp; سرت'
    """
    plain = str(value)
    return escape(plain, quote=False).replace("\r", "&#13;") if _SPECIAL.search(plain) else plain


def _say(stream: BinaryIO, written: str) -> None:
    stream.write(_FORBIDDEN.sub(_REPLACEMENT, written).encode())


def _folder(name: str) -> str:
    return f"<Folder><name>{name}</name>\n"


def _schema(machine: Machine | None) -> str:
    fields = "".join(f'<SimpleField name="{name}" type="{_TYPES[kind(name)]}"/>' for name in columns(machine))
    return f'<Schema name="event" id="event">{fields}</Schema>\n'


def _styles() -> Iterator[str]:
    """A colour a group, and a balloon that shows the description alone."""
    for group in event_groups().values():
        red, green, blue = group.colour[1:3], group.colour[3:5], group.colour[5:7]
        colour = f"ff{blue}{green}{red}".lower()  # KML writes opacity first, then backwards
        yield (
            f'<Style id="{group.id}"><IconStyle><color>{colour}</color></IconStyle>'
            "<BalloonStyle><text>$[description]</text></BalloonStyle></Style>\n"
        )


def _placemark(event: Event, machine: Machine | None) -> str:
    where = point(event.location)
    shape = f"<Point><coordinates>{where[0]},{where[1]}</coordinates></Point>" if where else ""
    data = "".join(
        f'<SimpleData name="{name}">{text(joined(value))}</SimpleData>'
        for name, value in row(event, machine).items()
        if value is not None
    )
    return (
        f"<Placemark><name>{text(_title(event))}</name><description>{text(_balloon(event))}</description>"
        f"{_span(event.date)}<styleUrl>#{event_types()[event.event_type].group}</styleUrl>"
        f'<ExtendedData><SchemaData schemaUrl="#event">{data}</SchemaData></ExtendedData>{shape}</Placemark>\n'
    )


def _title(event: Event) -> str:
    parts = [event_types()[event.event_type].en, event.location.name_en if event.location else "", event.date.edtf]
    return ", ".join(filter(None, parts))


def _span(when: DateSpan) -> str:
    begin = f"<begin>{when.start.isoformat()}</begin>" if when.start else ""
    end = f"<end>{when.end.isoformat()}</end>" if when.end else ""
    return f"<TimeSpan>{begin}{end}</TimeSpan>" if begin or end else ""


def _balloon(event: Event) -> str:
    """HTML: what happened, the quotes in Arabic, who says so and where it was read."""
    quotes = "".join(f'<blockquote dir="rtl" lang="ar">{_html(passage.text)}</blockquote>' for passage in event.passages)
    sources = " ← ".join(event.attribution)
    told = [
        f"<h3>{_html(_title(event))}</h3><p>{_html(statuses()[event.status].en)}</p>{quotes}",
        f'<p dir="rtl" lang="ar">{_html(sources)}</p>' if sources else "",
        f'<p dir="auto">{_html(", ".join(filter(None, [event.publisher, event.article_title, event.published])))}</p>',
    ]
    return "".join(told)


def _html(value: str) -> str:
    """Escaped for HTML, and safe from the $[names] that a balloon fills in."""
    return escape(value).replace("$[", "&#36;[")
