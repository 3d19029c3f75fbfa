"""Spellings that folding alone does not bring together: أبو/بو, ابن/بن, words run together, endings ة/ا/اء.

For `resolve` only, and for Libyan places only: running text is matched by what the data lists.
"""

from __future__ import annotations

import re
from functools import lru_cache

from gazetteer.arabic import ARTICLE
from gazetteer.index import Gazetteer
from gazetteer.model import Place
from gazetteer.rank import kilometres

SHORTEST = 4  # letters
SAME_PLACE_KM = 25.0
_FATHER, _SON = ("ابو", "بو"), ("ابن", "بن")
_ENDING = re.compile("(?:اء|[اه])$")
_SILENT = re.compile("(?<=و)ا$|(?<=ي)ء$")  # تازربوا is تازربو, الشاطىء is الشاطئ


def loose_key(name_key: str) -> str:
    """One spelling for the many of a folded key; '' when too little of it is left.

    >>> loose_key("ابو قرين") == loose_key("بوقرين")
    True
    >>> loose_key("تاورغاء") == loose_key("تاورغه")
    True
    >>> loose_key("الجديد") == loose_key("الجديدة")  # another word, not another spelling
    False
    >>> loose_key("ال")
    ''
    """
    words = [_word(_SILENT.sub("", word)) for word in name_key.split(" ")]
    loose = _ENDING.sub("ا", "".join(words))
    return loose if len(loose) >= SHORTEST else ""


def loosely(name_key: str, gazetteer: Gazetteer) -> str | None:
    """The listed key that a folded key is another spelling of; None when none is, or those of two places are."""
    loose = loose_key(name_key)
    return _listed(gazetteer).get(loose) if loose else None


def _word(word: str) -> str:
    if word.startswith(ARTICLE) and len(word) > SHORTEST:
        word = word[len(ARTICLE) :]
    for long, short in (_FATHER, _SON):
        if word == long or (word.startswith(long) and len(word) > SHORTEST + 1):
            return short + word[len(long) :]
    return word


@lru_cache(maxsize=4)
def _listed(gazetteer: Gazetteer) -> dict[str, str]:
    """Each loose key and the listed one, where all its places are one place."""
    found: dict[str, tuple[str, Place] | None] = {}
    for name_key, names in gazetteer.keys.items():
        places = [gazetteer.places[name.place_id] for name in names if not name.lookup_only]
        libyan = next((place for place in places if place.country == "LY"), None)
        loose = loose_key(name_key)
        if libyan is None or not loose:
            continue
        before = found.get(loose, (name_key, libyan))
        apart = before is None or kilometres(before[1], libyan) > SAME_PLACE_KM
        found[loose] = None if apart else before
    return {loose: known[0] for loose, known in found.items() if known}
