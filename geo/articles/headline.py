"""A title for an article that comes without one: its first line, or its file's name, where these read like one."""

from __future__ import annotations

from collections.abc import Sequence

from geo.articles.reading import How
from geo.model import Span

_WORDS = range(3, 21)
_HEAD = 10_000  # code points in which the first line must end


def title_of(text: str, masked: Sequence[Span], stem: str) -> tuple[str, How]:
    """The title and how it was found; ("", "none") when neither reads like one. `stem` is the file's name or ''.

    >>> title_of("هدوء حذر في المدينة\\n\\nقال شهود إن السوق فتح أبوابه.", (), "")
    ('هدوء حذر في المدينة', 'first_line')
    >>> title_of("قال شهود إن السوق فتح.", (), "a_quiet_day")
    ('a quiet day', 'file_name')
    >>> title_of("قال شهود إن السوق فتح.", (), "000_bbe8208aebed167d")
    ('', 'none')
    """
    lines = [line.strip() for line in _shown(text[:_HEAD], masked).splitlines() if line.strip()]
    if len(lines) > 1 and len(lines[0].split()) in _WORDS and not lines[0].endswith((".", ":")):
        return lines[0], "first_line"
    words = stem.replace("_", " ").split()
    if len(words) in _WORDS and all(word.isalpha() for word in words):
        return " ".join(words), "file_name"
    return "", "none"


def _shown(text: str, masked: Sequence[Span]) -> str:
    for span in reversed(masked):
        text = text[: span.start] + text[span.end :]
    return text
