"""Which classes a word of the text belongs to: verbs, nouns and phrases of the lexicons, in any form."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from gazetteer.arabic import ARTICLE, key
from gazetteer.matcher import Match, Matcher
from geo.coding.lexicon import Entry, fault, read, words_of
from geo.coding.morphology import PAST, PRESENT, conjugate, decline, without_pronoun
from geo.coding.syntax import function_words

# What may be written on to a word, longest first where one is the beginning of another.
NOUN_CLITICS = (
    "",
    "ال",
    "و",
    "ف",
    "ب",
    "ل",
    "ك",
    "لل",
    "بال",
    "وال",
    "فال",
    "كال",
    "وب",
    "ول",
    "وك",
    "فب",
    "فل",
    "ولل",
    "وبال",
    "فبال",
    "فلل",
)
VERB_CLITICS = ("", "و", "ف", "س", "ل", "وس", "فس", "ول", "فل")
REMEMBERED = 1 << 16  # forms
FUTURE_MARK = "س"
PLAIN = "plain_n"  # the class of forms that mean nothing to the rules


class Word(NamedTuple):
    """What one written form may be. `tense` is "past", "present" or "" (no verb)."""

    classes: frozenset[str] = frozenset()
    clitic: str = ""
    tense: str = ""
    passive: bool = False
    future: bool = False
    definite: bool = False


NOTHING = Word()


class Words:
    """The lexicons' words by folded form.

    `analyse(form)` says what a folded form may be, clitics and pronouns taken off: `NOTHING` for a word that no lexicon knows.
    """

    def __init__(self, verbs: dict[str, list[str]], nouns: dict[str, list[str]]) -> None:
        self.classes = frozenset([*verbs, *nouns])
        self._verbs: dict[str, tuple[set[str], str, bool]] = {}
        self._nouns: dict[str, set[str]] = {}
        phrases: dict[str, frozenset[str]] = {}
        for name, pairs in verbs.items():
            for pair in pairs:
                self._add_verb(name, pair)
        for name, entries in nouns.items():
            for entry in entries:
                for noun in entry.split("/"):
                    if " " in noun.strip():
                        phrase = key(noun)
                        phrases[phrase] = phrases.get(phrase, frozenset()) | {name}
                    else:
                        for form in decline(noun.strip()):
                            self._nouns.setdefault(form, set()).add(name)
        for form, known in self._nouns.items():
            if form.startswith(ARTICLE) and PLAIN not in known:
                known |= self._nouns.get(form[len(ARTICLE) :], set())
        self._phrases = Matcher(phrases)
        self.analyse = lru_cache(maxsize=REMEMBERED)(self._look_up)

    def _add_verb(self, name: str, pair: str) -> None:
        past, present = pair.split("/")
        for form in conjugate(past, present):
            classes, tense, passive = self._verbs.setdefault(form.text, (set(), form.tense, form.passive))
            classes.add(name)
            if tense != form.tense or passive != form.passive:
                both_past = PAST in (tense, form.tense)
                self._verbs[form.text] = (classes, PAST if both_past else PRESENT, passive and form.passive)

    def phrases(self, text: str) -> list[Match[frozenset[str]]]:
        """The fixed phrases of several words in folded `text`, longest first where they overlap."""
        return self._phrases.find(text)

    def _look_up(self, form: str) -> Word:
        if len(form) < 2 or not form.isalpha() or form in function_words("never"):
            return NOTHING
        for stems in (lambda rest: (rest,), without_pronoun):
            best: Word | None = None
            for clitic in NOUN_CLITICS:
                if not form.startswith(clitic):
                    continue
                rest = form[len(clitic) :]
                for stem in stems(rest):
                    best = _join(best, self._noun(stem, clitic))
                    best = _join(best, self._verb(stem, clitic))
                if best:
                    return best
            for clitic in VERB_CLITICS:
                if form.startswith(clitic):
                    for stem in stems(form[len(clitic) :]):
                        best = _join(best, self._verb(stem, clitic))
                if best:
                    return best
        return NOTHING

    def _noun(self, stem: str, clitic: str) -> Word | None:
        classes = self._nouns.get(stem)
        return (
            Word(frozenset(classes), clitic, definite=clitic.endswith(("ال", "لل")) or stem.startswith("ال")) if classes else None
        )

    def _verb(self, stem: str, clitic: str) -> Word | None:
        found = self._verbs.get(stem)
        if found is None or clitic not in VERB_CLITICS:
            return None
        classes, tense, passive = found
        if tense == PAST and clitic.endswith("ل"):  # "to" stands before a noun: لاستضافة is no "he hosted him"
            return None
        future = clitic.endswith(FUTURE_MARK)
        if future and not stem.startswith(("ي", "ت", "ن")):
            return None
        return Word(frozenset(classes), clitic, PRESENT if future else tense, passive, future)


def _join(one: Word | None, other: Word | None) -> Word | None:
    if one is None or other is None:
        return one or other
    return Word(
        one.classes | other.classes, one.clitic, one.tense or other.tense, one.passive, one.future or other.future, one.definite
    )


def _checked(name: str) -> Entry:
    """The lexicon's lists of words by class."""
    lexicon = read(name)
    if not isinstance(lexicon, Entry):
        raise fault(name, None, "classes", "needs a mapping of classes to words")
    for word_class in lexicon:
        words_of(name, lexicon, word_class)
    return lexicon


@cache
def default_words() -> Words:
    """The shipped words, read once. Raises `DataError` for a verb that is not past/present."""
    verbs = _checked("verbs.yaml")
    for word_class, pairs in verbs.items():
        for pair in pairs:
            past, _, present = pair.partition("/")
            if len(past) < 2 or not present.startswith("ي") or len(present) < 3 or "/" in present:
                raise fault("verbs.yaml", verbs, word_class, f"{pair!r} is not a past and a present with ي")
    return Words(verbs, _checked("nouns.yaml"))
