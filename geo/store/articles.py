"""Articles as rows of the case file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any, Literal

from geo.errors import StoreError
from geo.model import Article
from geo.store.record import masked_of, told

State = Literal["new", "same", "changed"]
_FIELDS = ("article_id", "text", "title", "publisher", "published", "url", "language", "note", "masked")
_SELECT = f"SELECT {', '.join(_FIELDS)} FROM articles"


def read(db: sqlite3.Connection, article_id: str) -> Article | None:
    """The article of that id."""
    row = db.execute(f"{_SELECT} WHERE article_id = ?", (article_id,)).fetchone()
    return _article(row) if row else None


def known(db: sqlite3.Connection, article_id: str) -> Article:
    """The article of that id; raises `StoreError` when there is none."""
    article = read(db, article_id)
    if article is None:
        raise StoreError(f"the case has no article {article_id}")
    return article


def read_all(db: sqlite3.Connection) -> Iterator[Article]:
    """Every article, in the order they came."""
    for row in db.execute(f"{_SELECT} ORDER BY fid"):
        yield _article(row)


def ids(db: sqlite3.Connection) -> list[str]:
    """Every article's id, in the order they came."""
    return [row[0] for row in db.execute("SELECT article_id FROM articles ORDER BY fid")]


def state(db: sqlite3.Connection, article: Article) -> State:
    """What adding the article would find: it is new, the same in every field, or changed."""
    known = read(db, article.article_id)
    return "new" if known is None else "same" if known == article else "changed"


def write(db: sqlite3.Connection, article: Article) -> None:
    """Puts the article in, in the stead of the one of its id."""
    values = [getattr(article, name) for name in _FIELDS[:-1]] + [told(article.masked)]
    changes = ", ".join(f"{name} = excluded.{name}" for name in _FIELDS[1:])
    holes = ", ".join("?" for _ in _FIELDS)
    db.execute(
        f"INSERT INTO articles ({', '.join(_FIELDS)}) VALUES ({holes}) ON CONFLICT (article_id) DO UPDATE SET {changes}",
        values,
    )


def _article(row: tuple[Any, ...]) -> Article:
    cells = dict(zip(_FIELDS, row, strict=True))
    return Article(**cells | {"masked": masked_of(cells["masked"])})
