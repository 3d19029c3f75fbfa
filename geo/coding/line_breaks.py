"""Line breaks inside a sentence: old agency copies and scanned pages are wrapped at a fixed width."""

from __future__ import annotations

from geo.coding.syntax import function_words

ENDS = frozenset('.!؟?:…»")”-–—،')  # a line that ends so was broken on purpose; a comma may end a headline's half
SHORTEST, LONGEST = 30, 95  # letters of a wrapped line
WIDTHS = 25  # letters by which the lines of one block differ at the most
BLOCK = 3  # lines of a wrapped block at the least


def unwrapped(text: str) -> str:
    """Folded `text` with a space for every line break that only wraps a line; its length stays.

    >>> unwrapped("قصفت قوات ضواحي مدينه\\nترهونه").count("\\n")
    0
    >>> unwrapped("طرابلس تستعد\\nقصفت قوات ضواحي ترهونه.").count("\\n")
    1
    """
    if "\n" not in text:
        return text
    lines = text.split("\n")
    joined = [_goes_on(line) and bool(after.strip()) for line, after in zip(lines, [*lines[1:], ""], strict=True)]
    for first, last in _blocks(lines):
        joined[first:last] = [True] * (last - first)
    return "".join(line + (" " if join else "\n") for line, join in zip(lines[:-1], joined, strict=False)) + lines[-1]


def _goes_on(line: str) -> bool:
    """Whether a line ends in a word that another must follow: a preposition, "the town of"."""
    words = line.split()
    return len(words) > 1 and words[-1] in function_words("line_goes_on")


def _blocks(lines: list[str]) -> list[tuple[int, int]]:
    """Runs of lines [first:last] of one width, the last of them apart, none but it ending like a sentence."""
    found, first = [], 0
    for at, line in enumerate([*lines, ""]):
        text = line.rstrip()
        if text and text[-1] not in ENDS and SHORTEST <= len(text) <= LONGEST:
            continue
        widths = [len(known.rstrip()) for known in lines[first:at]]
        ends = bool(text) and text[-1] in ENDS and len(text) <= LONGEST
        if ends and len(widths) >= BLOCK - 1 and max(widths) - min(widths) <= WIDTHS:
            found.append((first, at))
        first = at + 1
    return found
