"""The coding of many articles beside the page: a thread of its own, so that the page can tell how far it is, and stop it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from threading import Event as Signal
from threading import Lock, Thread
from time import monotonic

from geo.errors import DalilError
from geo.model import Article, Event
from geo.store.case import CaseFile

Coder = Callable[[Article], list[Event]]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is. `kept` are the ids of the articles that are in the case for good; `seconds_left` is None at first."""

    total: int
    kept: tuple[str, ...] = ()
    events: int = 0
    share: float = 0.0
    seconds_left: float | None = None
    faults: tuple[str, ...] = ()
    ended: bool = False


class Job:
    """Codes articles into a case, one after the other, until all are done or it is cancelled.

    What was done by then is kept (`CaseFile.add_many`). It goes on when the page is left.
    """

    def __init__(self, file: CaseFile, articles: Sequence[Article], coder: Coder) -> None:
        self._file, self._articles, self._coder = file, articles, coder
        self._lock, self._cancelled = Lock(), Signal()
        self._sizes = {article.article_id: max(1, len(article.text)) for article in articles}
        self._whole = sum(self._sizes.values())
        self._events: dict[str, int] = {}
        self._kept: list[str] = []
        self._faults: list[str] = []
        self._began, self._warm = monotonic(), 0  # since the first article, whose coding loads the word lists; its size
        self._ended = False
        self._thread = Thread(target=self._run, name="coding", daemon=True)

    def start(self) -> Job:
        """Begins."""
        self._thread.start()
        return self

    def cancel(self) -> None:
        """Ends the job after the article that it is at."""
        self._cancelled.set()

    def wait(self) -> None:
        """Until it has ended."""
        self._thread.join()

    def progress(self) -> Progress:
        """How far it is now."""
        with self._lock:
            kept = tuple(self._kept)
            done = sum(self._sizes[article_id] for article_id in kept)
            spent = monotonic() - self._began
            timed = done - self._warm
            left = spent / timed * (self._whole - done) if timed > 0 and self._warm else None
            events = sum(self._events[article_id] for article_id in kept)
            share = done / self._whole if self._whole else 1.0
            return Progress(len(self._articles), kept, events, share, left, tuple(self._faults), self._ended)

    def _run(self) -> None:
        whole = False
        try:
            for article_id, _ in self._file.add_many(self._coded()):
                with self._lock:
                    self._kept.append(article_id)
            whole = True
        except DalilError as error:  # the file can't be written any more
            self._blame(str(error))
            whole = True
        finally:
            if not whole:
                self._blame("the coding broke off; the articles that are left can be coded again")
            with self._lock:
                self._ended = True

    def _coded(self) -> Iterator[tuple[Article, list[Event]]]:
        for article in self._articles:
            if self._cancelled.is_set():
                return
            try:
                events = self._coder(article)
            except DalilError as error:
                self._blame(f"{article.article_id}: {error}")
                continue
            with self._lock:
                self._events[article.article_id] = len(events)
                if not self._warm:
                    self._began, self._warm = monotonic(), self._sizes[article.article_id]
            yield article, events

    def _blame(self, line: str) -> None:
        with self._lock:
            self._faults.append(line)
