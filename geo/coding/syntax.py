"""The function words of `syntax.yaml`, folded, by what they do."""

from __future__ import annotations

from functools import cache

from gazetteer.arabic import key
from geo.coding.lexicon import fault, read


@cache
def function_words(use: str) -> frozenset[str]:
    """The folded words listed under `use` in `syntax.yaml`. Raises `DataError` where there are none."""
    lexicon = read("syntax.yaml")
    words = lexicon.get(use)
    if not isinstance(words, list):
        raise fault("syntax.yaml", lexicon, use, "needs a list of words")
    return frozenset(key(word) for word in words)
