"""`python -m geo export`: the events of a case, out in any format."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.cli_text import one_line
from geo.errors import DalilError, ExportError

if TYPE_CHECKING:
    from geo.export import Format
    from geo.model import Event
    from geo.query.filters import Filter
    from geo.store.table import EventTable

EVERY = "all"  # in place of the kinds or the states of review that are shown at first
# Option, what it takes, what it means; each may be given several times.
_SETS = (
    ("faction", "CODE", "a faction code such as LNA, or a state's such as TUR"),
    ("place", "ID", "a place by its id"),
    ("type", "TYPE", f"an event type such as battle; {EVERY} for statements too"),
    ("status", "STATUS", "reported, claimed, planned, denied or disputed"),
    ("review", "STATE", f"unreviewed, accepted, edited, rejected or added; {EVERY} for the rejected too"),
    ("article", "ID", "an article by its id"),
)


def add_parser(commands: Any) -> None:
    """Adds the command's grammar to the sub-commands of `argparse`."""
    export = commands.add_parser(
        "export",
        help="events of a case out to a file",
        description="Writes the events of a case, those that the filters leave, to a file.",
        epilog="exit status: 0 written; 2 nothing could be done",
    )
    export.add_argument("--case", type=Path, required=True, metavar="FILE.gpkg", help="the case")
    export.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help=".geojson, .csv, .gpkg, .kml or .parquet, unless --format tells"
    )
    export.add_argument("--format", metavar="NAME", help="geojson, csv, gpkg, kml, parquet, acled or ged")
    export.add_argument("--with-machine", action="store_true", help="what the machine said beside what a person made of it")
    export.add_argument("--from", dest="start", type=_day, metavar="DAY", help="events on or after this day, such as 2020-07-01")
    export.add_argument("--to", dest="end", type=_day, metavar="DAY", help="events on or before this day")
    for name, value, meaning in _SETS:
        export.add_argument(f"--{name}", action="append", default=[], metavar=value, help=f"{meaning}; may be repeated")
    export.add_argument("--text", default="", metavar="WORDS", help="Arabic or English words that must all occur")
    export.add_argument("--no-undated", action="store_true", help="without events of unknown date")
    export.add_argument("--no-unlocated", action="store_true", help="without events of unknown place")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2020-07-01") from None


def export(options: argparse.Namespace) -> int:
    """Writes the events that the options ask for, and prints how many and which. Returns the exit status 0.

    Raises `DalilError` when an option means nothing, or the case can't be read, or the file can't be written.
    """
    # Imported late: numpy and the case file, which a bad argument need not wait for.
    from geo.export import selected
    from geo.query.filters import mask
    from geo.query.words import words
    from geo.store.case import CaseFile

    chosen = _format(options)
    if not options.case.exists():
        raise DalilError(f"--case: {one_line(str(options.case))}: no such file")
    if options.out.exists() and options.out.samefile(options.case):
        raise ExportError(f"--out: {one_line(str(options.out))}: is the case itself; name another file")
    with closing(CaseFile.open(options.case)) as case:
        table = case.table()
        asked = _filter(options, table)
        rows = mask(table, asked)
        left_out: Counter[str] = Counter()
        events = _shown(_counted(selected(table, rows, chosen), chosen, left_out), int(rows.sum()))
        machine = case.machine if options.with_machine else None
        written = chosen.write(events, options.out, machine)
    print(f"{written:,} of {len(table):,} events: {one_line(words(asked, table))}")
    for reason, number in left_out.most_common():
        print(f"left out: {number:,} ({reason})")
    return 0


def _format(options: argparse.Namespace) -> Format:
    from geo.export import ENDINGS, FORMATS

    if options.format is not None:
        chosen = FORMATS.get(options.format.lower())
        if chosen is None:
            raise ExportError(f"--format: {one_line(options.format)!r} is not one of {', '.join(FORMATS)}")
    else:
        chosen = ENDINGS.get(options.out.suffix.lower())
        if chosen is None:
            raise ExportError(f"--out: {one_line(str(options.out))}: the ending must be one of {', '.join(ENDINGS)}")
    if options.with_machine and chosen.scheme is not None:
        raise ExportError(f"--with-machine: the columns of {chosen.name} have no room for it; take another format")
    return chosen


def _filter(options: argparse.Namespace, table: EventTable) -> Filter:
    from geo.coding import vocabulary
    from geo.query.filters import Filter

    if options.start and options.end and options.start > options.end:
        raise DalilError(f"--from: {options.start} is after --to, {options.end}")
    types, reviews, lists = vocabulary.event_types(), vocabulary.reviews(), table.categories
    return Filter(
        start=options.start,
        end=options.end,
        factions=_known("faction", options.faction, {*vocabulary.factions(), *vocabulary.states()}),
        places=_known("place", options.place, {label.id for label in lists.places}),
        types=frozenset() if EVERY in options.type else _known("type", options.type, types) or None,
        statuses=_known("status", options.status, {*vocabulary.statuses(), vocabulary.disputed().id}),
        articles=_known("article", options.article, {label.id for label in lists.articles}),
        reviews=frozenset(reviews) if EVERY in options.review else _known("review", options.review, reviews),
        text=options.text,
        include_undated=not options.no_undated,
        include_unlocated=not options.no_unlocated,
    )


def _known(option: str, given: Iterable[str], known: Collection[str]) -> frozenset[str]:
    """The given codes; raises when one is none that there is."""
    for code in given:
        if code not in known:
            raise DalilError(f"--{option}: there is no {option} {one_line(code)!r} in the case")
    return frozenset(given)


def _counted(events: Iterable[Event], chosen: Format, left_out: Counter[str]) -> Iterator[Event]:
    """The events, while those that the format has no row for are counted by their reason."""
    for event in events:
        reason = chosen.left_out(event)
        if reason is not None:
            left_out[reason.en] += 1
        yield event


def _shown(events: Iterator[Event], total: int) -> Iterator[Event]:
    """`events` under a progress bar, on a terminal only."""
    if not sys.stderr.isatty():
        return events
    from tqdm import tqdm

    return iter(tqdm(events, total=total, unit=" events", file=sys.stderr))
