"""Text from outside made fit for a terminal."""

from __future__ import annotations

import unicodedata


def one_line(text: str) -> str:
    """`text` on one line and inert: no control characters, no direction overrides, no line breaks.

    >>> one_line("a\\x1b[31m\\nb\\u202ec")
    'a�[31m b�c'
    """
    return "".join(" " if char in "\t\r\n\u2028\u2029" else "�" if _acts(char) else char for char in text)


def _acts(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cs") or "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069"
