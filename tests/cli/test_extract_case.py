"""`python -m geo extract --case`: articles into a case, each coded once, whatever ends the run."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from gazetteer.model import Name, Place
from gazetteer.own import OwnPlace
from geo.__main__ import main
from geo.articles import load_articles
from geo.coding import code
from geo.model import Article
from geo.store.case import CaseFile

ROOT = Path(__file__).parents[2]
TEXT = "قصفت طائرة مجهولة مخزناً في بلدة خربوشة مساء أمس، وقتل {} عمال."


def written(folder: Path, count: int, sentences: int = 1) -> Path:
    path = folder / "articles.jsonl"
    rows = [
        {"id": f"a{at}", "text": "\n".join(TEXT.format(3 + at + line) for line in range(sentences)), "published": "2020-05-05"}
        for at in range(count)
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf8")
    return path


def ids(path: Path) -> list[str]:
    with closing(CaseFile.open(path)) as case:
        return case.article_ids()


def told(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().err


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_new_same_and_changed_articles(tmp_path: Path, capsys: pytest.CaptureFixture[str], jobs: str) -> None:
    path, case = written(tmp_path, 5), tmp_path / "c.gpkg"
    command = ["extract", str(path), "--case", str(case), "--jobs", jobs]
    assert main(command) == 0
    assert told(capsys) == "5 new, 0 same, 0 changed\n"
    assert main(command) == 0
    assert told(capsys) == "0 new, 5 same, 0 changed\n"
    rows = [json.loads(line) for line in path.read_text("utf8").splitlines()]
    rows[3]["text"] = TEXT.format(40)
    rows.append(rows[0] | {"id": "further"})
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf8")
    assert main(command) == 0
    assert told(capsys) == "1 new, 4 same, 1 changed\n"
    assert ids(case) == ["a0", "a1", "a2", "a3", "a4", "further"]


def test_the_case_has_what_the_coder_says(tmp_path: Path) -> None:
    path, case = written(tmp_path, 3), tmp_path / "c.gpkg"
    assert main(["extract", str(path), "--case", str(case)]) == 0
    with closing(CaseFile.open(case)) as opened:
        for article in load_articles([path]):
            assert isinstance(article, Article)
            assert opened.article(article.article_id) == article
            found = opened.events_of(article.article_id)
            assert [event.passages for event in found] == [event.passages for event in code(article)]


def test_the_case_s_own_places_are_known(tmp_path: Path) -> None:
    path, case = written(tmp_path, 1), tmp_path / "c.gpkg"
    place = Place("own-1", "", "خربوشة", "town", "PPL", None, "LY", 17.5, 28.5, 5)
    with closing(CaseFile.open(case)) as opened:
        opened.keep_places(lambda _: [OwnPlace(place, (Name("own-1", "خربوشة", "ar", strong=True),))])
    assert main(["extract", str(path), "--case", str(case), "--jobs", "2"]) == 0
    with closing(CaseFile.open(case)) as opened:
        (event,) = opened.events_of("a0")
    assert event.location is not None
    assert event.location.place_id == "own-1"


def test_what_cant_be_read_is_told_and_the_rest_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, case = written(tmp_path, 2), tmp_path / "c.gpkg"
    with path.open("a", encoding="utf8") as lines:
        lines.write('\n{"id": "bad"}\n')
    assert main(["extract", str(path), "--case", str(case)]) == 1
    assert told(capsys) == f"python -m geo: {path}, line 3, text: is missing\n2 new, 0 same, 0 changed\n"


@pytest.mark.parametrize(
    ("further", "line"),
    [
        (
            ["--out", "o.csv"],
            "python -m geo: --out: the events go into the case; write them out of it with `python -m geo export`",
        ),
        (["--places", "o.csv"], "python -m geo: --places: the case keeps its own; add these by opening the dashboard with"),
    ],
)
def test_what_does_not_go_together(tmp_path: Path, capsys: pytest.CaptureFixture[str], further: list[str], line: str) -> None:
    case = tmp_path / "c.gpkg"
    assert main(["extract", "seeds", "--case", str(case), *further]) == 2
    assert told(capsys).startswith(line)
    assert not case.exists()


def test_a_file_that_is_no_case_stays_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = tmp_path / "c.gpkg"
    case.write_bytes(b"something else")
    assert main(["extract", str(written(tmp_path, 1)), "--case", str(case)]) == 2
    assert len(told(capsys).splitlines()) == 1
    assert case.read_bytes() == b"something else"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_killed_run_is_taken_up_where_it_was(tmp_path: Path, jobs: str) -> None:
    count = 500
    path, case = written(tmp_path, count, sentences=6), tmp_path / "c.gpkg"
    command = [sys.executable, "-m", "geo", "extract", str(path), "--case", str(case), "--jobs", jobs]
    running = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL, start_new_session=True)
    while not (case.exists() and ids(case)):
        assert running.poll() is None
        time.sleep(0.05)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    kept = ids(case)
    assert 0 < len(kept) < count
    assert kept == [f"a{at}" for at in range(len(kept))]
    again = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert (again.returncode, again.stderr) == (0, f"{count - len(kept)} new, {len(kept)} same, 0 changed\n")
    assert ids(case) == [f"a{at}" for at in range(count)]
