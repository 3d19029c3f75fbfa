"""Surface forms from lemmas: the conjugation of verbs, the declension of nouns, in folded spelling.

Newswire is written without vowels, so a few spelling rules yield every form of a verb from its past and
present: weak last letters drop before long endings, a hollow verb's long vowel shortens before
consonant endings, its passive turns it into ي, form III's passive turns ا into و.
Source: Wright, A Grammar of the Arabic Language (3rd ed., 1896), I §§ 90-180, reduced to letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gazetteer.arabic import fold

PAST, PRESENT = "past", "present"
PRONOUNS = ("هما", "ها", "هم", "هن", "نا", "كم", "ه")


@dataclass(frozen=True, slots=True)
class Form:
    """One written form of a verb: its tense and whether it is masculine singular, feminine or plural."""

    text: str
    tense: str
    passive: bool = False


def conjugate(past: str, present: str) -> Iterator[Form]:
    """Every third-person form and the plural first person of the verb `past`/`present`, folded, passives included.

    >>> sorted({f.text for f in conjugate("استولى", "يستولي") if f.tense == PAST})[:4]
    ['استولت', 'استولتا', 'استولوا', 'استولي']
    >>> "اصيب" in {f.text for f in conjugate("أصاب", "يصيب")}
    True
    """
    for text in _past_forms(past, _hollow(past)):
        yield Form(text, PAST)
    for text in _present_forms(present):
        yield Form(text, PRESENT)
    passive = _passive_past(past, present)
    if passive:
        for text in _past_forms(passive, _hollow(past)):
            yield Form(text, PAST, True)
    passive = _passive_present(past, present)
    if passive != present:
        for text in _present_forms(passive):
            yield Form(text, PRESENT, True)


def _past_forms(past: str, hollow: bool) -> Iterator[str]:
    word = fold(past).text
    if past.endswith(("ى", "ا")) and len(past) > 2:
        stem, weak = word[:-1], "و" if past.endswith("ا") and len(past) == 3 else "ي"
        yield word
        yield from (stem + ending for ending in ("ت", "تا", "وا", weak + "ا", weak + "ت", weak + "نا", weak + "ن"))
    elif past.endswith("ي"):
        yield word
        yield from (word[:-1] + "وا", word + "ت", word + "ا", word + "نا", word + "تا")
    else:
        # the dual of forms I and V is spelt like their verbal noun's accusative, which is far commoner: قصفا, تجمعا
        like_noun = (len(past) == 3 and not hollow) or (len(past) == 4 and past[0] == "ت")
        duals = () if like_noun else ("ا",)
        yield from (word + ending for ending in ("", "ت", *duals, "تا", "وا"))
        short = word[:-2] + word[-1] if hollow else word
        yield from (short + ending for ending in ("ت", "نا", "ن"))


def _hollow(past: str) -> bool:
    """Whether a long vowel before the last letter shortens (قال, أعاد, استفاد); form II's ي (أيد, عين) is a consonant."""
    return past[-2] == "ا" and (len(past) == 3 or past[0] in "أا")


def _present_forms(present: str) -> Iterator[str]:
    stem = fold(present).text[1:]
    weak = present[-1] in "يوى"
    body = stem[:-1] if weak else stem
    dual = body + "ي" if weak and present[-1] != "و" else stem
    if len(stem) > 2:  # "نصف" is a half before it is "we describe"
        yield "ن" + stem
    for prefix in "يت":
        yield prefix + stem
        if weak:
            yield prefix + body
    for prefix in "يت":
        yield from (prefix + body + ending for ending in ("ون", "وا", "ين"))
        yield from (prefix + dual + ending for ending in ("ان", "ا"))
        yield prefix + stem + "ن"


def _passive_past(past: str, present: str) -> str:
    """The passive past where its letters differ from the active; '' where they are the same."""
    if len(past) > 2 and past[-2] == "ا" and present[-2] in "ويا" and past[-1] not in "ىا":
        return past[:-2] + "ي" + past[-1]
    if len(past) == 4 and past[1] == "ا" and past[0] != "و":  # "ووصل" is "and arrived"
        return past[0] + "و" + past[2:]
    if len(past) == 5 and past[0] == "ت" and past[2] == "ا":
        return past[:2] + "و" + past[3:]
    if len(past) > 3 and "أ" in past[1:-1]:
        return past[0] + past[1:].replace("أ", "ؤ")
    if past.endswith("ا") and len(past) == 3:
        return past[:-1] + "ي"
    if past.endswith("أ"):
        return past[:-1] + "ئ"
    return ""


def _passive_present(past: str, present: str) -> str:
    return present[:-2] + "ا" + present[-1] if present[-2] in "وي" and past[-2] == "ا" else present


def decline(noun: str) -> Iterator[str]:
    """The written forms of a noun or participle, folded, without article, proclitics or pronouns.

    >>> sorted(decline("غارة"))
    ['غارات', 'غارتا', 'غارتان', 'غارتي', 'غارتين', 'غاره']
    >>> "هجوما" in set(decline("هجوم"))
    True
    """
    word = fold(noun).text
    yield word
    if " " in word:
        return
    if noun.endswith("ة"):
        stem = word[:-1]
        yield from (stem + ending for ending in ("ات", "تان", "تين", "تا", "تي"))
    elif not noun.endswith(("ات", "ون", "ين", "ى", "اء", "ا")):
        yield from (word + ending for ending in ("ا", "ان", "ين", "ون", "ات", "ي", "و"))
    elif noun.endswith(("ون", "ين")):
        yield word[:-2] + "ين"
        yield word[:-2] + "ون"
        yield word[:-2] + "ي"
        yield word[:-2] + "و"
    elif noun.endswith("اء"):
        yield from (word + ending for ending in ("ان", "ين", "ات"))


def without_pronoun(word: str) -> Iterator[str]:
    """What may be left of folded `word` once an attached pronoun is taken off.

    >>> list(without_pronoun("غارته"))
    ['غارت', 'غاره']
    """
    for pronoun in PRONOUNS:
        if word.endswith(pronoun) and len(word) - len(pronoun) >= 2:
            stem = word[: -len(pronoun)]
            yield stem
            if stem.endswith("ت"):
                yield stem[:-1] + "ه"
            elif stem.endswith("ا"):
                yield stem[:-1] + "ي"
            elif stem.endswith("و"):
                yield stem + "ا"
