"""Says in words what a filter selects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from geo.coding.lexicon import read
from geo.coding.vocabulary import Label, event_groups, event_types, labels
from geo.query.filters import Filter, default_types
from geo.store.table import EventTable

Language = Literal["en", "ar"]
NAME = "phrases.yaml"
MOST_NAMES = 3


def words(chosen: Filter, table: EventTable, language: Language = "en") -> str:
    """One line, in English or Arabic; not escaped (it may hold the user's own text, and titles of articles).

    >>> words(Filter(start=date(2020, 7, 1)), EventTable.build([], []))
    'All events except: Statements, since 1 July 2020'
    """
    return _phrase("comma", language).join(_clauses(chosen, table, language))


def name(label: Label, language: Language) -> str:
    """The label in `language`, in the other one where it has none.

    >>> name(Label("x", "Sirte", ""), "ar")
    'Sirte'
    """
    return (label.ar or label.en) if language == "ar" else (label.en or label.ar)


@cache
def _phrases() -> dict[str, Label]:
    return labels(NAME, read(NAME, Path(__file__).parent))


def _phrase(code: str, language: Language, **values: object) -> str:
    text = name(_phrases()[code], language)
    return text.format(**values) if values else text


def _clauses(chosen: Filter, table: EventTable, language: Language) -> Iterator[str]:
    lists = table.categories
    yield _types(chosen, language)
    for field, named in (
        ("factions", lists.factions),
        ("places", lists.places),
        ("statuses", lists.standings),
        ("articles", lists.articles),
        ("reviews", lists.reviews),
    ):
        if wanted := getattr(chosen, field):
            yield _phrase(field, language, list=_joined(_names(named, wanted, language), language, "or"))
    yield from _dates(chosen, language)
    if text := " ".join(chosen.text.split()):
        yield _phrase("text", language, text=text)
    if not chosen.include_undated:
        yield _phrase("no_undated", language)
    if not chosen.include_unlocated:
        yield _phrase("no_unlocated", language)


def _types(chosen: Filter, language: Language) -> str:
    """Whole groups by the group's name; the shorter of what is in and what is left out."""
    known = event_types()
    wanted = default_types() if chosen.types is None else chosen.types & known.keys()
    if chosen.types == frozenset() or wanted == known.keys():
        return _phrase("all", language)
    shown, hidden = _grouped(wanted), _grouped(known.keys() - wanted)
    code, labels = ("all_but", hidden) if len(hidden) < len(shown) else ("only", shown)
    return _phrase(code, language, list=_joined([name(label, language) for label in labels], language, "comma"))


def _grouped(wanted: Iterable[str]) -> list[Label]:
    left, found = set(wanted), list[Label]()
    for group in event_groups().values():
        members = [kind for kind in event_types().values() if kind.group == group.id]
        inside = [kind for kind in members if kind.id in left]
        found += [group] if len(inside) == len(members) else inside
    return found


def _names(labels: Sequence[Label], wanted: frozenset[str], language: Language) -> list[str]:
    """Names of the wanted, in the order of the list; a code that the table does not have is named by itself."""
    known = [name(label, language) for label in labels if label.id in wanted]
    return known + sorted(wanted - {label.id for label in labels})


def _joined(names: list[str], language: Language, last: Literal["or", "comma"]) -> str:
    if len(names) > MOST_NAMES + 1:
        names = [*names[:MOST_NAMES], _phrase("more", language, count=len(names) - MOST_NAMES)]
    *before, final = names
    start = _phrase("comma", language).join(before)
    return f"{start}{_phrase(last, language)}{final}" if before else final


def _dates(chosen: Filter, language: Language) -> Iterator[str]:
    start = _day(chosen.start, language) if chosen.start else ""
    end = _day(chosen.end, language) if chosen.end else ""
    if start and start == end:
        yield _phrase("that_day", language, start=start)
    elif start and end:
        yield _phrase("between", language, start=start, end=end)
    elif start:
        yield _phrase("since", language, start=start)
    elif end:
        yield _phrase("until", language, end=end)


def _day(day: date, language: Language) -> str:
    return f"{day.day} {_phrase(f'month{day.month}', language)} {day.year}"
