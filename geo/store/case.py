"""CaseFile: a case, kept in one file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from gazetteer.own import OwnPlace
from geo.model import Article, Event
from geo.store import (
    articles,
    changes,
    connection,
    disagreeing,
    measured,
    opening,
    places,
    recoding,
    reviewing,
    rows,
    undoing,
)
from geo.store.articles import State, Twin
from geo.store.batches import batches
from geo.store.changes import Change
from geo.store.connection import Connections
from geo.store.disagreeing import Disagreement
from geo.store.loading import Tables
from geo.store.measured import Measured
from geo.store.table import EventTable

PAGE = 100  # changes that are told at once


class CaseFile:
    """A case in one GeoPackage. Threads and processes may share it; what a method wrote is durable when it returns.

    Any method raises `StoreError` when the file can't be read or written any more. Those that take `seen`, the
    version of the event that the reviewer looked at, raise `ConflictError` when it has changed since.
    """

    def __init__(self, connections: Connections) -> None:
        self._file = connections
        self._tables = Tables(connections)

    @classmethod
    def open(cls, path: Path) -> CaseFile:
        """The case at `path`, made when there is none, migrated when an older Dalil made it.

        Raises `StoreError` when the file is foreign, damaged, newer or can't be written; it is then as it was.
        """
        opening.prepare(path)
        return cls(Connections(path))

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._file.path

    def close(self) -> None:
        """Lets the file go; every other method then raises."""
        self._file.close()

    def revision(self) -> int:
        """A number that every write, of any process, raises."""
        with self._file.reading() as db:
            return connection.revision(db)

    # Articles and what the machine tells of them

    def add(self, article: Article, events: Iterable[Event]) -> State:
        """Keeps the article and the events that the machine tells of it; nothing when it is there, the same.

        A changed article is coded anew, as `recode` does.
        """
        with self._file.writing() as db:
            return recoding.add(db, article, list(events))

    def add_many(self, told: Iterable[tuple[Article, Iterable[Event]]]) -> Iterator[tuple[str, State]]:
        """Keeps many, in a transaction about each second: yields each article's id and what became of it once it is durable.

        Whoever stops midway loses nothing that was yielded.
        """
        for batch in batches(told):
            with self._file.writing() as db:
                done = [(article.article_id, recoding.add(db, article, events)) for article, events in batch]
            yield from done

    def state_of(self, article: Article) -> State:
        """What `add` would find."""
        with self._file.reading() as db:
            return articles.state(db, article)

    def recode(self, article_id: str, events: Iterable[Event]) -> None:
        """Takes what the machine tells of the article now; what a person reviewed stays (see `recoding`)."""
        with self._file.writing() as db:
            recoding.recode(db, articles.known(db, article_id), list(events))

    def article(self, article_id: str) -> Article:
        """The article of that id."""
        with self._file.reading() as db:
            return articles.known(db, article_id)

    def articles(self) -> Iterator[Article]:
        """Every article, in the order they came, as the case stood when this began."""
        with self._file.reading() as db:
            yield from articles.read_all(db)

    def article_ids(self) -> list[str]:
        """Every article's id, in the order they came."""
        with self._file.reading() as db:
            return articles.ids(db)

    def near(self, text: str) -> list[Twin]:
        """The articles that are copies of `text`, whole or edited, the most alike first. Half a second for a million."""
        with self._file.reading() as db:
            return articles.near(db, text)

    # Events

    def event(self, event_id: str) -> Event:
        """The event as it stands."""
        return self._known(event_id).event

    def events_of(self, article_id: str) -> list[Event]:
        """The events of an article, rejected ones too, in the order they came."""
        with self._file.reading() as db:
            return [stored.event for stored in rows.of_article(db, article_id)]

    def version(self, event_id: str) -> int:
        """How often the event was written: what a reviewer who looks at it next has `seen`.

        To be asked before the event is: a write between both is then a conflict, the other way round it is lost.
        """
        return self._known(event_id).version

    def machine(self, event_id: str) -> Event | None:
        """The event as the machine tells it; None when it does not."""
        return disagreeing.machine(self._known(event_id))

    def disagreements(self, event_id: str) -> list[Disagreement]:
        """The reviewed fields that the machine now tells otherwise."""
        with self._file.reading() as db:
            return disagreeing.disagreements(db, rows.known(db, event_id))

    def table(self) -> EventTable:
        """Every event, rejected ones too, as columns: the same table while nothing is written."""
        return self._tables.table()

    # Review

    def accept(self, event_id: str, who: str, seen: int) -> None:
        """The event is right as it stands."""
        with self._file.writing() as db:
            reviewing.accept(db, event_id, who, seen)

    def reject(self, event_id: str, reason: str, who: str, seen: int) -> None:
        """The event is wrong; it stays in the file."""
        with self._file.writing() as db:
            reviewing.reject(db, event_id, reason, who, seen)

    def edit(self, event_id: str, fields: Mapping[str, Any], who: str, seen: int) -> None:
        """Gives fields of the event (`record.FIELDS`) other values, of the model's types.

        Raises `StoreError` when the event could then not be one of its article.
        """
        with self._file.writing() as db:
            reviewing.edit(db, event_id, fields, who, seen)

    def split(self, event_id: str, who: str, seen: int) -> str:
        """Makes a second event like this one, to edit both apart; returns its id."""
        with self._file.writing() as db:
            return reviewing.split(db, event_id, who, seen)

    def merge(self, event_id: str, other_id: str, who: str, seen: int) -> None:
        """Makes one of two events of an article: it takes the other's passages, and the other is rejected."""
        with self._file.writing() as db:
            reviewing.merge(db, event_id, other_id, who, seen)

    def insert(self, event: Event, who: str) -> str:
        """Adds an event that the machine missed; returns its id, a new one where the given is empty or taken."""
        with self._file.writing() as db:
            return reviewing.insert(db, event, who)

    def undo(self, change_id: int, who: str) -> None:
        """Takes a change back; a split, a merge and an insertion wholly. Raises `ConflictError` when later ones rest on it."""
        with self._file.writing() as db:
            undoing.undo(db, change_id, who)

    def changes(self, event_id: str | None = None, limit: int = PAGE, offset: int = 0) -> list[Change]:
        """The changes, the latest first, of one event or of all."""
        with self._file.reading() as db:
            return changes.page(db, event_id, limit, offset)

    def measured(self) -> Measured:
        """How good the machine is, by what people found when they reviewed."""
        with self._file.reading() as db:
            return measured.measure(db)

    # The analyst's own places

    def places(self) -> tuple[OwnPlace, ...]:
        """The places that were added, in their order."""
        with self._file.reading() as db:
            return places.read(db)

    def keep_places(self, changed: Callable[[tuple[OwnPlace, ...]], Iterable[OwnPlace]]) -> tuple[OwnPlace, ...]:
        """Puts what `changed` makes of the places in their stead; no other writer comes between. Returns them."""
        with self._file.writing() as db:
            return places.write(db, changed(places.read(db)))

    def _known(self, event_id: str) -> rows.Stored:
        with self._file.reading() as db:
            return rows.known(db, event_id)
