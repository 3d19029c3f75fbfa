"""Places told by another: the words that are read, and the point that they give."""

import pytest

from gazetteer.arabic import fold
from gazetteer.index import default_gazetteer
from gazetteer.rank import kilometres
from gazetteer.relative import displace, find_relation
from gazetteer.resolve import choose


def relation(text: str, at: int = 0):
    folded = fold(text).text
    return find_relation(folded, default_gazetteer().find(folded)[at])


@pytest.mark.parametrize(
    ("text", "direction", "distance", "name"),
    [
        ("جنوب مدينة أجدابيا", "south", None, None),
        ("غربي سرت", "west", None, None),
        ("وغربي سرت", "west", None, None),
        ("جنوب غرب سرت", "south_west", None, None),
        ("جنوب غربي سرت", "south_west", None, None),
        ("إلى الجنوب الغربي من سرت", "south_west", None, None),
        ("إلى الغرب من مدينة سرت", "west", None, None),
        ("شمال شرقي مدينة سبها", "north_east", None, None),
        ("على بعد 30 كيلومتراً شرق مصراتة", "east", 30, None),
        ("على بعد ٣٠ كيلومتراً شرق مصراتة", "east", 30, None),
        ("60 كلم غربي طرابلس", "west", 60, None),
        ("نحو 30 كيلومتراً إلى الجنوب من سبها", "south", 30, None),
        ("على بعد مئة كيلومتر جنوب سبها", "south", 100, None),
        ("شرق سرت بنحو 50 كيلومترا", "east", 50, None),
        ("غرب سرت (50 كم)", "west", 50, None),
        ("جنوب طرابلس بـ40 كلم", "south", 40, None),
        ("على بعد 20 كلم من سرت", None, 20, None),
        ("بين سرت ومصراتة", None, None, "between"),
        ("على الطريق الرابط بين سرت ومصراتة", None, None, "road"),
        ("ضواحي درنة", None, None, "outskirts"),
        ("في محيط مطار طرابلس", None, None, "outskirts"),
        ("مشارف سرت", None, None, "outskirts"),
        ("أطراف مدينة سرت", None, None, "outskirts"),
        ("على تخوم الجفرة", None, None, "outskirts"),
        ("قرب بلدة تازربو", None, None, "near"),
        ("بالقرب من قاعدة الجفرة", None, None, "near"),
        ("المحور الجنوبي لمدينة سرت", "south", None, None),
        ("الأطراف الجنوبية لطرابلس", "south", None, "outskirts"),
        ("الضواحي الجنوبية للعاصمة الليبية طرابلس", "south", None, "outskirts"),
        ("قبالة سواحل زوارة", None, None, "off_coast"),
        ("وسط مدينة بنغازي", None, None, "within"),
    ],
)
def test_what_is_read(text, direction, distance, name):
    read = relation(text)
    assert read is not None
    assert (read.direction, read.distance_km, read.relation, read.appositive) == (direction, distance, name, False)


@pytest.mark.parametrize("text", ["في سرت", "سرت", "وصل إلى مدينة سرت", "قال الجنوب، سرت", "30 قتيلا في سرت", "الجيش في بنغازي"])
def test_no_relation(text):
    assert relation(text) is None


def test_words_that_describe_the_place_before_them():
    text = "الوشكة الواقعة على بعد 150 كم غربي سرت"
    assert relation(text, 0) is None
    read = relation(text, 1)
    assert read is not None
    assert (read.appositive, read.distance_km) == (True, 150)
    assert relation("أجدابيا (160 كلم جنوب بنغازي)", 1).appositive
    assert not relation("في المنطقة الواقعة غرب سرت").appositive


def test_the_span_holds_the_words():
    folded = fold("أعلن قصف أهداف على بعد 30 كيلومترا شرق مصراتة").text
    read = find_relation(folded, default_gazetteer().find(folded)[0])
    assert folded[read.start : read.end] == "30 كيلومترا شرق"


def place(place_id: str):
    found = default_gazetteer().get(place_id)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("direction", "north", "east"),
    [("north", 1, 0), ("south", -1, 0), ("east", 0, 1), ("west", 0, -1), ("south_west", -1, -1), ("north_east", 1, 1)],
)
def test_a_direction_moves_the_point(direction, north, east):
    sirte = place("ly-sirte")
    moved = displace(sirte, direction)
    assert (moved.latitude - sirte.latitude) * north > 0 or north == 0
    assert (moved.longitude - sirte.longitude) * east > 0 or east == 0
    assert moved.geo_precision == 2
    assert moved.radius_km > sirte.radius_km
    assert moved.relation_words_en
    assert moved.relation_words_ar


def test_a_distance_is_geodesic():
    moved = displace(place("ly-misrata"), "east", 30)
    there = choose(default_gazetteer().find("مصراته")[0]).place
    assert kilometres(
        there, type(there)("x", "", "", "town", "", None, "LY", moved.longitude, moved.latitude, 1)
    ) == pytest.approx(30, rel=0.01)
    assert moved.relation_words_en == "30 km east of"
    assert moved.relation_words_ar == "على بعد 30 كم شرق"


def test_between_is_the_middle():
    moved = displace(place("ly-sirte"), relation="between", other=place("ly-misrata"))
    assert (moved.latitude, moved.longitude) == (pytest.approx(31.79, abs=0.05), pytest.approx(15.85, abs=0.05))
    assert moved.relation_words_en == "between Sirte and Misrata"


@pytest.mark.parametrize(
    ("place_id", "arguments", "precision"),
    [
        ("ly-sirte", {}, 1),
        ("ly-sirte", {"relation": "within"}, 1),
        ("ly-sirte", {"relation": "near"}, 2),
        ("ly-sirte", {"relation": "outskirts"}, 2),
        ("ly-sirte", {"relation": "off_coast"}, 2),
        ("ly-sirte", {"distance_km": 20}, 2),
        ("ly-jufra", {}, 3),
        ("ly-jufra", {"direction": "south"}, 3),
        ("country-ly", {"direction": "west"}, 3),
    ],
)
def test_precision(place_id, arguments, precision):
    assert displace(place(place_id), **arguments).geo_precision == precision


def test_the_centre_does_not_move():
    sirte = place("ly-sirte")
    moved = displace(sirte, relation="within")
    assert (moved.latitude, moved.longitude, moved.radius_km) == (sirte.latitude, sirte.longitude, sirte.radius_km)
