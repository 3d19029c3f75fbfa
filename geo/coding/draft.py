"""An event while it is being put together; offsets and spans are folded until the engine finishes it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from geo.coding.actors import ActorMention
from geo.coding.casualties import Toll
from geo.coding.dates import DateMention
from geo.coding.deeds import Deed
from geo.coding.sites import PlaceRef
from geo.coding.tokens import Clause, Sentence
from geo.model import DateSpan, Role, Status

Span = tuple[int, int]


@dataclass(slots=True)
class Party:
    """An actor of the draft with its role."""

    mention: ActorMention
    role: Role


@dataclass(slots=True)
class Draft:
    """One event as one clause tells it. `carried` names the fields that come from an earlier clause."""

    event_type: str
    rule: str
    deed: Deed
    sentence: Sentence
    clause: Clause
    status: Status = "reported"
    place: PlaceRef | None = None
    date: DateSpan | None = None
    date_mention: DateMention | None = None
    parties: list[Party] = field(default_factory=list)
    tolls: list[Toll] = field(default_factory=list)
    sources: list[Span] = field(default_factory=list)
    source_factions: frozenset[str] = frozenset()
    disputed: list[Span] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)  # token indexes of all its deed words
    sentences: list[Sentence] = field(default_factory=list)
    carried: set[str] = field(default_factory=set)
    bare: bool = False
    weak: bool = False

    @property
    def factions(self) -> frozenset[str]:
        """The factions of its parties."""
        return frozenset(party.mention.faction for party in self.parties if party.mention.faction)


def siblings(drafts: Iterable[Draft]) -> dict[int, list[Draft]]:
    """The drafts of each sentence, by `id` of the sentence."""
    found: dict[int, list[Draft]] = {}
    for draft in drafts:
        found.setdefault(id(draft.sentence), []).append(draft)
    return found


def copy_at(draft: Draft, place: PlaceRef) -> Draft:
    """The same event at another place of the list; the toll stays with the first."""
    return replace(
        draft, place=place, tolls=[], parties=list(draft.parties), sources=list(draft.sources), disputed=list(draft.disputed),
        heads=list(draft.heads), sentences=list(draft.sentences), carried=set(draft.carried),
    )  # fmt: skip
