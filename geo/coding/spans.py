"""Whether a stretch of text touches one of many spans, without looking at them all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable


class Spans:
    """Spans [start:end] of a text, in any order; those that overlap count as one.

    >>> spans = Spans([(10, 14), (2, 5)])
    >>> spans.touch(4, 10), spans.touch(5, 10), spans.hold(10), spans.hold(14)
    (True, False, True, False)
    """

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touch(self, start: int, end: int) -> bool:
        """Whether any of them shares a character with [start:end]."""
        at = bisect_right(self._ends, start)
        return at < len(self._starts) and self._starts[at] < end

    def hold(self, at: int) -> bool:
        """Whether the character at `at` lies in one of them."""
        return self.touch(at, at + 1)
