"""What a match of the casualty grammar counts: kind, and low, best and high (CODEBOOK 7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from geo.coding.casualty_words import Token

Kind = Literal["killed", "wounded"]
Bounds = tuple[int | None, int | None, int | None]
Figures = list[tuple[Kind, Bounds]]

UNKNOWN: Bounds = (None, None, None)
_NOTHING: Bounds = (0, 0, 0)
_ONE: Bounds = (1, 1, 1)
_TWO: Bounds = (2, 2, 2)
_SEVERAL: Bounds = (2, None, None)
_WOUNDED = frozenset("wEW0fvyutr")
_KINDS: dict[Kind, frozenset[str]] = {"killed": frozenset("gK"), "wounded": frozenset("fW")}


def kind_of(codes: str) -> Kind:
    """Whether the words of these class letters kill or wound."""
    return "wounded" if _WOUNDED & set(codes) else "killed"


def figures(rule: str, stretch: Sequence[Token]) -> Figures:
    """Kind and bounds of what `stretch`, matched by `rule`, counts; empty when it counts nothing."""
    codes = "".join(token.code for token in stretch)
    return _READERS.get(rule, _counted)(stretch, codes)


def _counted(stretch: Sequence[Token], codes: str) -> Figures:
    bounds = bounds_of(stretch)
    return [(kind_of(codes), bounds)] if bounds != UNKNOWN else []


def _none(_: Sequence[Token], codes: str) -> Figures:
    if "n" in codes:
        return []
    if "K" in codes:
        return [("killed", _NOTHING)]
    return [("killed", _NOTHING), ("wounded", _NOTHING)]


def _dual(_: Sequence[Token], codes: str) -> Figures:
    return [(kind_of(codes), _TWO)]


def _single(stretch: Sequence[Token], codes: str) -> Figures:
    return [] if stretch[0].definite else [(kind_of(codes), _ONE)]


def _plural(_: Sequence[Token], codes: str) -> Figures:
    return [(kind_of(codes), _SEVERAL)]


def _toll_noun(stretch: Sequence[Token], codes: str) -> Figures:
    """ "the number of dead … N": only where a verb or "to" leads to the number, or it is bounded."""
    at = codes.rindex("N")
    number = stretch[at].number
    bounded = number is not None and not number.exact
    told = bounded or codes[0] == "I" or codes[at - 1] in "Ie,gf" or at + 1 < len(codes)
    return [(kind_of(codes), bounds_of([stretch[at]]))] if told else []


def _rise(stretch: Sequence[Token], codes: str) -> Figures:
    """ "from 41 dead to 49": the later figure is best, the earlier its low."""
    earlier, later = bounds_of(stretch[:1]), bounds_of(stretch[-1:])
    return [(kind_of(codes), (earlier[1], later[1], later[1]))]


def _both(stretch: Sequence[Token], codes: str) -> Figures:
    """ "dozens of dead and wounded": the bound of each; an exact sum of both tells neither."""
    low, best, _high = bounds_of(stretch[:1])
    if best is not None:
        return []
    return [(kind, (low, None, None)) for kind in _KINDS if _KINDS[kind] & set(codes)]


def _injured(stretch: Sequence[Token], _: str) -> Figures:
    return [("wounded", bounds_of(stretch[:1]))]


def _revised(stretch: Sequence[Token], codes: str) -> Figures:
    return [(kind_of(codes), bounds_of(stretch[-1:]))]


def _with(stretch: Sequence[Token], codes: str) -> Figures:
    """ "he was killed with two of his guards": one more than is counted."""
    at = max(codes.find("m"), codes.rfind("&"))
    return [(kind_of(codes), _sum([_ONE, bounds_of(stretch[at:])]))]


def _subject(stretch: Sequence[Token], codes: str) -> Figures:
    """ "12 workers … were killed": the first number is the subject's, the verb says the kind."""
    return [(kind_of(codes[-1]), _TWO if codes[0] == "2" else bounds_of(stretch[:1]))]


def _object(stretch: Sequence[Token], codes: str) -> Figures:
    at = max(codes.find(code) for code in "N12")
    return [(kind_of(codes[0]), bounds_of(stretch[at:]))]


def _assassins(stretch: Sequence[Token], codes: str) -> Figures:
    victims = bounds_of(stretch[2:]) if len(stretch) > 2 else _ONE
    return [("killed", _ONE if victims == UNKNOWN else victims)]


def _count_noun(stretch: Sequence[Token], codes: str) -> Figures:
    return [(kind_of(codes[-1]), bounds_of(stretch[:1]))]


_READERS: dict[str, Callable[[Sequence[Token], str], Figures]] = {
    "none": _none, "dual": _dual, "single": _single, "plural": _plural, "toll_noun": _toll_noun, "rise": _rise,
    "both": _both, "injured": _injured,
    "revised": _revised,
    "assassins": _assassins, "with": _with, "first": _subject, "object": _object, "count_noun": _count_noun,
}  # fmt: skip


def bounds_of(stretch: Sequence[Token]) -> Bounds:
    """The sum of what is counted one by one; a member that gives only a lower bound makes the sum one."""
    counted: list[Bounds] = []
    for at, token in enumerate(stretch):
        before = stretch[at - 1].code if at else ""
        bounds = _member(token, before if counted or before != "." else "")
        if bounds is not None:
            counted.append(bounds)
    if counted:
        return _sum(counted)
    return _ONE if stretch[0].code in "aT" else UNKNOWN


def _member(token: Token, before: str) -> Bounds | None:
    """What a word adds to the count after a word of class `before`; an adjective or a counted noun adds nothing."""
    if token.number is not None:
        return (token.number.low, token.number.best, token.number.high) if before != "2" else None
    if token.code == "H":
        return _SEVERAL
    if token.code == "2":
        return _TWO if before not in ("N", "2") else None
    if token.code in "s1xi":
        return _ONE if before not in ("N", "s", "1", "2", "p", ".", "o", "i") else None
    if token.code in "pX":
        return _SEVERAL if not token.definite and before not in ("N", "s", "1", "2", "p", "o", "i") else None
    return None


def _sum(counted: Sequence[Bounds]) -> Bounds:
    if len(counted) == 1:
        return counted[0]
    low = sum(low if low is not None else best or 0 for low, best, _ in counted)
    bests, highs = [best for _, best, _ in counted], [high for _, _, high in counted]
    best = sum(value for value in bests if value is not None) if None not in bests else None
    high = sum(value for value in highs if value is not None) if None not in highs else None
    return low, best, high
