"""How a place name is introduced: as a scene, a goal, an origin, a target, or to describe another place."""

from __future__ import annotations

from gazetteer.kinds import FAMILY_OF_WORD
from gazetteer.model import PlaceMention
from geo.coding.syntax import function_words

USES = ("from", "to", "in", "onto", "described")
WORDS_BACK, REACH = 4, 50  # words, and the characters that hold them
STRANGERS = 1  # unknown nouns that may stand between في and its place: "في منتجع الصخيرات"
GLUED = (("لل", "to"), ("بال", "in"))


def place_use(text: str, mention: PlaceMention) -> str:
    """One of "in", "to", "from", "origin", "onto", "described", or "" when nothing introduces the name."""
    start = mention.head_start
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    glued = text[start : mention.head_start] or mention.proclitic
    if glued.endswith("ب"):
        return "in"
    if glued.endswith("ل"):
        return "to"
    if mention.head_start < mention.start:
        of_kind_word = _of_kind_word(text[mention.head_start : mention.start].split()[0])
        if of_kind_word:
            return of_kind_word
    words = text[max(0, start - REACH) : start].replace("«", " ").replace('"', " ").split()[-WORDS_BACK:]
    strange = 0
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        if not word[-1].isalnum():
            break
        use = _introduced(words[: at + 1])
        if use is not None:
            return use if not strange or use == "in" else ""
        strange += not _may_stand_between(_bare(word))
        if strange > STRANGERS:
            break
    return ""


def _of_kind_word(word: str) -> str:
    """The preposition written on to the kind word before a name: "بمدينة سرت", "للعاصمة موسكو"."""
    for glue, use in GLUED:
        if word.startswith(glue):
            return use
    bare = word[1:] if word[0] in "وف" and word[1:] not in FAMILY_OF_WORD else word
    if bare[1:] in FAMILY_OF_WORD and bare not in FAMILY_OF_WORD:
        return {"ب": "in", "ل": "to"}.get(bare[0], "")
    return ""


def _introduced(words: list[str]) -> str | None:
    """What the last of `words` introduces, None when it introduces nothing."""
    word, before = words[-1], words[-2] if len(words) > 1 else ""
    bare = _bare(word)
    if word in function_words("from") and before.lstrip("بفول") in function_words("each_of"):
        return "in"
    for use in USES:
        if word in function_words(use) or bare in function_words(use):
            if use == "from" and before.lstrip("و") in function_words("origin"):
                return "origin"
            return use if use != "in" or bare in function_words("plainly_in") else _deeper(words[:-1])
    for glue, use in GLUED:
        if word.startswith(glue) and _may_stand_between("ال" + word[len(glue) :]):
            return use
    return None


def _bare(word: str) -> str:
    return word[1:] if word[0] in "وفب" and len(word) > 2 else word


def _may_stand_between(word: str) -> bool:
    """A kind word, "the capital", a relative adjective: "في العاصمة الروسية موسكو"."""
    kind = word in FAMILY_OF_WORD or (word.startswith("ال") and word[2:] in FAMILY_OF_WORD)
    adjective = word.startswith("ال") and word.endswith(("يه", "ي")) and len(word) > 5
    return kind or adjective or word in function_words("between_in_and_place")


def _deeper(before: list[str]) -> str:
    """A direction word may itself be introduced: "إلى غرب سرت", "الواقعة غرب سرت"."""
    for use in ("described", "to", "from"):
        if any(word in function_words(use) for word in before[-2:]):
            return use
    return "in"
