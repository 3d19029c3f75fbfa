"""Which encoding some bytes of text are in: UTF-8, UTF-16, windows-1256 or ISO-8859-6.

The two 8-bit ones are told apart by how likely their letters are in Arabic newswire (`letters.yaml`).
Nearly every 8-bit text is valid in both. Of 56 articles' first five words this tells all, charset-normalizer
3.5 49 in windows-1256 and none in ISO-8859-6 (tests/articles/test_encoding.py).
"""

from __future__ import annotations

import codecs
from functools import cache
from math import log2
from pathlib import Path

import yaml

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
EIGHT_BIT = ("cp1256", "iso8859-6")
_SAMPLE = 100_000  # bytes that tell an 8-bit encoding; the rest adds nothing
_ZEROS = 0.04  # of the bytes of UTF-16 text are zero, one for each space and Latin letter
_BITS_OF = {"mark": -9.0, "vowel": -10.0, "foreign": -13.0, "control": -20.0}  # log2 of how likely what is no letter is
_LIKELY = -6.5  # bits per character: of 196 texts none in Arabic has less than -5.8 in its own encoding
_MOSTLY_LATIN = 0.15  # below this share of characters beyond ASCII, they tell nothing and do no harm


def encoding_of(data: bytes, cut: bool = False) -> str | None:
    """Python's name of the encoding of `data`; None when it is no text, or in an encoding that can't be told.

    `cut` says that `data` is the beginning of a longer text and may end amid a character.

    >>> [encoding_of("قوات الجيش".encode(name)) for name in ("utf-8", "cp1256", "iso8859-6", "utf-16-le")]
    ['utf-8', 'cp1256', 'iso8859-6', 'utf-16-le']
    >>> encoding_of(bytes(range(256))) is None
    True
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name if _decodes(data, name, cut) else None
    if _decodes(data, "utf-8", cut):
        return "utf-8" if b"\0" not in data else _without_mark(data, cut)
    return _without_mark(data, cut) if b"\0" in data else _eight_bit(data[:_SAMPLE])


def broken_at(data: bytes) -> int | None:
    """Where UTF-8 text has its first byte that is none; None when `data` is sound, or no UTF-8 at all.

    >>> broken_at("نص آخر ".encode() + b"\\xe4"), broken_at(b"\\xe4\\xe5")
    (12, None)
    """
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        beyond = sum(byte > 0x7F for byte in data[:_SAMPLE])
        sound = sum(char > "\x7f" for char in data[:_SAMPLE].decode("utf-8", "ignore"))
        return error.start if sound * 2 > beyond / 2 else None  # an Arabic letter takes two bytes
    return None


def _decodes(data: bytes, name: str, cut: bool) -> bool:
    try:
        codecs.getincrementaldecoder(name)().decode(data, not cut)
    except UnicodeDecodeError:
        return False
    return True


def _without_mark(data: bytes, cut: bool) -> str | None:
    """UTF-16 whose byte order no mark tells: the zero bytes of its spaces do."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    name = "utf-16-le" if odd > even else "utf-16-be"
    if max(even, odd) < _ZEROS * len(data) / 2 or min(even, odd) > max(even, odd) / 20 or not _decodes(data, name, cut):
        return None
    return name


def _eight_bit(data: bytes) -> str | None:
    readings = {name: data.decode(name, "replace") for name in EIGHT_BIT}
    name, text = max(readings.items(), key=lambda reading: _likelihood(reading[1]))
    beyond = sum(char > "\x7f" for char in text)
    if any(char < " " and char not in "\t\n\r\f\x1a" for char in text):
        return None
    return name if _likelihood(text) > _LIKELY or beyond < _MOSTLY_LATIN * len(text) else None


def _likelihood(text: str) -> float:
    """Bits per character beyond ASCII, 0 where there is none."""
    beyond = [char for char in text if char > "\x7f"]
    return sum(map(_bits, beyond)) / len(beyond) if beyond else 0.0


def _bits(char: str) -> float:
    if char in _letters():
        return _letters()[char]
    if "\u064b" <= char <= "\u0652":
        return _BITS_OF["vowel"]
    if char in "\u060c\u061b\u061f«»“”‘’–—…\xa0\u200c\u200d\u200e\u200f":
        return _BITS_OF["mark"]
    return _BITS_OF["control" if "\x80" <= char < "\xa0" or char == "\ufffd" else "foreign"]


@cache
def _letters() -> dict[str, float]:
    counts: dict[str, float] = yaml.safe_load((Path(__file__).parent / "letters.yaml").read_text(encoding="utf-8"))
    return {letter: log2(count / 1000) for letter, count in counts.items()}
