"""`python -m geo extract`: articles in, events out."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from gazetteer.errors import GazetteerError
from gazetteer.index import Gazetteer
from geo.articles import Fault, count_articles, is_publication_date, load_articles
from geo.cli_explain import explain
from geo.cli_text import one_line
from geo.errors import DalilError, ExportError
from geo.export import write_csv, write_geojson, write_geopackage
from geo.model import Article, Event

_WRITERS = {".geojson": write_geojson, ".json": write_geojson, ".csv": write_csv, ".gpkg": write_geopackage}


def extract(paths: Sequence[Path], out: Path | None, published: str | None, explaining: bool, places: Path | None = None) -> int:
    """Codes the articles in `paths` and writes their events to `out`, or GeoJSON to standard output.

    `published` (EDTF) is the date of the articles that have none; `places` is the analyst's own file of places.
    Returns the exit status: 0; 1 when there were faults; 2 when no article could be read. Raises `DalilError`
    when nothing can be written or coded.
    """
    if published is not None and not is_publication_date(published):
        raise DalilError(f"--published: {published!r} is not an EDTF date such as 2016-06-29 or 2016-06-29~")
    if out is not None and out.suffix.lower() not in _WRITERS:
        raise ExportError(f"--out: {one_line(str(out))}: the ending must be one of {', '.join(_WRITERS)}")
    gazetteer = _gazetteer(places)
    faults = _Faults()
    articles = faults.told(_shown(load_articles(paths), paths))
    first = next(articles, None)
    if first is None:
        print("python -m geo: no article could be read", file=sys.stderr)
        return 2
    events = _events(chain([first], articles), published, explaining, gazetteer)
    if out is not None:
        _WRITERS[out.suffix.lower()](events, out)
    elif explaining:
        for _ in events:
            pass
    else:
        write_geojson(events, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    return 1 if faults.count else 0


class _Faults:
    """Tells each fault on standard error, one line each, and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def told(self, found: Iterator[Article | Fault]) -> Iterator[Article]:
        """The articles of `found`."""
        for item in found:
            if isinstance(item, Article):
                yield item
            else:
                self.count += 1
                _say(f"python -m geo: {item}")


def _say(line: str) -> None:
    if sys.stderr.isatty():
        from tqdm import tqdm

        tqdm.write(one_line(line), file=sys.stderr)  # above the progress bar
    else:
        print(one_line(line), file=sys.stderr)


def _shown(found: Iterator[Article | Fault], paths: Sequence[Path]) -> Iterator[Article | Fault]:
    """`found` under a progress bar, on a terminal only."""
    if not sys.stderr.isatty():
        return found
    from tqdm import tqdm

    return iter(tqdm(found, total=count_articles(paths), unit=" articles", file=sys.stderr))


def _gazetteer(places: Path | None) -> Gazetteer | None:
    """The shipped gazetteer (None) or, with the analyst's own places, another."""
    if places is None:
        return None
    try:
        return Gazetteer.with_own(places)
    except GazetteerError as error:
        raise DalilError(f"--places: {error}") from error


def _events(articles: Iterator[Article], published: str | None, explaining: bool, gazetteer: Gazetteer | None) -> Iterator[Event]:
    # Imported late: the coder loads the lexicons, which a bad argument need not wait for.
    from geo.coding import code

    for article in articles:
        dated = replace(article, published=published) if published and article.published is None else article
        for event in code(dated, gazetteer):
            if explaining:
                print(explain(event, dated))
            yield event
