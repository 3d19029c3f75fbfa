"""`python -m geo export`: what it selects, what it writes, what it says."""

from __future__ import annotations

import csv
import json
import os
import pty
import subprocess
import sys
import termios
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import geopandas
import pytest

from geo.__main__ import main
from geo.export import ENDINGS
from geo.model import Article
from geo.store.case import CaseFile
from tests.store.made import at, event

ROOT = Path(__file__).parents[2]
QUOTE = "اندلعت معارك عنيفة"
TOLD = (
    event(0, where=at("sirte"), factions=("LNA", "GNA"), killed=(3, 3, 3)),
    event(1, where=at("ajdabiya"), factions=("TUR",), start="2020-08-01", kind="air_strike", status="claimed"),
    event(2, start=None, kind="talks", status="planned"),
    event(3, kind="statement", where=at("sirte")),
)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Four events of one article: one accepted, one edited, one rejected, and one more that a person added."""
    path = tmp_path / "case.gpkg"
    with closing(CaseFile.open(path)) as file:
        file.add(Article("a", QUOTE, "title a", published="2020-07-03"), TOLD)
        file.accept("e0", "an analyst", file.version("e0"))
        file.edit("e1", {"status": "reported"}, "an analyst", file.version("e1"))
        file.reject("e2", "no talks", "an analyst", file.version("e2"))
        file.insert(replace(event(4, where=at("benghazi")), event_id="e4"), "an analyst")
    return path


def written(case: Path, *options: str) -> dict[str, dict[str, object]]:
    out = case.with_name("out.geojson")
    assert main(["export", "--case", str(case), "--out", str(out), *options]) == 0
    features = json.loads(out.read_bytes())["features"]
    return {feature["id"]: feature["properties"] for feature in features}


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        ([], {"e0", "e1", "e4"}),  # as the dashboard at first: no statements, nothing rejected
        (["--type", "all"], {"e0", "e1", "e3", "e4"}),
        (["--type", "battle", "--type", "statement"], {"e0", "e3", "e4"}),
        (["--review", "all"], {"e0", "e1", "e2", "e4"}),
        (["--review", "rejected"], {"e2"}),
        (["--review", "accepted", "--review", "added"], {"e0", "e4"}),
        (["--faction", "GNA", "--faction", "TUR"], {"e0", "e1"}),
        (["--place", "sirte"], {"e0"}),
        (["--status", "reported"], {"e0", "e1", "e4"}),
        (["--from", "2020-07-20"], {"e1"}),
        (["--to", "2020-07-20"], {"e0", "e4"}),
        (["--article", "a", "--review", "all", "--no-undated"], {"e0", "e1", "e4"}),
        (["--review", "all", "--no-unlocated"], {"e0", "e1", "e4"}),
        (["--text", "benghazi"], {"e4"}),
        (["--text", "nothing"], set()),
    ],
    ids=str,
)
def test_the_filters_are_the_dashboards(case: Path, options: list[str], ids: set[str]) -> None:
    assert set(written(case, *options)) == ids


def test_the_review_is_told_and_on_request_the_machines_record(case: Path) -> None:
    told = written(case)
    assert {name: fields["review"] for name, fields in told.items()} == {"e0": "accepted", "e1": "edited", "e4": "added"}
    assert "machine" not in told["e0"]
    beside = written(case, "--with-machine")
    assert (beside["e1"]["status"], beside["e1"]["machine"]["status"]) == ("reported", "claimed")
    assert beside["e4"]["machine"] is None


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_ending_chooses_the_format(case: Path, ending: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = case.with_name(f"out{ending.upper()}")
    assert main(["export", "--case", str(case), "--out", str(out), "--with-machine"]) == 0
    assert capsys.readouterr() == ("3 of 5 events: All events except: Statements\n", "")
    if ending == ".parquet":
        assert list(geopandas.read_parquet(out)["event_id"]) == ["e0", "e1", "e4"]
    elif ending == ".csv":
        with out.open(encoding="utf-8-sig", newline="") as source:
            assert [row["machine_status"] for row in csv.DictReader(source)] == ["reported", "claimed", ""]
    else:
        done = subprocess.run(["ogrinfo", "-ro", "-al", out], capture_output=True, text=True, encoding="utf8", check=True)
        assert done.stdout.count("OGRFeature(") == 3


def test_tables_of_other_projects_say_what_is_left_out(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = case.with_name("out.csv")
    asked = ["export", "--case", str(case), "--out", str(out), "--type", "all", "--review", "all", "--format"]
    assert main([*asked, "acled"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "3 of 5 events: All events, review: Not reviewed, Accepted, Edited or 2 more",
        "left out: 2 (a kind that ACLED does not record)",
    ]
    assert main([*asked, "ged"]) == 0
    assert "1 of 5 events" in capsys.readouterr().out
    with out.open(encoding="utf-8-sig", newline="") as source:
        assert [(row["best"], row["review"]) for row in csv.DictReader(source)] == [("3", "accepted")]


@pytest.mark.parametrize(
    ("options", "line"),
    [
        (["--case", "none.gpkg", "--out", "o.csv"], "python -m geo: --case: none.gpkg: no such file"),
        (["--case", "CASE", "--out", "o.xyz"], "python -m geo: --out: o.xyz: the ending must be one of .geojson, .csv, .gpkg"),
        (["--case", "CASE", "--out", "CASE"], "python -m geo: --out: CASE: is the case itself; name another file"),
        (["--case", "CASE", "--out", "o.csv", "--format", "pdf"], "python -m geo: --format: 'pdf' is not one of geojson, csv"),
        (["--case", "CASE", "--out", "o.csv", "--type", "picnic"], "python -m geo: --type: there is no type 'picnic'"),
        (["--case", "CASE", "--out", "o.csv", "--place", "a\nb"], "python -m geo: --place: there is no place 'a b'"),
        (["--case", "CASE", "--out", "o.csv", "--from", "soon"], "python -m geo export: argument --from: 'soon' is not a day"),
        (["--case", "CASE", "--out", "o.csv", "--from", "2020-02-01", "--to", "2020-01-01"], "python -m geo: --from: 2020"),
        (["--case", "CASE", "--out", "none/o.csv"], "python -m geo: none/o.csv: can't be written: No such file or directory"),
        (["--case", "CASE", "--out", "o.csv", "--format", "acled", "--with-machine"], "python -m geo: --with-machine: "),
        (["--out", "o.csv"], "python -m geo export: the following arguments are required: --case"),
    ],
)  # fmt: skip
def test_when_nothing_can_be_done_it_says_why(
    case: Path, options: list[str], line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(case.parent)
    assert status("export", *(option.replace("CASE", str(case)) for option in options)) == 2
    told = capsys.readouterr()
    assert (told.out, len(told.err.splitlines())) == ("", 1)
    assert told.err.replace(str(case), "CASE").startswith(line)
    assert os.listdir(case.parent) == [case.name]


def status(*arguments: str) -> object:
    try:
        return main(arguments)
    except SystemExit as stopped:  # argparse's way
        return stopped.code


def test_a_foreign_file_is_left_as_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    foreign = tmp_path / "case.gpkg"
    foreign.write_bytes(b"no database at all, but long enough for a header" * 40)
    before = foreign.read_bytes()
    assert main(["export", "--case", str(foreign), "--out", str(tmp_path / "o.csv")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert foreign.read_bytes() == before


@pytest.mark.parametrize("on_terminal", [True, False])
def test_progress_is_shown_on_a_terminal_only(case: Path, on_terminal: bool) -> None:
    reading, writing = pty.openpty() if on_terminal else os.pipe()
    if on_terminal:
        termios.tcsetwinsize(writing, (24, 80))
    command = [sys.executable, "-m", "geo", "export", "--case", str(case), "--out", str(case.with_name("o.kml"))]
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=writing, timeout=60, check=True)
    os.close(writing)
    shown = b""
    try:
        while data := os.read(reading, 4096):
            shown += data
    except OSError:  # a terminal ends so when the other side is closed
        pass
    os.close(reading)
    assert (b"3/3" in shown) is on_terminal
