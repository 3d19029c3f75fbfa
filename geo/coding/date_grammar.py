"""The grammar of time expressions: patterns over the class letters that `date_vocabulary` gives each word.

A pattern reads left to right; `&` is و, marks stand for themselves, `.` is a word that is not of time.
The first rule that fits wins, so the more specific stand first.
"""

from __future__ import annotations

import re

_WEEKDAY = r"W(?:[-/]?W)?"
_MONTH = r"(?:(?:[MmH]|l(?=,?F?Z?Y)|(?<=q)l)(?:[/-]?[Mm]|\([Mm]\))?)"
_TURN = r"[<>=~_]"
_YEAR = rf"(?:,?F?Z?Y[hg]?|F?Z{_TURN})"
_DAYS = r"(?:[NOo](?:(?:,|&|U|-|,&)[NO])*)"
_LENGTH = r"(?:[wf]*(?:[NXYO]w?)?[uyKqZ](?![MmlHY])(?:f(?![uyKqZ]))*)"

_RULES = {
    # 2016-06-29, 12/3/2019
    "numeric": r"Y[-/]N[-/]N|N[-/]N[-/]Y",
    # a duration: "for two weeks", "an ultimatum of 72 hours"
    "duration": rf"d[BFw]*{_LENGTH}",
    # الخميس 4 أبريل 2019, 25 و26 من نوفمبر الجاري, التاسع من ذي الحجة, بين 3 و7 مارس
    "day_month": rf"(?:[PyBFv]|W[<>]?,?\(?G?)*{_DAYS}F?q?{_MONTH}{_TURN}?{_YEAR}?h?",
    # السادس من الشهر الجاري
    "day_of_month": rf"(?:[Pyv]|W,?)*{_DAYS}(?:Fq{_TURN}?|q[<>=~]|=(?!.)|\*)|{_DAYS}F?V?\^?q{_TURN}?(?<=[<>=~])",
    "feast": rf"(?:[Pyv]|W,?)*(?:[oO][uy]|T[O]F|[OoE])?C(?:{_YEAR}|{_TURN})?",
    "part": rf"E(?:F?q?{_MONTH}{_TURN}?{_YEAR}?|[Kq]{_TURN}?|V[KqZ]|Z?Y|Z{_TURN}?)",
    "weekend": rf"k{_TURN}?",
    "month": rf"q?{_MONTH}{_TURN}?{_YEAR}?h?",
    "anaphor": r"(?:P|y)*(?:T[~_]|\^[TPyiKqZ]|V?y[~_]|i~|P_)|[Pi]_",
    "after_that": rf"@w?{_LENGTH}|R{_LENGTH}F?|QF?{_LENGTH}F",
    "ago": rf"Q{_LENGTH}",
    "since_length": rf"S{_LENGTH}",
    # the last 24 hours, the coming days
    "window": r"(?:[DIL])?(?:[NX]?f?u[NX]?f?|[uKqZ][NX]f?)[<>]|L[NX]?f*u",
    "within": rf"D{_LENGTH}",
    "relative": r"(?:[Pyi]|v)*A(?:,?W|\(W\))?",
    "today": r"(?:[Py])*T(?!O)(?:,?W|\(W\))?|V[TtyPi]",
    "tonight": r"i<?",
    "eve_of": r"jW?",
    "weekday": rf"(?:[Py]|v)*{_WEEKDAY}[<>=_]?",
    "turned": rf"V[KqZ]|[KqZ]{_TURN}",
    "season": rf"JZ?(?:Y|{_TURN})|JZ{_TURN}",
    "years": r"z[Y]&Y|Y-Y|ZY[hg]?|(?<=[IDSUEB])Y[hg]?(?![uyKqZ])",
    "then": r"a",
    "clock": r"c[NO]*p?|p",
    "soon": r"x(?!F)",
}
GRAMMAR = re.compile("(?=[^.&])(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _RULES.items()) + ")")
