"""Fits the weights of `geo/coding/confidence.py` on the corpora a, b and c: `python -m tests.benchmarks.calibrate`.

A logistic regression of "a person coded this event" on the coder's own signs, pulled towards zero (ridge) because some
are rare. The base is then moved so that the mean over corpus d, which the rules were not written against, is what it
should be: rules do better on the texts they grew up with. Writes `geo/coding/lexicons/confidence.yaml` and prints the
reliability on each side; look at the difference before committing it.
"""

from __future__ import annotations

from unittest.mock import patch

import numpy as np

from geo.coding import code
from geo.coding.confidence import FILE, SIGNS, signs
from geo.coding.draft import Draft
from geo.coding.lexicon import FOLDER
from geo.coding.reading import Reading
from geo.model import Location
from tests.benchmarks.scoring import coded_articles, corpus, score

FITTED, KEPT_ASIDE = ("a", "b", "c"), ("d",)
RIDGE = 10.0  # as strong as that many events against each weight: the wrong ones are few
HEAD = """# Weights of the signs in geo/coding/confidence.py, in log-odds: what each adds to the belief that an event is one.
# Fitted by `python -m tests.benchmarks.calibrate`; run it again after the rules have changed much.
"""
Rows = tuple[np.ndarray, np.ndarray]


def observed(names: tuple[str, ...]) -> Rows:
    """Signs (events by SIGNS, 0 or 1) and whether each event is right."""
    seen: list[frozenset[str]] = []

    def record(reading: Reading, draft: Draft, location: Location | None) -> float:
        seen.append(signs(reading, draft, location))
        return len(seen) - 1  # the event's confidence is then the number of its row

    rows, right = [], []
    with patch("geo.coding.finish.confidence", record):
        for name in names:
            for article, coded in coded_articles(*corpus(name)):
                for verdict in score(article, coded, code(article)).verdicts:
                    if verdict.right is not None:
                        rows.append([sign in seen[int(verdict.event.confidence)] for sign in SIGNS])
                        right.append(verdict.right)
    return np.array(rows, dtype=float), np.array(right, dtype=float)


def fitted(rows: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The base and the weights, by Newton's method."""
    inputs = np.column_stack([np.ones(len(rows)), rows])
    pull = np.diag([0.0, *[RIDGE] * rows.shape[1]])
    found = np.zeros(inputs.shape[1])
    for _ in range(30):
        share = 1 / (1 + np.exp(-inputs @ found))
        slope = inputs.T @ (right - share) - pull @ found
        curve = (inputs.T * (share * (1 - share))) @ inputs + pull
        found = found + np.linalg.solve(curve, slope)
    return found


def moved(found: np.ndarray, rows: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The weights with the base at which the mean over `rows` is the share that is right."""
    low, high = -5.0, 5.0
    for _ in range(50):
        middle = (low + high) / 2
        odds = found[0] + middle + rows @ found[1:]
        low, high = (middle, high) if (1 / (1 + np.exp(-odds))).mean() < right.mean() else (low, middle)
    return np.array([found[0] + low, *found[1:]])


def main() -> None:
    """Fit, write, print."""
    rows, right = observed(FITTED)
    aside = observed(KEPT_ASIDE)
    found = moved(fitted(rows, right), *aside)
    lines = [f"{name}: {value:.2f}" for name, value in zip(("base", *SIGNS), found, strict=True)]
    (FOLDER / FILE).write_text(HEAD + "\n".join(lines) + "\n", encoding="utf8")
    print("\n".join(lines))
    for names, (some, truth) in ((FITTED, (rows, right)), (KEPT_ASIDE, aside)):
        stated = 1 / (1 + np.exp(-(found[0] + some @ found[1:])))
        print(f"{' '.join(names)}: {len(truth)} events, stated {stated.mean():.3f}, right {truth.mean():.3f}")


if __name__ == "__main__":
    main()
