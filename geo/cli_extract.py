"""`python -m geo extract`: articles in, events out, to a file, a stream or a case."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from gazetteer.errors import GazetteerError
from gazetteer.own import OwnPlace, read_own
from geo.articles import count_articles, is_publication_date, load_articles
from geo.cli_explain import explain
from geo.cli_jobs import Coded, coded
from geo.cli_screen import Screen, screen
from geo.cli_text import one_line
from geo.errors import DalilError, ExportError
from geo.export import write_csv, write_geojson, write_geopackage
from geo.model import Article, Event

_WRITERS = {".geojson": write_geojson, ".json": write_geojson, ".csv": write_csv, ".gpkg": write_geopackage}


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was asked for. `out` is the file of events (None: GeoJSON to standard output), `case` the case that takes them.

    `published` (EDTF) is the date of the articles that have none; `places` is the analyst's own file of places;
    `jobs` says how many processes code.
    """

    paths: Sequence[Path]
    out: Path | None = None
    case: Path | None = None
    published: str | None = None
    places: Path | None = None
    explaining: bool = False
    jobs: int = 1


def extract(asked: Extraction) -> int:
    """Codes the articles and writes their events.

    Returns the exit status: 0; 1 when there were faults; 2 when no article could be read. Raises `DalilError`
    when nothing can be written or coded.
    """
    _check(asked)
    own = _own_places(asked.places)
    with screen(lambda: count_articles(asked.paths)) as shown:
        articles = _articles(asked, shown)
        first = next(articles, None)
        if first is None:
            shown.tell("python -m geo: no article could be read")
            return 2
        articles = chain([first], articles)
        if asked.case is not None:
            _into_case(asked, asked.case, articles, shown)
        else:
            _write(asked, _events(asked, coded(articles, own, asked.jobs), shown))
        return 1 if shown.faults else 0


def _check(asked: Extraction) -> None:
    if asked.published is not None and not is_publication_date(asked.published):
        raise DalilError(f"--published: {asked.published!r} is not an EDTF date such as 2016-06-29 or 2016-06-29~")
    if asked.out is not None and asked.out.suffix.lower() not in _WRITERS:
        raise ExportError(f"--out: {one_line(str(asked.out))}: the ending must be one of {', '.join(_WRITERS)}")
    if asked.case is not None and asked.out is not None:
        raise DalilError("--out: the events go into the case; write them out of it with `python -m geo export`")
    if asked.case is not None and asked.places is not None:
        raise DalilError("--places: the case keeps its own; add these by opening the dashboard with --case and --places")


def _own_places(path: Path | None) -> tuple[OwnPlace, ...]:
    if path is None:
        return ()
    if not path.exists():
        raise DalilError(f"--places: {one_line(str(path))}: no such file")
    try:
        return read_own(path)
    except GazetteerError as error:
        raise DalilError(f"--places: {error}") from error


def _articles(asked: Extraction, shown: Screen) -> Iterator[Article]:
    """The articles that can be read, dated."""
    for found in load_articles(asked.paths):
        if not isinstance(found, Article):
            shown.fault(str(found))
        elif asked.published and found.published is None:
            yield replace(found, published=asked.published)
        else:
            yield found


def _write(asked: Extraction, events: Iterator[Event]) -> None:
    if asked.out is not None:
        _WRITERS[asked.out.suffix.lower()](events, asked.out)
    elif asked.explaining:
        for _ in events:
            pass
    else:
        write_geojson(events, sys.stdout.buffer)
        sys.stdout.buffer.flush()


def _events(asked: Extraction, found: Iterator[Coded], shown: Screen) -> Iterator[Event]:
    for _, events in _told(asked, found, shown):
        yield from events


def _told(asked: Extraction, found: Iterator[Coded], shown: Screen) -> Iterator[tuple[Article, list[Event]]]:
    """The articles that were coded and their events; the others are faults."""
    for one in found:
        shown.step()
        if one.fault:
            shown.fault(f"{one.article.article_id}: {one.fault}")
            continue
        if asked.explaining:
            for event in one.events:
                print(explain(event, one.article))
        yield one.article, one.events


def _into_case(asked: Extraction, path: Path, articles: Iterator[Article], shown: Screen) -> None:
    """Adds the articles to the case; those that it has as they are, are not coded again."""
    # Imported late: who writes a file needs no case.
    from geo.store.case import CaseFile

    states: Counter[str] = Counter()
    with closing(CaseFile.open(path)) as case:

        def lacking() -> Iterator[Article]:
            for article in articles:
                if case.state_of(article) == "same":
                    states["same"] += 1
                    shown.step()
                else:
                    yield article

        found = coded(lacking(), case.places(), asked.jobs)
        for _, state in case.add_many(_told(asked, found, shown)):
            states[state] += 1
    shown.tell(", ".join(f"{states[state]:,} {state}" for state in ("new", "same", "changed")))
