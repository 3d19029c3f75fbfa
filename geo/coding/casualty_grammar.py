"""The grammar of casualty figures: patterns over the class letters that `casualty_vocabulary` gives each word.

`&` is و, `.` any other word, `,` a comma; the first rule that fits wins. See `casualty_vocabulary` for the letters.
"""

from __future__ import annotations

import re

_PERSON = "[s12p]"
# One counted item, and items told one by one: "two guards and a girl".
_ITEM = rf"(?:N(?:{_PERSON}+|o[.C12sp]?|X|x|C)|Ho|i[C12sp]|2N?|{_PERSON}|x)"
_LIST = rf"{_ITEM}(?:[.eo]{{0,3}}{_PERSON}?,?&{_ITEM}(?![kKwW0jJgf]))*"
_SUBJECT = rf"(?:{_LIST}|N(?![kKwW0jJgfcG2])|X)"
_FIRST = rf"N(?:{_PERSON}+|o.?|X)?(?:[^|cNA]|BN)"

RULES = {
    # "12 dead or wounded" tells neither; a count of sick people is none
    "mixed": rf"N[kK]&0|N{_PERSON}?\.?b[kKwW]&[kKwW.]|[TPV]&[tv]{_SUBJECT}|[tv]&[TPV]{_SUBJECT}|{_SUBJECT}\.?e?[UV]\.?&[uv]",
    "none": r"O(?:[eSFn.]{0,4}?[SFn][en.]{0,3}|e?)(?:Z|[KW](?!N)|t(?!N))|O[hvV]i|i,?\.?O[hvV]",
    "part": rf"B\.?(?:{_LIST}|N(?![kKwW0jJgf])|p)",
    "noun_count": rf"[JjK](?:N(?:{_PERSON}|K)*|{_PERSON})",
    "rise": rf"N{_PERSON}?[kKwWjJ]IN(?![cs.])",
    "both": r"(?:N|Ho)[gK]&[fW](?!N)|Ho[gf]",
    "count_noun": rf"N{_PERSON}?\.?[kKwW0jJgf]",
    "injured": rf"N(?:{_PERSON}+|o.|C)?\.?r",
    "toll_noun": rf"I?H[eo]?[gfKWkwjJ][^|N]{{0,9}}?N(?![c.])(?:{_PERSON}|[kKwW0gf])*",
    "revised": r"R[^|N]{0,6}?IN(?![cs12pkKwW0])",
    "lives": rf"(?:A[^|N]{{0,6}}?)?L\.?{_SUBJECT}",
    "took": rf"A[^|N]{{0,5}}?N(?:{_PERSON}|o)",
    "met": rf"l[^|NM]{{0,3}}?{_SUBJECT}(?=[^|]{{0,9}}M)",
    "first": rf"{_FIRST}{{0,9}}?(?:[UuYy]|lM)|N(?:{_PERSON}|o)\.?[Vv](?!{_PERSON}|N)|2[^|N]{{0,5}}?[Yy]",
    "several": rf"[s2]&{_ITEM}[.e]{{0,3}}[Uu]",
    "with": rf"[VT][^|N]{{0,2}}?m{_LIST}|[VT][^|NCKWpsx]{1, 12}?&NoC",
    "fell": rf"z[^|N]{{0,2}}?N(?:{_PERSON}+|o[.C12sp]?|C)|FN{_PERSON}+(?![kKwW])",
    # "gunmen killed a soldier": the object is who died
    "object": rf"[Vv][sp][.sp]{{0,2}}(?:N(?:{_PERSON}|o)|1|2)",
    "verb": rf"[VvUuYy](?:[.e]{{0,2}}{_LIST}|{_SUBJECT})",
    # "gunmen assassinated a judge": the plural behind the verb is who did it
    "assassins": rf"a[pX][.e]{{0,2}}?(?:N(?:{_PERSON}|o)|[s12])|ap(?=[.])",
    "noun": rf"(?<!-)[TPt]{_SUBJECT}|a\.{{0,1}}(?:{_SUBJECT}|[.s])|(?<!-)T\.",
    "dual": r"[DEd]",
    "plural": r"[SF][.eo]{0,3}?[KZWJ](?!N)|(?:^|(?<=[|,]))K(?!N)|K(?=&W)|(?<=[KZ]&)W",
    "single": r"[kw0j]",
}
GRAMMAR = re.compile("(?=[^.,e|])(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in RULES.items()) + ")")
