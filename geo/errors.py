"""Every error that Dalil raises on purpose.

DalilError                  one clear line, fit to show to the user
├── DataError               a data file of ours or of the analyst's is wrong: file, line, field, reason
├── ArticleError            an article or its catalogue can't be read: file, reason
├── StoreError              a case file can't be opened or written, or has no such record
│   └── ConflictError       an event was changed since the reviewer looked at it
└── ExportError             an export can't be written
"""

from __future__ import annotations


class DalilError(Exception):
    """The root; `str()` is one line that names the file and what to do."""


class DataError(DalilError):
    """A data file does not say what it should.

    >>> str(DataError("actors.yaml", 12, "faction", "'XX' is not a faction code"))
    "actors.yaml, line 12, faction: 'XX' is not a faction code"
    """

    def __init__(self, file: str, line: int | None, field: str, reason: str) -> None:
        self.file, self.line, self.field, self.reason = file, line, field, reason
        where = f"{file}, line {line}" if line else file
        super().__init__(f"{where}, {field}: {reason}")


class ArticleError(DalilError):
    """An article could not be read.

    >>> str(ArticleError("a.txt", "it is empty"))
    'a.txt: it is empty'
    """

    def __init__(self, file: str, reason: str) -> None:
        self.file, self.reason = file, reason
        super().__init__(f"{file}: {reason}")


class StoreError(DalilError):
    """A case file could not be opened or written, or does not hold what was asked for."""


class ConflictError(StoreError):
    """An event was changed since the reviewer looked at it: says by whom, when and in what; nothing was written."""


class ExportError(DalilError):
    """An export could not be written."""
