"""`python -m geo extract --jobs`: the same events in the same order, whatever happens to the processes."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from geo.__main__ import main
from geo.cli_jobs import AHEAD, CHUNK, coded
from geo.coding import code
from geo.model import Article

ROOT = Path(__file__).parents[2]
PLACES = ["سبها", "غريان", "درنة", "طبرق", "هون"]


def article(number: int, sentences: int = 1) -> Article:
    told = [f"قصفت طائرة مجهولة مخزناً في {PLACES[(number + at) % 5]} وقتل {2 + at % 7} عمال." for at in range(sentences)]
    return Article(f"a{number}", "\n".join(told), published="2020-05-05")


def written(folder: Path, articles: list[Article]) -> Path:
    path = folder / "articles.jsonl"
    rows = [{"id": each.article_id, "text": each.text, "published": each.published} for each in articles]
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf8")
    return path


def gone(group: int) -> bool:
    """Whether every process of the group has ended, waiting a little for those that only tidy up."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize("jobs", [1, 3])
def test_articles_come_back_in_their_order_with_their_events(jobs: int) -> None:
    articles = [article(number, sentences=1 + number % 4) for number in range(60)]
    found = list(coded(articles, jobs=jobs))
    assert [one.article for one in found] == articles
    assert [one.events for one in found] == [code(each) for each in articles]
    assert not any(one.fault for one in found)


def test_only_a_few_articles_are_read_ahead() -> None:
    read = 0

    def pile() -> Iterator[Article]:
        nonlocal read
        while True:
            read += 1
            yield article(read)

    found = coded(pile(), jobs=2)
    for _ in range(20):
        next(found)
    assert read <= 20 + (2 * AHEAD + 2 + 1) * CHUNK
    found.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()


def test_a_process_that_dies_costs_the_article_that_it_was_at() -> None:
    articles = [article(0), article(1, sentences=6000), article(2), article(3)]
    found = coded(articles, jobs=2)
    assert next(found).article == articles[0]
    (worker,) = multiprocessing.active_children()
    assert worker.pid is not None
    os.kill(worker.pid, signal.SIGKILL)
    rest = list(found)
    assert [one.article for one in rest] == articles[1:]
    assert [one.fault for one in rest] == ["the process that coded it died (signal 9); the others go on", "", ""]
    assert all(one.events for one in rest[1:])


def test_the_output_is_the_same_to_the_byte(tmp_path: Path) -> None:
    path = written(tmp_path, [article(number) for number in range(40)])
    outs = [tmp_path / name for name in ("one.geojson", "two.geojson")]
    for jobs, out in zip("12", outs, strict=True):
        assert main(["extract", str(path), "--out", str(out), "--jobs", jobs]) == 0
    assert outs[0].read_bytes() == outs[1].read_bytes()


def test_own_places_reach_every_process(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("place_id,name_ar,latitude,longitude\nmine,خربوشة,28.5,17.5\n", "utf8")
    text = "قصفت طائرة مجهولة مخزناً في بلدة خربوشة مساء أمس، وقتل ثلاثة عمال."
    path, out = written(tmp_path, [Article(f"a{at}", text) for at in range(20)]), tmp_path / "o.geojson"
    assert main(["extract", str(path), "--out", str(out), "--places", str(own), "--jobs", "2"]) == 0
    points = [feature["geometry"] for feature in json.loads(out.read_bytes())["features"]]
    assert len(points) >= 20
    assert all(point["coordinates"] == [17.5, 28.5] for point in points)


@pytest.mark.parametrize("jobs", ["0", "-1", "two", "1.5"])
def test_a_number_of_processes_is_asked_for(jobs: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["extract", "seeds", "--jobs", jobs])
    assert stopped.value.code == 2
    told = capsys.readouterr().err
    assert (
        told
        == f"python -m geo extract: argument --jobs: {jobs!r} is not a whole number from 1 on; see python -m geo extract --help\n"
    )


def test_an_interrupt_ends_it_at_once_and_leaves_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, [article(number, sentences=400) for number in range(400)])
    command = [sys.executable, "-m", "geo", "extract", str(path), "--out", str(tmp_path / "o.csv"), "--jobs", "2"]
    running = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, start_new_session=True)
    time.sleep(2.5)  # its processes are at work, or about to be
    os.killpg(running.pid, signal.SIGINT)  # as a terminal sends it
    _, told = running.communicate(timeout=60)
    assert (running.returncode, told) == (130, "python -m geo: stopped\n")
    assert gone(running.pid)
    assert [each.name for each in tmp_path.iterdir()] == ["articles.jsonl"]


def test_no_process_outlives_a_run_that_is_killed(tmp_path: Path) -> None:
    path = written(tmp_path, [article(number, sentences=20) for number in range(400)])
    command = [sys.executable, "-m", "geo", "extract", str(path), "--out", str(tmp_path / "o.csv"), "--jobs", "2"]
    running = subprocess.Popen(command, cwd=ROOT, start_new_session=True, stderr=subprocess.DEVNULL)
    time.sleep(2)
    running.kill()
    running.wait()
    assert gone(running.pid)
