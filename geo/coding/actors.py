"""The actor registry, and the finder of actor mentions in folded text (CODEBOOK 6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from geo.coding.actor_grammar import ActorParser
from geo.coding.actor_lexicon import ActorLexicon, load
from geo.coding.actor_names import NameFinder
from geo.coding.actor_records import Registered
from geo.coding.actor_text import ActorText
from geo.coding.lexicon import FOLDER


@dataclass(frozen=True, slots=True)
class ActorMention:
    """An actor named at folded offsets [start:end]: the whole noun phrase, title, nationality and name.

    `faction` is a code of CODEBOOK 6 on the day asked for, '' when the actor has none. `kind` is one of
    `actor_records.KINDS`. `definite_group` marks an anaphor ("the forces", "the two sides", "his men"); a faction it
    carries is only what it usually means. `metonym` marks a country or a capital that may stand for its government
    or may be a place: the syntax around it decides.
    """

    start: int
    end: int
    id: str
    name_en: str
    name_ar: str
    faction: str
    kind: str
    definite_group: bool = False
    metonym: bool = False


class ActorRegistry:
    """Everybody whom the lexicons know, and the grammar that finds them."""

    def __init__(self, lexicon: ActorLexicon, names: NameFinder) -> None:
        self._lexicon, self._names = lexicon, names

    @classmethod
    def default(cls) -> ActorRegistry:
        """The registry of the shipped lexicons, read once."""
        return _default()

    @classmethod
    def of(cls, folder: Path) -> ActorRegistry:
        """The registry of the lexicons in `folder`. Raises `DataError` for the first fault in them."""
        return cls(load(folder), NameFinder.of(folder))

    def find(self, folded_text: str, on: date | None) -> list[ActorMention]:
        """The actors named in `gazetteer.arabic.fold(text).text`, none overlapping, in order.

        `on` is the day whose factions count; None takes each actor's latest.

        >>> from gazetteer.arabic import fold
        >>> text = fold("التقى وزير الخارجية الروسي سيرغي لافروف المشير خليفة حفتر").text
        >>> [(m.id, m.faction) for m in ActorRegistry.default().find(text, date(2016, 11, 30))]
        [('lavrov', 'RUS'), ('haftar', 'LNA')]
        >>> ActorRegistry.default().find("", None)
        []
        """
        text = ActorText(folded_text, self._lexicon.matcher)
        mentions = []
        for phrase in ActorParser(self._lexicon, text, on).phrases():
            start, end = text.span(phrase.start, phrase.end)
            entry = phrase.entry
            mentions.append(
                ActorMention(
                    start, end, entry.id, entry.name_en, entry.name_ar, phrase.faction, phrase.kind, phrase.group, phrase.metonym
                )
            )
        return mentions

    def find_names(self, folded_text: str) -> list[tuple[int, int]]:
        """Folded spans of names in which a place is no location: accords, newspapers, hospitals, squares.

        >>> from gazetteer.arabic import fold
        >>> text = fold("رفضت أنقرة «إعلان القاهرة»").text
        >>> [text[start:end] for start, end in ActorRegistry.default().find_names(text)]
        ['اعلان القاهره']
        """
        return self._names.find(folded_text)

    def by_id(self, identifier: str) -> Registered | None:
        """The entry with that id, None when there is none.

        >>> ActorRegistry.default().by_id("haftar").name_en
        'Khalifa Haftar'
        """
        return self._lexicon.entries.get(identifier)


@cache
def _default() -> ActorRegistry:
    return ActorRegistry.of(FOLDER)
