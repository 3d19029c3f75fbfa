"""`python -m geo extract --places`: the analyst's own places reach the map."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geo.__main__ import main

TEXT = "قصفت طائرة مجهولة مخزناً في بلدة خربوشة مساء أمس، وقتل ثلاثة عمال.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf8")
    return path


def points(article: Path, *arguments: str) -> list[list[float] | None]:
    out = article.with_suffix(".geojson")
    assert main(["extract", str(article), "--out", str(out), *arguments]) == 0
    features = json.loads(out.read_bytes())["features"]
    return [feature["geometry"] and feature["geometry"]["coordinates"] for feature in features]


def test_a_place_of_ones_own_is_found(article: Path) -> None:
    own = article.with_name("own.csv")
    own.write_text("place_id,name_ar,latitude,longitude\nmine,خربوشة,28.5,17.5\n", "utf8")
    assert set(map(str, points(article))) == {"None"}
    assert [17.5, 28.5] in points(article, "--places", str(own))


def test_a_faulty_file_is_one_line(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = article.with_name("own.csv")
    own.write_text("place_id,name_ar,latitude,longitude\nmine,خربوشة,288,17.5\n", "utf8")
    assert main(["extract", str(article), "--places", str(own)]) == 2
    assert capsys.readouterr().err == "python -m geo: --places: own.csv, line 2, latitude: 288 is beyond 90\n"
