"""The map's own words, from `words.yaml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from geo.coding.lexicon import read
from geo.coding.vocabulary import Label, labels
from geo.query.words import Language, name

FILE = "words.yaml"


@cache
def _labels() -> dict[str, Label]:
    return labels(FILE, read(FILE, Path(__file__).parent))


def word(code: str, language: Language, **values: object) -> str:
    """The text `code` with its {fields} filled; raises `KeyError` when there is no such text.

    >>> word("tip", "en", place="Sirte", count=3)
    'Sirte · events: 3'
    """
    return name(_labels()[code], language).format(**values)
