"""The places page without a browser: names listed, a place saved in the case, the articles coded anew."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from gazetteer.own import OwnPlace, write_own
from geo.store.case import CaseFile
from geo.ui.state import View
from tests.ui.made import HOSTILE

ROOT = Path(__file__).parents[2]
TEXT = "قصفت طائرة مجهولة مخزناً في بلدة خربوشة مساء أمس، وقتل ثلاثة عمال.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT + HOSTILE, encoding="utf8")
    (tmp_path / "articles.csv").write_text("file,published\na.txt,2021-05-05\n", encoding="utf8")
    return tmp_path


def opened(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> AppTest:
    monkeypatch.setattr("sys.argv", ["app.py", *map(str, arguments)])
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    assert not app.exception
    return app


def html(app: AppTest) -> str:
    return " ".join(element.proto.body for element in app.get("html"))


def go(app: AppTest, screen: str) -> AppTest:
    return app.button_group(key="screen").set_value(screen).run()


def placed(app: AppTest) -> AppTest:
    """The one unknown name, put at a point and saved."""
    go(app, "places")
    app.button(key="place-0").click().run()
    app.number_input(key="place-latitude").set_value(29.5).run()
    app.number_input(key="place-longitude").set_value(17.5).run()
    app.text_input(key="place-name_en").input("Kharbusha").run()
    app.button(key="save_place").click().run()
    assert not app.exception
    return app


def own_places(folder: Path) -> tuple[OwnPlace, ...]:
    return CaseFile.open(folder / "mine.gpkg").places()


def view(app: AppTest) -> View:
    return app.session_state["view"]


def test_the_name_is_listed_with_its_sentence(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    app = opened(monkeypatch, folder / "a.txt")
    go(app, "places")
    assert '<bdi class="name" lang="ar">خربوشة</bdi>' in html(app)
    assert '<mark class="place" title="place">خربوشة</mark>' in html(app)
    assert 'dir="rtl"' in html(app)
    assert "<script>alert" not in html(app)
    go(app, "map")
    assert view(app).screen == "map"


def test_a_place_saved_puts_the_event_on_the_map(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    app = opened(monkeypatch, "--case", folder / "mine.gpkg", folder)
    assert "<b>1</b> unlocated" in html(app)
    placed(app)
    assert [own.place.name_en for own in own_places(folder)] == ["Kharbusha"]
    assert "1 event" in html(app)
    app.button(key="show-own-kharbusha").click().run()
    assert "<b>0</b> unlocated" in html(app)
    assert "Kharbusha" in html(app)
    go(app, "places")
    app.button(key="remove-own-kharbusha").click().run()
    assert own_places(folder) == ()
    go(app, "map")
    app.button(key="clear_all").click().run()
    assert "<b>1</b> unlocated" in html(app)


def test_a_place_saved_is_there_for_the_next_server_and_the_file_of_places_is_taken_in(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    placed(opened(monkeypatch, "--case", folder / "mine.gpkg", folder))
    write_own(folder / "mine.csv", own_places(folder))
    st.cache_resource.clear()
    assert "<b>0</b> unlocated" in html(opened(monkeypatch, "--case", folder / "mine.gpkg"))
    other = opened(monkeypatch, "--case", folder / "other.gpkg", "--places", folder / "mine.csv", folder)
    assert "<b>0</b> unlocated" in html(other)


def test_a_known_place_is_found_by_any_spelling_and_takes_the_name(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    app = opened(monkeypatch, "--case", folder / "mine.gpkg", folder)
    go(app, "places")
    app.button(key="place-0").click().run()
    app.text_input(key="place-query").input("Syrte").run()
    app.button(key="candidate-ly-sirte").click().run()
    assert "Another spelling of" in html(app)
    app.button(key="save_place").click().run()
    (own,) = own_places(folder)
    assert [name.text for name in own.names] == ["سرت", "خربوشة"]
    assert "<b>0</b> unlocated" in html(go(app, "map"))


def test_a_fault_is_one_line_and_nothing_is_written(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    app = opened(monkeypatch, "--case", folder / "mine.gpkg", folder)
    go(app, "places")
    app.button(key="save_place").click().run()
    assert "places.csv, name_ar: is empty" in html(app)
    app.text_input(key="place-name").input("=cmd()").run()
    app.number_input(key="place-latitude").set_value(29.5).run()
    app.number_input(key="place-longitude").set_value(17.5).run()
    app.button(key="save_place").click().run()
    assert not app.exception
    assert "name_ar: needs a letter or a digit first" in html(app)
    assert own_places(folder) == ()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("place_id,name_ar\n", "mine.csv, line 1, latitude: the column is missing"),
        ("\0", "mine.csv, line 1, place_id: the column"),
    ],
)
def test_a_faulty_file_is_one_line(monkeypatch: pytest.MonkeyPatch, folder: Path, content: str, said: str) -> None:
    (folder / "mine.csv").write_text(content, "utf8")
    assert said in html(opened(monkeypatch, "--places", folder / "mine.csv", folder))


def test_wrong_arguments_are_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "expected one argument" in html(opened(monkeypatch, "--places"))
