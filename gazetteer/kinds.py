"""The kinds of place, and the words of a text that tell one: read from `data/kinds.yaml`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from gazetteer.arabic import key
from gazetteer.errors import GazetteerError
from gazetteer.load import FOLDER, read_mapping

FILE = FOLDER / "kinds.yaml"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of place: its GeoNames feature code, its family, and how far a bare direction moves it (km).

    Kinds of one family answer to each other's words: "town" also to بلدة or ضاحية, an "air base" to مطار.
    """

    name: str
    name_ar: str
    feature_code: str
    family: str
    step_km: float
    words: tuple[str, ...]


def read_kinds(path: Path = FILE) -> dict[str, Kind]:
    """The kinds by name. Raises `GazetteerError` when an entry lacks a field."""
    kinds = {}
    for name, entry in read_mapping(path).items():
        try:
            kinds[name] = Kind(
                name,
                entry["ar"],
                entry["code"],
                entry["family"],
                float(entry["step_km"]),
                tuple(key(word) for word in entry.get("words", ())),
            )
        except KeyError as missing:
            raise GazetteerError(path.name, None, name, f"{missing.args[0]} is missing") from None
    return kinds


KINDS = read_kinds()
# The folded word that tells a kind ("مدينه", "حقل") -> the family it tells.
FAMILY_OF_WORD = {word: kind.family for kind in KINDS.values() for word in kind.words}
KIND_PROCLITICS = frozenset(["", "و", "ب", "ل", "ف", "وب", "ول"])


def kind_word(word: str, proclitics: Collection[str] = KIND_PROCLITICS) -> str | None:
    """The kind word in a folded word, without the proclitic it may bear; None when it is no kind word.

    >>> kind_word("وبمدينه"), kind_word("سرت")
    ('مدينه', None)
    """
    return next((word[cut:] for cut in range(3) if word[cut:] in FAMILY_OF_WORD and word[:cut] in proclitics), None)


# Families whose places also answer to another family's word: منطقة may be a quarter, حي a village grown in.
ALSO = {"settlement": frozenset(["quarter"]), "quarter": frozenset(["road"])}


def answers(kind: str, told: str) -> bool:
    """Whether a place of `kind` is what a word of the family `told` says.

    >>> answers("suburb", "settlement"), answers("town", "quarter")
    (True, False)
    """
    return KINDS[kind].family == told or KINDS[kind].family in ALSO.get(told, ())
