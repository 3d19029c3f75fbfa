"""The gazetteer in memory: places by id, names by folded key, and the finder of names in running text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path

from gazetteer import load
from gazetteer.arabic import fold, key
from gazetteer.cues import default_cues
from gazetteer.errors import GazetteerError
from gazetteer.kinds import FAMILY_OF_WORD
from gazetteer.matcher import Match, Matcher, longest
from gazetteer.model import Candidate, Name, Place, PlaceMention
from gazetteer.rank import Context, rank

LIST_JOINTS = frozenset([" ", "، ", ", ", "، و", " و"])  # what may stand between two names of one list


class Gazetteer:
    """Places and the names that lead to them. Immutable once made."""

    def __init__(self, places: Iterable[Place], names: Iterable[Name], not_places: Iterable[str] = ()) -> None:
        self.places: Mapping[str, Place] = {place.place_id: place for place in places}
        self._names: dict[str, list[Name]] = {}
        for name in names:
            self._names.setdefault(key(name.text), []).append(name)
        self._not_places = tuple(key(phrase) for phrase in not_places)

    @classmethod
    def default(cls) -> Gazetteer:
        """The shipped gazetteer, read once."""
        return default_gazetteer()

    @classmethod
    def with_own(cls, path: Path) -> Gazetteer:
        """The shipped gazetteer and an analyst's own file, whose places replace those of the same id or name."""
        places, names = load.read_flat(path)
        shipped_places, shipped_names = _shipped()
        own = [name for row in names.values() for name in row]
        taken = {key(name.text) for name in own}
        kept = [name for name in shipped_names if key(name.text) not in taken]
        return cls([*shipped_places, *places.values()], [*kept, *own], load.read_phrases())

    def get(self, place_id: str) -> Place | None:
        """The place of that id.

        >>> Gazetteer([], []).get("ly-sirte") is None
        True
        """
        return self.places.get(place_id)

    def names_of(self, name_key: str) -> list[Name]:
        """The names with that folded key, [] when there is none."""
        return self._names.get(name_key, [])

    @property
    def keys(self) -> Mapping[str, list[Name]]:
        """Every folded key and its names."""
        return self._names

    def candidates(self, name_key: str, context: Context | None = None, findable: bool = False) -> tuple[Candidate, ...]:
        """The places that a folded key may mean, ranked; `findable` leaves the lookup-only names out."""
        names = [name for name in self.names_of(name_key) if not (findable and name.lookup_only)]
        return tuple(rank(self.places, names, context or Context()))

    @cached_property
    def _matcher(self) -> Matcher[bool]:
        """True for a place's name, False for a phrase that is none."""
        phrases = {
            name_key: True
            for name_key, names in self._names.items()
            if not all(name.lookup_only for name in names) and _is_arabic(name_key)
        }
        return Matcher(phrases | dict.fromkeys(self._not_places, False))

    def find(self, folded_text: str) -> list[PlaceMention]:
        """The place names in folded text, longest first where they overlap, in order of their start.

        Weak names come back only when cued. Nationalities and Latin spellings are not looked for.
        """
        proclitics = default_cues().proclitics
        every = longest(match for match in self._matcher.all(folded_text) if match.proclitic in proclitics)
        found: list[tuple[Match[bool], PlaceMention]] = [
            (match, self._mention(folded_text, match)) for match in every if match.value
        ]
        kept: list[PlaceMention] = []
        for at, (match, mention) in enumerate(found):
            before = found[at - 1][1] if at else None
            after = found[at + 1] if at + 1 < len(found) else None
            if not (mention.strong or mention.cued):
                listed = before is not None and before in kept and _listed(folded_text, before, match)
                listed = listed or (after is not None and after[1].strong and _listed(folded_text, mention, after[0]))
                if not listed:
                    continue
                mention = _cue(mention)
            kept.append(mention)
        return kept

    def _mention(self, text: str, match: Match[bool]) -> PlaceMention:
        cues = default_cues()
        word_start = match.start - len(match.proclitic)
        words = text[max(0, word_start - 60) : word_start].split(" ")
        head_start, kind_word = match.start, None
        if not match.proclitic and len(words) > 1 and words[-1] == "":
            words.pop()
            kind_word = _kind_word(words[-1])
            if kind_word:
                head_start = word_start - 1 - len(kind_word)
        elif words[-1] == "":
            words.pop()
        cued = match.proclitic in cues.locative_proclitics or kind_word is not None
        cued = cued or (not match.proclitic and cues.ends_with_cue(words))
        candidates = self.candidates(match.key, Context(kind=kind_word), findable=True)
        strong = any(name.strong for name in self.names_of(match.key))
        return PlaceMention(match.start, match.end, head_start, match.key, strong, cued, match.proclitic, candidates)


def _kind_word(word: str) -> str | None:
    """The kind word that a folded word is, its proclitics taken off."""
    for cut in range(3):
        if word[cut:] in FAMILY_OF_WORD and word[:cut] in ("", "و", "ب", "ل", "ف", "وب", "ول"):
            return word[cut:]
    return None


def _listed(text: str, before: PlaceMention, match: Match[bool]) -> bool:
    between = text[before.end : match.start]
    return between in LIST_JOINTS and (match.proclitic == "و" or "،" in between or "," in between)


def _cue(mention: PlaceMention) -> PlaceMention:
    return PlaceMention(
        mention.start, mention.end, mention.head_start, mention.key, mention.strong, True, mention.proclitic, mention.candidates
    )


def _is_arabic(name_key: str) -> bool:
    return "\u0600" <= fold(name_key).text[:1] <= "\u06ff"


@cache
def _shipped() -> tuple[list[Place], list[Name]]:
    places = list(load.read_places().values())
    names = list(load.read_names().values())
    known = {place.place_id for place in places}
    for name in names:
        if name.place_id not in known:
            raise GazetteerError("names.csv", None, "place_id", f"{name.place_id!r} is not in places.csv")
    if (load.FOLDER / "world.csv").exists():
        world_places, world_names = load.read_flat(load.FOLDER / "world.csv")
        places += world_places.values()
        names += [name for row in world_names.values() for name in row]
    return places, names


@cache
def default_gazetteer() -> Gazetteer:
    """The shipped gazetteer, read once. Raises `GazetteerError`."""
    places, names = _shipped()
    return Gazetteer(places, names, load.read_phrases())
