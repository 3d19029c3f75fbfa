"""The articles on show, read and coded once a process."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from geo.articles import Fault, load_articles
from geo.coding import code
from geo.store.incidents import link
from geo.store.table import EventTable

SEEDS = Path(__file__).parents[2] / "seeds"


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """The events of some articles, and one line for each thing that could not be read."""

    table: EventTable
    faults: tuple[str, ...]


@st.cache_resource(show_spinner=False)
def open_case(paths: tuple[str, ...]) -> Case:
    """The case of the articles in `paths`; the seeds when there are none."""
    case = read_case([Path(path) for path in paths] or [SEEDS])
    # Streamlit collects garbage after every run; the case need not be walked through each time.
    gc.collect()
    gc.freeze()
    return case


def read_case(paths: Sequence[Path]) -> Case:
    """Reads and codes the articles of `paths`; what can't be read is a fault of the case."""
    articles, faults = [], []
    for found in load_articles(paths):
        if isinstance(found, Fault):
            faults.append(str(found))
        else:
            articles.append(found)
    events = link(event for article in articles for event in code(article))
    return Case(EventTable.build(events, articles), tuple(faults))
