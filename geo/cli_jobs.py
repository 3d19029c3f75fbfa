"""Articles coded in other processes: told in their order, few in memory at once, and no crash stops the rest."""

from __future__ import annotations

import gc
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import connection, get_context, resource_tracker

from gazetteer.errors import GazetteerError
from gazetteer.index import Gazetteer
from gazetteer.own import OwnPlace
from geo.errors import DalilError
from geo.model import Article, Event

CHUNK = 8  # articles that a process is given at once
AHEAD = 8  # chunks a process may be ahead of the slowest article
FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError, RuntimeError, TypeError, ValueError)
_PROCESSES = get_context("spawn")  # the same on every system, and no process holds another's pipe
_READY = "ready"


@dataclass(frozen=True, slots=True)
class Coded:
    """An article and its events; `fault` says why there are none, when the coder failed on it."""

    article: Article
    events: list[Event]
    fault: str = ""


Numbered = tuple[int, Article]
Answer = list[Event] | str  # events, or what went wrong


def coded(articles: Iterable[Article], own: Sequence[OwnPlace] = (), jobs: int = 1) -> Iterator[Coded]:
    """Codes `articles` in `jobs` processes, told in their order. `own` are the analyst's places, beside the shipped ones.

    Raises `DalilError` when the coder can't start. Whoever stops midway ends the processes.
    """
    if jobs > 1:
        with _Crew(own, jobs) as crew:
            yield from crew.work(articles)
        return
    coder = _Coder(own)
    for article in articles:
        yield _told(article, coder.answer(article))


def _told(article: Article, answer: Answer) -> Coded:
    return Coded(article, [], answer) if isinstance(answer, str) else Coded(article, answer)


class _Coder:
    """The coder with its lexicons read, and out of the collector's way. Raises `DalilError` when they are faulty."""

    def __init__(self, own: Sequence[OwnPlace]) -> None:
        # Imported late: the lexicons are read here, which a process that only hands out work need not wait for.
        from geo.coding import code

        self._code = code
        try:
            named = [name for place in own for name in place.all_names()]
            self._gazetteer = Gazetteer.with_places([each.place for each in own], named) if own else Gazetteer.default()
        except GazetteerError as error:
            raise DalilError(str(error)) from error
        code(Article("", ""), self._gazetteer)
        gc.collect()
        gc.freeze()

    def answer(self, article: Article) -> Answer:
        """The article's events; what went wrong where a fault of ours kept us from them."""
        try:
            return self._code(article, self._gazetteer)
        except FAULTS as error:
            return f"the coder failed on it ({type(error).__name__}: {error}); the others go on"


class _Worker:
    """A process, and the articles given to it that it has not answered yet, in their order."""

    def __init__(self, own: Sequence[OwnPlace]) -> None:
        self.link, theirs = _PROCESSES.Pipe()
        self.process = _PROCESSES.Process(target=_serve, args=(theirs, tuple(own)), daemon=True)
        with _interrupts_held():  # Ctrl-C is ours: the process inherits its deafness
            self.process.start()
        theirs.close()
        self.given: deque[Numbered] = deque()
        self.ready = False

    def give(self, chunk: Sequence[Numbered]) -> None:
        """Hands over the next articles; only when it has answered all, so that neither waits for the other to read."""
        self.given.extend(chunk)
        try:
            self.link.send([article for _, article in chunk])
        except OSError:
            return  # it has died: `receive` tells

    def receive(self) -> Answer | None:
        """The next answer, or None once it has died. Raises `DalilError` when it never came to work."""
        try:
            answer: Answer = self.link.recv()
        except (EOFError, OSError):
            self.process.join()
            if not self.ready:
                raise DalilError(f"--jobs: a process that codes ended as it began ({self._ending()})") from None
            return None
        if not self.ready and answer != _READY:
            raise DalilError(str(answer))
        return answer

    def epitaph(self) -> str:
        """What to say of the article that it died on."""
        return f"the process that coded it died ({self._ending()}); the others go on"

    def _ending(self) -> str:
        status = self.process.exitcode or 0
        return f"signal {-status}" if status < 0 else f"status {status}"

    def end(self) -> None:
        """Ends the process, whatever it does."""
        self.process.kill()
        self.process.join()
        self.link.close()


def _serve(link: connection.Connection, own: Sequence[OwnPlace]) -> None:
    """The life of a worker: it answers for each article of each chunk, until nobody is at the other end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        try:
            coder = _Coder(own)
        except DalilError as error:
            link.send(str(error))
            return
        link.send(_READY)
        while True:
            for article in link.recv():
                link.send(coder.answer(article))
    except (EOFError, OSError):
        return


class _Crew:
    """The workers of one run, the chunks that wait for one, and the answers that wait for an earlier article's."""

    def __init__(self, own: Sequence[OwnPlace], jobs: int) -> None:
        self._own, self._jobs = own, jobs
        self._workers: list[_Worker] = []
        self._waiting: deque[list[Numbered]] = deque()
        self._done: dict[int, Coded] = {}
        self._next = 0  # the first article that has not been told

    def __enter__(self) -> _Crew:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.end()

    def work(self, articles: Iterable[Article]) -> Iterator[Coded]:
        """The articles as they are coded, in their order; see `coded`."""
        numbered = enumerate(articles)
        window = self._jobs * CHUNK * AHEAD
        issued = 0
        while True:
            while len(self._waiting) < self._jobs and issued < self._next + window and (chunk := list(islice(numbered, CHUNK))):
                self._waiting.append(chunk)
                issued += len(chunk)
            self._hand_out()
            if self._next == issued:
                return
            self._listen()
            while self._next in self._done:
                yield self._done.pop(self._next)
                self._next += 1

    def _hand_out(self) -> None:
        """Gives waiting chunks to the workers that have nothing to do; a new one begins while there are too few."""
        for worker in self._workers:
            if self._waiting and worker.ready and not worker.given:
                worker.give(self._waiting.popleft())
        starting = sum(not worker.ready for worker in self._workers)
        while len(self._workers) < self._jobs and starting < len(self._waiting):
            self._workers.append(_Worker(self._own))
            starting += 1

    def _listen(self) -> None:
        """Waits for any worker's word, and takes in what each has to say."""
        by_link = {worker.link: worker for worker in self._workers if worker.given or not worker.ready}
        for link in connection.wait(list(by_link)):
            worker = next(worker for known, worker in by_link.items() if known is link)
            answer = worker.receive()
            if answer is None:
                self._bury(worker)
            elif not worker.ready:
                worker.ready = True
            else:
                number, article = worker.given.popleft()
                self._done[number] = _told(article, answer)

    def _bury(self, worker: _Worker) -> None:
        """Tells of the article that a worker died on; what it had not begun goes to others."""
        self._workers.remove(worker)
        number, article = worker.given.popleft()
        self._done[number] = Coded(article, [], worker.epitaph())
        if worker.given:
            self._waiting.appendleft(list(worker.given))
        worker.end()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """A Ctrl-C in this block is heard after it, and never by a process that begins in it."""
    resource_tracker.ensure_running()  # which would lift the mask when it began in the block
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
