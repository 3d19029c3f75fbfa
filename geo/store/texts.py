"""The text of every row, folded and joined into one string, so that a search is one pass."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from gazetteer.arabic import ARTICLE, PROCLITICS, key

_LONGEST_PREFIX = 4  # a pair of proclitics and the article
_PREFIXES = frozenset(
    [proclitic + article for proclitic in PROCLITICS for article in ("", ARTICLE)] + [proclitic + "ل" for proclitic in PROCLITICS]
)


class Texts:
    """Searchable text, one entry a row.

    >>> texts = Texts(["معارك في أجدابيا", "Battle, Sirte"])
    >>> texts.search("اجدابيا").tolist(), texts.search("sirt").tolist(), texts.search("").tolist()
    ([True, False], [False, True], [True, True])
    """

    def __init__(self, entries: Iterable[str]) -> None:
        keys = [key(entry) for entry in entries]
        self._joined = "\n".join(keys)
        lengths = np.fromiter((len(entry) + 1 for entry in keys), dtype=np.int64, count=len(keys))
        self._starts: NDArray[np.int64] = np.cumsum(lengths) - lengths

    def __len__(self) -> int:
        return len(self._starts)

    def search(self, query: str) -> NDArray[np.bool_]:
        """Rows that hold every word of `query`, shape (rows,); a word matches where a word of the text begins with it.

        Spelling is folded on both sides, and written-on particles (و, بال, لل …) do not hide a word.
        """
        found = np.ones(len(self), dtype=bool)
        for word in key(query).split():
            found &= self._rows(word)
        return found

    def _rows(self, word: str) -> NDArray[np.bool_]:
        rows = np.zeros(len(self), dtype=bool)
        hits, at = [], self._joined.find(word)
        while at >= 0:
            if self._begins(at):
                hits.append(at)
            at = self._joined.find(word, at + 1)
        rows[np.searchsorted(self._starts, np.array(hits, dtype=np.int64), side="right") - 1] = True
        return rows

    def _begins(self, at: int) -> bool:
        """Whether a word begins at `at`, or only particles stand before it in the same word."""
        start = at
        while start > 0 and self._joined[start - 1].isalnum():
            start -= 1
            if at - start > _LONGEST_PREFIX:
                return False
        return self._joined[start:at] in _PREFIXES
