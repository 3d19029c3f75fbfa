"""The function words of `syntax.yaml`, folded, by what they do."""

from __future__ import annotations

from functools import cache

from gazetteer.arabic import key
from geo.coding.lexicon import shipped, words_of


@cache
def function_words(use: str) -> frozenset[str]:
    """The folded words listed under `use` in `syntax.yaml`. Raises `DataError` where there are none."""
    return frozenset(key(word) for word in words_of("syntax.yaml", shipped("syntax.yaml"), use))
