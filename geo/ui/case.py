"""The case on show: its file, opened once a process, and what is read from it, once for each state of the file."""

from __future__ import annotations

import atexit
import gc
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import streamlit as st

from gazetteer.index import Gazetteer
from gazetteer.own import OwnPlace, own_csv, read_own, with_place
from geo.articles import load_articles
from geo.coding import code
from geo.model import Article, Event
from geo.query.selection import Selections
from geo.store.case import CaseFile
from geo.store.table import EventTable
from geo.ui.arguments import Arguments
from geo.ui.reach import reached
from geo.ui.unlisted import Unlisted, unlisted

SEEDS = Path(__file__).parents[2] / "seeds"
MOST_STATES = 3  # of files kept in memory at once: the one on show, and those that a slow session still reads
Places = tuple[OwnPlace, ...]


@dataclass(frozen=True, eq=False)
class Case:
    """A case file as it stood at one revision. `sample` says that the file goes when this process ends.

    `faults` has a line for each thing that could not be read into it at the start.
    """

    file: CaseFile
    table: EventTable
    own: Places = ()
    faults: tuple[str, ...] = ()
    sample: bool = False

    @property
    def gazetteer(self) -> Gazetteer:
        """The shipped places and the case's own."""
        return gazetteer_of(self.own)

    @cached_property
    def selections(self) -> Selections:
        """The selections of its events, shared by all sessions."""
        return Selections(self.table)

    @cached_property
    def unlisted(self) -> tuple[Unlisted, ...]:
        """The names in the articles that look like places and that no list has, the most frequent first."""
        return unlisted(self.file.articles(), self.gazetteer)

    def code(self, article: Article) -> list[Event]:
        """The machine's events of `article`, with the case's own places known."""
        return code(article, self.gazetteer)


def open_case(said: Arguments) -> Case:
    """The case that the arguments name, as its file stands now; a sample of the seeds when they name none."""
    file, faults = _opened(said)
    return _read(str(file.path), file.revision(), file, faults, said.case is None)


def read_case(file: CaseFile, faults: Sequence[str] = (), sample: bool = False) -> Case:
    """The case in `file`, read now."""
    return Case(file, file.table(), file.places(), tuple(faults), sample)


def keep_places(file: CaseFile, changed: Callable[[Places], Places]) -> None:
    """Changes the case's own places, and codes anew the articles that the change reaches.

    Raises `StoreError`; `GazetteerError`, with nothing changed, when a place can't be a row of a file of places.
    """

    def checked(places: Places) -> Places:
        made = changed(places)
        own_csv(made)
        return made

    before = file.places()
    file.keep_places(checked)
    after = file.places()
    gazetteer = gazetteer_of(after)
    for article in reached(list(file.articles()), set(before) ^ set(after)):
        file.recode(article.article_id, code(article, gazetteer))


@st.cache_resource(show_spinner=False)
def _opened(said: Arguments) -> tuple[CaseFile, tuple[str, ...]]:
    """The file, with the articles and places of the arguments in it, and a line for each that could not be read."""
    file = CaseFile.open(said.case or _sample())
    if said.places:
        keep_places(file, lambda places: _with_all(places, read_own(said.places) if said.places else ()))
    paths = [Path(path) for path in said.paths] or ([] if said.case else [SEEDS])
    faults: list[str] = []
    gazetteer = gazetteer_of(file.places())
    for _ in file.add_many((article, code(article, gazetteer)) for article in _new(file, paths, faults)):
        pass
    return file, tuple(faults)


@st.cache_resource(show_spinner=False, max_entries=MOST_STATES)
def _read(path: str, revision: int, _file: CaseFile, _faults: tuple[str, ...], _sample: bool) -> Case:
    """Kept by `path` and `revision`, which name one state of one file."""
    case = read_case(_file, _faults, _sample)
    _settle(path, len(case.table).bit_length())
    return case


@lru_cache
def _settle(path: str, magnitude: int) -> None:
    """Once for a case and again when it has doubled: Streamlit collects garbage after every run, and need not walk through it."""
    gc.collect()
    gc.freeze()


def _new(file: CaseFile, paths: Sequence[Path], faults: list[str]) -> Iterator[Article]:
    """The articles of `paths` that the file does not have as they are; what can't be read goes to `faults`."""
    for found in load_articles(paths):
        if not isinstance(found, Article):
            faults.append(str(found))
        elif file.state_of(found) != "same":
            yield found


def _sample() -> Path:
    """Where a case lies that goes with this process."""
    folder = tempfile.mkdtemp(prefix="dalil-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder) / "sample.gpkg"


def _with_all(places: Places, added: Sequence[OwnPlace]) -> Places:
    for own in added:
        places = with_place(places, own)
    return places


@lru_cache(maxsize=4)
def gazetteer_of(own: Places) -> Gazetteer:
    """The shipped places and the analyst's own."""
    if not own:
        return Gazetteer.default()
    return Gazetteer.with_places([each.place for each in own], [name for each in own for name in each.all_names()])
