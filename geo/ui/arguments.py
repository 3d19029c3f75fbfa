"""What stands behind the two dashes: `streamlit run app.py -- [--case FILE.gpkg] [--places FILE.csv] [PATH…]`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from geo.errors import DalilError


@dataclass(frozen=True, slots=True)
class Arguments:
    """The case's file, None for a sample that is not kept; articles and places to take into it."""

    case: Path | None = None
    paths: tuple[str, ...] = ()
    places: Path | None = None


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """A fault of the page instead of the process's end."""
        raise DalilError(f"streamlit run app.py -- [--case FILE.gpkg] [--places FILE.csv] [PATH…]: {message}")


def read_arguments(said: Sequence[str]) -> Arguments:
    """The arguments in `said`. Raises `DalilError`.

    >>> read_arguments(["news", "--case", "war.gpkg"])
    Arguments(case=PosixPath('war.gpkg'), paths=('news',), places=None)
    """
    parser = _Parser(add_help=False, allow_abbrev=False)
    parser.add_argument("--case", type=Path)
    parser.add_argument("--places", type=Path)
    parser.add_argument("paths", nargs="*")
    found = parser.parse_intermixed_args(list(said))
    return Arguments(found.case, tuple(found.paths), found.places)
