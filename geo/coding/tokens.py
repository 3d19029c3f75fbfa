"""A text cut into tokens, sentences and clauses, each token with the classes of its word."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import compress, count
from operator import attrgetter, itemgetter

from gazetteer.arabic import key
from geo.coding.lexicon import fault, read, words_of
from geo.coding.morphology import PAST, PRESENT
from geo.coding.syntax import function_words
from geo.coding.words import NOTHING, Word, Words

_TEXT, _CLASSES, _FIRST = attrgetter("text"), attrgetter("classes"), itemgetter(0)
_TOKEN = re.compile(r"\w+|\.{2,}|…|[^\w\s]|\n")
SENTENCE_ENDS = frozenset(["\n", "!", "؟", "?", "…", "•", "؛"])
SUBJECTS = frozenset(["@force", "@person", "@state", "@government", "@parliament", "@official", "@organisation"])
_JOINING = frozenset("وف")
_BEFORE_VERBS = frozenset("،,:")  # marks behind which a joined verb begins a clause
DUAL = "ان"
SUBJECT_LENGTH = 7  # words of a subject at the most
LONGEST_SENTENCE = (
    300  # tokens (newswire has 75 at the most): a text without full stops is cut, since rules compare pairs of words
)
_END_LETTERS = frozenset([*SENTENCE_ENDS, "."])  # how a mark that ends a sentence begins: "...", too


@dataclass(slots=True)
class Token:
    """A word or mark at folded offsets [start:end]; `classes` may gain those of mentions.

    `inside` says that it goes on with the name or phrase that an earlier token begins.
    """

    start: int
    end: int
    text: str
    word: Word = NOTHING
    classes: frozenset[str] = frozenset()
    inside: bool = False


@dataclass(slots=True)
class Clause:
    """Tokens [first:last) of a sentence; `link` is the word it was cut at ('' for a sentence's first)."""

    first: int
    last: int
    link: str = ""


@dataclass(slots=True)
class Sentence:
    """Tokens [first:last); `heading` says that it is a title or a heading, `paragraph` counts lines."""

    first: int
    last: int
    paragraph: int
    heading: bool = False
    question: bool = False
    clauses: list[Clause] = field(default_factory=list)


def tokenize(text: str, words: Words) -> list[Token]:
    """The tokens of folded `text`; a known phrase gives its classes to its first token and silences the rest."""
    found = list(_TOKEN.finditer(text))
    forms, starts = list(map(re.Match.group, found)), list(map(re.Match.start, found))
    known = list(map(words.analyse, forms))
    for at in compress(count(1), map(function_words("prepositions").__contains__, forms[:-1])):
        word = known[at]
        if word.tense and not word.clitic:
            known[at] = Word(without_verbs(word.classes), definite=word.definite)
    tokens = list(map(Token, starts, map(re.Match.end, found), forms, known, map(_CLASSES, known)))
    for phrase in words.phrases(text):
        at = bisect_left(starts, phrase.start - len(phrase.proclitic))
        if at == len(starts) or starts[at] > phrase.start:
            continue
        first = tokens[at]
        first.classes = phrase.value
        first.word = Word(phrase.value, phrase.proclitic, definite=phrase.key.startswith("ال"))
        at += 1
        while at < len(tokens) and starts[at] < phrase.end:
            tokens[at].classes, tokens[at].word, tokens[at].inside = frozenset(), NOTHING, True
            at += 1
    return tokens


@lru_cache(maxsize=1024)
def without_verbs(classes: frozenset[str]) -> frozenset[str]:
    """The classes that a noun may have.

    >>> sorted(without_verbs(frozenset(["attack_v", "attack_n", "shell"])))
    ['attack_n', 'shell']
    """
    return frozenset(name for name in classes if not name.endswith("_v"))


def sentences(tokens: list[Token]) -> list[Sentence]:
    """Sentences in order: a line break, a full stop or a final mark ends one."""
    found: list[Sentence] = []
    first, paragraph = 0, 0
    letters = map(_FIRST, map(_TEXT, tokens))
    for at in compress(count(), map(_END_LETTERS.__contains__, letters)):
        text = tokens[at].text
        if text[0] == "." and _inside_number(tokens, at):
            continue
        if at > first:
            found += _cut(Sentence(first, at, paragraph, question=text in "؟?"))
        first = at + 1
        paragraph += text == "\n" and bool(found) and found[-1].paragraph == paragraph  # blank lines count for nothing
    if len(tokens) > first:
        found += _cut(Sentence(first, len(tokens), paragraph))
    return found


def _cut(sentence: Sentence) -> list[Sentence]:
    """The sentence, cut where it is too long for one."""
    if sentence.last - sentence.first <= LONGEST_SENTENCE:
        return [sentence]
    firsts = range(sentence.first, sentence.last, LONGEST_SENTENCE)
    return [
        Sentence(first, min(first + LONGEST_SENTENCE, sentence.last), sentence.paragraph, question=sentence.question)
        for first in firsts
    ]


def _inside_number(tokens: list[Token], at: int) -> bool:
    """Whether the full stop at `at` stands between two digits without a space, or after a single letter."""
    if len(tokens[at].text) > 1 or at == 0 or at + 1 >= len(tokens):
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    glued = before.end == tokens[at].start and after.start == tokens[at].end
    return glued and (before.text[-1].isdigit() or after.text[0].isalnum())


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """The words at which a clause begins, and those that begin one only before a verb."""

    always: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    spans: frozenset[str]  # "after two days from": بعد … من
    span_ends: frozenset[str]
    begins: frozenset[str]  # the first words of all these

    def spots(self, texts: list[str], first: int) -> list[int]:
        """Where a clause may begin among the words of a sentence, whose first stands at `first`."""
        behind = compress(count(first + 1), map(_BEFORE_VERBS.__contains__, texts[:-1]))
        joined = compress(count(first), map(_JOINING.__contains__, map(_FIRST, texts)))
        linking = compress(count(first), map(self.begins.__contains__, texts))
        return sorted({*behind, *joined, *linking} - {first})


def clause_words() -> ClauseWords:
    """From `clauses.yaml`. Raises `DataError`."""
    name = "clauses.yaml"
    lexicon = read(name)
    keys = [key(cut) for cut in words_of(name, lexicon, "cut")]
    for cut in keys:
        if cut.count(" ") > 1:
            raise fault(name, lexicon, "cut", f"{cut!r} has more than two words")
    always = frozenset(cut for cut in keys if " " not in cut)
    pairs = frozenset((one, two) for one, two in (cut.split() for cut in keys if cut.count(" ") == 1))
    spans, ends = (frozenset(key(word) for word in words_of(name, lexicon, field)) for field in ("span", "span_end"))
    return ClauseWords(always, pairs, spans, ends, always | spans | {one for one, _ in pairs})


def _subject_and_verb(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a joined actor is the subject of the verb right behind it: "… وأنقرة ترفض …"."""
    if not any(name in SUBJECTS for name in tokens[at].classes):
        return False
    behind = at + 1
    while behind < min(end, at + SUBJECT_LENGTH) and not tokens[behind].classes and tokens[behind].text not in "،,:؛":
        behind += 1
    verb = tokens[behind].word if behind < end else NOTHING
    return verb.tense == PRESENT and not tokens[behind].text.endswith(DUAL)  # "مصر وفرنسا يبحثان": both are its subject


def _verb_and_subject(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a joined past verb has its own subject right behind it: "دفعت تونس بجنود … ونقلت واشنطن …"."""
    verb = tokens[at].word
    return verb.tense == PAST and verb.clitic == "و" and at + 1 < end and bool(tokens[at + 1].classes & SUBJECTS)


def cut_clauses(tokens: list[Token], sentence: Sentence, cuts: ClauseWords) -> None:
    """Fills `sentence.clauses`: cut at linking words, and at a comma before a joined verb."""
    clauses = [Clause(sentence.first, sentence.last)]
    for at in cuts.spots(list(map(_TEXT, tokens[sentence.first : sentence.last])), sentence.first):
        link = _link(tokens, at, sentence.last, cuts)
        if link and at > clauses[-1].first + clauses[-1].link.count(" "):
            clauses[-1].last = at
            clauses.append(Clause(at, sentence.last, link))
    sentence.clauses = clauses


def _link(tokens: list[Token], at: int, end: int, cuts: ClauseWords) -> str:
    """The word by which a new clause begins at token `at`, "" where none does."""
    text = tokens[at].text
    bare = text[1:] if text[:1] in "وف" else text
    after = tokens[at + 1].text if at + 1 < end else ""
    for word in (text, bare):
        if word in cuts.always:
            return word
        if (word, after) in cuts.pairs:
            return f"{word} {after}"
    if bare in cuts.spans and any(tokens[i].text in cuts.span_ends for i in range(at + 2, min(at + 6, end))):
        return bare
    joined = tokens[at - 1].text in "،,:" and tokens[at].word.tense and tokens[at].word.clitic[:1] in ("و", "ف")
    anew = text[0] == "و" and (_subject_and_verb(tokens, at, end) or _verb_and_subject(tokens, at, end))
    return "و" if joined or anew else ""
