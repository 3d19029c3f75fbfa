"""Which place names are locations, and which stand for a government or are part of another name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gazetteer.arabic import fold
from gazetteer.index import Gazetteer
from gazetteer.model import Place
from geo.coding.actors import ActorRegistry
from geo.coding.reading import read_article
from geo.coding.sites import part_of
from geo.model import Article

GAZETTEER = Gazetteer.default()


def located(text: str) -> dict[str, bool]:
    """Place names of `text` with whether they are locations."""
    reading = read_article(Article("t", text, published="2020-06-10"), GAZETTEER, ActorRegistry.default())
    return {fold(text).text[ref.start : ref.end]: ref.located for ref in reading.places}


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("وصل الوفد إلى موسكو أمس", "موسكو", True),
        ("التقى الوزيران في القاهرة أمس", "القاهره", True),
        ("أعلنت موسكو رفضها القرار", "موسكو", False),
        ("ورفضت أنقرة المبادرة", "انقره", False),
        ("صد هجوم على سرت وأنقرة ترفض المبادرة", "انقره", False),
        ("قصف الطيران سرت", "سرت", True),  # a Libyan town needs no cue
        ("قصف الطيران مواقع في سرت وبن جواد", "بن جواد", True),
    ],
)
def test_location(text: str, name: str, expected: bool) -> None:
    assert located(text).get(name, False) is expected


@pytest.mark.parametrize("text", ["وقع الطرفان إعلان القاهرة", "نقل إلى مستشفى مصراتة المركزي"])
def test_a_place_inside_a_name_is_none(text: str) -> None:
    assert not {"القاهره", "مصراته"} & {name for name, is_one in located(text).items() if is_one}


def place(identifier: str) -> Place:
    found = GAZETTEER.get(identifier)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        ("ly-abu-salim", "ly-tripoli", True),
        ("ly-tripoli", "ly-tripoli-district", True),
        ("ly-tripoli", "ly-abu-salim", False),
        ("ly-benghazi", "ly-tripoli", False),
        ("ly-tripoli", "ly-tripoli", False),
    ],
)
def test_parts(inner: str, outer: str, expected: bool) -> None:
    assert part_of(place(inner), place(outer)) is expected


def test_a_site_far_from_the_town_is_no_part_of_it() -> None:
    far = replace(place("ly-abu-salim"), latitude=31.0)
    assert not part_of(far, place("ly-tripoli"))
