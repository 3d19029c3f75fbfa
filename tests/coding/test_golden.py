"""The five seed articles are coded as the golden files say; how to make those again stands in `golden/make.py`."""

from __future__ import annotations

import difflib

import pytest

from geo.coding import code
from tests.coding.golden.make import golden_file, seed_articles, summary

ARTICLES = seed_articles()


@pytest.mark.parametrize("article_id", ARTICLES)
def test_seed(article_id: str) -> None:
    expected = golden_file(article_id).read_text(encoding="utf8")
    coded = summary(code(ARTICLES[article_id]))
    changed = "".join(difflib.unified_diff(expected.splitlines(True), coded.splitlines(True), "golden", "coded now", n=3))
    if changed:
        pytest.fail(f"{changed}\nIf this is right: python -m tests.coding.golden.make", pytrace=False)


def test_there_are_five() -> None:
    assert len(ARTICLES) == 5
