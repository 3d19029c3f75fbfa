"""The search box, the loose spellings of `resolve`, and the names that no list has."""

import pytest

from gazetteer.arabic import fold, key
from gazetteer.index import default_gazetteer
from gazetteer.resolve import resolve
from gazetteer.search import EXACT, search
from gazetteer.unknown import unknown_names


@pytest.mark.parametrize("query", ["Sirte", "Sirt", "Surt", "Syrte", "SIRTE", "سرت", "سِرت", "سرط"])
def test_every_spelling_of_sirte(query):
    assert search(query)[0].place.place_id == "ly-sirte"


@pytest.mark.parametrize(
    ("query", "place_id"),
    [
        ("Agedabia", "ly-ajdabiya"),
        ("Bengazi", "ly-benghazi"),  # did you mean
        ("Ghadamis", "ly-ghadames"),
        ("ras lanouf", "ly-ras-lanuf"),
        ("القرضابيه", "ly-gardabiya"),
        ("مصراطة", "ly-misrata"),
        ("أبو قر", "ly-abu-qurayn"),  # a beginning
        ("Homs", "gn-169577"),
    ],
)
def test_search(query, place_id):
    assert search(query)[0].place.place_id == place_id


@pytest.mark.parametrize("query", ["", " ", "س", "x", "!!!", "qqqqqqqqqqqqq"])
def test_nothing_to_find(query):
    assert search(query) == []


def test_a_guess_scores_below_a_find():
    assert search("Bengazi")[0].score < EXACT <= search("Benghazi")[0].score
    assert len(search("ا" * 2 + "ب", limit=3)) <= 3


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("بو قرين", "ly-abu-qurayn"),
        ("أبوقرين", "ly-abu-qurayn"),
        ("تاورغه", "ly-tawergha"),
        ("زوارا", "ly-zuwara"),
        ("ابو عطني", "ly-buatni"),
        ("بنجواد", "ly-bin-jawad"),
        ("Al-Jufra", "ly-jufra"),
        ("قاعات واغادوغو بسرت", "ly-ouagadougou"),
        ("المدينة القديمة في درنة", "ly-derna-old"),
        ("سوق الجمعة زليتن", "ly-zliten-souq"),
        ("سوق الجمعة سبها", None),  # there is none near Sabha
        ("حي", None),
        ("مدينة", None),
        ("منطقة", None),
    ],
)
def test_loose_spellings_and_names_with_their_town(name, place_id):
    found = resolve(name)
    assert (found[0].place.place_id if found else None) == place_id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("دخلت القوات بلدة خربوشة أمس", ["خربوشة"]),
        ("قرب معسكر النسور، ثم وادي غول النخل", ["النسور", "غول النخل"]),
        ("في مدينة سرت وحي الصابري", []),
        ("ذهب إلى السوق في المساء", []),
        ("اشتباكات قرب خربوشة وجنوبي النسورية", ["خربوشة", "النسورية"]),
        ("وعاد أهالي المدينة إلى ضواحي سرت", []),
        ("", []),
    ],
)
def test_unknown_names(text, expected):
    folded = fold(text).text
    found = unknown_names(folded, default_gazetteer())
    assert [name.key for name in found] == [key(word) for word in expected]
    assert all(folded[name.start : name.end] == name.key for name in found)
