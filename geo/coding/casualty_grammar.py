"""The grammar of casualty figures: patterns over the class letters that `casualty_words` gives each word.

`&` is و, `.` any other word, `,` a comma; the first rule that fits wins. See `casualty_words` for the letters.
"""

from __future__ import annotations

import re

_PERSON = "[s2p]"
# One counted item, and items told one by one: "two guards and a girl".
_ITEM = rf"(?:N(?:{_PERSON}+|o|X|x)|Ho|{_PERSON}|x)"
_LIST = rf"{_ITEM}(?:[.eo]{{0,3}}{_PERSON}?,?&{_ITEM}(?![kKwWjJgf]))*"
_SUBJECT = rf"(?:{_LIST}|N(?![kKwWjJgfcG2])|X)"
_FIRST = rf"N(?:{_PERSON}+|o.?|X)?(?:[^|cNA]|BN)"

RULES = {
    # "12 dead or wounded" tells neither; a count of sick people is none
    "mixed": rf"N{_PERSON}?\.?b[kKwW]&[kKwW.]|[TPV]&[tv]{_SUBJECT}|[tv]&[TPV]{_SUBJECT}|{_SUBJECT}\.?e?[UV]\.?&[uv]",
    "none": r"O(?:[eSn.]{0,4}?[Sn][en.]{0,3}|e?)(?:Z|[KW](?!N)|t(?!N))|O[hvV]i|i,?\.?O[hvV]",
    "part": rf"B\.?(?:{_LIST}|N|p)",
    "noun_count": rf"[Jj](?:N(?:{_PERSON}|K)*|{_PERSON})",
    "rise": rf"N{_PERSON}?[kKwWjJ]IN(?![cs.])",
    "count_noun": rf"N{_PERSON}?\.?[kKwWjJgf]",
    "toll_noun": rf"H[eo]?[gfKWkwjJ][^|N]{{0,9}}?N(?![c.])(?:{_PERSON}|[kKwWgf])*",
    "revised": r"R[^|N]{0,6}?IN(?![cs2pkKwW])",
    "lives": rf"(?:A[^|N]{{0,6}}?)?L\.?{_SUBJECT}",
    "took": rf"A[^|N]{{0,5}}?N(?:{_PERSON}|o)",
    "met": rf"l[^|NM]{{0,3}}?{_SUBJECT}(?=[^|]{{0,9}}M)",
    "first": rf"{_FIRST}{{0,9}}?(?:[Uu]|lM)|N(?:{_PERSON}|o)\.?[Vv](?!{_PERSON}|N)|2[^|N]{{0,5}}?[Yy]",
    "several": rf"[s2]&{_ITEM}[.e]{{0,3}}[Uu]",
    "with": rf"[VT][^|N]{{0,2}}?m{_LIST}",
    "verb": rf"[VvUuYy](?:[.e]{{0,2}}{_LIST}|{_SUBJECT})",
    "noun": rf"[TPt]{_SUBJECT}|a\.{{0,1}}(?:{_SUBJECT}|[.s])|T\.",
    "dual": r"[DEd]",
    "plural": r"S[.eo]{0,3}?[KZW]|(?<=[KZ]&)W",
    "single": r"[kw]",
}
GRAMMAR = re.compile("(?=[^.,e|])(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in RULES.items()) + ")")
