"""The one door to the gazetteer's files: CSV rows with their lines, YAML mappings; faults name file, line, field."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from gazetteer.errors import GazetteerError

FOLDER = Path(__file__).parent / "data"
Row = dict[str, str]


def rows(path: Path, needed: tuple[str, ...]) -> Iterator[tuple[int, Row]]:
    """Each row with the line it ends on, fields stripped. Raises `GazetteerError` for what is no such table."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as source:
            reader = csv.DictReader(source, strict=True)
            missing = [field for field in needed if field not in (reader.fieldnames or ())]
            if missing:
                raise GazetteerError(path.name, 1, missing[0], "the column is missing from the first line")
            for row in reader:
                if None in row or None in row.values():
                    raise GazetteerError(path.name, reader.line_num, "columns", "the row has more or fewer than the first line")
                yield reader.line_num, {field: value.strip() for field, value in row.items()}
    except OSError as error:
        raise GazetteerError(str(path), None, "file", f"can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise GazetteerError(path.name, None, "file", "is not UTF-8; save it as UTF-8") from error
    except csv.Error as error:
        raise GazetteerError(path.name, None, "CSV", str(error)) from error


def read_mapping(path: Path) -> dict[str, Any]:
    """The mapping that a YAML file holds. Raises `GazetteerError` for what is none."""
    try:
        with path.open(encoding="utf8") as source:
            said = yaml.load(source, Loader=yaml.CSafeLoader)
    except OSError as error:
        raise GazetteerError(str(path), None, "file", f"can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise GazetteerError(path.name, None, "file", "is not UTF-8; save it as UTF-8") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise GazetteerError(path.name, line, "YAML", error.problem or "can't be parsed") from error
    if not isinstance(said, dict):
        raise GazetteerError(path.name, 1, "YAML", "needs a mapping of names to entries")
    return said
