"""`python -m gazetteer resolve NAME… | - [--json] [--places FILE.csv]` and `… check [FOLDER | --places FILE.csv]`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from gazetteer.check import check
from gazetteer.errors import GazetteerError
from gazetteer.index import Gazetteer
from gazetteer.model import Candidate
from gazetteer.own import read_own
from gazetteer.resolve import resolve


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 done, 1 the data has faults, 2 a file can't be read."""
    said = _parser().parse_args(arguments)
    try:
        if said.command == "check":
            return _check_own(said.places) if said.places else _check(said.folder)
        gazetteer = Gazetteer.with_own(said.places) if said.places else Gazetteer.default()
    except GazetteerError as error:
        print(error, file=sys.stderr)
        return 2
    names = (line.strip() for line in sys.stdin) if said.names == ["-"] else said.names
    _resolve(filter(None, names), gazetteer, said.json)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m gazetteer", description="Libya's places, and the world's, by Arabic name.")
    commands = parser.add_subparsers(dest="command", required=True)
    resolving = commands.add_parser("resolve", help="the places that names may mean, best first")
    resolving.add_argument("names", nargs="+", metavar="NAME", help="a name, or - for one a line on standard input")
    resolving.add_argument("--json", action="store_true", help="one JSON object a name")
    resolving.add_argument("--places", type=Path, metavar="FILE.csv", help="your own places, added to the shipped ones")
    checking = commands.add_parser("check", help="lint the data; names file and line of each fault")
    checking.add_argument("folder", nargs="?", type=Path, help="a folder with places.csv and names.csv (default: the shipped)")
    checking.add_argument("--places", type=Path, metavar="FILE.csv", help="your own places, in place of the shipped ones")
    return parser


def _check_own(path: Path) -> int:
    Gazetteer.with_own(path)
    print(f"{len(read_own(path))} places, no faults", file=sys.stderr)
    return 0


def _check(folder: Path | None) -> int:
    faults = check(folder) if folder else check()
    for fault in faults:
        print(fault)
    print(f"{len(faults)} faults" if faults else "no faults", file=sys.stderr)
    return 1 if faults else 0


def _resolve(names: Iterable[str], gazetteer: Gazetteer, as_json: bool) -> None:
    for name in names:
        candidates = resolve(name, gazetteer)
        print(json.dumps(_as_json(name, candidates), ensure_ascii=False) if as_json else _as_line(name, candidates))


def _as_json(query: str, candidates: list[Candidate]) -> dict[str, object]:
    return {
        "query": query,
        "candidates": [
            {
                "place_id": place.place_id,
                "name_en": place.name_en,
                "name_ar": place.name_ar,
                "latitude": place.latitude,
                "longitude": place.longitude,
                "kind": place.kind,
                "admin1": place.admin1,
                "country": place.country,
                "radius_km": place.radius_km,
                "score": candidate.score,
            }
            for candidate in candidates
            for place in (candidate.place,)
        ],
    }


def _as_line(query: str, candidates: list[Candidate]) -> str:
    if not candidates:
        return f"{query}\tunknown"
    place = candidates[0].place
    where = ", ".join(filter(None, (place.admin1, place.country)))
    others = f"\t(+{len(candidates) - 1} more)" if len(candidates) > 1 else ""
    return (
        f"{query}\t{place.name_en} · {place.name_ar}\t{place.kind}\t{where}\t{place.latitude:.4f}, {place.longitude:.4f}{others}"
    )


if __name__ == "__main__":
    sys.exit(main())
