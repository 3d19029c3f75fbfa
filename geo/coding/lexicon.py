"""Reads the YAML lexicons, keeping the line of every entry, so that a fault names file, line and field."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from geo.errors import DataError

FOLDER = Path(__file__).parent / "lexicons"


class Entry(dict[str, Any]):
    """A YAML mapping that knows its line and the line of each of its keys."""

    line: int = 0
    lines: dict[str, int]


_TEXT, _LIST = (f"tag:yaml.org,2002:{name}" for name in ("str", "seq"))
_LAST_MARK = "~"  # of ASCII: what begins behind it is a word, never a number, a date or null


class _Loader(yaml.CSafeLoader):
    """The library's loader with short ways for what lexicons hold most: Arabic words, and lists."""

    def resolve(self, kind: type[yaml.Node], value: Any, implicit: Any) -> Any:
        """The tag of a node that has none."""
        if kind is yaml.ScalarNode and implicit[0] and value > _LAST_MARK and not value.isascii():
            return _TEXT
        return super().resolve(kind, value, implicit)  # type: ignore[no-untyped-call]

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """The object that a node tells."""
        if node.tag == _TEXT and isinstance(node, yaml.ScalarNode):
            return node.value
        return super().construct_object(node, deep)


def _list(loader: _Loader, node: yaml.SequenceNode) -> list[Any]:
    return [loader.construct_object(child, deep=True) for child in node.value]


def _mapping(loader: _Loader, node: yaml.MappingNode) -> Entry:
    entry = Entry()
    entry.line, entry.lines = node.start_mark.line + 1, {}
    for key_node, value_node in node.value:
        name = loader.construct_object(key_node, deep=True)
        if name in entry:
            raise yaml.constructor.ConstructorError(None, None, f"{name!r} is written twice", key_node.start_mark)
        entry[name] = loader.construct_object(value_node, deep=True)
        entry.lines[name] = key_node.start_mark.line + 1
    return entry


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)
_Loader.add_constructor(_LIST, _list)


def read(name: str, folder: Path = FOLDER) -> Any:
    """The content of lexicon `name` ("dates.yaml"), mappings as `Entry`.

    Raises `DataError` when it is missing, not UTF-8 or not YAML.
    """
    path = folder / name
    try:
        with path.open(encoding="utf8") as source:
            return yaml.load(source, Loader=_Loader)
    except OSError as error:
        raise DataError(name, None, "file", f"can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise DataError(name, None, "file", "is not UTF-8; save it as UTF-8") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise DataError(name, line, "YAML", error.problem or "can't be parsed") from error


@cache
def shipped(name: str) -> Any:
    """The content of a shipped lexicon, read once for all who ask; they must not change it. Raises `DataError`."""
    return read(name)


def fault(name: str, entry: Any, field: str, reason: str) -> DataError:
    """The error for `field` of `entry`, with the entry's own line where it has one."""
    line = entry.lines.get(field, entry.line) if isinstance(entry, Entry) else None
    return DataError(name, line, field, reason)


def need(name: str, entry: Any, field: str, kind: type) -> Any:
    """`entry[field]`, checked to be there and of `kind`.

    >>> need("x.yaml", Entry(id="a"), "id", str)
    'a'
    """
    if not isinstance(entry, Entry):
        raise DataError(name, None, field, f"needs a mapping, found {entry!r}")
    if field not in entry:
        raise fault(name, entry, field, "is missing")
    value = entry[field]
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise fault(name, entry, field, f"needs {kind.__name__}, found {value!r}")
    return value


def words_of(name: str, entry: Any, field: str) -> list[str]:
    """`entry[field]`, checked to be a list of words, none of them empty.

    >>> words_of("x.yaml", Entry(cut=["فيما"]), "cut")
    ['فيما']
    """
    words = need(name, entry, field, list)
    for word in words:
        if not isinstance(word, str) or not word.strip():
            raise fault(name, entry, field, f"needs words, found {word!r}")
    return list(words)
