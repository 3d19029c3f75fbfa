"""The rules of `furniture.yaml`: read, checked, and compiled to patterns over folded text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, TypeVar

import yaml

from gazetteer.arabic import fold
from geo.errors import DataError

FILE = Path(__file__).with_name("furniture.yaml")
T = TypeVar("T")
Where = Literal["anywhere", "top", "under_title"]

_USUAL_WORDS = 12
_WHERE: dict[str, Where] = {"anywhere": "anywhere", "top": "top", "under_title": "under_title"}
_PARTS = ("lines", "endings", "headings", "comments")
_FIELDS = ("what", "match", "words", "where", "open")
_TOKEN = re.compile(r"\s+|\w+|\\.|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class LineRule:
    """A kind of furniture line: its patterns in one, and what else must hold (see the head of the file)."""

    what: str
    pattern: re.Pattern[str]
    words: int
    where: Where
    open: bool


@dataclass(frozen=True, slots=True)
class Rules:
    """All of `furniture.yaml`."""

    lines: tuple[LineRule, ...]
    endings: re.Pattern[str]
    headings: tuple[LineRule, ...]
    comments: tuple[LineRule, ...]

    @property
    def longest(self) -> int:
        """The words of the longest line that any rule can take."""
        return max(rule.words for rule in (*self.lines, *self.headings, *self.comments))


def expression(pattern: str) -> str:
    """The regular expression, over folded text, of a pattern as the head of `furniture.yaml` describes it.

    Raises `ValueError` when a brace is left open or closed twice.

    >>> bool(re.fullmatch(expression("التعليقات (#)"), "التعليقات(12)"))
    True
    >>> bool(re.fullmatch(expression("{a|b} c*"), "b c d"))
    True
    """
    parts, depth = [], 0
    for token in _TOKEN.findall(fold(pattern).text):
        if token.isspace():
            parts.append(r"\s*")
        elif token == "*":
            parts.append(".*")
        elif token == "#":
            parts.append(r"\d+")
        elif token in "{|}":
            depth += {"{": 1, "}": -1, "|": 0}[token]
            if depth < 0 or (token == "|" and depth == 0):
                raise ValueError(f"{token!r} without '{{'")
            parts.append({"{": "(?:", "}": ")", "|": "|"}[token])
        else:
            token = token[-1] if token[0] == "\\" else token
            parts.append(rf"\b{re.escape(token)}\b" if token[0].isalnum() else rf"\s*{re.escape(token)}\s*")
    if depth:
        raise ValueError("'{' is not closed")
    return "".join(parts)


@cache
def rules(file: Path = FILE) -> Rules:
    """The rules of `file`. Raises `DataError` naming the line of what is wrong."""
    try:
        document = yaml.compose(file.read_text(encoding="utf8"), Loader=yaml.CSafeLoader)
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(file.name, None, "file", f"can't be read: {error}") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise DataError(file.name, line, "YAML", error.problem or "can't be parsed") from error
    parts = _mapping(file.name, document, _PARTS)
    for part in _PARTS:
        if part not in parts:
            raise DataError(file.name, None, part, "is missing")
    lines, headings, comments = (
        tuple(_rule(file.name, node) for node in _sequence(file.name, part, parts[part]))
        for part in ("lines", "headings", "comments")
    )
    endings = re.compile(rf"(?:{_pattern(file.name, 'endings', parts['endings']).pattern})\Z")
    return Rules(lines, endings, headings, comments)


def _rule(file: str, node: yaml.Node) -> LineRule:
    fields = _mapping(file, node, _FIELDS)
    for field in ("what", "match"):
        if field not in fields:
            raise DataError(file, _line(node), field, "is missing")
    words = _choice(file, "words", fields, {str(n): n for n in range(1, 101)}, _USUAL_WORDS)
    where = _choice(file, "where", fields, _WHERE, "anywhere")
    open_ = _choice(file, "open", fields, {"true": True, "false": False}, False)
    return LineRule(str(fields["what"].value), _pattern(file, "match", fields["match"]), words, where, open_)


def _pattern(file: str, field: str, node: yaml.Node) -> re.Pattern[str]:
    expressions = []
    for item in _sequence(file, field, node):
        if not isinstance(item, yaml.ScalarNode) or not item.value.strip():
            raise DataError(file, _line(item), field, "needs a pattern")
        try:
            expressions.append(expression(item.value))
        except ValueError as error:
            raise DataError(file, _line(item), field, f"{item.value!r}: {error}") from error
    return re.compile("|".join(f"(?:{one})" for one in expressions))


def _choice(file: str, field: str, fields: dict[str, yaml.Node], choices: dict[str, T], usual: T) -> T:
    if field not in fields:
        return usual
    value = fields[field].value
    if not isinstance(value, str) or value not in choices:
        raise DataError(file, _line(fields[field]), field, f"{value!r} is not one of {next(iter(choices))} … {list(choices)[-1]}")
    return choices[value]


def _mapping(file: str, node: yaml.Node | None, known: tuple[str, ...]) -> dict[str, yaml.Node]:
    if not isinstance(node, yaml.MappingNode):
        raise DataError(file, _line(node), "rule", f"needs a mapping of {', '.join(known)}")
    for name, _ in node.value:
        if name.value not in known:
            raise DataError(file, _line(name), str(name.value), f"unknown; known are {', '.join(known)}")
    return {name.value: value for name, value in node.value}


def _sequence(file: str, field: str, node: yaml.Node) -> list[yaml.Node]:
    if not isinstance(node, yaml.SequenceNode) or not node.value:
        raise DataError(file, _line(node), field, "needs a list")
    return list(node.value)


def _line(node: yaml.Node | None) -> int | None:
    return node.start_mark.line + 1 if node is not None else None
