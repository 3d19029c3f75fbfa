"""From the editor to a row: a new place, a further spelling of a known one, a correction; what is missing is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gazetteer.errors import GazetteerError
from gazetteer.index import Gazetteer, default_gazetteer
from gazetteer.model import Place
from gazetteer.own import OwnPlace
from geo.ui.draft import ANALYST, Draft, apart, joined, of_name, of_place, own_place

NEW = Draft(name=" خربوشة ", name_en="Kharbusha", kind="village", latitude=29.5, longitude=17.5, radius_km=3.0)


def sirte() -> Place:
    place = default_gazetteer().get("ly-sirte")
    assert place
    return place


def gazetteer_with(own: OwnPlace) -> Gazetteer:
    return Gazetteer.with_places([own.place], own.all_names())


def test_a_new_place() -> None:
    own = own_place(NEW, (), default_gazetteer())
    assert own.place == Place(
        "own-kharbusha", "Kharbusha", "خربوشة", "village", "PPL", None, "LY", 17.5, 29.5, 3.0, source=ANALYST
    )
    assert [(name.text, name.strong) for name in own.names] == [("خربوشة", True)]
    other = own_place(replace(NEW, name="خربوشات"), (own,), default_gazetteer())
    assert other.place.place_id == "own-kharbusha-2"


def test_a_further_spelling_leaves_the_place_as_it_is() -> None:
    gazetteer = default_gazetteer()
    draft = joined(of_name("سيرتوفا", "village"), sirte(), gazetteer)
    own = own_place(draft, (), gazetteer)
    assert own.place == sirte()
    assert [name.text for name in own.names] == ["سرت", "سيرتوفا"]
    assert gazetteer_with(own).names_of("سرت") == gazetteer.names_of("سرت")
    again = own_place(joined(of_name("سيرتوفيا", "town"), own.place, gazetteer_with(own)), (own,), gazetteer_with(own))
    assert [name.text for name in again.names] == ["سرت", "سيرتوفا", "سيرتوفيا"]


def test_a_spelling_that_the_place_has_is_no_further_one() -> None:
    assert joined(of_name("سرت", "town"), sirte(), default_gazetteer()) == of_place(sirte(), default_gazetteer())


def test_a_correction_moves_the_point_and_says_whose_it_is() -> None:
    gazetteer = default_gazetteer()
    own = own_place(replace(of_place(sirte(), gazetteer), latitude=31.0), (), gazetteer)
    assert (own.place.place_id, own.place.latitude, own.place.source) == ("ly-sirte", 31.0, ANALYST)
    assert own.place.admin1 == sirte().admin1
    moved = gazetteer_with(own).get("ly-sirte")
    assert moved
    assert moved.latitude == 31.0


def test_a_spelling_may_become_a_place_of_its_own() -> None:
    draft = apart(joined(of_name("سيرتوفا", "village"), sirte(), default_gazetteer()))
    own = own_place(draft, (), default_gazetteer())
    assert (own.place.place_id, own.place.name_ar) == ("own-place", "سيرتوفا")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": "  "}, "name_ar"),
        ({"latitude": None}, "latitude"),
        ({"radius_km": 0.0}, "radius_km"),
        ({"radius_km": None}, "radius_km"),
        ({"country": "Libya"}, "country"),
    ],
)
def test_what_is_missing_is_said(changes: dict[str, object], field: str) -> None:
    with pytest.raises(GazetteerError) as caught:
        own_place(replace(NEW, **changes), (), default_gazetteer())
    assert caught.value.field == field
