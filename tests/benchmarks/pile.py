"""A made case of any size: `python -m tests.benchmarks.pile EVENTS FILE.gpkg [SEED]`.

Real places of the gazetteer, a few of them taking most of the events (Zipf); ten years of days; every type, status and
faction; tolls; some events undated, unlocated or disputed; five events an article, which quotes passages of about 200
characters; every eighth event is one that an earlier article told. The same seed makes the same case.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import accumulate, islice
from pathlib import Path
from random import Random

import yaml

from gazetteer.model import Place
from gazetteer.tables import read_places
from geo.coding.vocabulary import Label, event_groups, event_types, factions, statuses
from geo.model import Actor, Article, Casualties, DateSpan, Event, Location, Passage
from geo.store import articles, opening, rows
from geo.store.connection import Connections
from geo.store.record import as_machine, event_of
from geo.store.search import indexed, words

TEXTS = Path(__file__).with_suffix(".yaml")
SEED = 20110215
FIRST, DAYS = date(2011, 2, 15), 3652
PER_ARTICLE = 5
TOLD_AGAIN = 1 / 8
REMEMBERED = 4000  # events that a later article may tell again
BATCH = 4000  # articles in a transaction
DISTINCT = 20_000  # events, of which a bigger pile has copies; a multiple of PER_ARTICLE
Told = tuple[Article, list[Event]]


class Pile:
    """Articles and their events, made one after the other."""

    def __init__(self, seed: int = SEED) -> None:
        self._chance = Random(seed)
        told = yaml.safe_load(TEXTS.read_text(encoding="utf8"))
        self._sentences: list[str] = told["sentences"]
        self._fill = {gap: (words, _zipf(len(words))) for gap, words in told["fill"].items()}
        self._places = [_location(place) for place in _busiest_first()]
        self._weights = _zipf(len(self._places))
        self._types = [kind.id for kind in event_types().values()]
        shown = [event_groups()[kind.group].shown for kind in event_types().values()]
        self._type_weights = list(accumulate(2.0 if usual else 1.0 for usual in shown))
        self._statuses = list(statuses())
        self._earlier: list[Event] = []

    def articles(self, events: int) -> Iterator[Told]:
        """Articles with `events` events in all."""
        for first in range(0, events, PER_ARTICLE):
            yield self._article(first, min(PER_ARTICLE, events - first))

    def _article(self, first: int, count: int) -> Told:
        written = FIRST + timedelta(self._chance.randrange(DAYS))
        made = [self._event(f"{number:016x}", written) for number in range(first, first + count)]
        told, at = [], 0
        article_id, publisher = f"made{first // PER_ARTICLE:012x}", f"publisher {self._chance.randrange(40)}"
        title = made[0].passages[0].text[:60]
        for event in made:
            quote = event.passages[0].text
            passages = (Passage(quote, at, at + len(quote)),)
            source = {"article_id": article_id, "article_title": title, "publisher": publisher, "published": str(written)}
            told.append(replace(event, passages=passages, **source))
            at += len(quote) + 2
        self._earlier = [*told, *self._earlier][:REMEMBERED]
        text = "\n\n".join(event.passages[0].text for event in told)
        return Article(article_id, text, title, publisher, str(written)), told

    def _event(self, event_id: str, written: date) -> Event:
        """An event without its article; its passage begins at 0."""
        chance = self._chance
        if self._earlier and chance.random() < TOLD_AGAIN:
            return replace(chance.choice(self._earlier), event_id=event_id)
        where = None if chance.random() < 0.08 else self._place()
        parties = tuple(map(_actor, chance.sample(_factions(), 2), ("actor1", "actor2")))
        quote = self._sentence(parties, where)
        [kind] = chance.choices(self._types, cum_weights=self._type_weights)
        return Event(
            event_id=event_id,
            incident_id=event_id,
            event_type=kind,
            status=chance.choice(self._statuses),
            date=self._days(written),
            location=where,
            actors=parties,
            casualties=self._toll(),
            attribution=(),
            disputed_by=(parties[1].text,) if chance.random() < 0.05 else (),
            passages=(Passage(quote, 0, len(quote)),),
            confidence=round(chance.uniform(0.4, 0.98), 2),
            article_id="",
            article_title="",
            publisher="",
            published=None,
        )

    def _place(self) -> Location:
        [where] = self._chance.choices(self._places, cum_weights=self._weights)
        return (
            replace(where, geo_precision=2, relation="near")
            if where.geo_precision == 1 and self._chance.random() < 0.2
            else where
        )

    def _days(self, written: date) -> DateSpan:
        if self._chance.random() < 0.05:
            return DateSpan()
        first = written - timedelta(self._chance.choice((0, 1, 1, 2, 6)))
        last = first + timedelta(self._chance.choice((0, 0, 0, 1, 6, 29)))
        if first == last:
            return DateSpan(first, last, str(first), "day", "stated", "")
        return DateSpan(first, last, f"{first}/{last}", "range", "stated", "")

    def _toll(self) -> Casualties:
        killed = self._chance.choice((None, None, None, 1, 3, 12))
        wounded = self._chance.choice((None, None, 2, 5))
        return Casualties(killed, killed, killed, wounded, wounded, wounded and wounded + 3)

    def _sentence(self, parties: Sequence[Actor], where: Location | None) -> str:
        words = {gap: self._chance.choices(told, cum_weights=weights)[0] for gap, (told, weights) in self._fill.items()}
        words |= {"actor1": parties[0].text, "actor2": parties[1].text, "place": where.name_ar if where else words["object"]}
        return self._chance.choice(self._sentences).format(**words)


def events(count: int, seed: int = SEED) -> Iterator[Event]:
    """`count` events, one by one, without their articles."""
    return (event for _, told in Pile(seed).articles(count) for event in told)


def fill(path: Path, count: int, seed: int = SEED) -> None:
    """Makes the case of `count` events at `path`. Each event brings its incident along: nothing is linked anew.

    Past the first `DISTINCT` the pile repeats itself in new articles and incidents, which takes a tenth of the time.
    """
    opening.prepare(path)
    file, made = Connections(path), Pile(seed).articles(min(count, DISTINCT))
    while batch := list(islice(made, BATCH)):
        with file.writing() as db:
            for article, told in batch:
                articles.write(db, article)
                for event in told:
                    rows.insert(db, event, as_machine(event))
    for copy in range(1, -(-count // DISTINCT)):
        with file.writing() as db:
            _repeat(db, copy, min(DISTINCT, count - copy * DISTINCT))
    file.close()


def _repeat(db: sqlite3.Connection, copy: int, events: int) -> None:
    """Copies the first rows of every table, with ids and rows of their own; `copy` is the start of every new id."""
    shift, mark = DISTINCT * copy, f"{copy:04x}"
    if not db.execute("SELECT 1 FROM temp.sqlite_master WHERE name = 'told'").fetchone():
        db.execute("CREATE TEMP TABLE told (fid INTEGER PRIMARY KEY, words TEXT)")
        found = db.execute("SELECT fid, machine FROM records").fetchall()
        db.executemany("INSERT INTO told VALUES (?, ?)", ((fid, indexed(words(event_of(record)))) for fid, record in found))
    event_id, incident_id = (f"'{mark}' || substr(e.{name}, 5)" for name in ("event_id", "incident_id"))
    article_id = f"'made{mark}' || substr(e.article_id, 9)"
    new = {"fid": f"e.fid + {shift}", "event_id": event_id, "incident_id": incident_id, "article_id": article_id}
    record = f"replace(replace(r.machine, e.event_id, {event_id}), e.article_id, {article_id})"
    passage = f"e.fid + {shift * rows.MOST_PASSAGES}"
    first, sources = f"WHERE e.fid <= {events}", f"WHERE e.fid <= {-(-events // PER_ARTICLE)}"
    _copy(db, "articles", new, sources)
    _copy(db, "events", new | {"search_id": f"e.search_id + {shift}"}, first)
    _copy(db, "passages", new | {"fid": passage}, f"WHERE e.fid < {(events + 1) * rows.MOST_PASSAGES}")
    db.execute(
        f"INSERT INTO records SELECT e.fid + {shift}, {record}, NULL FROM records r JOIN events e ON e.fid = r.fid {first}"
    )
    db.execute(f"INSERT INTO search (rowid, words) SELECT e.fid + {shift}, e.words FROM told e {first}")


def _copy(db: sqlite3.Connection, table: str, new: Mapping[str, str], where: str) -> None:
    names = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
    cells = ", ".join(new.get(name, f'e."{name}"') for name in names)
    db.execute(f"INSERT INTO {table} SELECT {cells} FROM {table} e {where}")


def _zipf(count: int) -> list[float]:
    """Running sums of 1, 1/2, 1/3 …"""
    return list(accumulate(1 / rank for rank in range(1, count + 1)))


@cache
def _factions() -> list[Label]:
    return list(factions().values())


@cache
def _actor(party: Label, role: str) -> Actor:
    return Actor(party.id.lower(), party.en, party.ar, party.id, "actor1" if role == "actor1" else "actor2", party.ar)


def _busiest_first() -> list[Place]:
    """The places of Libya, the most populous first."""
    found = [place for place in read_places().values() if place.country == "LY" and place.kind != "country"]
    return sorted(found, key=lambda place: (-place.population, place.place_id))


def _location(place: Place) -> Location:
    named = (place.place_id, place.name_en, place.name_ar, place.admin1, place.country)
    return Location(*named, place.longitude, place.latitude, 3 if place.is_area else 1, place.radius_km)


def main(arguments: Sequence[str]) -> None:
    """Makes the file and says how long that took."""
    count, path, seed = int(arguments[0]), Path(arguments[1]), int(arguments[2]) if len(arguments) > 2 else SEED
    started = time.perf_counter()
    fill(path, count, seed)
    print(f"{count:,} events in {time.perf_counter() - started:.0f} s, {path.stat().st_size / 1e6:,.0f} MB")


if __name__ == "__main__":
    main(sys.argv[1:])
