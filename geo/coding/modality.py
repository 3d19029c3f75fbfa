"""Whether a deed is told as done, planned or denied, or not told as a fact at all."""

from __future__ import annotations

from collections.abc import Sequence

from geo.coding.deeds import Deed
from geo.coding.morphology import PAST, PRESENT
from geo.coding.syntax import function_words
from geo.coding.tokens import Clause, Sentence, Token
from geo.model import Status

EXCEPT_REACH = 8
PAST_ENDINGS = ("ت", "تا", "وا")
FAR_REACH = 30  # and to a demand, whose addressees may be many
REACH = 12  # words back to what governs a deed
LINK_REACH = 3  # words in which a line says that it leads to another page
HABIT_REACH = 4  # words between a present and "often", "every day"
PURPOSE_REACH = 3
PREPARING_REACH = 4  # words back from "to send …" to who prepares for it
PREDICATE_REACH = 6  # words on to a noun's verb
WISHES = frozenset(["demand_v", "warn_v", "try_v", "reject_v"])
PLANS = frozenset(["planned_n", "plan_v"])
UNREAL = frozenset(["possible_n", "wish_n"])
BEFORE_VERBS = ("negation_past", "negation_future")  # what follows is a verb, known or not
NEGATIONS = ("negation_past", "negation_future", "negation")
REAL_BEFORE_THAT = frozenset(["قبل", "بعد", "منذ"])  # "before that", "after that": what follows is real
HAPPENS = frozenset(["happen_v", "suffer_v", "be_v", "hold_v"])
SAID_BETWEEN = frozenset(["agreement", "talks", "statement"])
STANDING = frozenset(["which_n", "on_it_n"])  # "which X controls", "X controls it"
STATES = frozenset(["territory_change", "battle", "support", "mobilization", "blockade"])  # may stand for long as well as be done
VIOLENT = frozenset(["battle", "air_strike", "shelling", "explosion", "violence_against_civilians"])
AIMED = frozenset(["mobilization", "support", "withdrawal", "territory_change", "arrest", "humanitarian", "blockade"])


def modality(tokens: Sequence[Token], sentence: Sentence, clause: Clause, deed: Deed) -> Status | None:
    """The status a deed's own clause gives it; None where it is no fact (a wish, an aim, a condition)."""
    at = deed.at
    link = any("see_also_n" in tokens[i].classes for i in range(sentence.first, min(sentence.first + LINK_REACH, at)))
    if link or sentence.question or _conditional(tokens, sentence, clause, at):
        return None
    before = tokens[at - 1].text if at > clause.first else ""
    if tokens[at].word.tense:
        settled, status = _of_verb(tokens, clause, deed, before)
    else:
        settled, status = _no_noun(tokens, clause, deed, before)
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
    opening = deed.at - 1 == clause.first and before in function_words("negation_opening")
    if opening or any(before in function_words(kind) for kind in NEGATIONS):
        if "cause_v" in tokens[deed.at].classes and not _excepts(tokens, clause, deed.at):
            return True, None  # "لم يسفر القصف عن ضحايا" denies the victims
        return True, "reported" if _excepts(tokens, clause, deed.at) else "denied"
    present = word.tense == PRESENT
    if present and _stands(tokens, clause, deed):
        return True, None
    if not present and (before in function_words("perhaps") or tokens[deed.at].text.endswith(PAST_ENDINGS)):
        return True, "reported"  # a past that can be no noun is told as a fact, whatever was planned before it
    if word.future or before in function_words("future") or (present and before in function_words("perhaps")):
        return True, "planned"
    if present and before in function_words("subjunctive"):
        return True, _that_he(tokens, clause, deed.at)
    return present and word.clitic.endswith("ل") and deed.rule.event_type != "statement", None


def _stands(tokens: Sequence[Token], clause: Clause, deed: Deed) -> bool:
    """Whether a present tells a state of things: "which X controls", "and X controls …" of no day, "X often does"."""
    at, kind = deed.at, deed.rule.event_type
    beside = tokens[at - 1].classes | (tokens[at + 1].classes if at + 1 < clause.last else frozenset())
    if kind == "territory_change" and not beside.isdisjoint(STANDING):
        return True
    if any(
        "habit_n" in tokens[i].classes for i in range(max(clause.first, at - HABIT_REACH), min(clause.last, at + HABIT_REACH))
    ):
        return deed.rule.event_type != "statement"
    word = tokens[at].word
    opens = at == clause.first and word.clitic[:1] == "و" and not word.future and "standing_v" in tokens[at].classes
    return opens and kind in STATES and not any("@date" in tokens[i].classes for i in range(at, clause.last))


def _excepts(tokens: Sequence[Token], clause: Clause, at: int) -> bool:
    """Whether "but", "save" behind a denied verb turns it round: "لم يخسروا سوى جريحين"."""
    return any(tokens[i].text in function_words("except") for i in range(at + 1, min(clause.last, at + EXCEPT_REACH)))


def _no_noun(tokens: Sequence[Token], clause: Clause, deed: Deed, before: str) -> tuple[bool, Status | None]:
    """Whether a noun is no fact: an aim, planned where one prepares for it, or said not to be ("without …")."""
    purpose = _for(tokens[deed.at]) or _heads_aim(tokens, clause, deed)
    stopped = before in function_words("stopped") and deed.rule.event_type in VIOLENT
    if purpose and any(tokens[i].classes & PLANS for i in range(max(clause.first, deed.at - PREPARING_REACH), deed.at)):
        return True, "planned"
    aim = purpose and (deed.rule.event_type in AIMED or "going_to_fight_n" in tokens[deed.at].classes)
    return aim or stopped or before in function_words("negation") or _without(tokens, clause, deed.at), None


def _for(token: Token) -> bool:
    return token.word.clitic in ("ل", "ول", "لل")


def _heads_aim(tokens: Sequence[Token], clause: Clause, deed: Deed) -> bool:
    """Whether the deed is the genitive of an aim of its own kind: "لانتزاع السيطرة", "لبسط النفوذ"."""
    governor = tokens[deed.at - 1] if deed.at > clause.first else tokens[deed.at]
    return governor is not tokens[deed.at] and _for(governor) and bool(governor.classes & deed.rule.head)


def _without(tokens: Sequence[Token], clause: Clause, at: int) -> bool:
    """Whether "without" or "no" governs a noun, directly or through its coming about: "دون التوصل إلى اتفاق"."""
    for i in range(at - 1, clause.first - 1, -1):
        if "minus_n" in tokens[i].classes or tokens[i].text in function_words("without"):
            return True
        if tokens[i].text not in function_words("coming_about"):
            break
    return False


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
    """What the words before a deed make of it, the nearest first, as far back as a told verb."""
    for i in range(deed.at - 1, max(clause.first - 1, deed.at - FAR_REACH), -1):
        settled, status = _verdict(tokens, i, deed) if deed.at - i <= REACH else _demanded(tokens[i], deed)
        if settled:
            return status
        if tokens[i].word.tense == PAST or tokens[i].text in function_words("since"):
            break  # what happened since is real, whatever governs the words before
    return "reported"


def _demanded(token: Token, deed: Deed) -> tuple[bool, Status | None]:
    """A demand reaches over many addressees to what is demanded: (whether it does, None for a wish)."""
    return bool(token.word.tense and token.classes & WISHES and deed.rule.event_type != "statement"), None


def _verdict(tokens: Sequence[Token], i: int, deed: Deed) -> tuple[bool, Status | None]:
    """What the word at `i` settles of the deed behind it: (whether it does, the status or None for no fact)."""
    token, head, kind = tokens[i], tokens[deed.at].word, deed.rule.event_type
    classes, saying = token.classes, deed.rule.event_type == "statement"
    if token.text in function_words("can") and tokens[i - 1].text in function_words("negation"):
        return True, None  # "there can be no agreement"
    if classes & PLANS:
        if tokens[i - 1].text in function_words("negation"):
            return True, "denied"  # "لا ينوي إرسال قوات"
        return True, "reported" if saying else "planned"
    if not head.tense and _unreal(token, deed.at - i, head.clitic[:1] == "و", kind):
        return True, None
    if token.word.tense and classes & WISHES and not (kind == "protest" and i == deed.at - 1):  # "طالب المحتجون"
        return True, "reported" if saying else None
    if token.word.tense and "deny_v" in classes:
        return True, "denied"
    if _agreed_on(tokens, i, deed):
        return True, "planned"
    perhaps = token.word.tense == PRESENT and tokens[i - 1].text in function_words("perhaps")
    if (token.word.future or perhaps) and not head.tense:
        return True, "planned"
    if not head.tense and any(tokens[i - 1].text in function_words(negation) for negation in BEFORE_VERBS):
        return _negated(token, deed.at - i == 1)
    return False, None


def _agreed_on(tokens: Sequence[Token], i: int, deed: Deed) -> bool:
    """Whether the deed is what two sides only agree on: "اتفقت اللجنة على فتح الطريق"."""
    agreed = tokens[i].word.tense and "agree_v" in tokens[i].classes and deed.rule.event_type not in SAID_BETWEEN
    return bool(agreed) and any(tokens[j].text in function_words("upon") for j in range(i + 1, deed.at))


def _negated(token: Token, beside: bool) -> tuple[bool, Status | None]:
    """A denied verb before a noun: "لم تقع اشتباكات" denies it, "لم يسفر القصف عن ضحايا" does not."""
    if "cause_v" in token.classes:
        return True, "reported"
    return beside or bool(token.classes & HAPPENS), "denied"


def _unreal(token: Token, distance: int, joined: bool, event_type: str | None) -> bool:
    """Whether a wish, an aim or a possibility stands close enough before a noun; before a joined one, anywhere."""
    classes = token.classes
    if joined and classes & UNREAL:
        return True
    if "purpose_n" in classes and distance <= PURPOSE_REACH and event_type != "protest":
        return True
    if "wish_n" in classes and distance <= PURPOSE_REACH + 2 and event_type not in ("protest", "statement"):
        return True
    return "possible_n" in classes and distance <= PURPOSE_REACH + 1
