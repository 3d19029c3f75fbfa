"""The corpus keeps its own format: phrases are verbatim, spans are in order, ids are met once."""

import json
from datetime import date
from pathlib import Path

import pytest

HERE = Path(__file__).parent
FILES = ("a", "b", "c", "d")


def lines(name):
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf8").splitlines()]


@pytest.mark.parametrize("name", FILES)
def test_codings_are_of_the_articles_beside_them(name):
    coded = json.loads((HERE / f"{name}.json").read_text(encoding="utf8"))
    articles = lines(f"{name}_articles.jsonl")
    assert [(a["id"], a["published"], a["text"]) for a in articles] == [
        (c["article_id"], c["published"], c["text"]) for c in coded
    ]


@pytest.mark.parametrize("name", FILES)
def test_codings_quote_their_text_and_span_forwards(name):
    for article in json.loads((HERE / f"{name}.json").read_text(encoding="utf8")):
        for event in article["events"]:
            assert event["types"]
            assert event["triggers"]
            assert all(phrase in article["text"] for phrase in event["triggers"]), (article["article_id"], event["triggers"])
            assert all(date.fromisoformat(first) <= date.fromisoformat(last) for first, last in event["dates"] or [])
            assert all(-90 <= lat <= 90 and -180 <= lon <= 180 and km > 0 for lat, lon, km in event["places"] or [])


def test_ids_are_met_once():
    ids = [article["id"] for name in FILES for article in lines(f"{name}_articles.jsonl")] + [
        text["id"] for text in lines("silence.jsonl")
    ]
    assert len(ids) == len(set(ids))


def test_tempting_words_are_in_their_text():
    assert all(word in text["text"] for text in lines("silence.jsonl") for word in text["tempting"])


def test_half_of_the_world_is_quiet():
    world = lines("violence_world.jsonl")
    assert sum(s["violence"] or s["protest"] for s in world) == len(world) // 2
