"""The map's own words, from `words.yaml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from geo.coding.lexicon import need, read
from geo.coding.vocabulary import Label
from geo.query.words import Language, name

FILE = "words.yaml"


@cache
def _labels() -> dict[str, Label]:
    rows = read(FILE, Path(__file__).parent)
    return {
        (code := need(FILE, row, "id", str)): Label(code, need(FILE, row, "en", str), need(FILE, row, "ar", str)) for row in rows
    }


def word(code: str, language: Language, **values: object) -> str:
    """The text `code` with its {fields} filled; raises `KeyError` when there is no such text.

    >>> word("tip", "en", place="Sirte", count=3)
    'Sirte · events: 3'
    """
    return name(_labels()[code], language).format(**values)
