"""Names that stand where a place's name would and that no list has, for the analyst to place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gazetteer.arabic import ARTICLE
from gazetteer.cues import default_cues
from gazetteer.index import Gazetteer
from gazetteer.kinds import KIND_PROCLITICS, kind_word

_WORD = re.compile(r"[^\W\d_]+")
SHORTEST = 3  # letters
AND_OR_BY = ("و", "ب")
_BEFORE_KIND = KIND_PROCLITICS | {ARTICLE}


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name that no place has, at folded [start:end], and the folded kind word before it ("" after "near" and the like)."""

    start: int
    end: int
    key: str
    kind_word: str


def unknown_names(folded_text: str, gazetteer: Gazetteer) -> list[UnknownName]:
    """What follows a place's kind word ("بلدة", "حي") or a word like "near" in folded text and is unknown.

    في is no sign: hardly anything unlisted that follows it is a place. Two words are taken where the second has
    the article and the first has not ("وادي غول النخل").

    >>> from gazetteer.index import default_gazetteer
    >>> [u.key for u in unknown_names("وصلوا الي بلده خربوشه امس", default_gazetteer())]
    ['خربوشه']
    >>> unknown_names("في مدينه سرت", default_gazetteer())
    []
    """
    known = [(mention.head_start, mention.end) for mention in gazetteer.find(folded_text)]
    tokens = [(match[0], match.start(), match.end()) for match in _WORD.finditer(folded_text)]
    cues = default_cues()
    found = []
    for at, (word, _, end) in enumerate(tokens[:-1]):
        kind = kind_word(word)
        if kind is None and (word in cues.naming or (word[1:] in cues.naming and word[0] in AND_OR_BY)):
            kind = ""
        name, start, last = tokens[at + 1]
        if kind is None or folded_text[end:start] != " " or not _may_be_name(name, gazetteer):
            continue
        if at + 2 < len(tokens):
            second, second_start, second_end = tokens[at + 2]
            joined = folded_text[last:second_start] == " " and second.startswith(ARTICLE) and not name.startswith(ARTICLE)
            last = second_end if joined else last
        if not any(first < last and start < other for first, other in known):
            found.append(UnknownName(start, last, folded_text[start:last], kind))
    return found


def _may_be_name(word: str, gazetteer: Gazetteer) -> bool:
    cues = default_cues()
    if len(word) < SHORTEST or word in gazetteer.keys or kind_word(word, _BEFORE_KIND) is not None:
        return False
    return word not in cues.locative and word not in cues.adjectives
