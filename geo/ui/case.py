"""The articles on show and their events, read and coded once a process for each set of added places."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import streamlit as st

from gazetteer.index import Gazetteer
from gazetteer.own import OwnPlace, own_csv
from geo.articles import Fault, load_articles
from geo.coding import code
from geo.model import Article, Event
from geo.store.incidents import link
from geo.store.table import EventTable
from geo.ui.reach import reached
from geo.ui.unlisted import Unlisted, unlisted

SEEDS = Path(__file__).parents[2] / "seeds"
MOST_CASES = 16  # kept at once: visitors' added places differ


@dataclass(frozen=True, eq=False)
class Case:
    """The events of some articles, the places they were coded with, and a line for each thing that could not be read."""

    table: EventTable
    faults: tuple[str, ...] = ()
    articles: tuple[Article, ...] = ()
    own: tuple[OwnPlace, ...] = ()
    gazetteer: Gazetteer = field(default_factory=Gazetteer.default)

    @cached_property
    def unlisted(self) -> tuple[Unlisted, ...]:
        """The names in the articles that look like places and that no list has, the most frequent first."""
        return unlisted(self.articles, self.gazetteer)


def open_case(paths: tuple[str, ...], own: tuple[OwnPlace, ...] = ()) -> Case:
    """The case of the articles in `paths` (the seeds when there are none), coded with the analyst's own places too."""
    return _open(paths, own, own_csv(own))


@st.cache_resource(show_spinner=False, max_entries=MOST_CASES)
def _open(paths: tuple[str, ...], _own: tuple[OwnPlace, ...], told: str) -> Case:
    """`told` is what `_own` says, and what the case is kept by."""
    case = with_places(open_case(paths), _own) if _own else read_case([Path(path) for path in paths] or [SEEDS])
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
    return Case(EventTable.build(events, articles), tuple(faults), tuple(articles))


def with_places(shipped: Case, own: tuple[OwnPlace, ...]) -> Case:
    """The case with the articles that the added places reach coded anew; `shipped` has none of them."""
    gazetteer = Gazetteer.with_places([each.place for each in own], [name for each in own for name in each.all_names()])
    anew = {article.article_id for article in reached(shipped.articles, own)}
    kept: dict[str, list[Event]] = {article.article_id: [] for article in shipped.articles}
    for event in map(shipped.table.event, range(len(shipped.table))):
        kept[event.article_id].append(event)
    events = [
        event
        for article in shipped.articles
        for event in (code(article, gazetteer) if article.article_id in anew else kept[article.article_id])
    ]
    return replace(shipped, table=EventTable.build(link(events), shipped.articles), own=own, gazetteer=gazetteer)
