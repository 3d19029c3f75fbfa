"""How fast the exports are, in one run: `python -m tests.benchmarks.exports [EVENTS]`.

Of made events (20,000 unless told), held in memory: seconds and MB/s of each format; GeoJSON beside `GeoDataFrame.to_file`
of the same events and columns (the frame ready in memory, and with making it) and beside a plain copy of the file; and how
much the peak of memory grows from half of the events to all, when they are made one by one as they are written. Each
time is the least of three.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import geopandas

from geo.export import FORMATS
from geo.export.row import joined, row
from geo.model import Event
from tests.benchmarks.events import made

ROOT = Path(__file__).parents[2]
RUNS = 3
MEMORY = r"""
import re, sys
from pathlib import Path
from geo.export import FORMATS
from tests.benchmarks.events import made
FORMATS[sys.argv[1]].write(made(int(sys.argv[2])), Path(sys.argv[3]))
print(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1])
"""


def least(work: Callable[[], object]) -> float:
    """Seconds that `work` takes at its best."""
    return min(timed(work) for _ in range(RUNS))


def timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def frame(events: list[Event]) -> geopandas.GeoDataFrame:
    """The events as an analyst would hold them: the CSV's columns and a point."""
    cells = [{name: joined(value) for name, value in row(event).items()} for event in events]
    found = geopandas.GeoDataFrame(cells)
    points = geopandas.points_from_xy(found["longitude"], found["latitude"])
    return found.set_geometry(points, crs=4326)


def peak(name: str, count: int, out: Path) -> float:
    """MB at the most of a process that writes `count` events as they are made."""
    command = [sys.executable, "-c", MEMORY, name, str(count), str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return int(done.stdout) / 1024


def main(count: int) -> None:
    events = list(made(count))
    events.sort(key=lambda event: event.incident_id)
    with tempfile.TemporaryDirectory() as folder:
        print(f"{count:,} events\n\n{'format':10}{'s':>8}{'MB':>8}{'MB/s':>8}{'peak MB, half':>15}{'all':>8}")
        for found in FORMATS.values():
            out = Path(folder) / f"{found.name}{found.ending}"
            seconds = least(lambda found=found, out=out: found.write(events, out))
            size = out.stat().st_size / 1e6
            half, whole = peak(found.name, count // 2, out), peak(found.name, count, out)
            print(f"{found.name:10}{seconds:8.2f}{size:8.1f}{size / seconds:8.1f}{half:15.0f}{whole:8.0f}")
        compare(events, Path(folder))


def compare(events: list[Event], folder: Path) -> None:
    """GeoJSON beside what people use, and beside the disk."""
    ours, theirs, copy = folder / "ours.geojson", folder / "theirs.geojson", folder / "copy.geojson"
    held = frame(events)
    times = {
        "write_geojson": least(lambda: FORMATS["geojson"].write(events, ours)),
        "GeoDataFrame.to_file": least(lambda: held.to_file(theirs, driver="GeoJSON")),
        "frame made, to_file": least(lambda: frame(events).to_file(theirs, driver="GeoJSON")),
        "plain copy": least(lambda: shutil.copyfile(ours, copy)),
    }
    print(f"\n{'GeoJSON':24}{'s':>8}{'MB':>8}{'MB/s':>8}{'times ours':>12}")
    for name, seconds in times.items():
        size = (theirs if "to_file" in name else ours).stat().st_size / 1e6
        print(f"{name:24}{seconds:8.3f}{size:8.1f}{size / seconds:8.1f}{seconds / times['write_geojson']:12.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
