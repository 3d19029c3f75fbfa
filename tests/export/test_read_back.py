"""What geopandas reads is what was written, field by field, whatever the text holds."""

from __future__ import annotations

import io
import os
import subprocess
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

import geopandas
import pytest

from geo.errors import ExportError
from geo.export import batches, to_feature, write_geojson, write_geopackage, write_kml, write_parquet
from geo.export.feature import point
from geo.model import Actor, Casualties, DateSpan, Event, Passage
from tests.export.read_back import expected, plain, points, read, rows
from tests.export.test_exports import EVENT, UNKNOWN

HOSTILE = '=cmd|"/C calc"!A1 <b onclick="x">&amp; ]]> $[name]\n{x} \';DROP TABLE events;-- \u202eسرت\u202c'
TRICKY = replace(
    EVENT,
    event_id="e-3",
    article_title=HOSTILE,
    publisher="ن" * 300,
    attribution=(HOSTILE, "الناطق"),
    actors=(Actor("a", HOSTILE, HOSTILE, "", "actor1", HOSTILE),),
    passages=(Passage(HOSTILE, 0, len(HOSTILE)), Passage("وقُتل ٣", 200, 207)),
    casualties=Casualties(0, 3, None, 1, None, 2_000_000),
    date=DateSpan(None, EVENT.date.end, "../2019-01-17", "range", "stated", HOSTILE),
    review="edited",
)
OLD = replace(EVENT, event_id="e-4", location=None, date=replace(EVENT.date, start=EVENT.date.start.replace(year=1805)))
EVENTS = [EVENT, TRICKY, UNKNOWN, OLD]
WRITERS: dict[str, Callable[..., int]] = {".gpkg": write_geopackage, ".kml": write_kml, ".parquet": write_parquet}


def written(tmp_path: Path, ending: str, events: list[Event], **more: object) -> Path:
    out = tmp_path / f"events{ending}"
    assert WRITERS[ending](iter(events), out, **more) == len(events)
    return out


@pytest.mark.parametrize("ending", WRITERS)
def test_every_field_comes_back(tmp_path: Path, ending: str) -> None:
    out = written(tmp_path, ending, EVENTS)
    assert rows(out) == [expected(event, out) for event in EVENTS]
    assert points(out) == [point(event.location) for event in EVENTS]
    assert read(out).crs.to_epsg() == 4326


def test_every_field_of_geojson_comes_back(tmp_path: Path) -> None:
    out = tmp_path / "events.geojson"
    write_geojson(EVENTS, out)
    assert b'"crs"' not in out.read_bytes(), "RFC 7946"
    frame = geopandas.read_file(out)
    assert frame.crs.to_epsg() == 4326
    for shape, record, event in zip(frame.geometry, frame.to_dict("records"), EVENTS, strict=True):
        told = to_feature(event)
        assert (None if shape is None else [shape.x, shape.y]) == (told["geometry"] and told["geometry"]["coordinates"])
        assert {name: plain(record[name]) for name in told["properties"]} == told["properties"]


def test_located_events_come_first_in_kml(tmp_path: Path) -> None:
    out = written(tmp_path, ".kml", [UNKNOWN, EVENT])
    assert [told["event_id"] for told in rows(out)] == ["e-1", "e-2"]


@pytest.mark.parametrize("ending", WRITERS)
def test_nothing_selected_is_an_empty_layer(tmp_path: Path, ending: str) -> None:
    out = written(tmp_path, ending, [])
    assert len(read(out)) == 0


@pytest.mark.parametrize("ending", WRITERS)
def test_the_machines_record_stands_beside(tmp_path: Path, ending: str) -> None:
    kept = {EVENT.event_id: replace(EVENT, status="planned", location=None, casualties=Casualties(killed_high=9))}
    out = written(tmp_path, ending, [EVENT, OLD], machine=kept.get)
    assert rows(out, kept.get) == [expected(event, out, kept.get) for event in (EVENT, OLD)]
    edited, added = rows(out, kept.get)
    assert (edited["status"], edited["machine_status"], edited["machine_killed_high"]) == ("claimed", "planned", 9)
    assert {value for name, value in added.items() if name.startswith("machine_")} == {None}


def test_the_machines_record_in_geojson() -> None:
    said = replace(EVENT, status="planned", location=None)
    told = to_feature(EVENT, {EVENT.event_id: said}.get)["properties"]
    assert told["machine"]["status"] == "planned"
    assert told["machine"]["geometry"] is None
    assert "review" not in told["machine"]
    assert to_feature(EVENT, {}.get)["properties"]["machine"] is None
    assert "machine" not in to_feature(EVENT)["properties"]


@pytest.mark.parametrize("ending", [*WRITERS, ".geojson"])
def test_gdal_reads_it(tmp_path: Path, ending: str) -> None:
    if ending == ".parquet":
        pytest.skip("Debian's GDAL has no Parquet driver")
    out = tmp_path / f"events{ending}"
    {**WRITERS, ".geojson": write_geojson}[ending](EVENTS, out)
    done = subprocess.run(["ogrinfo", "-ro", "-al", out], capture_output=True, text=True, encoding="utf8", timeout=60, check=True)
    assert (done.stderr, done.stdout.count("OGRFeature(")) == ("", len(EVENTS))
    assert 'ID["EPSG",4326]' in done.stdout
    assert "POINT (14.4283 27.0377)" in done.stdout
    assert "سبها" in done.stdout


@pytest.mark.parametrize("ending", WRITERS)
def test_a_failure_leaves_the_earlier_file(tmp_path: Path, ending: str) -> None:
    out = tmp_path / "out"
    out.write_text("earlier")

    def failing() -> Iterator[Event]:
        yield EVENT
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        WRITERS[ending](failing(), out)
    assert out.read_text() == "earlier"
    assert os.listdir(tmp_path) == ["out"]


@pytest.mark.parametrize("ending", WRITERS)
def test_what_cant_be_written_says_so(tmp_path: Path, ending: str) -> None:
    with pytest.raises(ExportError, match="is a folder; name a file"):
        WRITERS[ending]([EVENT], tmp_path)
    with pytest.raises(ExportError, match="out: can't be written: No such file or directory"):
        WRITERS[ending]([EVENT], tmp_path / "none" / "out")


@pytest.mark.parametrize("ending", WRITERS)
def test_a_stream_gets_the_same(tmp_path: Path, ending: str) -> None:
    stream = io.BytesIO()
    assert WRITERS[ending](EVENTS, stream) == len(EVENTS)
    out = tmp_path / f"streamed{ending}"
    out.write_bytes(stream.getvalue())
    assert len(rows(out)) == len(EVENTS)


def test_a_balloon_quotes_right_to_left_and_runs_no_markup(tmp_path: Path) -> None:
    out = written(tmp_path, ".kml", [TRICKY])
    [balloon] = read(out)["description"]
    assert '<blockquote dir="rtl" lang="ar">وقُتل ٣</blockquote>' in balloon
    assert "<b " not in balloon
    assert "$[" not in balloon


def test_kml_has_no_character_that_xml_forbids(tmp_path: Path) -> None:
    event = replace(EVENT, article_title="a\x00b\x1b\uffffc\r\nd")
    assert rows(written(tmp_path, ".kml", [event]))[0]["article_title"] == "a\ufffdb\ufffd\ufffdc\r\nd"


def test_a_geopackage_has_no_text_that_ends_too_soon(tmp_path: Path) -> None:
    event = replace(EVENT, article_title="a\x00b", attribution=("c\x00d",))
    [told] = rows(written(tmp_path, ".gpkg", [event]))
    assert (told["article_title"], told["attribution"]) == ("a\ufffdb", "c\ufffdd")


def test_an_edited_layer_keeps_its_index(tmp_path: Path) -> None:
    out = written(tmp_path, ".gpkg", EVENTS)
    subprocess.run(["ogrinfo", out, "-sql", "DELETE FROM events WHERE event_id = 'e-1'"], capture_output=True, check=True)
    assert len(geopandas.read_file(out, bbox=(14, 27, 15, 28))) == 1


@pytest.mark.parametrize("ending", WRITERS)
def test_memory_does_not_grow_with_the_events(tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "ROWS", 100)
    out = tmp_path / "out"
    WRITERS[ending]([EVENT, UNKNOWN], out)
    tracemalloc.start()
    try:
        assert WRITERS[ending](chain.from_iterable([EVENT, UNKNOWN] for _ in range(500)), out) == 1000
        assert tracemalloc.get_traced_memory()[1] < 1_500_000, "one batch of rows at the most"
    finally:
        tracemalloc.stop()
