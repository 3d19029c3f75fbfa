"""How fast the coder is, on one core and in one run: `python -m tests.benchmarks.coding [ARTICLES]`.

Articles (2,000 unless told) are made of the corpus's paragraphs, shuffled with a fixed seed, so that no two are the same.
The figures: `code()`; a bare pass of the same automata over the same folded text, the floor of what any reader must do;
simplemma lemmatising every token, as a taste of what a general tool costs; articles a second by the clock, by number of
processes (`--jobs`), up to the machine's cores; the start of the command line on one small file; and the peak of memory
over 200 and over all articles, coded one after the other as `python -m geo extract` does.
"""

from __future__ import annotations

import gc
import os
import random
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

import simplemma

from gazetteer.arabic import fold
from gazetteer.matcher import Matcher
from geo.articles import load_articles
from geo.cli_jobs import coded
from geo.coding import code
from geo.coding.tokens import tokenize
from geo.coding.words import Words
from geo.model import Article

ROOT = Path(__file__).parents[2]
SIZE = 2500  # bytes of an article, about
FEW = 200
STARTS = 5

MEMORY = """
import resource, sys
from geo.coding import code
from tests.benchmarks.coding import made
for article in made(int(sys.argv[1])):
    code(article)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def made(count: int) -> Iterator[Article]:
    """`count` articles of shuffled paragraphs of the corpus, one by one."""
    corpus = sorted((ROOT / "tests/corpus").glob("?_articles.jsonl"))
    paragraphs = [line for item in load_articles(corpus) if isinstance(item, Article) for line in item.text.split("\n") if line]
    chance = random.Random(20200610)
    for number in range(count):
        lines: list[str] = []
        while sum(map(len, lines)) * 1.8 < SIZE:  # an Arabic letter is two bytes, a space one
            lines.append(chance.choice(paragraphs))
        yield Article(f"made{number}", "\n\n".join(lines), published="2020-06-10")


def timed(work: Callable[[], object]) -> float:
    """Seconds of processor time that `work` takes."""
    gc.collect()
    started = time.process_time()
    work()
    return time.process_time() - started


def automata_pass(texts: list[str]) -> Callable[[], None]:
    """One pass of every automaton that the coder has loaded, over folded texts."""
    automata = [found._automaton for found in gc.get_objects() if isinstance(found, Matcher) and not found._empty]

    def work() -> None:
        for text in texts:
            for automaton in automata:
                deque(automaton.iter(text), maxlen=0)

    print(f"{len(automata)} automata, {sum(map(len, automata)):,} patterns")
    return work


def start() -> float:
    """Seconds from the shell to the end of the command line on one small file, the middle of some runs."""
    command = [sys.executable, "-m", "geo", "extract", str(next((ROOT / "seeds").glob("*.txt")))]
    spent = []
    for _ in range(STARTS):
        began = time.perf_counter()
        subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
        spent.append(time.perf_counter() - began)
    return sorted(spent)[STARTS // 2]


def by_jobs(articles: list[Article]) -> Iterator[tuple[int, float, float]]:
    """(processes, articles a second, seconds until the first came back) for one process to one a core.

    The clock starts at the first answer: what starting the processes takes is told apart, since it is paid once.
    """
    for jobs in range(1, (os.cpu_count() or 1) + 1):
        began = time.perf_counter()
        found = coded(articles, jobs=jobs)
        next(found)
        first = time.perf_counter()
        deque(found, maxlen=0)
        yield jobs, (len(articles) - 1) / (time.perf_counter() - first), first - began


def memory(count: int) -> float:
    """MB at the peak of a process that codes `count` articles."""
    command = [sys.executable, "-c", MEMORY, str(count)]
    return int(subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout) / 1024


def main(count: int) -> None:
    """Print the table."""
    articles = list(made(count))
    size = sum(len(article.text.encode()) for article in articles)
    folded = [fold(article.text).text for article in articles]
    code(articles[0])
    bare = automata_pass(folded)
    gc.collect()
    gc.freeze()  # as the processes of the command line do
    words = [token.text for text in folded for token in tokenize(text, Words({}, {})) if token.text.isalpha()]
    rows = {
        "code()": timed(lambda: [code(article) for article in articles]),
        "bare automata": timed(bare),
        "simplemma": timed(lambda: [simplemma.lemmatize(word, lang="ar") for word in words]),
    }
    print(f"{count:,} articles, {size / 1e6:.1f} MB, {size / count:,.0f} bytes each, {len(words):,} words\n")
    print(f"{'':15} {'seconds':>8} {'articles/s':>11} {'MB/s':>7} {'to code()':>10}")
    for name, spent in rows.items():
        print(f"{name:15} {spent:8.2f} {count / spent:11.0f} {size / spent / 1e6:7.2f} {spent / rows['code()']:10.3f}")
    print(f"\ncode() takes {rows['code()'] / rows['bare automata']:.1f} times the bare pass")
    for jobs, speed, start_up in by_jobs(articles):
        print(f"--jobs {jobs}: {speed:.0f} articles/s, the first after {start_up:.1f} s")
    print(f"start of the command line: {start():.2f} s")
    print(f"memory at the peak: {memory(FEW):.0f} MB for {FEW} articles, {memory(count):.0f} MB for {count:,}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
