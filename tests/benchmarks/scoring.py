"""Coded events held against hand-coded ones, in the corpus's format (tests/corpus/README.md).

An event is right when one of its passages covers a phrase (`triggers`) of a coded event and it has one of its types;
one that only meets events marked `optional` counts neither way. Of the tellings of a coded event the best is judged on
its fields; null in the coding is not asked. Whole: place, date, factions and status are all right.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from geographiclib.geodesic import Geodesic

from geo.articles import load_articles
from geo.model import Article, Event

CORPUS = Path(__file__).parents[1] / "corpus"
SLACK = 2  # days that a right span may be longer than the coded one
WHOLE = ("place", "date", "factions", "status")
FIELDS = (*WHOLE, "killed", "wounded")
Coded = dict[str, Any]


@dataclass(slots=True)
class Verdict:
    """An event and whether it is right, and right in every field; None where that is not asked."""

    event: Event
    right: bool | None
    whole: bool | None


@dataclass(slots=True)
class Score:
    """Counts over any number of articles."""

    found: int = 0
    asked: int = 0
    fields: Counter[str] = field(default_factory=Counter)  # "place" asked, "place right"
    verdicts: list[Verdict] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Counts `other` in."""
        self.found, self.asked = self.found + other.found, self.asked + other.asked
        self.fields.update(other.fields)
        self.verdicts += other.verdicts

    @property
    def precision(self) -> float:
        """The share of events that are right."""
        judged = [v.right for v in self.verdicts if v.right is not None]
        return sum(judged) / len(judged) if judged else 0.0

    @property
    def recall(self) -> float:
        """The share of coded events that are found."""
        return self.found / self.asked if self.asked else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def share(self, name: str) -> float | None:
        """The share of found events in which the field is right."""
        return self.fields[f"{name} right"] / self.fields[name] if self.fields[name] else None


def corpus(name: str) -> tuple[Path, Path]:
    """The articles and the coding of corpus "a" … "d"."""
    return CORPUS / f"{name}_articles.jsonl", CORPUS / f"{name}.json"


def coded_articles(articles: Path, coding: Path) -> Iterator[tuple[Article, list[Coded]]]:
    """Each article with its coded events."""
    by_id = {row["article_id"]: row["events"] for row in json.loads(coding.read_text(encoding="utf8"))}
    for item in load_articles([articles]):
        if isinstance(item, Article) and item.article_id in by_id:
            yield item, by_id[item.article_id]


def score(article: Article, coded: list[Coded], events: Iterable[Event]) -> Score:
    """The events of one article against its coding."""
    made = Score()
    spans = [[span for phrase in row["triggers"] for span in _spans(article.text, phrase)] for row in coded]
    tellings: list[list[Event]] = [[] for _ in coded]
    for event in events:
        hits = [at for at, row in enumerate(coded) if event.event_type in row["types"] and _covers(event, spans[at])]
        for at in hits:
            tellings[at].append(event)
        scored = [at for at in hits if not coded[at].get("optional")]
        right = None if hits and not scored else bool(scored)
        whole = any(_whole(coded[at], event) for at in scored) if scored else (None if hits else False)
        made.verdicts.append(Verdict(event, right, whole))
    for row, candidates in zip(coded, tellings, strict=True):
        if row.get("optional"):
            continue
        made.asked += 1
        made.found += bool(candidates)
        if candidates:
            best = max((_fields(row, event) for event in candidates), key=lambda told: sum(bool(v) for v in told.values()))
            for name, verdict in best.items():
                made.fields[name] += verdict is not None
                made.fields[f"{name} right"] += bool(verdict)
            made.fields["whole right"] += all(best[name] is not False for name in WHOLE)
    return made


def _spans(text: str, phrase: str) -> Iterator[tuple[int, int]]:
    at = text.find(phrase)
    while at >= 0:
        yield at, at + len(phrase)
        at = text.find(phrase, at + 1)


def _covers(event: Event, spans: list[tuple[int, int]]) -> bool:
    return any(p.start <= first and last <= p.end for p in event.passages for first, last in spans)


def _whole(row: Coded, event: Event) -> bool:
    told = _fields(row, event)
    return all(told[name] is not False for name in WHOLE)


def _fields(row: Coded, event: Event) -> dict[str, bool | None]:
    toll = event.casualties
    return {
        "place": None if row["places"] is None else _right_place(row["places"], event),
        "date": None if row["dates"] is None else _right_date(row["dates"], event),
        "factions": None if row["factions"] is None else set(row["factions"]) <= set(event.factions),
        "status": None if row["status"] is None else event.status in row["status"],
        "killed": _right_count(row["killed"], toll.killed_best, toll.killed_low),
        "wounded": _right_count(row["wounded"], toll.wounded_best, toll.wounded_low),
    }


def _right_place(places: list[list[float]], event: Event) -> bool:
    where = event.location
    if not places or where is None:
        return not places and where is None
    return any(
        Geodesic.WGS84.Inverse(where.latitude, where.longitude, latitude, longitude)["s12"] <= 1000 * km
        for latitude, longitude, km in places
    )


def _right_date(dates: list[list[str]], event: Event) -> bool:
    start, end = event.date.start, event.date.end
    if start is None or end is None:
        return False
    spans = [(date.fromisoformat(first), date.fromisoformat(last)) for first, last in dates]
    return any(start <= last and first <= end and end - start <= last - first + SLACK * date.resolution for first, last in spans)


def _right_count(wanted: int | None, best: int | None, low: int | None) -> bool | None:
    return None if wanted is None else (low if best is None else best) == wanted
