"""`python -m geo check`: every data file read and checked, every fault named."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial

from gazetteer.check import check as check_gazetteer
from geo.articles.furniture_rules import rules
from geo.cli_text import one_line
from geo.coding import code
from geo.coding.lexicon import FOLDER, read
from geo.coding.vocabulary import event_groups, event_types, factions, statuses
from geo.errors import DataError
from geo.model import Article


def check() -> int:
    """Prints a line for each fault; returns the exit status, 0 when there is none and 1 otherwise."""
    faults = [*_lexicon_faults(), *map(str, check_gazetteer())]
    for fault in faults:
        print(one_line(fault))
    print(f"{len(faults)} faults" if faults else "no faults", file=sys.stderr)
    return 1 if faults else 0


def _lexicon_faults() -> Iterator[str]:
    """The first fault of each lexicon: of its form, then of its content."""
    told: set[str] = set()
    loads: list[Callable[[], object]] = [partial(read, path.name) for path in sorted(FOLDER.glob("*.yaml"))]
    loads += [rules, event_groups, event_types, statuses, factions, _coder]
    for load in loads:
        try:
            load()
        except DataError as error:
            if str(error) not in told:
                told.add(str(error))
                yield str(error)


def _coder() -> None:
    """Codes a text made of the event types' own names, for which the coder loads all that it uses."""
    names = " ".join(f"{kind.ar}." for kind in event_types().values())
    code(Article("check", names, published="2020-01-01"))
