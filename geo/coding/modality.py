"""Whether a deed is told as done, planned or denied, or not told as a fact at all."""

from __future__ import annotations

from collections.abc import Sequence

from geo.coding.deeds import Deed
from geo.coding.morphology import PAST, PRESENT
from geo.coding.syntax import function_words
from geo.coding.tokens import Clause, Sentence, Token
from geo.model import Status

REACH = 12  # words back to what governs a deed
PURPOSE_REACH = 3
PREDICATE_REACH = 6  # words on to a noun's verb
WISHES = frozenset(["demand_v", "warn_v", "try_v"])
PLANS = frozenset(["planned_n", "plan_v"])
NEGATIONS = ("negation_past", "negation_future", "negation")
REAL_BEFORE_THAT = frozenset(["قبل", "بعد", "منذ"])  # "before that", "after that": what follows is real
CAUSES = frozenset(["cause_v", "happen_v"])
AIMED = frozenset(["mobilization", "support", "withdrawal", "territory_change", "arrest", "humanitarian", "blockade"])


def modality(tokens: Sequence[Token], sentence: Sentence, clause: Clause, deed: Deed) -> Status | None:
    """The status a deed's own clause gives it; None where it is no fact (a wish, an aim, a condition)."""
    at = deed.at
    if sentence.question or _conditional(tokens, sentence, clause, at):
        return None
    before = tokens[at - 1].text if at > clause.first else ""
    if tokens[at].word.tense:
        settled, status = _of_verb(tokens, clause, deed, before)
    else:
        settled, status = _no_noun(tokens, deed, before), None
    if not settled and not tokens[at].word.tense:
        settled, status = _of_predicate(tokens, clause, deed)
    return status if settled else _governed(tokens, clause, deed)


def _of_predicate(tokens: Sequence[Token], clause: Clause, deed: Deed) -> tuple[bool, Status | None]:
    """What the verb behind a noun settles, when it is the deed's own: "السفارة ستستأنف عملها", "لم تقفل"."""
    own = frozenset().union(*deed.rule.around, *deed.rule.then)
    for i in range(deed.at + 1, min(clause.last, deed.at + PREDICATE_REACH)):
        word = tokens[i].word
        if word.tense:
            before = tokens[i - 1].text
            if not tokens[i].classes & own:
                return False, None
            if any(before in function_words(kind) for kind in NEGATIONS):
                return True, "denied"
            return word.future or before in function_words("future"), "planned"
    return False, None


def _of_verb(tokens: Sequence[Token], clause: Clause, deed: Deed, before: str) -> tuple[bool, Status | None]:
    """What a verb's particles settle: (whether they do, the status)."""
    word = tokens[deed.at].word
    if any(before in function_words(kind) for kind in NEGATIONS):
        return True, "denied"
    present = word.tense == PRESENT
    if word.future or before in function_words("future") or (present and before in function_words("perhaps")):
        return True, "planned"
    if present and before in function_words("subjunctive"):
        return True, _that_he(tokens, clause, deed.at)
    return present and word.clitic.endswith("ل") and deed.rule.event_type != "statement", None


def _no_noun(tokens: Sequence[Token], deed: Deed, before: str) -> bool:
    """Whether a noun is an aim ("for the withdrawal of …") or said not to be ("without …")."""
    aim = tokens[deed.at].word.clitic in ("ل", "ول", "لل") and deed.rule.event_type in AIMED
    return aim or before in function_words("negation") or "minus_n" in tokens[deed.at - 1].classes


def _conditional(tokens: Sequence[Token], sentence: Sentence, clause: Clause, at: int) -> bool:
    known, phrases = function_words("conditional"), "conditional_n"
    return any(tokens[i].text in known or phrases in tokens[i].classes for i in range(max(clause.first, at - 12), at))


def _that_he(tokens: Sequence[Token], clause: Clause, at: int) -> Status | None:
    """ "أن" and a present: real after "before" and "after", planned after a plan, else a wish."""
    for i in range(at - 2, max(clause.first - 1, at - REACH - 2), -1):
        if tokens[i].text.lstrip("وف") in REAL_BEFORE_THAT and i >= at - 2:
            return "reported"
        if tokens[i].classes & PLANS:
            return "planned"
        if tokens[i].classes & WISHES:
            return None
    return "planned" if tokens[at - 2].text == "على" else None


def _governed(tokens: Sequence[Token], clause: Clause, deed: Deed) -> Status | None:
    for i in range(deed.at - 1, max(clause.first - 1, deed.at - REACH - 1), -1):
        token = tokens[i]
        classes, distance = token.classes, deed.at - i
        if classes & PLANS:
            return "planned" if deed.rule.event_type != "statement" else "reported"
        if "purpose_n" in classes and distance <= PURPOSE_REACH and deed.rule.event_type != "protest":
            return None
        if "wish_n" in classes and distance <= PURPOSE_REACH + 2 and deed.rule.event_type not in ("protest", "statement"):
            return None
        if "possible_n" in classes and distance <= PURPOSE_REACH + 1:
            return None
        if token.word.tense and classes & WISHES:
            return None if deed.rule.event_type != "statement" else "reported"
        if token.word.tense and "deny_v" in classes:
            return "denied"
        perhaps = token.word.tense == PRESENT and tokens[i - 1].text in function_words("perhaps")
        if (token.word.future or perhaps) and not tokens[deed.at].word.tense:
            return "planned"
        if token.text in function_words("negation_past") and not tokens[deed.at].word.tense and distance == 2:
            return "denied" if not tokens[i + 1].classes & CAUSES else "reported"
        if token.word.tense == PAST:
            break
    return "reported"
