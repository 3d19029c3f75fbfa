"""Articles as rows of the case file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from geo.articles.duplicates import COPIED, NEAR_BITS, article_fingerprint, fingerprint, shared
from geo.errors import StoreError
from geo.model import Article
from geo.store.record import masked_of, told

State = Literal["new", "same", "changed"]


@dataclass(frozen=True, slots=True)
class Twin:
    """An article of the case that is a copy of a text; `similarity` is the share of word pairs they share, in [0.5, 1]."""

    article_id: str
    title: str
    publisher: str
    similarity: float


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
    cells = {name: getattr(article, name) for name in _FIELDS}
    cells |= {"masked": told(article.masked), "fingerprint": article_fingerprint(article)}
    changes = ", ".join(f"{name} = excluded.{name}" for name in cells)
    holes = ", ".join("?" for _ in cells)
    db.execute(
        f"INSERT INTO articles ({', '.join(cells)}) VALUES ({holes}) ON CONFLICT (article_id) DO UPDATE SET {changes}",
        list(cells.values()),
    )


def near(db: sqlite3.Connection, text: str) -> list[Twin]:
    """The articles that are copies of `text`, whole or edited, the most alike first."""
    sought = fingerprint(text)
    known = np.array(db.execute("SELECT fid, fingerprint FROM articles").fetchall(), dtype=np.int64).reshape(-1, 2)
    apart = np.bitwise_count(np.bitwise_xor(known[:, 1], sought).view(np.uint64))
    alike = known[(apart <= NEAR_BITS) & (known[:, 1] != 0), 0] if sought else known[:0, 0]
    found = []
    for fid in alike.tolist():
        row = db.execute("SELECT article_id, title, publisher, text FROM articles WHERE fid = ?", (fid,)).fetchone()
        article_id, title, publisher, other = row
        if (share := shared(text, other)) >= COPIED:
            found.append(Twin(article_id, title, publisher, share))
    return sorted(found, key=lambda twin: -twin.similarity)


def _article(row: tuple[Any, ...]) -> Article:
    cells = dict(zip(_FIELDS, row, strict=True))
    return Article(**cells | {"masked": masked_of(cells["masked"])})
