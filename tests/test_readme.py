"""The README says what is so: its examples run, its files exist, its tables name the real fields."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from geo.articles.catalogue import COLUMNS
from geo.export.row import COLUMNS as CSV_COLUMNS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf8")
BLOCKS = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
EXAMPLES = [example for block in BLOCKS for example in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like the repository's for what an example reads, and free for what it writes."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "seeds").symlink_to(ROOT / "seeds")
    return folder


@pytest.mark.parametrize(("command", "output"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
def test_examples_run(place: Path, command: str, output: str) -> None:
    """What is printed is what stands there; … is any text."""
    program, *arguments = shlex.split(command)
    assert program == "python"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=place,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf8",
        timeout=60,
        check=True,
    )
    expected = ".*".join(re.escape(part) for part in output.split("…"))
    assert re.fullmatch(rf"{expected}.*" if output.rstrip().endswith("…") else expected, done.stdout, re.DOTALL)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 4


def test_links_and_files_exist() -> None:
    named = re.findall(r"\]\((?!http)([^)#]+)\)", README) + re.findall(r"`((?:geo|gazetteer|tests)/[\w./]+)`", README)
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_commands_are_single_lines() -> None:
    run, tests = re.findall(r"```sh\n(.*?)\n```", README, re.DOTALL)
    assert [part.split()[-2:] for part in run.split("&&")] == [["venv", ".venv"], ["-r", "requirements.txt"], ["run", "app.py"]]
    assert tests == "tests/run"
    assert os.access(ROOT / tests, os.X_OK)
    assert (ROOT / ".ci" / "run").read_text().splitlines()[-1] == 'exec "$(dirname "$0")/../tests/run"'


def test_the_tables_name_the_fields() -> None:
    assert ",".join(COLUMNS) in README
    table = README.split("## Events out")[1].split("## ")[0]
    named = set(re.findall(r"`([a-z_0-9*]+)`", table))
    flat = {"longitude", "latitude", "actor1_text", "actor2_text", "passage_offsets"}
    tolls = {"killed_low", "killed_best", "killed_high", "wounded_low", "wounded_best", "wounded_high"}
    assert set(CSV_COLUMNS) - flat - tolls <= named
