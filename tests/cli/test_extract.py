"""`python -m geo extract`: what it prints, where, and with which exit status."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from geo.__main__ import main

ROOT = Path(__file__).parents[2]
TEXT = "قصفت طائرة مجهولة مخزناً في مدينة سبها مساء أمس، وقتل ثلاثة عمال.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf8")
    return path


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "geo", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf8", timeout=60, check=False)


def test_standard_output_gets_geojson(article: Path) -> None:
    done = run("extract", article)
    assert (done.returncode, done.stderr) == (0, "")
    features = json.loads(done.stdout)["features"]
    assert features
    for feature in features:
        for passage in feature["properties"]["passages"]:
            assert TEXT[passage["start"] : passage["end"]] == passage["text"]


def test_the_same_articles_give_the_same_bytes(article: Path) -> None:
    assert run("extract", article).stdout == run("extract", article).stdout


@pytest.mark.parametrize(
    ("name", "start"), [("o.geojson", b'{"type"'), ("o.JSON", b'{"type"'), ("o.csv", b"\xef\xbb\xbfevent_id,")]
)
def test_the_ending_chooses_the_format(article: Path, tmp_path: Path, name: str, start: bytes) -> None:
    assert main(["extract", str(article), "--out", str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_bytes().startswith(start)


def test_a_date_is_for_the_articles_that_have_none(article: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf8")
    (tmp_path / "articles.csv").write_text("file,published\na.txt,2020-05-05\n", encoding="utf8")
    out = tmp_path / "o.json"
    assert main(["extract", str(tmp_path), "--published", "2019-03-03~", "--out", str(out)]) == 0
    features = json.loads(out.read_bytes())["features"]
    assert {f["properties"]["article_id"]: f["properties"]["published"] for f in features} == {
        "a": "2020-05-05",
        "b": "2019-03-03~",
    }


def test_what_cant_be_read_is_named_and_the_rest_written(
    article: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x89PNG")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "articles.csv").write_text("file,published\na.txt,yesterday\n")
    out = tmp_path / "o.geojson"
    assert main(["extract", str(tmp_path), "--out", str(out)]) == 1
    told = capfd.readouterr().err.splitlines()
    assert [line.split(str(tmp_path))[-1].split(":")[0] for line in told] == [
        "/articles.csv, line 2, published",
        "/bad.txt",
        "/empty.txt",
    ]
    assert json.loads(out.read_bytes())["features"]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ([], "python -m geo: the following arguments are required: "),
        (["dance"], "python -m geo: argument extract | export | check: invalid choice: 'dance'"),
        (["extract"], "python -m geo extract: the following arguments are required: PATH"),
        (["extract", "none.txt"], "python -m geo: none.txt: no such file\npython -m geo: no article could be read"),
        (
            ["extract", "seeds", "--out", "events.xyz"],
            "python -m geo: --out: events.xyz: the ending must be one of .geojson, .json, .csv",
        ),
        (["extract", "seeds", "--out", "none/o.csv"], "python -m geo: none/o.csv: can't be written: No such file or directory"),
        (["extract", "seeds", "--published", "soon"], "python -m geo: --published: 'soon' is not an EDTF date"),
    ],
)
def test_when_nothing_can_be_done_it_says_why(arguments: list[str], line: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith(line)
    assert len(done.stderr.splitlines()) == len(line.splitlines())


def test_a_failure_leaves_the_earlier_file(tmp_path: Path) -> None:
    out = tmp_path / "o.geojson"
    out.write_text("earlier")
    assert main(["extract", str(tmp_path / "none.txt"), "--out", str(out)]) == 2
    assert out.read_text() == "earlier"


def test_explain_tells_how_each_event_came_about(article: Path, tmp_path: Path) -> None:
    done = run("extract", article, "--explain", "--published", "2020-05-05")
    assert done.returncode == 0
    assert "  rule     " in done.stdout
    assert "  passage  " in done.stdout
    assert '"FeatureCollection"' not in done.stdout
    both = run("extract", article, "--explain", "--published", "2020-05-05", "--out", tmp_path / "o.csv")
    assert both.stdout == done.stdout
    assert (tmp_path / "o.csv").exists()


def test_hostile_names_and_texts_stay_on_their_line(tmp_path: Path) -> None:
    (tmp_path / "a\n\x1b[2J.txt").write_bytes(b"\xff")
    (tmp_path / "b.txt").write_text(f"\x1b[31m\u202e{TEXT}", encoding="utf8")
    done = run("extract", tmp_path, "--explain")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert not {"\x1b", "\u202e"} & set(done.stdout + done.stderr)


def test_a_reader_that_leaves_is_no_error() -> None:
    command = f"{sys.executable} -m geo extract seeds | head -c 1 >/dev/null"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""


@pytest.mark.parametrize("on_terminal", [True, False])
def test_progress_is_shown_on_a_terminal_only(article: Path, tmp_path: Path, on_terminal: bool) -> None:
    reading, writing = pty.openpty() if on_terminal else os.pipe()
    if on_terminal:
        termios.tcsetwinsize(writing, (24, 80))
    command = [sys.executable, "-m", "geo", "extract", str(article), "--out", str(tmp_path / "o.csv")]
    subprocess.run(command, cwd=ROOT, stderr=writing, timeout=60, check=True)
    os.close(writing)
    shown = b""
    try:
        while data := os.read(reading, 4096):
            shown += data
    except OSError:  # a terminal ends so when the other side is closed
        pass
    os.close(reading)
    assert (b"1/1" in shown) is on_terminal
