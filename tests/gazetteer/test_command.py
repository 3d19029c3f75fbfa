"""`python -m gazetteer resolve | check`, run as a user runs it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gazetteer.load import FOLDER

ROOT = Path(__file__).parents[2]
FIELDS = {"place_id", "name_en", "name_ar", "latitude", "longitude", "kind", "admin1", "country", "radius_km", "score"}


def run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "gazetteer", *arguments],
        input=stdin, capture_output=True, encoding="utf8", cwd=ROOT, check=False,
    )  # fmt: skip


def test_resolve_names():
    done = run("resolve", "سرت", "لا مكان")
    assert done.returncode == 0
    first, second = done.stdout.splitlines()
    assert first.startswith("سرت\tSirte · سرت\ttown\tSirte, LY\t31.2089, 16.5887")
    assert second == "لا مكان\tunknown"


def test_resolve_json_from_standard_input():
    done = run("resolve", "--json", "-", stdin="قاعدة الجفرة\n\nلا مكان\n")
    base, nothing = [json.loads(line) for line in done.stdout.splitlines()]
    assert base["query"] == "قاعدة الجفرة"
    assert set(base["candidates"][0]) == FIELDS
    assert base["candidates"][0]["place_id"] == "ly-jufra-base"
    assert nothing == {"query": "لا مكان", "candidates": []}


def test_own_places_add_and_correct(tmp_path):
    own = tmp_path / "own.csv"
    own.write_text(
        "place_id,name_ar,latitude,longitude,names\nmy-well,بئر الذئب,29.5,18.5,بير الذئب\nmy-sirte,سرت,31.0,16.0,\n", "utf8"
    )
    done = run("resolve", "--places", str(own), "--json", "بير الذئب", "سرت", "درنة")
    well, sirte, derna = [json.loads(line)["candidates"][0] for line in done.stdout.splitlines()]
    assert (well["place_id"], well["latitude"], well["longitude"]) == ("my-well", 29.5, 18.5)
    assert sirte["place_id"] == "my-sirte"
    assert derna["place_id"] == "ly-derna"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("place_id,name_ar,latitude\n", "own.csv, line 1, longitude: the column is missing from the first line"),
        ("place_id,name_ar,latitude,longitude\na,س,31.x,16\n", "own.csv, line 2, latitude: '31.x' is not a number"),
        ("place_id,name_ar,latitude,longitude\na,س,nan,16\n", "own.csv, line 2, latitude: nan is beyond 90"),
        ("place_id,name_ar,latitude,longitude\na,س,131,16\n", "own.csv, line 2, latitude: 131 is beyond 90"),
        ("place_id,name_ar,latitude,longitude\n,س,31,16\n", "own.csv, line 2, place_id: is empty"),
        ("place_id,name_ar,latitude,longitude\na,,31,16\n", "own.csv, line 2, name_ar: is empty"),
        (
            "place_id,name_ar,latitude,longitude\na,س,31\n",
            "own.csv, line 2, columns: the row has more or fewer than the first line",
        ),
        ("place_id,name_ar,latitude,longitude,kind\na,س,31,16,burg\n", "own.csv, line 2, kind: 'burg' is none of"),
        (
            "place_id,name_ar,latitude,longitude,strength\na,س,31,16,iron\n",
            "own.csv, line 2, strength: needs strong, weak, lookup",
        ),
    ],
)
def test_a_bad_own_file_is_one_line(tmp_path, content, said):
    own = tmp_path / "own.csv"
    own.write_text(content, "utf8")
    done = run("resolve", "--places", str(own), "سرت")
    assert done.returncode == 2
    assert done.stderr.startswith(said)
    assert len(done.stderr.splitlines()) == 1


def test_no_file_and_no_text(tmp_path):
    missing = run("resolve", "--places", str(tmp_path / "none.csv"), "سرت")
    assert missing.returncode == 2
    assert "can't be read" in missing.stderr
    (tmp_path / "binary.csv").write_bytes(b"\xff\xfe\x00\x81")
    binary = run("resolve", "--places", str(tmp_path / "binary.csv"), "سرت")
    assert binary.returncode == 2
    assert "is not UTF-8" in binary.stderr


def test_the_shipped_data_passes():
    done = run("check")
    assert (done.returncode, done.stdout) == (0, "")


@pytest.fixture
def copy(tmp_path):
    for name in ("places.csv", "names.csv"):
        shutil.copy(FOLDER / name, tmp_path)
    return tmp_path


def broken(folder: Path, file: str, old: str, new: str) -> subprocess.CompletedProcess[str]:
    path = folder / file
    text = path.read_text("utf8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new, 1), "utf8")
    return run("check", str(folder))


def line_of(text: str, file: str) -> int:
    return next(n for n, line in enumerate((FOLDER / file).read_text("utf8").splitlines(), 1) if line.startswith(text))


@pytest.mark.parametrize(
    ("file", "old", "new", "where", "reason"),
    [
        ("places.csv", "LY,31.2089,16.5887", "LY,51.2089,16.5887", "ly-sirte,", "latitude: 51.2089, 16.5887 is outside Libya"),
        ("places.csv", "LY,31.2089,16.5887", "LY,31.2089,11.5887", "ly-sirte,", "parent: "),
        ("places.csv", "6,ly-sirte-district", "6,ly-atlantis", "ly-sirte,", "parent: 'ly-atlantis' is not a place_id"),
        ("places.csv", "PPL,Sirte,LY", "PPL,Atlantis,LY", "ly-sirte,", "admin1: 'Atlantis' is no district's"),
        ("places.csv", "GeoNames 2210554", "", "ly-sirte,", "source: is empty"),
        ("names.csv", "ly-derna,درنة", "ly-derna,سرت", "ly-derna,درنة", "strength: 'سرت' is strong for another place on line "),
        ("names.csv", "ly-derna,درنة", "ly-nowhere,درنة", "ly-derna,درنة", "place_id: 'ly-nowhere' is not in places.csv"),
        ("names.csv", "ly-derna,درنة,ar,strong", "ly-derna,درنة,ar,iron", "ly-derna,درنة", "strength: needs strong, weak"),
    ],
)  # fmt: skip
def test_check_names_file_and_line(copy, file, old, new, where, reason):
    done = broken(copy, file, old, new)
    assert done.returncode == 1
    assert f"{file}, line {line_of(where, file)}, {reason}" in done.stdout


def test_check_sees_a_place_twice(copy):
    line = (copy / "places.csv").read_text("utf8").splitlines()[line_of("ly-sirte,", "places.csv") - 1]
    with (copy / "places.csv").open("a", encoding="utf8") as target:
        target.write(line + "\n" + line.replace("ly-sirte,", "ly-sirte-again,", 1) + "\n")
    with (copy / "names.csv").open("a", encoding="utf8") as target:
        target.write("ly-sirte-again,سرت,ar,weak\n")
    done = run("check", str(copy))
    assert "'ly-sirte' is also on line" in done.stdout
    assert "looks like" in done.stdout
