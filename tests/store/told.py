"""Articles with the events that a machine might tell of them: passages stand in the text."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from geo.model import Article, Event, Location, Passage
from tests.store.made import event

SENTENCES = (
    "اندلعت معارك عنيفة في محيط سرت.",
    "وأعلن المتحدث سقوط قتلى في أجدابيا.",
    "ووصل المبعوث إلى طرابلس مساء الثلاثاء.",
)


def article(name: str = "a", *sentences: str) -> Article:
    return Article(name, "\n".join(sentences or SENTENCES), f"title {name}", published="2020-07-03")


def quoting(told: Article, quote: str) -> Passage:
    start = told.text.index(quote)
    return Passage(quote, start, start + len(quote))


def tells(told: Article, quote: str, number: int = 0, where: Location | None = None, **fields: Any) -> Event:
    """An event of `told` that quotes it; `number` makes its id, "<article>-<number>"."""
    made = event(number, where=where, article=told.article_id, **fields)
    event_id = f"{told.article_id}-{number}"
    return replace(made, event_id=event_id, incident_id=event_id, passages=(quoting(told, quote),))


def three(name: str = "a") -> tuple[Article, list[Event]]:
    """An article, and an event for each of its sentences."""
    made = article(name)
    return made, [tells(made, quote, number) for number, quote in enumerate(SENTENCES)]
