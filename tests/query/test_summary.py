from __future__ import annotations

import numpy as np
import pytest

from geo.query.selection import Selection
from geo.query.summary import Range, Summary, summary
from geo.store.incidents import link
from tests.store.made import at, event, table


def test_no_events() -> None:
    assert summary(Selection(table(), np.ones(0, dtype=bool))) == Summary(0, 0, 0, 0, None, None, 0, 0)


def test_counts_of_the_selected_alone() -> None:
    built = table(event(0, where=at("sirte")), event(1, start=None, article="b"), event(2, where=at("ajdabiya"), article="b"))
    assert summary(Selection(built, np.array([True, True, False]))) == Summary(2, 2, 2, 1, None, None, 1, 1)


@pytest.mark.parametrize(
    ("tolls", "total"),
    [
        ([(None, None, None)], None),
        ([(0, 0, 0)], Range(0, 0)),  # "no casualties" is a figure
        ([(2, None, None)], Range(2, 2)),
        ([(None, 5, None)], Range(5, 5)),
        ([(39, None, 41)], Range(39, 41)),
        ([(3, 5, None)], Range(3, 5)),
        ([(None, None, 9)], Range(0, 9)),
        ([(1, 1, 1), (None, None, None), (10, None, None)], Range(11, 11)),
    ],
)
def test_tolls(tolls: list[tuple[int | None, int | None, int | None]], total: Range | None) -> None:
    built = table(*(event(n, killed=toll) for n, toll in enumerate(tolls)))
    assert summary(Selection(built, np.ones(len(built), dtype=bool))).killed == total


@pytest.mark.parametrize(("status", "counted"), [("reported", True), ("claimed", True), ("planned", False), ("denied", False)])
def test_only_what_happened_has_victims(status: str, counted: bool) -> None:
    built = table(event(0, status=status, killed=(3, 3, 3)))
    assert summary(Selection(built, np.ones(1, dtype=bool))).killed == (Range(3, 3) if counted else None)


def test_an_incident_told_twice_counts_once() -> None:
    twice = [event(n, article=f"a{n}", where=at("sirte"), killed=(toll, toll, toll)) for n, toll in enumerate((3, 5))]
    found = summary(Selection(table(*link(twice)), np.ones(2, dtype=bool)))
    assert (found.events, found.incidents, found.killed) == (2, 1, Range(3, 5))
