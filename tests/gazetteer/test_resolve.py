"""A name on its own: the points of places, the ambiguous ones, and what stays unknown."""

import csv
from pathlib import Path

import pytest

from gazetteer.arabic import fold
from gazetteer.index import Gazetteer, default_gazetteer
from gazetteer.model import Name, Place
from gazetteer.rank import kilometres
from gazetteer.resolve import Context, choose, resolve

# The second and third: points that independent readers gave before they saw the data, the `source` says whence.
TABLES = ("points.csv", "second_reader.csv", "third_reader.csv")
POINTS = [
    row for table in TABLES for row in csv.DictReader((Path(__file__).parent / table).read_text(encoding="utf8").splitlines())
]


def point(latitude: float, longitude: float) -> Place:
    return Place("point", "", "", "town", "PPL", None, "LY", longitude, latitude, 1)


@pytest.mark.parametrize("row", POINTS, ids=lambda row: row["name"])
def test_points(row):
    found = resolve(row["name"])
    assert found, "unknown"
    assert kilometres(found[0].place, point(float(row["latitude"]), float(row["longitude"]))) <= float(row["tolerance_km"])


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("الجفرة", "ly-jufra"),  # the district, not its base
        ("قاعدة الجفرة", "ly-jufra-base"),
        ("شعبية سرت", "ly-sirte-district"),
        ("المصري", "country-eg"),  # a nationality answers here
        ("الليبية", "country-ly"),
        ("الجزائر", "country-dz"),  # the country, unless told otherwise
        ("الجزائر العاصمة", "gn-2507480"),
        ("سوق الجمعة (طرابلس)", "ly-suq-jumaa"),
        ("حي الزهراء، لا مكان", None),
        ("طبرق الليبية", "ly-tobruk"),
        ("بلدة تازربو", "ly-tazirbu"),
        ("منطقة أبو سليم", "ly-abu-salim"),
        ("كفرة", "ly-kufra"),  # without its article
        ("حقل سرت", None),  # no oil field, and the town is none
        ("مستشفى كاليفورنيا العام", None),
        ("حي الرباط", None),  # a quarter, not the capital of Morocco
        ("بسرت", "ly-sirte"),  # with its preposition
        ("للجفرة", "ly-jufra"),
        ("بمدينة درنة", "ly-derna"),
        ("بالزاوية", "ly-zawiya"),
        ("جنوب طرابلس", "ly-tripoli"),  # the place itself; `relative` moves the point
        ("محيط مطار طرابلس الدولي", "ly-tripoli-airport"),
        ("غريان جنوب طرابلس", "ly-gharyan"),
        ("منطقة القوارشة غرب بنغازي", "ly-gwarsha"),
        ("جنوب لا مكان", None),
        ("سرت غرب لا مكان", None),
        ("من مصر", None),  # a preposition is dropped before Libyan names only
        ("طرابلس الشام", "gn-266826"),
        ("سوسة", "ly-susa"),
        ("القبة", "ly-qubba"),
        ("العوينات", "ly-uwaynat"),
        ("الجديدة", None),  # no spelling of الجديد
        ("رويس", None),  # الرويس abroad answers to its whole name only
        ("المدينة", None),
        ("الجامعة العسكرية", "ly-military-college"),
        ("مستشفى صرمان العام", "ly-surman"),  # a site not listed stands in its town
        ("كلية الطب بمصراتة", "ly-misrata"),
        ("مركز إيواء قصر بن غشير", "ly-qasr-bin-ghashir"),
        ("ميدان الشهداء بالزاوية", "ly-abu-surra-g"),  # that town's own, not the capital's
        ("العوينات غات", "ly-uwaynat"),  # far from the town, in its district
        ("الزنتان جنوب غرب", "ly-zintan"),
        ("شارع بنغازي", None),  # streets are named after towns elsewhere
        ("معسكر تدريب", None),
        ("سجن سري", None),
        ("مستشفى القاهرة", None),
        ("بوابة أمنية", None),
        ("المصريين", "country-eg"),
        ("الغانيين", "country-gh"),  # not the field of الغاني
        ("طرابلس شمال لبنان", "gn-266826"),
        ("سلطان شرق سرت", "ly-sultan-sirte"),
        ("بلدة سلطان", "ly-sultan-sirte"),
        ("سلطان غرب اجدابيا", "ly-sultan"),
        ("المنصورة", "ly-al-mansurah-tripoli"),
        ("المنصورة المصرية", "gn-360761"),
        ("شرق العوينات", "world-east-uwaynat"),
        ("المرسى", "gn-2473540"),
        ("بركان الغضب", None),
        ("وزير", None),
        ("لواء", None),
        ("", None),
        ("!!", None),
        ("Nowhere at all", None),
    ],
)
def test_which_place(name, place_id):
    found = resolve(name)
    assert (found[0].place.place_id if found else None) == place_id


def test_candidates_come_with_reasons_and_falling_scores():
    found = resolve("طرابلس")
    assert [c.place.country for c in found if c.place.kind == "town"] == ["LY", "LB"]
    assert [c.score for c in found] == sorted((c.score for c in found), reverse=True)
    assert found[0].place.place_id == "ly-tripoli"
    assert "in LY, the story's country" in found[0].reasons


def test_country_of_the_story_decides():
    assert resolve("طرابلس", context=Context(country="LB"))[0].place.country == "LB"
    assert resolve("سوسة", context=Context(country="TN"))[0].place.country == "TN"


def two_of_a_name() -> Gazetteer:
    west = Place("west", "West", "الوادي", "village", "PPL", None, "LY", 12.0, 32.0, 3)
    east = Place("east", "East", "الوادي", "village", "PPL", None, "LY", 22.0, 32.0, 3)
    town = Place("town", "Town", "المدن", "town", "PPL", None, "LY", 22.1, 32.0, 3)
    names = [Name(p.place_id, p.name_ar, "ar", strong=True) for p in (west, east, town)]
    return Gazetteer([west, east, town], names)


def test_a_tie_is_none_with_its_candidates():
    gazetteer = two_of_a_name()
    mention = gazetteer.find(fold("قصف في الوادي").text)[0]
    assert choose(mention, gazetteer=gazetteer) is None
    assert {c.place.place_id for c in mention.candidates} == {"west", "east"}


def test_a_neighbour_breaks_the_tie():
    gazetteer = two_of_a_name()
    mention = gazetteer.find(fold("قصف في الوادي").text)[0]
    chosen = choose(mention, Context(place_ids=("town",)), gazetteer)
    assert chosen is not None
    assert chosen.place.place_id == "east"


def test_a_kind_word_breaks_the_tie():
    field = Place("field", "Field", "الزهرة", "oil field", "OILF", None, "LY", 18.0, 29.0, 9)
    town = Place("town", "Town", "الزهرة", "town", "PPL", None, "LY", 12.8, 32.6, 3)
    gazetteer = Gazetteer([field, town], [Name(p.place_id, p.name_ar, "ar", strong=True) for p in (field, town)])
    chosen = [choose(m, gazetteer=gazetteer) for m in gazetteer.find(fold("في حقل الزهرة ثم في مدينة الزهرة").text)]
    assert [c.place.place_id for c in chosen if c] == ["field", "town"]


def test_every_place_answers_to_its_own_names():
    gazetteer = default_gazetteer()
    libyan = [place for place in gazetteer.places.values() if place.country == "LY"]
    assert len(libyan) >= 900
    silent = [p.place_id for p in libyan if p.place_id not in {c.place.place_id for c in resolve(p.name_ar)}]
    assert silent == []
