"""The interface's words: complete in both languages, each used, and faults told by line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from geo.coding.lexicon import read
from geo.errors import DataError
from geo.ui.texts import FOLDER, LANGUAGES, NAME, Texts, plural, validated

CODE = "\n".join(path.read_text("utf8") for path in FOLDER.glob("*.py"))
TEXTS = yaml.safe_load((FOLDER / NAME).read_text("utf8"))
KEYS = sorted(TEXTS)
FAMILIES = (  # keys put together from a code of the data
    *("scope_", "mark_", "role_", "download_", "find_", "listing_"),
    *("article_", "basis_", "did_", "fault_", "field_", "figure_", "geo_precision_", "how_", "name_", "pane_", "precision_"),
    *("reason_", "review_", "screen_", "toll_"),
)


def test_every_text_that_the_code_names_exists() -> None:
    named = set(re.findall(r'(?:texts|texts\.count|texts\.pattern)\(\s*"([a-z_]+)"', CODE))
    assert len(named) > 40
    assert named <= set(KEYS)

NAMES = ("download_geojson", "download_csv", "download_gpkg", "download_kml", "download_parquet")  # the same in both


@pytest.mark.parametrize("key", KEYS)
def test_every_text_is_used(key: str) -> None:
    assert f'"{key}"' in CODE or key.startswith(FAMILIES) or key.removesuffix("_range") in ("killed", "wounded")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty_or_in_the_other_script(language: str) -> None:
    own = re.compile(r"[\u0621-\u064a]" if language == "ar" else r"[A-Za-z]")
    for key in set(KEYS) - {"switch_language", "comma", "range", "best_of", "untold", *NAMES}:
        said = TEXTS[key][language]
        for text in said.values() if isinstance(said, dict) else said if isinstance(said, list) else [said]:
            words = re.sub(r"\{\w+\}", "", text)
            assert own.search(words) or not words.strip(" ,،"), (key, text)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "لا أحداث"),
        (1, "حدث واحد"),
        (2, "حدثان"),
        (3, "3 أحداث"),
        (10, "10 أحداث"),
        (11, "11 حدثًا"),
        (99, "99 حدثًا"),
        (100, "100 حدث"),
        (102, "102 حدث"),
        (103, "103 أحداث"),
        (1111, "1,111 حدثًا"),
    ],
)
def test_arabic_counts(number: int, said: str) -> None:
    assert Texts("ar").count("events", number) == said


def test_english_has_two_forms() -> None:
    assert [plural("en", number) for number in (0, 1, 2)] == ["other", "one", "other"]


@pytest.mark.parametrize(
    ("data", "line", "field"),
    [
        ("a: {en: A}\n", 1, "ar"),
        ("\na: {en: '{n} A', ar: 'ألف'}\n", 2, "ar"),
        ("a:\n  en: {one: '1', other: '{n}'}\n  ar: {zero: '0'}\n", 3, "one"),
        ("a: {en: [x, y], ar: [س]}\n", 1, "ar"),
        ("a: {en: 3, ar: س}\n", 1, "en"),
    ],
)
def test_a_fault_names_its_line_and_field(tmp_path: Path, data: str, line: int, field: str) -> None:
    (tmp_path / "texts.yaml").write_text(data, encoding="utf8")
    with pytest.raises(DataError) as caught:
        validated(read("texts.yaml", tmp_path))
    assert (caught.value.line, caught.value.field) == (line, field)
