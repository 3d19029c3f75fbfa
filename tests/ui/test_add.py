"""Bringing articles without a browser: what waits, what it is like, the coding beside the page, the page itself."""

from __future__ import annotations

from pathlib import Path
from threading import Event as Signal

import pytest
from streamlit.testing.v1 import AppTest

from geo.articles import Incoming, pasted, read_files
from geo.articles.incoming import short_hash
from geo.coding import code
from geo.errors import DalilError
from geo.model import Article, Event
from geo.store.case import CaseFile
from geo.ui.add_job import Job
from geo.ui.add_waiting import Waiting, mended, waiting
from tests.ui.made import HOSTILE

ROOT = Path(__file__).parents[2]
STRIKE = "شنت طائرات سلاح الجو غارة على مواقع في مدينة سرت أمس، ما أدى إلى مقتل ثلاثة مسلحين وتدمير آليتين."
PROTEST = "خرج محتجون في مدينة بنغازي مساء الجمعة، وأغلقوا الطريق الساحلي احتجاجا على انقطاع الكهرباء والماء."


@pytest.fixture
def file(tmp_path: Path) -> CaseFile:
    return CaseFile.open(tmp_path / "case.gpkg")


def incoming(name: str, text: str) -> Incoming:
    [found] = read_files([(name, text.encode())])
    assert isinstance(found, Incoming)
    return found


def test_a_new_article_is_chosen(file: CaseFile) -> None:
    found = waiting(file, 0, pasted(STRIKE))
    assert (found.standing, found.alike, found.chosen) == ("new", (), True)


def test_what_the_case_has_already_is_not_chosen(file: CaseFile) -> None:
    known = pasted(STRIKE, "العنوان", "الساحل").article
    file.add(known, ())
    same = waiting(file, 0, pasted(STRIKE, "العنوان", "الساحل"))
    assert (same.standing, same.chosen) == ("same", False)
    copy = waiting(file, 0, incoming("b.txt", STRIKE))
    assert (copy.standing, copy.copied, copy.chosen) == ("new", True, False)
    assert (copy.alike[0].title, copy.alike[0].publisher, copy.alike[0].share) == ("العنوان", "الساحل", 1.0)


def test_a_syndicated_copy_is_told_and_chosen(file: CaseFile) -> None:
    file.add(pasted(f"{STRIKE} {PROTEST}", "العنوان").article, ())
    near = waiting(file, 0, pasted(f"{STRIKE} {PROTEST} وأعربت البعثة عن قلقها."))
    assert (near.standing, near.copied, near.chosen) == ("new", False, True)
    assert near.alike[0].title == "العنوان"
    assert 0.8 < near.alike[0].share <= 1


def test_copies_that_wait_together_are_told(file: CaseFile) -> None:
    first = waiting(file, 0, incoming("a.txt", STRIKE))
    second = waiting(file, 1, incoming("b.txt", STRIKE), (first,))
    assert (second.copied, second.chosen) == (True, False)
    third = waiting(file, 2, incoming("c.txt", PROTEST), (first, second))
    assert (third.copied, third.alike) == (False, ())


def test_a_file_name_that_comes_again_never_overwrites_another_article(file: CaseFile) -> None:
    file.add(incoming("a.txt", STRIKE).article, ())
    other = waiting(file, 0, incoming("a.txt", PROTEST))
    assert (other.article.article_id, other.standing) == (short_hash(PROTEST), "new")
    newer = waiting(file, 1, incoming("a.txt", f"{STRIKE} نعم."), (other,))
    assert (newer.article.article_id, newer.standing) == ("a", "changed")
    again = [waiting(file, number, incoming("a.txt", PROTEST), (other, newer)) for number in (2,)]
    assert again[0].article.article_id not in ("a", other.article.article_id)


@pytest.mark.parametrize(
    ("name", "value", "taken", "how", "fault"),
    [
        ("title", f" {HOSTILE}\n", " ".join(HOSTILE.split()), "given", ""),
        ("title", "", "", "none", ""),
        ("published", "2020-07", "2020-07", "given", ""),
        ("published", "03/07/2020", None, "none", "date"),
        ("text", PROTEST, PROTEST, "given", ""),
        ("text", " ", STRIKE, "given", "text"),
    ],
)
def test_mending(file: CaseFile, name: str, value: str, taken: str | None, how: str, fault: str) -> None:
    found = mended(file, waiting(file, 0, pasted(STRIKE)), name, value)
    assert (getattr(found.article, name), found.incoming.found[name], found.fault) == (taken, how, fault)


def test_a_mended_text_has_its_furniture_masked(file: CaseFile) -> None:
    found = mended(file, waiting(file, 0, pasted(STRIKE)), "text", f"{STRIKE}\nاقرأ أيضا\nأسعار الذهب")
    assert found.article.masked


def articles(number: int) -> list[Article]:
    return [Article(f"a{at}", f"{STRIKE} {at}", published="2020-07-03") for at in range(number)]


def test_a_job_codes_all_and_counts(file: CaseFile) -> None:
    job = Job(file, articles(3), code).start()
    job.wait()
    progress = job.progress()
    assert (progress.kept, progress.ended, progress.share, progress.seconds_left) == (("a0", "a1", "a2"), True, 1.0, 0.0)
    assert progress.events == sum(len(file.events_of(article_id)) for article_id in file.article_ids()) > 0


def test_a_job_that_is_cancelled_keeps_what_is_done(file: CaseFile) -> None:
    reached, go_on = Signal(), Signal()

    def coder(article: Article) -> list[Event]:
        if article.article_id == "a2":
            reached.set()
            go_on.wait(30)
        return code(article)

    job = Job(file, articles(50), coder).start()
    assert reached.wait(30)
    job.cancel()
    go_on.set()
    job.wait()
    assert job.progress().kept == ("a0", "a1", "a2") == tuple(file.article_ids())


def test_an_article_that_cannot_be_coded_is_one_line_and_the_rest_go_on(file: CaseFile) -> None:
    def coder(article: Article) -> list[Event]:
        if article.article_id == "a1":
            raise DalilError("is odd")
        return code(article)

    job = Job(file, articles(3), coder).start()
    job.wait()
    assert job.progress().kept == ("a0", "a2")
    assert job.progress().faults == ("a1: is odd",)


def test_a_file_that_takes_no_more_ends_the_job_with_one_line(file: CaseFile) -> None:
    file.close()
    job = Job(file, articles(3), code).start()
    job.wait()
    assert (job.progress().kept, job.progress().ended, len(job.progress().faults)) == ((), True, 1)


# The page


def opened(monkeypatch: pytest.MonkeyPatch, case: Path) -> AppTest:
    monkeypatch.setattr("sys.argv", ["app.py", "--case", str(case)])
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    app.button_group(key="screen").set_value("add").run()
    assert not app.exception
    return app


def html(app: AppTest) -> str:
    return " ".join(element.proto.body for element in app.get("html"))


def tray(app: AppTest) -> tuple[Waiting, ...]:
    found: tuple[Waiting, ...] = app.session_state["tray"].waiting
    return found


def paste(app: AppTest, text: str, **fields: str) -> AppTest:
    at = app.session_state["tray"].pasted if "tray" in app.session_state else 0
    app.text_area(key=f"paste-text-{at}").input(text)
    for field, value in fields.items():
        app.text_input(key=f"paste-{field}-{at}").input(value)
    app.button(key="paste_add").click().run()
    assert not app.exception
    return app


def test_paste_look_over_mend_code_and_show(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    app = paste(opened(monkeypatch, tmp_path / "mine.gpkg"), STRIKE + HOSTILE, title=HOSTILE)
    assert "<script>alert" not in html(app)
    assert app.text_input(key="title-0").value == " ".join(HOSTILE.split())
    app.text_input(key="published-0").input("soon").run()
    assert tray(app)[0].fault == "date"
    app.text_input(key="published-0").input("2020-07-03").run()
    assert tray(app)[0].article.published == "2020-07-03"
    app.button(key="code").click().run()
    if job := app.session_state["tray"].job:
        job.wait()
    app.run()
    assert "1 article" in html(app)
    assert CaseFile.open(tmp_path / "mine.gpkg").article_ids() == [short_hash(STRIKE + HOSTILE)]
    app.button(key="coded_show").click().run()
    assert not app.exception
    assert app.session_state["view"].screen == "map"
    assert app.session_state["view"].filter.articles == {short_hash(STRIKE + HOSTILE)}


def test_a_text_that_cannot_be_used_stays_in_the_form(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    app = paste(opened(monkeypatch, tmp_path / "mine.gpkg"), STRIKE, published="yesterday")
    assert "2020-07-03; it was not taken" in html(app)
    assert app.text_area(key="paste-text-0").value == STRIKE
    app.text_input(key="paste-published-0").input("2020-07-03")
    app.button(key="paste_add").click().run()
    assert [each.article.published for each in tray(app)] == ["2020-07-03"]
    assert app.text_area(key="paste-text-1").value == ""


def test_taking_away_and_leaving_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    app = paste(paste(opened(monkeypatch, tmp_path / "mine.gpkg"), STRIKE), PROTEST)
    app.checkbox(key="take-0").uncheck().run()
    assert [each.chosen for each in tray(app)] == [False, True]
    app.button(key="drop-1").click().run()
    assert app.button(key="code").disabled
    app.button(key="waiting_clear").click().run()
    assert tray(app) == ()
