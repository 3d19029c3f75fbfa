"""Which column of a table is which field of an article, by its name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import yaml

from gazetteer.arabic import key


def columns(heading: Sequence[str]) -> dict[str, int]:
    """The column of each field that the heading names, by field.

    >>> columns(["Headline", "Full text", "التاريخ", "x"])
    {'title': 0, 'text': 1, 'published': 2}
    """
    names = [_plain(name) for name in heading]
    return {field: names.index(known) for field, every in _known().items() if (known := _first(every, names))}


def names_of(field: str) -> tuple[str, ...]:
    """What a column for `field` may be called, the codebook's own name first."""
    return _known()[field]


def _first(known: Sequence[str], names: Sequence[str]) -> str | None:
    return next((name for name in known if name in names), None)


def _plain(name: str) -> str:
    return key(name.replace("_", " ").replace("-", " "))


@cache
def _known() -> dict[str, tuple[str, ...]]:
    fields = yaml.safe_load((Path(__file__).parent / "columns.yaml").read_text(encoding="utf-8"))
    return {field: tuple(_plain(name) for name in names) for field, names in fields.items()}
