"""Events out: the codebook's GeoJSON, a CSV that is safe to open, and files that appear whole or not at all."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.coding.vocabulary import event_types
from geo.errors import ExportError
from geo.export import to_feature, write_csv, write_geojson
from geo.export.row import COLUMNS, row
from geo.model import Actor, Casualties, DateSpan, Event, Location, Passage

SABHA = Location("ly-sabha", "Sabha", "سبها", "Sabha", "LY", 14.4283000001, 27.0377, 2, 12.5, "south of")
EVENT = Event(
    event_id="e-1",
    incident_id="i-1",
    event_type="mobilization",
    status="claimed",
    date=DateSpan(date(2019, 1, 16), date(2019, 1, 17), "2019-01-16/2019-01-17", "range", "stated", "منذ أمس"),
    location=SABHA,
    actors=(
        Actor("lna", "Libyan National Army", "الجيش الوطني الليبي", "LNA", "actor1", "القوات"),
        Actor("tribe", "A tribe", "قبيلة", "CIV", "actor2", "الأهالي"),
    ),
    casualties=Casualties(killed_low=2, wounded_best=0),
    attribution=("وكالة", "الناطق"),
    disputed_by=("شاهد",),
    passages=(Passage("دخلت القوات البلدة", 10, 28),),
    confidence=0.75,
    article_id="a",
    article_title="عنوان",
    publisher="الساحل",
    published="2019-01-17~",
)
UNKNOWN = replace(
    EVENT, event_id="e-2", event_type="talks", date=DateSpan(), location=None, actors=(), casualties=Casualties(), published=None
)  # fmt: skip


def test_a_feature_is_the_codebooks() -> None:
    feature = to_feature(EVENT)
    assert list(feature) == ["type", "id", "geometry", "properties"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [14.4283, 27.0377]}, "longitude first"
    assert list(feature["properties"].items()) == [
        ("event_id", "e-1"),
        ("incident_id", "i-1"),
        ("event_type", "mobilization"),
        ("event_group", "forces"),
        ("acled_event_type", "Strategic developments"),
        ("acled_sub_event_type", "Change to group/activity"),
        ("plover", "MOBILIZE"),
        ("status", "claimed"),
        ("date_start", "2019-01-16"),
        ("date_end", "2019-01-17"),
        ("date_edtf", "2019-01-16/2019-01-17"),
        ("date_precision", "range"),
        ("date_basis", "stated"),
        ("date_text", "منذ أمس"),
        ("place_id", "ly-sabha"),
        ("place_name_en", "Sabha"),
        ("place_name_ar", "سبها"),
        ("admin1", "Sabha"),
        ("country", "LY"),
        ("geo_precision", 2),
        ("radius_km", 12.5),
        (
            "actors",
            [
                {
                    "id": "lna",
                    "name_en": "Libyan National Army",
                    "name_ar": "الجيش الوطني الليبي",
                    "faction": "LNA",
                    "role": "actor1",
                    "text": "القوات",
                },
                {"id": "tribe", "name_en": "A tribe", "name_ar": "قبيلة", "faction": "CIV", "role": "actor2", "text": "الأهالي"},
            ],
        ),
        ("factions", ["LNA", "CIV"]),
        ("killed_low", 2),
        ("killed_best", None),
        ("killed_high", None),
        ("wounded_low", None),
        ("wounded_best", 0),
        ("wounded_high", None),
        ("attribution", ["وكالة", "الناطق"]),
        ("article_id", "a"),
        ("article_title", "عنوان"),
        ("publisher", "الساحل"),
        ("published", "2019-01-17~"),
        ("passages", [{"text": "دخلت القوات البلدة", "start": 10, "end": 28}]),
        ("disputed_by", ["شاهد"]),
        ("confidence", 0.75),
        ("review", "unreviewed"),
    ]


def test_what_is_unknown_is_null() -> None:
    feature = to_feature(UNKNOWN)
    assert feature["geometry"] is None
    nulls = {name for name, value in feature["properties"].items() if value is None}
    assert nulls == {
        *("acled_event_type", "acled_sub_event_type", "date_start", "date_end", "date_edtf", "date_text", "published"),
        *("place_id", "place_name_en", "place_name_ar", "admin1", "country", "geo_precision", "radius_km"),
        *(field.name for field in fields(Casualties)),
    }
    assert (feature["properties"]["date_precision"], feature["properties"]["date_basis"]) == ("unknown", "unknown")


@pytest.mark.parametrize("event_type", event_types())
def test_every_type_has_its_group_and_counterparts(event_type: str) -> None:
    properties = to_feature(replace(EVENT, event_type=event_type))["properties"]
    kind = event_types()[event_type]
    assert (properties["event_group"], properties["acled_event_type"], properties["plover"]) == (
        kind.group,
        kind.acled,
        kind.plover,
    )


def as_geojson(events: list[Event]) -> bytes:
    out = io.BytesIO()
    write_geojson(events, out)
    return out.getvalue()


def as_csv(events: list[Event]) -> bytes:
    out = io.BytesIO()
    write_csv(events, out)
    return out.getvalue()


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(TEXT, TEXT, st.lists(TEXT, max_size=3))
def test_geojson_comes_back_as_it_went(title: str, quote: str, sources: list[str]) -> None:
    event = replace(EVENT, article_title=title, passages=(Passage(quote, 0, len(quote)),), attribution=tuple(sources))
    collection = orjson.loads(as_geojson([event, UNKNOWN]))
    assert collection == {"type": "FeatureCollection", "features": [to_feature(event), to_feature(UNKNOWN)]}


def test_geojson_of_nothing_is_a_collection() -> None:
    assert orjson.loads(as_geojson([])) == {"type": "FeatureCollection", "features": []}


def cells(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_row_is_an_event() -> None:
    assert tuple(row(EVENT)) == COLUMNS
    assert as_csv([]).startswith(b"\xef\xbb\xbfevent_id,"), "with a mark by which spreadsheets know UTF-8"
    first, second = cells(as_csv([EVENT, UNKNOWN]))
    assert (first["longitude"], first["latitude"], first["killed_low"], first["killed_best"]) == ("14.4283", "27.0377", "2", "")
    assert (first["actor1"], first["actor1_text"]) == ("Libyan National Army (LNA)", "القوات")
    assert (first["actor2"], first["factions"], first["attribution"]) == ("A tribe (CIV)", "LNA | CIV", "وكالة | الناطق")
    assert (first["passages"], first["passage_offsets"]) == ("دخلت القوات البلدة", "10-28")
    assert (second["longitude"], second["date_start"], second["actor1"], second["published"]) == ("", "", "", "")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_cell_starts_a_formula(start: str) -> None:
    hostile = f'{start}HYPERLINK("http://x","y")'
    event = replace(
        EVENT,
        article_title=hostile,
        publisher=hostile,
        attribution=(hostile, "b"),
        actors=(Actor("a", hostile, hostile, "", "actor1", hostile),),
        passages=(Passage(hostile, 0, len(hostile)),),
        date=replace(EVENT.date, text=hostile),
    )
    [first] = cells(as_csv([event]))
    assert [name for name, value in first.items() if value.startswith(start)] == []
    assert first["passages"] == f"'{hostile}"


def test_numbers_stay_numbers() -> None:
    [first] = cells(as_csv([replace(EVENT, location=replace(SABHA, longitude=-0.5))]))
    assert first["longitude"] == "-0.5"


@given(TEXT.filter(str.strip))
def test_passages_are_verbatim(quote: str) -> None:
    [first] = cells(as_csv([replace(EVENT, passages=(Passage(quote, 0, len(quote)),))]))
    assert first["passages"] in (quote, f"'{quote}")


WRITERS = [write_geojson, write_csv]


@pytest.mark.parametrize("write", WRITERS)
def test_a_file_holds_what_the_bytes_hold(tmp_path: Path, write) -> None:
    out = tmp_path / "out"
    assert write(iter([EVENT, UNKNOWN]), out) == 2
    stream = io.BytesIO()
    assert write([EVENT, UNKNOWN], stream) == 2
    assert out.read_bytes() == stream.getvalue()


@pytest.mark.parametrize("write", WRITERS)
def test_a_failure_leaves_the_earlier_file(tmp_path: Path, write) -> None:
    out = tmp_path / "out"
    out.write_text("earlier")

    def failing() -> Iterator[Event]:
        yield EVENT
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(failing(), out)
    assert out.read_text() == "earlier"
    assert os.listdir(tmp_path) == ["out"]


def test_a_file_keeps_its_rights(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_text("earlier")
    out.chmod(0o640)
    write_geojson([], out)
    assert out.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("write", WRITERS)
def test_what_cant_be_written_says_so(tmp_path: Path, write) -> None:
    with pytest.raises(ExportError, match="is a folder; name a file"):
        write([EVENT], tmp_path)
    with pytest.raises(ExportError, match="out: can't be written: No such file or directory"):
        write([EVENT], tmp_path / "none" / "out")


def test_memory_does_not_grow_with_the_events(tmp_path: Path) -> None:
    import tracemalloc

    write_geojson([EVENT], tmp_path / "out")
    tracemalloc.start()
    try:
        assert write_geojson((EVENT for _ in range(3000)), tmp_path / "out") == 3000
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()
    assert (tmp_path / "out").stat().st_size > 3_000_000
