"""The same article from another site: a fingerprint of the words, and how alike two articles are by theirs."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b
from math import cos, pi

import numpy as np

from gazetteer.arabic import fold
from geo.model import Article

BITS = 64
SHINGLE = 2  # words: alone, two reports of one battle look alike; by threes, an edited word spoils too many
# Bits in which copies may differ. Of 56 articles none is nearer to another than 18 (median 32); 95 % of their copies with
# a new lead, a quarter cut off or furniture around them are within 15. A million articles hold some fifty by chance
# within 16: `shared` tells those from copies.
NEAR_BITS = 16
NEAR = cos(pi * NEAR_BITS / BITS)  # the `similarity` that belongs to it: 0.71
COPIED = 0.5  # of the shorter text's word pairs, `shared` by the other, make the one a copy of the other

_WORD = re.compile(r"[^\W_]+")
_WHOLE = (1 << BITS) - 1


def fingerprint(text: str) -> int:
    """The 64-bit simhash of `text` (Charikar 2002) over its folded words by twos.

    It is signed, as SQLite and numpy keep 64 bits; 0 for a text without words. Spelling that newsrooms vary,
    vowel signs, punctuation and line breaks do not change it.

    >>> fingerprint("سيطر الجيش على المدينة") == fingerprint("سيطر  الجيش على المدينه.")
    True
    >>> fingerprint("")
    0
    """
    shingles = _shingles(text)
    if not shingles:
        return 0
    digests = b"".join(blake2b(shingle.encode(), digest_size=BITS // 8).digest() for shingle in sorted(shingles))
    bits = np.unpackbits(np.frombuffer(digests, np.uint8)).reshape(-1, BITS)
    majority = bits.sum(axis=0, dtype=np.int64) * 2 > len(shingles)
    return int.from_bytes(np.packbits(majority).tobytes(), signed=True)


def article_fingerprint(article: Article) -> int:
    """The fingerprint of the article's reporting: the site's furniture is left out.

    >>> article_fingerprint(Article("a", "سيطر الجيش على المدينة")) == fingerprint("سيطر الجيش على المدينة")
    True
    """
    kept, end = [], 0
    for span in article.masked:
        kept.append(article.text[end : span.start])
        end = span.end
    return fingerprint("\n".join([*kept, article.text[end:]]))


def similarity(a: int, b: int) -> float:
    """How alike two texts are by their fingerprints, in [0, 1]: an estimate of their shingles' cosine similarity.

    1 for the same words; about 0 for texts that share none. A text without words is like no other.

    >>> similarity(5, 5), similarity(0, 0)
    (1.0, 0.0)
    """
    if a == 0 or b == 0:
        return 0.0
    return max(0.0, cos(pi * bits_apart(a, b) / BITS))


def shared(a: str, b: str) -> float:
    """The share, in [0, 1], of the shorter text's word pairs that the other text has too; 0 where a text has no words.

    >>> shared("سيطر الجيش على المدينة", "عاجل: سيطر الجيش على المدينة أمس")
    1.0
    """
    ours, theirs = _shingles(a), _shingles(b)
    return len(ours & theirs) / min(len(ours), len(theirs)) if ours and theirs else 0.0


def bits_apart(a: int, b: int) -> int:
    """In how many of their 64 bits two fingerprints differ.

    >>> bits_apart(-1, 0), bits_apart(3, 1)
    (64, 1)
    """
    return ((a ^ b) & _WHOLE).bit_count()


@lru_cache(maxsize=32)  # one that comes in is looked at several times
def _shingles(text: str) -> frozenset[str]:
    words = _WORD.findall(fold(text).text)
    return frozenset(" ".join(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1)) if words)
