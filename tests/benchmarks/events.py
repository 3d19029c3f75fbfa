"""Made events for measurements: `made(N)` gives the same N each time.

Real places of the gazetteer, a few of them taking most of the events (Zipf); ten years of days; every type, status and
faction; Arabic passages of about 200 characters, cut from the corpus; every fifth incident told by two or three articles.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

from gazetteer.model import Place
from gazetteer.tables import read_places
from geo.coding.vocabulary import event_types, factions, statuses
from geo.model import Actor, Casualties, DateSpan, Event, Location, Passage

ROOT = Path(__file__).parents[2]
FIRST, DAYS = date(2011, 2, 15), 3652
PASSAGE = 200  # characters
PER_ARTICLE = 5


def made(count: int, seed: int = 20110215) -> Iterator[Event]:
    """`count` events, one by one."""
    chance, quotes, places = random.Random(seed), _quotes(), _places()
    weights = list(accumulate(1 / rank for rank in range(1, len(places) + 1)))
    types, states, parties = list(event_types()), list(statuses()), list(factions().values())
    incident = ""
    for number in range(count):
        incident = incident if chance.random() < 0.15 and number % PER_ARTICLE == 0 else f"{number:016x}"
        first = FIRST + timedelta(chance.randrange(DAYS))
        last = first + timedelta(chance.choice([0, 0, 0, 1, 6, 29]))
        undated = chance.random() < 0.05
        [place] = chance.choices(places, cum_weights=weights)
        start = chance.randrange(2000)
        quote = chance.choice(quotes)
        killed = chance.choice([None, None, None, 1, 3, 12])
        yield Event(
            event_id=f"{number:016x}",
            incident_id=incident,
            event_type=chance.choice(types),
            status=chance.choice(states),
            date=DateSpan() if undated else DateSpan(first, last, f"{first}/{last}", "range", "stated", "منذ أمس"),
            location=None if chance.random() < 0.08 else _at(place, chance.choice([1, 1, 2])),
            actors=tuple(
                Actor(party.id.lower(), party.en, party.ar, party.id, role, party.ar)
                for party, role in zip(chance.sample(parties, 2), ("actor1", "actor2"), strict=True)
            ),
            casualties=Casualties(killed, killed, killed),
            attribution=("مصادر عسكرية",),
            disputed_by=("الناطق",) if chance.random() < 0.05 else (),
            passages=(Passage(quote, start, start + len(quote)),),
            confidence=round(chance.uniform(0.4, 0.98), 2),
            article_id=f"article{number // PER_ARTICLE:07d}",
            article_title=quote[:60],
            publisher=f"publisher {number % 40}",
            published=str(last + timedelta(1)),
        )


def _quotes() -> list[str]:
    corpus = sorted((ROOT / "tests/corpus").glob("?_articles.jsonl"))
    texts = [json.loads(line)["text"] for path in corpus for line in path.read_text(encoding="utf8").splitlines()]
    return [text[at : at + PASSAGE] for text in texts for at in range(0, len(text) - PASSAGE, PASSAGE)]


def _places() -> list[Place]:
    """The places of Libya, the most populous first."""
    found = [place for place in read_places().values() if place.country == "LY" and place.kind != "country"]
    return sorted(found, key=lambda place: (-place.population, place.place_id))


def _at(place: Place, precision: int) -> Location:
    level = 3 if place.is_area else precision
    return Location(
        *(place.place_id, place.name_en, place.name_ar, place.admin1, place.country),
        *(place.longitude, place.latitude, level, place.radius_km, "near" if level == 2 else ""),
    )
