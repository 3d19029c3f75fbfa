"""The search box: places by a beginning, by part, or by a spelling nearly right. Coding never uses it."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache

from gazetteer.arabic import ARTICLE, key
from gazetteer.index import Gazetteer, default_gazetteer
from gazetteer.load import FOLDER, read_mapping
from gazetteer.model import Candidate

NEAR = 0.72  # difflib's ratio
SHORTEST = 2  # letters
EXACT = 0.9  # the score of a spelling that is the same but for transliteration
# Letters that transliterations and ears take for each other.
_LETTERS = str.maketrans(read_mapping(FOLDER / "cues.yaml")["alike"])
_LATIN_ARTICLE = re.compile(r"^(al|el|ar|as|ash|at|ad|an|az)[- ]")


def search(query: str, gazetteer: Gazetteer | None = None, limit: int = 10) -> list[Candidate]:
    """The places that `query` may mean, best first; a score below 0.5 is a "did you mean".

    >>> [c.place.place_id for c in search("Syrte", limit=1)]
    ['ly-sirte']
    >>> search("")
    []
    """
    gazetteer = gazetteer or default_gazetteer()
    wanted = _loose(query)
    if len(wanted) < SHORTEST:
        return []
    spellings = _spellings(gazetteer)
    scores: dict[str, float] = {}
    for spelling in _matching(wanted, spellings):
        nearness = _nearness(wanted, spelling)
        for place_id in spellings[spelling]:
            scores[place_id] = max(scores.get(place_id, 0.0), nearness)
    found = []
    for place_id, nearness in scores.items():
        place = gazetteer.get(place_id)
        if place is not None:
            home = 0.1 if place.country == "LY" else 0.0
            found.append(Candidate(place, round(nearness * 0.9 + home, 4), ("search",)))
    found.sort(key=lambda c: (-c.score, -c.place.population, c.place.place_id))
    return found[:limit]


def _matching(wanted: str, spellings: dict[str, set[str]]) -> list[str]:
    inside = [spelling for spelling in spellings if wanted in spelling]
    return inside or get_close_matches(wanted, spellings, n=20, cutoff=NEAR)


def _nearness(wanted: str, spelling: str) -> float:
    if wanted == spelling:
        return 1.0
    if spelling.startswith(wanted):
        return 0.6 + 0.3 * len(wanted) / len(spelling)
    if wanted in spelling:
        return 0.5 + 0.2 * len(wanted) / len(spelling)
    return 0.5 * SequenceMatcher(None, wanted, spelling).ratio()


@lru_cache(maxsize=4)
def _spellings(gazetteer: Gazetteer) -> dict[str, set[str]]:
    """Each loose spelling and the places that bear it; nationalities left out."""
    found: dict[str, set[str]] = {}
    for name_key, names in gazetteer.keys.items():
        places = {name.place_id for name in names if not name.lookup_only}
        if places:
            found.setdefault(_loose(name_key), set()).update(places)
    return found


def _loose(text: str) -> str:
    """Without article, accents and doubled letters; letters that are taken for each other as one.

    >>> _loose("al-Qaddāfiyya") == _loose("Kadafia")
    True
    >>> _loose("السِّدرة") == _loose("سدره")
    True
    """
    plain = "".join(char for char in unicodedata.normalize("NFKD", key(text)) if not unicodedata.combining(char))
    plain = _LATIN_ARTICLE.sub("", re.sub(r"[^\w -]|_", "", plain))
    plain = plain.replace("ou", "u").translate(_LETTERS).removeprefix(ARTICLE)
    return re.sub(r"(.)\1+", r"\1", plain.replace("-", " ")).strip()
