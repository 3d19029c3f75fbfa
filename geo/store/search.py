"""Full-text search over the rows of a table, answered by an SQLite FTS5 index.

A query word is found where a word of the text begins with it, in whatever spelling (`gazetteer.arabic.key`) and
behind written-on particles (و, بال, لل …). So each word is indexed from its beginning and from behind each
particle that it may carry, up to the next space: "5+5" and "25-kilometre" are found whole and by their parts.

Entries are only ever added: an event that changes gets a new one, and its row points there. So nothing has to be
taken out of the index, and a table that was read before still finds by what it shows.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import lru_cache
from itertools import chain
from string import punctuation
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from gazetteer.arabic import ARTICLE, PROCLITICS, key
from geo.coding.vocabulary import event_types
from geo.model import Event
from geo.store.columns import NONE, Flags

LONGEST_WORD = 32  # letters that are compared
KEPT = 8  # answers: a byte a row each
_MARKS = punctuation.replace("'", "''''")  # quoted once for FTS5 and once more for SQL
CREATE = (
    "CREATE VIRTUAL TABLE search USING fts5"
    f" (words, content = '', detail = none, prefix = '2', tokenize = 'ascii tokenchars ''{_MARKS}''')"
)
_LETTERS = re.compile(r"[^\W_]+")
_PARTICLES = frozenset(proclitic + article for proclitic in PROCLITICS for article in ("", ARTICLE, ARTICLE[1])) - {""}
_MERGED = 2 * ARTICLE[1]  # what ل and the article become
_LONGEST_PARTICLE = max(map(len, _PARTICLES))
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")  # which the index takes for a space, or can't hold

Reading = Callable[[], AbstractContextManager[sqlite3.Connection]]


class Search:
    """Finds the rows that hold given words.

    `entries` gives each row's entry in the index that `reading` opens, shape (rows,).

    >>> search = Search.over(["معارك في أجدابيا", "Battle, Sirte"])
    >>> search.search("اجدابيا").tolist(), search.search("sirt").tolist(), search.search("").tolist()
    ([True, False], [False, True], [True, True])
    """

    def __init__(self, reading: Reading, entries: NDArray[np.int64]) -> None:
        self._reading = reading
        self._rows = np.full(int(entries.max(initial=0)) + 1, NONE, dtype=np.int32)
        self._rows[entries] = np.arange(len(entries), dtype=np.int32)
        self._size = len(entries)
        self._found = lru_cache(KEPT)(self._find)

    @classmethod
    def over(cls, texts: Iterable[str]) -> Search:
        """A search over one text a row, indexed in memory."""
        db, lock = sqlite3.connect(":memory:", check_same_thread=False), Lock()
        db.execute(CREATE)
        entries = [index(db, text) for text in texts]

        @contextmanager
        def reading() -> Iterator[sqlite3.Connection]:
            with lock:
                yield db

        return cls(reading, np.array(entries, dtype=np.int64))

    def __len__(self) -> int:
        return self._size

    def search(self, query: str) -> Flags:
        """Rows that hold every word of `query`, in any order, shape (rows,); frozen, for it is kept for the next to ask."""
        return self._found(_wanted(query))

    def _find(self, wanted: str) -> Flags:
        found = np.full(self._size, not wanted)
        if wanted:
            with self._reading() as db:
                # In one text: a row of Python's for each hit would take twice as long.
                (hits,) = db.execute("SELECT group_concat(rowid) FROM search WHERE search MATCH ?", (wanted,)).fetchone()
            entries = np.fromstring(hits or "", dtype=np.int64, sep=",")
            rows = self._rows[entries[entries < len(self._rows)]]
            found[rows[rows != NONE]] = True
        found.setflags(write=False)
        return found


def index(db: sqlite3.Connection, text: str) -> int:
    """Adds a text to the index; returns its entry."""
    entry = db.execute("INSERT INTO search (words) VALUES (?)", (indexed(text),)).lastrowid
    if entry is None:
        raise AssertionError("an insertion has a row")
    return entry


def indexed(text: str) -> str:
    """What the index takes in the stead of a text.

    >>> indexed("والبيان عن البيان")
    'والبيان البيان بيان عن'
    """
    return " ".join(dict.fromkeys(chain.from_iterable(map(_forms, _CONTROL.sub(" ", key(text)).split()))))


def words(event: Event) -> str:
    """What free text finds an event by."""
    kind, where = event_types()[event.event_type], event.location
    parts = [event.article_title, event.publisher, kind.en, kind.ar, *(passage.text for passage in event.passages)]
    for actor in event.actors:
        parts += (actor.name_en, actor.name_ar, actor.text)
    if where:
        parts += (where.name_en, where.name_ar, where.admin1 or "")
    return " ".join(parts)


@lru_cache(maxsize=100_000)
def _forms(word: str) -> tuple[str, ...]:
    """What is written from each place on where a reader may take a word to begin.

    >>> _forms("(5+5)"), _forms("والبيان،"), _forms("للجفره")
    (('5+5)', '5)'), ('والبيان،', 'البيان،', 'بيان،'), ('للجفره', 'لجفره', 'جفره', 'الجفره'))
    """
    starts = [
        run.start() + cut
        for run in _LETTERS.finditer(word)
        for cut in range(min(_LONGEST_PARTICLE, len(run.group()) - 1) + 1)
        if cut == 0 or run.group()[:cut] in _PARTICLES
    ]
    forms = [word[start : start + LONGEST_WORD] for start in starts]
    return (*forms, *(ARTICLE[0] + form[1:] for form in forms if form.startswith(_MERGED)))


def _wanted(query: str) -> str:
    """The query in FTS5's words: every word, as a beginning; '' when there is none."""
    found = []
    for word in _CONTROL.sub(" ", key(query)).split():
        letters = [run.span() for run in _LETTERS.finditer(word)]
        if letters:
            quoted = word[letters[0][0] : letters[-1][1]][:LONGEST_WORD].replace('"', '""')
            found.append(f'"{quoted}"*')
    return " ".join(found)
