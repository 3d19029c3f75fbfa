"""Standard error: a line for each fault, and on a terminal a bar that tells the time left."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from geo.cli_text import one_line


class Screen:
    """Tells faults, one line each, and counts them; `step` moves the bar on by one article."""

    def __init__(self, step: Callable[[], object], write: Callable[[str], object]) -> None:
        self.step, self._write = step, write
        self.faults = 0

    def fault(self, text: str) -> None:
        """Tells what went wrong."""
        self.faults += 1
        self._write(one_line(f"python -m geo: {text}"))

    def tell(self, text: str) -> None:
        """Tells anything else."""
        self._write(one_line(text))


@contextmanager
def screen(total: Callable[[], int]) -> Iterator[Screen]:
    """The screen of one run over about `total()` articles, which is asked for only where there is a bar."""
    if not sys.stderr.isatty():
        yield Screen(lambda: None, lambda line: print(line, file=sys.stderr, flush=True))
        return
    from tqdm import tqdm

    with tqdm(total=total(), unit=" articles", file=sys.stderr) as bar:
        yield Screen(bar.update, lambda line: tqdm.write(line, file=sys.stderr))  # above the bar
