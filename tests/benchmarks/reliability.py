"""How right the coder is, and how well it knows: `python -m tests.benchmarks.reliability [ARTICLES.jsonl CODING.json]…`

Scores the corpora a to d, or the given articles against their codings, and under them the table of reliability:
of the events given a confidence of 0.8 to 0.9, say, how many are right. Weights for `confidence` are fitted by
`python -m tests.benchmarks.calibrate`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from geo.coding import code
from tests.benchmarks.scoring import FIELDS, Score, Verdict, coded_articles, corpus, score

NAMES = ("a", "b", "c", "d")
BINS = 10


def measured(articles: Path, coding: Path) -> Score:
    """The score of one corpus."""
    total = Score()
    for article, coded in coded_articles(articles, coding):
        total.add(score(article, coded, code(article)))
    return total


def main(arguments: Sequence[str]) -> None:
    """Print both tables."""
    pairs = [(Path(a), Path(b)) for a, b in zip(arguments[::2], arguments[1::2], strict=True)] or [corpus(n) for n in NAMES]
    print(f"{'corpus':22} {'events':>6} {'P':>5} {'R':>5} {'F1':>5} {'whole':>5}", *(f"{name:>8}" for name in FIELDS))
    every = Score()
    for articles, coding in pairs:
        result = measured(articles, coding)
        print(_row(coding.stem, result))
        every.add(result)
    print(_row("all", every))
    print("\n".join(reliability(every.verdicts)))


def _row(name: str, result: Score) -> str:
    whole = result.fields["whole right"] / result.asked if result.asked else 0
    shares = ["       -" if (s := result.share(field)) is None else f"{s:8.3f}" for field in FIELDS]
    figures = f"{result.precision:5.3f} {result.recall:5.3f} {result.f1:5.3f} {whole:5.3f}"
    return f"{name:22} {len(result.verdicts):6} {figures} {' '.join(shares)}"


def reliability(verdicts: Iterable[Verdict]) -> list[str]:
    """Lines: for each tenth of confidence the events, what was stated on average, and the shares right and whole."""
    judged = [v for v in verdicts if v.right is not None]
    lines = ["", f"{'confidence':12} {'events':>6} {'stated':>7} {'right':>7} {'whole':>7}"]
    for at in range(BINS):
        held = [v for v in judged if min(int(v.event.confidence * BINS), BINS - 1) == at]
        if held:
            n = len(held)
            stated = sum(v.event.confidence for v in held) / n
            right, whole = sum(bool(v.right) for v in held) / n, sum(bool(v.whole) for v in held) / n
            lines.append(f"{at / BINS:.1f} to {(at + 1) / BINS:.1f}   {n:6} {stated:7.3f} {right:7.3f} {whole:7.3f}")
    off = sum(abs(_gap(held)) * len(held) for held in _bins(judged)) / max(1, len(judged))
    return [*lines, f"off on average (expected calibration error): {off:.3f}"]


def _bins(judged: list[Verdict]) -> list[list[Verdict]]:
    bins: list[list[Verdict]] = [[] for _ in range(BINS)]
    for verdict in judged:
        bins[min(int(verdict.event.confidence * BINS), BINS - 1)].append(verdict)
    return [held for held in bins if held]


def _gap(held: list[Verdict]) -> float:
    return sum(v.event.confidence - bool(v.right) for v in held) / len(held)


if __name__ == "__main__":
    main(sys.argv[1:])
