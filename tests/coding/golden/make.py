"""The golden files: what the coder makes of the five seed articles, for a person to review.

Make them again after a change of the rules, and read the difference before committing it:

    python -m tests.coding.golden.make
    git diff tests/coding/golden

`<article>.json` holds the article's events in order of the text. Each is what a coder would write on a form:
type and status, day with the words that gave it, place with its precision, parties, tolls, sources, the rule that saw it,
and the first words of every passage.
"""

from __future__ import annotations

import json
from pathlib import Path

from geo.articles import load_articles
from geo.coding import code
from geo.model import Article, Casualties, Event

HERE = Path(__file__).parent
SEEDS = Path(__file__).parents[3] / "seeds"
FIRST_WORDS = 9


def seed_articles() -> dict[str, Article]:
    """The seeds by id."""
    return {item.article_id: item for item in load_articles([SEEDS]) if isinstance(item, Article)}


def summary(events: list[Event]) -> str:
    """The events as indented JSON, Arabic unescaped, fields without a value left out."""
    return json.dumps([_form(event) for event in events], ensure_ascii=False, indent=1) + "\n"


def _form(event: Event) -> dict[str, object]:
    when, where = event.date, event.location
    day = f"{when.edtf or 'unknown'} ({when.precision}, {when.basis})"
    place = f"{where.relation} {where.name_en} (precision {where.geo_precision})".strip() if where else "unlocated"
    form: dict[str, object] = {
        "event": f"{event.event_type}, {event.status}",
        "date": f"{day}: {when.text}" if when.text else day,
        "place": place,
        "actors": [f"{a.role[-1]} {a.faction or '-'} {a.name_en}: {a.text}" for a in event.actors],
        "killed": _range(event.casualties, "killed"),
        "wounded": _range(event.casualties, "wounded"),
        "sources": list(event.attribution),
        "disputed_by": list(event.disputed_by),
        "rule": event.rule,
        "passages": [" ".join(passage.text.split()[:FIRST_WORDS]) for passage in event.passages],
    }
    return {name: value for name, value in form.items() if value}


def _range(toll: Casualties, kind: str) -> str:
    low, best, high = (getattr(toll, f"{kind}_{end}") for end in ("low", "best", "high"))
    return "" if (low, best, high) == (None, None, None) else f"{low} / {best} / {high}"


def golden_file(article_id: str) -> Path:
    """Where the golden file of an article lies."""
    return HERE / f"{article_id}.json"


def main() -> None:
    """Writes the five files."""
    for article_id, article in seed_articles().items():
        golden_file(article_id).write_text(summary(code(article)), encoding="utf8")


if __name__ == "__main__":
    main()
