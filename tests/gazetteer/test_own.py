"""The analyst's own file: what is written is what is read, and it wins over the shipped places without taking more."""

from dataclasses import replace
from pathlib import Path

import pytest

from gazetteer.__main__ import main
from gazetteer.arabic import fold
from gazetteer.errors import GazetteerError
from gazetteer.index import Gazetteer, default_gazetteer
from gazetteer.model import Name, Place
from gazetteer.own import OwnPlace, own_csv, read_own, with_place, write_own

WELL = Place("own-well", "Wolf's Well", "بئر الذئب", "well", "WLL", None, "LY", 18.5, 29.5, 10.0, approximate=True, note='a, "b"')
OWN = OwnPlace(
    WELL,
    (
        Name("own-well", "بئر الذئب", "ar", True),
        Name("own-well", "الذئب", "ar", False),
        Name("own-well", "ذئبي", "ar", False, True),
    ),
    (("remark", "=kept"),),
)


def test_written_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    write_own(path, [OWN])
    (again,) = read_own(path)
    assert again.names == OWN.names
    assert again.further == OWN.further
    assert replace(again.place, source="") == WELL
    assert [left.name for left in tmp_path.iterdir()] == ["own.csv"]
    write_own(path, with_place([again], replace(again, place=replace(again.place, radius_km=3.0))))
    assert [own.place.radius_km for own in read_own(path)] == [3.0]
    assert main(["check", "--places", str(path)]) == 0


def test_no_file_yet_is_no_places(tmp_path: Path) -> None:
    assert read_own(tmp_path / "none.csv") == ()


def test_an_id_twice_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("place_id,name_ar,latitude,longitude\na,خربوشة,31,16\na,شربوخة,31,16\n", "utf8")
    with pytest.raises(GazetteerError, match=r"own.csv, line 3, place_id: 'a' is also on line 2"):
        read_own(path)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name_ar": ""}, "places.csv, line 2, name_ar"),
        ({"name_en": "=cmd()"}, "places.csv, line 2, name_en: needs a letter"),
        ({"name_en": "a\nb"}, "places.csv, line 2, name_en: needs a letter"),
        ({"latitude": 91.0}, "places.csv, line 2, latitude: 91.0 is beyond 90"),
        ({"kind": "burg"}, "places.csv, line 2, kind: 'burg' is none of"),
    ],
)
def test_what_would_not_be_read_is_not_written(tmp_path: Path, changes: dict[str, object], said: str) -> None:
    place = replace(WELL, **changes)
    own = OwnPlace(place, (Name("own-well", place.name_ar, "ar", True),))
    with pytest.raises(GazetteerError) as caught:
        own_csv([own])
    assert str(caught.value).startswith(said)
    path = tmp_path / "places.csv"
    path.write_text("before", "utf8")
    with pytest.raises(GazetteerError):
        write_own(path, [own])
    assert path.read_text("utf8") == "before"


def test_a_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="can't be written"):
        write_own(tmp_path / "none" / "own.csv", [OWN])


def test_own_names_win_and_a_further_spelling_takes_nothing_else() -> None:
    shipped = default_gazetteer()
    sirte = shipped.get("ly-sirte")
    assert sirte
    name = next(name for name in shipped.names_of("سرت") if name.place_id == "ly-sirte")
    with_spelling = Gazetteer.with_places([sirte], [name, Name("ly-sirte", "سيرتوفا", "ar", True)])
    assert with_spelling.names_of("سرت") == shipped.names_of("سرت")
    assert [m.candidates[0].place.place_id for m in with_spelling.find(fold("قصف في سيرتوفا").text)] == ["ly-sirte"]
    moved = Gazetteer.with_places([WELL], [Name("own-well", "سرت", "ar", True)])
    assert [name.place_id for name in moved.names_of("سرت")] == ["own-well"]
