"""The list of formats, and the events that one gets."""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from geo.errors import DataError
from geo.export import ENDINGS, FORMATS, countries, selected
from geo.export.countries import Country
from tests.store.made import at, event, table

ROOT = Path(__file__).parents[2]
TOLD = [replace(event(n, where=at("sirte"), article=f"a{n}", killed=(1, 1, 1)), incident_id=f"i{n % 2}") for n in range(5)]


def ids(name: str, *flags: bool) -> list[str]:
    built = table(*TOLD)
    return [one.event_id for one in selected(built, np.array(flags), FORMATS[name])]


def test_the_order_is_the_tables_and_the_mask_chooses() -> None:
    assert ids("geojson", True, False, True, True, False) == ["e0", "e2", "e3"]


@pytest.mark.parametrize("name", ["acled", "ged"])
def test_a_table_of_incidents_gets_them_one_after_another(name: str) -> None:
    assert ids(name, True, True, True, True, True) == ["e0", "e2", "e4", "e1", "e3"]
    out = io.BytesIO()
    built = table(*TOLD)
    assert FORMATS[name].write(selected(built, np.ones(5, dtype=bool), FORMATS[name]), out) == 5
    assert len(out.getvalue().splitlines()) == 1 + 2


@pytest.mark.parametrize("found", FORMATS.values(), ids=lambda found: found.name)
def test_each_format_writes_nothing_and_something_to_a_stream(found) -> None:
    for events in ([], TOLD):
        out = io.BytesIO()
        assert found.write(events, out) == len(events)
        assert out.getvalue()
    assert found.label == f"download_{found.name}"


def test_endings_mean_one_format_each() -> None:
    assert {ending: found.name for ending, found in ENDINGS.items()} == {
        ".geojson": "geojson",
        ".csv": "csv",
        ".gpkg": "gpkg",
        ".kml": "kml",
        ".parquet": "parquet",
        ".json": "geojson",
    }


def test_reasons_are_in_both_languages() -> None:
    statement = event(kind="statement")
    for name, found in FORMATS.items():
        reason = found.left_out(statement)
        assert (reason is not None) == (name in ("acled", "ged"))
        assert reason is None or (reason.en and reason.ar)


def test_countries_have_a_name_and_codes_of_their_own() -> None:
    known = countries.countries()
    assert known["LY"] is known["LBY"]
    assert known["LY"] == Country("LY", "LBY", 434, "Libya", "Northern Africa", "Africa", 620)
    assert len({country.numeric for country in known.values()}) == len(known) / 2


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("alpha2,name\n", "line 1, header"),
        ("LY,LBY,x,Libya,,,620\n", "line 2, numeric: 'x' is not a number"),
        ("LY,LBY,434,Libya,,,6a\n", "line 2, gwno: '6a' is not a number"),
        ("LY,LBY,434,Libya,,,620\nLY,LBZ,435,Libya,,,\n", "line 3, alpha2: 'LY' is used twice"),
    ],
)
def test_a_faulty_list_of_countries_is_told(tmp_path, monkeypatch: pytest.MonkeyPatch, text: str, fault: str) -> None:
    path = tmp_path / "countries.csv"
    header = "alpha2,alpha3,numeric,name,acled_region,ged_region,gwno\n"
    path.write_text(text if "alpha2" in text else header + text, encoding="utf8")
    monkeypatch.setattr(countries, "_FILE", path)
    with pytest.raises(DataError, match=fault):
        countries.countries.__wrapped__()


FULL = """
import resource, signal, sys
from pathlib import Path
from geo.errors import ExportError
from geo.export import FORMATS
from tests.store.made import at, event
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # the write fails instead, as on a full disk
events = [event(n, where=at("sirte"), killed=(1, 1, 1), quote=f"{n} " * 200) for n in range(300)]
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))
for name, found in FORMATS.items():
    try:
        found.write(events, Path(sys.argv[1]) / name)
    except ExportError as error:
        print(error)
"""


def test_a_full_disk_is_one_line_and_the_earlier_file_stays(tmp_path: Path) -> None:
    for name in FORMATS:
        (tmp_path / name).write_text("earlier")
    command = [sys.executable, "-c", FULL, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    assert [line.partition(": can't be written")[0] for line in done.stdout.splitlines()] == [
        str(tmp_path / name) for name in FORMATS
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(FORMATS)
    assert {path.read_text() for path in tmp_path.iterdir()} == {"earlier"}
