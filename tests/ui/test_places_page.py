"""The places page without a browser: names listed, a place saved in session or file, the articles coded anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from gazetteer.own import read_own
from geo.ui.own_places import keep
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


def placed(app: AppTest) -> AppTest:
    """The one unknown name, put at a point and saved."""
    app.button(key="to_places").click().run()
    app.button(key="place-0").click().run()
    app.number_input(key="place-latitude").set_value(29.5).run()
    app.number_input(key="place-longitude").set_value(17.5).run()
    app.text_input(key="place-name_en").input("Kharbusha").run()
    app.button(key="save_place").click().run()
    assert not app.exception
    return app


def view(app: AppTest) -> View:
    return app.session_state["view"]


def test_the_name_is_listed_with_its_sentence(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    app = opened(monkeypatch, folder / "a.txt")
    app.button(key="to_places").click().run()
    assert '<bdi class="name" lang="ar">خربوشة</bdi>' in html(app)
    assert '<mark class="place" title="place">خربوشة</mark>' in html(app)
    assert 'dir="rtl"' in html(app)
    assert "<script>alert" not in html(app)
    app.button(key="to_map").click().run()
    assert view(app).screen == "map"


def test_a_place_saved_in_the_session_puts_the_event_on_the_map(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    app = opened(monkeypatch, folder)
    assert "<b>1</b> unlocated" in html(app)
    placed(app)
    assert [own.place.name_en for own in view(app).own] == ["Kharbusha"]
    assert "1 event" in html(app)
    app.button(key="show-own-kharbusha").click().run()
    assert "<b>0</b> unlocated" in html(app)
    assert "Kharbusha" in html(app)
    app.button(key="to_places").click().run()
    app.button(key="remove-own-kharbusha").click().run()
    assert view(app).own == ()
    app.button(key="to_map").click().run()
    app.button(key="clear_all").click().run()
    assert "<b>1</b> unlocated" in html(app)


def test_a_place_saved_to_the_file_is_there_for_the_next_session(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    file = folder / "mine.csv"
    app = placed(opened(monkeypatch, "--places", file, folder))
    assert view(app).own == ()
    assert [own.place.place_id for own in read_own(file)] == ["own-kharbusha"]
    assert "<b>0</b> unlocated" in html(opened(monkeypatch, "--places", file, folder))


def test_a_known_place_is_found_by_any_spelling_and_takes_the_name(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    app = opened(monkeypatch, folder)
    app.button(key="to_places").click().run()
    app.button(key="place-0").click().run()
    app.text_input(key="place-query").input("Syrte").run()
    app.button(key="candidate-ly-sirte").click().run()
    assert "Another spelling of" in html(app)
    app.button(key="save_place").click().run()
    (own,) = view(app).own
    assert [name.text for name in own.names] == ["سرت", "خربوشة"]
    assert "<b>0</b> unlocated" in html(app.button(key="to_map").click().run())


def test_a_fault_is_one_line_and_nothing_is_written(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    file = folder / "mine.csv"
    app = opened(monkeypatch, "--places", file, folder)
    app.button(key="to_places").click().run()
    app.button(key="save_place").click().run()
    assert "places.csv, name_ar: is empty" in html(app)
    app.text_input(key="place-name").input("=cmd()").run()
    app.number_input(key="place-latitude").set_value(29.5).run()
    app.number_input(key="place-longitude").set_value(17.5).run()
    app.button(key="save_place").click().run()
    assert not app.exception
    assert "mine.csv, line 2, name_ar: needs a letter or a digit first" in html(app)
    assert not file.exists()


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


def test_two_that_save_at_once_are_both_kept(tmp_path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    from gazetteer.model import Name, Place
    from gazetteer.own import OwnPlace, with_place

    file = tmp_path / "mine.csv"

    def save(number: int) -> None:
        place = Place(f"p{number}", "", f"مكان {number}", "town", "PPL", None, "LY", 17.0, 29.0, 5.0)
        keep(file, lambda places: with_place(places, OwnPlace(place, (Name(place.place_id, place.name_ar, "ar", True),))))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(save, range(20)))
    assert {own.place.place_id for own in read_own(file)} == {f"p{number}" for number in range(20)}
