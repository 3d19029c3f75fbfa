"""The actor vocabulary, assembled from its lexicons and checked; see the head of each YAML file."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from gazetteer.arabic import key
from gazetteer.matcher import Matcher
from geo.coding.actor_reading import Timelines, entry_of, faction_of, periods_of, words_of
from geo.coding.actor_records import (
    Adjective,
    Head,
    HeadWord,
    IgnoredWord,
    NameWord,
    Registered,
    Shape,
    StateWord,
    TitleWord,
    Word,
)
from geo.coding.actor_spelling import (
    adjective_forms,
    masculine_forms,
    name_variants,
    noun_forms,
    owned_forms,
    plural_forms,
    sound_forms,
)
from geo.coding.lexicon import FOLDER, Entry, fault, need, read
from geo.coding.vocabulary import factions

ENTRY_FILES = ("actors.yaml", "actor_people.yaml", "actor_world.yaml")
STATES, HEADS, GRAMMAR = "states.yaml", "actor_heads.yaml", "actor_grammar.yaml"
LIBYA = "state-lby"
_ABSOLUTE = ("ون", "ين", "تان")  # endings of the sound plural and the dual that fall before a genitive


@dataclass(frozen=True, slots=True)
class ActorLexicon:
    """All that the grammar of actors looks words up in; keys are folded."""

    entries: dict[str, Registered]
    matcher: Matcher[tuple[Word, ...]]
    adjectives: dict[str, Adjective]
    regions: dict[str, Registered]
    posts: dict[tuple[str, str], tuple[Registered, ...]]
    grammar: dict[str, frozenset[str]]
    portfolios: dict[str, str]


@dataclass
class _Builder:
    """Collects what the files say, and where each thing was said first."""

    folder: Path
    entries: dict[str, Registered] = field(default_factory=dict)
    words: dict[str, list[Word]] = field(default_factory=dict)
    adjectives: dict[str, Adjective] = field(default_factory=dict)
    regions: dict[str, Registered] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    rows: dict[str, tuple[str, Entry]] = field(default_factory=dict)
    timelines: Timelines = field(default_factory=dict)
    codes: set[str] = field(default_factory=set)

    def register(self, file: str, row: Entry, entry: Registered) -> None:
        if entry.id in self.entries:
            raise fault(file, row, "id", f"{entry.id!r} is used twice")
        self.entries[entry.id], self.rows[entry.id] = entry, (file, row)

    def name(self, file: str, row: Entry, where: str, alias: str, entry: Registered) -> None:
        """Makes `alias` a strong name of `entry`; another entry must not have it."""
        for spelling in name_variants(alias):
            other = self.aliases.setdefault(spelling, entry.id)
            if other != entry.id:
                raise fault(file, row, where, f"{alias!r} already names {other!r}")
            self.word(spelling, NameWord(entry))

    def word(self, spelling: str, word: Word) -> None:
        known = self.words.setdefault(spelling, [])
        if word not in known:
            known.append(word)

    def adjective(self, adjective: str, entry: Registered) -> None:
        for form, definite in adjective_forms(adjective).items():
            self.adjectives.setdefault(form, Adjective(entry, definite))

    def add_states(self) -> None:
        rows = read(STATES, self.folder)
        self.codes = set(factions()) | {need(STATES, row, "code", str) for row in rows}
        for row in rows:
            code = need(STATES, row, "code", str)
            entry = entry_of(
                STATES,
                Entry(id=f"state-{code.lower()}", en=need(STATES, row, "en", str), ar=need(STATES, row, "ar", str), kind="state"),
                {},
                (),
            )
            if code != "LBY":
                entry = Registered(
                    entry.id, entry.name_en, entry.name_ar, "state", faction_of(STATES, row, "code", {}, self.codes)
                )
            self.register(STATES, row, entry)
            names = [] if row.get("weak") else [key(row["ar"])]
            for alias in [*names, *words_of(STATES, row, "names")]:
                if self.aliases.setdefault(alias, entry.id) != entry.id:
                    raise fault(STATES, row, "names", f"{alias!r} already names {self.aliases[alias]!r}")
                self.word(alias, StateWord(entry))
            for capital in words_of(STATES, row, "capitals"):
                self.word(capital, StateWord(entry, capital=True))
            for adjective in words_of(STATES, row, "adjectives"):
                self.adjective(adjective, entry)
            for plural in words_of(STATES, row, "plurals"):
                self.adjectives |= {form: Adjective(entry, definite) for form, definite in noun_forms(plural).items()}

    def add_entries(self, file: str) -> None:
        content = read(file, self.folder)
        if isinstance(content, dict):
            for name, rows in need(file, content, "timelines", Entry).items():
                self.timelines[name] = periods_of(file, rows, self.codes)
            content = need(file, content, "entries", list)
        for row in content:
            entry = entry_of(file, row, self.timelines, self.codes)
            self.register(file, row, entry)
            self._add_names(file, row, entry)

    def _add_names(self, file: str, row: Entry, entry: Registered) -> None:
        if row.get("region"):
            self.regions |= dict.fromkeys([key(entry.name_ar), *words_of(file, row, "aliases")], entry)
        else:
            for alias in [key(entry.name_ar), *words_of(file, row, "aliases")]:
                self.name(file, row, "aliases", alias, entry)
        for weak in words_of(file, row, "weak"):
            for spelling in name_variants(weak):
                self.word(spelling, NameWord(entry, weak=True))
        for seat in words_of(file, row, "seats"):
            self.word(seat, StateWord(entry, capital=True))
        for title in words_of(file, row, "alone"):
            self.word(title, TitleWord(alone=entry))
        for adjective in words_of(file, row, "adjectives"):
            self.adjective(adjective, entry)

    def add_heads(self) -> None:
        for row in read(HEADS, self.folder):
            kind, shape = need(HEADS, row, "kind", str), need(HEADS, row, "shape", str)
            if shape not in set(Shape):
                raise fault(HEADS, row, "shape", f"{shape!r} is not one of {', '.join(Shape)}")
            basic = Entry({name: row[name] for name in ("id", "en", "ar", "faction") if name in row} | {"kind": kind})
            basic.line, basic.lines = row.line, row.lines
            entry = entry_of(HEADS, basic, self.timelines, self.codes)
            self.register(HEADS, row, entry)
            libya = faction_of(HEADS, row, "libya", self.timelines, self.codes)
            foreign = faction_of(HEADS, row, "foreign", self.timelines, self.codes)
            flags = {name: row[name] for name in ("post", "of", "bare", "strict", "abroad", "swallow") if name in row}
            self._add_head_forms(row, Head(entry, Shape(shape), libya, foreign, **flags))

    def _add_head_forms(self, row: Entry, head: Head) -> None:
        forms: dict[str, bool] = {}
        for noun in words_of(HEADS, row, "sound"):
            forms |= sound_forms(noun)
        for noun in words_of(HEADS, row, "masculine"):
            forms |= masculine_forms(noun)
        for noun in words_of(HEADS, row, "plural"):
            forms |= plural_forms(noun)
        for noun in words_of(HEADS, row, "forms"):
            forms |= noun_forms(noun)
        forms |= {form: "ال" in (form[:2], form[form.rfind(" ") + 1 :][:2]) for form in words_of(HEADS, row, "fixed")}
        for form, definite in forms.items():
            absolute = form.endswith(_ABSOLUTE) or (form[-1] == "ا" and form[:-1] in forms) or " ال" in form
            self.word(form, HeadWord(head, definite, absolute))
        for noun in words_of(HEADS, row, "owned"):
            for form in owned_forms(noun):
                self.word(form, HeadWord(head, definite=True, owned=True))


def _posts(entries: dict[str, Registered]) -> dict[tuple[str, str], tuple[Registered, ...]]:
    holders: dict[tuple[str, str], list[Registered]] = {}
    for entry in entries.values():
        for office in entry.offices:
            holders.setdefault((office.post, office.of), []).append(entry)
    return {office: tuple(people) for office, people in holders.items()}


@cache
def load(folder: Path = FOLDER) -> ActorLexicon:
    """The vocabulary in `folder`. Raises `DataError` with file, line, field and reason for the first fault found."""
    builder = _Builder(folder)
    builder.add_states()
    for file in ENTRY_FILES:
        builder.add_entries(file)
    builder.add_heads()
    content: Any = read(GRAMMAR, folder)
    for title in words_of(GRAMMAR, content, "titles"):
        builder.word(title, TitleWord())
    for phrase in words_of(GRAMMAR, content, "ignored"):
        builder.words[phrase] = [IgnoredWord()]
    portfolios = {key(word): post for word, post in need(GRAMMAR, content, "portfolios", Entry).items()}
    grammar = {name: frozenset(words_of(GRAMMAR, content, name)) for name in content if name != "portfolios"}
    grammar["adjective_starts"] = frozenset(form.split()[0] for form in builder.adjectives if " " in form)
    grammar["link_words"] = frozenset(word for link in grammar["links"] for word in link.split())
    heads = (word.head for words in builder.words.values() for word in words if isinstance(word, HeadWord))
    _check_offices(builder, {head.post for head in heads} | set(portfolios.values()))
    return ActorLexicon(
        builder.entries,
        Matcher({spelling: tuple(words) for spelling, words in builder.words.items()}),
        builder.adjectives,
        builder.regions,
        _posts(builder.entries),
        grammar,
        portfolios,
    )


def _check_offices(builder: _Builder, posts: set[str]) -> None:
    for entry in builder.entries.values():
        for office in entry.offices:
            if office.of not in builder.entries:
                raise fault(*builder.rows[entry.id], "offices", f"{office.of!r} is not the id of an actor")
            if office.post not in posts:
                raise fault(*builder.rows[entry.id], "offices", f"{office.post!r} is not a post that a noun or a portfolio names")
