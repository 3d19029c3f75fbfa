"""An article that waits in the preview: what was found, what is mended, what the case has of it already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from geo.articles import Incoming, furniture
from geo.articles.days import day_of
from geo.articles.duplicates import COPIED, NEAR_BITS, article_fingerprint, bits_apart, shared
from geo.articles.incoming import short_hash
from geo.articles.reading import How
from geo.articles.text import fault_of
from geo.model import Article
from geo.store.case import CaseFile

MOST_COMPARED = 3  # articles that wait, word by word, with one that comes in
Standing = Literal["new", "same", "changed"]


@dataclass(frozen=True, slots=True)
class Alike:
    """Another article that tells the same: its title, and how much of the shorter text both share, in [0, 1]."""

    title: str
    publisher: str
    share: float


@dataclass(frozen=True, slots=True)
class Waiting:
    """One article of the preview, `number` names its widgets. `standing` is what the case has under its id.

    `copied` says that its very words are there already, in the case or before it in the preview. `fault`
    is what is wrong with the last thing that was entered, '' when nothing is; `chosen` says that it
    is to be coded.
    """

    number: int
    incoming: Incoming
    standing: Standing = "new"
    alike: tuple[Alike, ...] = ()
    copied: bool = False
    chosen: bool = True
    fault: Literal["", "date", "text"] = ""
    fingerprint: int = field(default=0, compare=False)

    @property
    def article(self) -> Article:
        """What will be coded."""
        return self.incoming.article


def waiting(file: CaseFile, number: int, found: Incoming, others: Sequence[Waiting] = ()) -> Waiting:
    """`found` as it stands to the case and to the `others` that wait; a copy of what is there is not chosen by itself."""
    article = _with_own_id(file, found.article, number, {other.article.article_id for other in others})
    mark = article_fingerprint(article)
    twins = [twin for twin in file.near(article.text) if twin.article_id != article.article_id]
    near = _nearest(mark, others)
    shares = [(other, shared(article.text, other.text)) for other in near]
    alike = [Alike(twin.title, twin.publisher, twin.similarity) for twin in twins]
    alike += [Alike(other.title, other.publisher, share) for other, share in shares if share >= COPIED]
    alike.sort(key=lambda each: -each.share)
    standing = file.state_of(article)
    texts = [other.text for other in near] + [file.article(twin.article_id).text for twin in twins if twin.similarity == 1]
    copied = standing == "same" or article.text.split() in [text.split() for text in texts]
    return Waiting(number, replace(found, article=article), standing, tuple(alike), copied, not copied, fingerprint=mark)


def mended(file: CaseFile, old: Waiting, name: str, value: str) -> Waiting:
    """With another text, title, publisher or published; an impossible one is told in `fault`."""
    said: str | None = value if name == "text" else " ".join(value.split())
    if name == "published":
        said = day_of(value)
        if value.strip() and said is None:
            return replace(old, fault="date")
    elif name == "text" and fault_of(value):
        return replace(old, fault="text")
    article = replace(old.article, **{name: said})  # type: ignore[arg-type]
    if name == "text":
        article = replace(article, masked=furniture(value))
    found: dict[str, How] = {**old.incoming.found, name: "given" if said else "none"}
    return replace(old, incoming=Incoming(article, found), standing=file.state_of(article), fault="")


def _nearest(mark: int, others: Sequence[Waiting]) -> list[Article]:
    """The few of the others that are most like the fingerprint, of those that may be copies."""
    apart = [(bits_apart(mark, other.fingerprint), other.number, other.article) for other in others if mark and other.fingerprint]
    return [article for _, _, article in sorted(each for each in apart if each[0] <= NEAR_BITS)[:MOST_COMPARED]]


def _with_own_id(file: CaseFile, article: Article, number: int, taken: set[str]) -> Article:
    """Under another id where its own is that of an article that tells something else: a file's name may come again."""
    other = article.article_id in taken
    if not other and file.state_of(article) == "changed":
        other = shared(file.article(article.article_id).text, article.text) < COPIED
    if not other:
        return article
    own = short_hash(article.text)
    return replace(article, article_id=own if own not in taken else f"{own}-{number}")
