"""Copies of an article are told from other articles on the same battle."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from geo.articles import furniture
from geo.articles.duplicates import COPIED, NEAR, NEAR_BITS, article_fingerprint, bits_apart, fingerprint, shared, similarity
from geo.model import Article

CORPUS = [
    json.loads(line)["text"]
    for path in sorted((Path(__file__).parents[1] / "corpus").glob("?_articles.jsonl"))
    for line in path.read_text("utf8").splitlines()
]

SYNDICATED = yaml.safe_load((Path(__file__).parent / "syndicated.yaml").read_text("utf8"))
AGENCY, COPIES, OTHERS = SYNDICATED["agency"], SYNDICATED["copies"], SYNDICATED["others"]


def article(text: str) -> Article:
    return Article("a", text, masked=furniture(text))


@pytest.mark.parametrize("name", COPIES)
def test_a_syndicated_copy_is_told(name: str) -> None:
    copy = COPIES[name]
    marks = article_fingerprint(article(AGENCY)), article_fingerprint(article(copy))
    assert bits_apart(*marks) <= NEAR_BITS
    assert similarity(*marks) >= NEAR
    assert shared(AGENCY, copy) >= 0.75


@pytest.mark.parametrize("name", OTHERS)
def test_another_article_on_the_same_battle_is_none(name: str) -> None:
    marks = fingerprint(AGENCY), fingerprint(OTHERS[name])
    assert bits_apart(*marks) > NEAR_BITS
    assert similarity(*marks) < NEAR
    assert shared(AGENCY, OTHERS[name]) < 0.25 < COPIED


def test_different_articles_are_far_apart() -> None:
    marks = [fingerprint(text) for text in (*CORPUS, AGENCY, *OTHERS.values())]
    apart = sorted(bits_apart(one, other) for one, other in combinations(marks, 2))
    assert apart[0] > NEAR_BITS
    assert apart[len(apart) // 2] >= 30


def test_copies_of_articles_are_near() -> None:
    """A quarter cut off, or another lead of 25 words: 19 of 20 are found."""
    found = 0
    for at, text in enumerate(CORPUS):
        words, lead = text.split(), CORPUS[at - 1].split()[:25]
        for copy in (words[: len(words) * 3 // 4], lead + words[25:]):
            near = bits_apart(fingerprint(text), fingerprint(" ".join(copy))) <= NEAR_BITS
            found += near and shared(text, " ".join(copy)) >= COPIED
    assert found >= 0.95 * 2 * len(CORPUS)


@given(st.text(max_size=200), st.text(max_size=200))
def test_likeness_is_a_share_and_works_both_ways(one: str, other: str) -> None:
    a, b = fingerprint(one), fingerprint(other)
    assert -(2**63) <= a < 2**63
    assert 0 <= similarity(a, b) == similarity(b, a) <= 1
    assert 0 <= shared(one, other) == shared(other, one) <= 1
