"""The map's own words, from `words.yaml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from geo.coding.lexicon import need, read
from geo.coding.vocabulary import Label
from geo.query.words import Language

NAME = "words.yaml"


@cache
def _labels() -> dict[str, Label]:
    rows = read(NAME, Path(__file__).parent)
    return {
        (code := need(NAME, row, "id", str)): Label(code, need(NAME, row, "en", str), need(NAME, row, "ar", str)) for row in rows
    }


def word(code: str, language: Language, **values: object) -> str:
    """The text `code` with its {fields} filled; raises `KeyError` when there is no such text.

    >>> word("tip", "en", place="Sirte", count=3)
    'Sirte · events: 3'
    """
    return named(_labels()[code], language).format(**values)


def named(label: Label, language: Language) -> str:
    """The label in `language`, in the other one where it has none.

    >>> named(Label("x", "Sirte", ""), "ar")
    'Sirte'
    """
    return (label.ar or label.en) if language == "ar" else (label.en or label.ar)
