"""The coder's work grows with the text and no faster: calls are counted, so that a busy machine changes nothing."""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from geo.articles import load_articles
from geo.coding import code
from geo.model import Article, Span

CORPUS = sorted((Path(__file__).parents[1] / "corpus").glob("?_articles.jsonl"))
MOST = 2.3  # times the calls for twice the text


def calls(article: Article) -> int:
    """How many calls `code` makes, steps of generators among them."""
    count = 0

    def counted(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        code(article)
    finally:
        sys.setprofile(None)
    return count


def paragraphs(copies: int) -> str:
    lines = [line for item in load_articles(CORPUS) if isinstance(item, Article) for line in item.text.split("\n") if line]
    chance = random.Random(20190404)
    return "\n\n".join(line for _ in range(copies) for line in chance.sample(lines, len(lines) // 3))


def one_sentence(copies: int) -> str:
    return re.sub(r"[^\w ]", " ", paragraphs(copies)[: 8000 * copies])


def one_event_again(copies: int) -> str:
    return "قصفت طائرة مسيّرة مخزناً في سبها أمس وقتل ثلاثة عمال.\n\n" * 100 * copies


def denials(copies: int) -> str:
    return "اندلعت اشتباكات في غريان.\n\nونفى ناطق باسم الكتيبة اندلاع اشتباكات في غريان.\n\n" * 60 * copies


def list_of_places(copies: int) -> str:
    return "قصف الطيران " + " و".join(["سبها", "غريان", "الجفرة", "درنة"] * 80 * copies)


def datelines(copies: int) -> str:
    return "طبرق (رويترز) - قال مسؤول إن القوات انسحبت من المدينة، وإن قتيلين سقطا هناك.\n\n" * 80 * copies


@pytest.mark.parametrize("text", [paragraphs, one_sentence, one_event_again, denials, list_of_places, datelines])
def test_twice_the_text_is_twice_the_work(text: Callable[[int], str]) -> None:
    code(Article("warm", text(2), published="2020-06-10"))
    once, twice = (calls(Article("a", text(copies), published="2020-06-10")) for copies in (1, 2))
    assert twice <= MOST * once


def test_masks_cost_what_they_cover() -> None:
    line = "قصفت طائرة مخزناً في سبها.\n"
    once, twice = (
        calls(Article("a", line * count, masked=tuple(Span(at * len(line), at * len(line) + 5) for at in range(count))))
        for count in (400, 800)
    )
    assert twice <= MOST * once
