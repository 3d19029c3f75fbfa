"""The review screen without a browser: what each button writes, and what the screen then says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo.store.case import CaseFile
from geo.ui.review_correction import Correction
from geo.ui.review_state import Desk
from geo.ui.state import View
from tests.ui.made import DENIAL, HOSTILE, TEXT
from tests.ui.reviewed import reviewed_case


def screen(path: str) -> None:
    from pathlib import Path

    from geo.query.filters import Filter, mask
    from geo.store.case import CaseFile
    from geo.ui import review_page, state
    from geo.ui.texts import Texts

    case = CaseFile.open(Path(path))
    table = case.table()
    review_page.draw(case, table, mask(table, Filter(types=frozenset())), Texts(state.view().language))


@pytest.fixture
def case(tmp_path: Path) -> CaseFile:
    return reviewed_case(tmp_path)


def opened(case: CaseFile, **view: object) -> AppTest:
    app = AppTest.from_function(screen, args=(str(case.path),), default_timeout=60)
    app.session_state["view"] = View(screen="review", **view)  # type: ignore[arg-type]
    app.session_state["desk"] = Desk("Mona")
    app.run()
    assert not app.exception
    return app


def html(app: AppTest) -> str:
    return " ".join(element.proto.body for element in app.get("html"))


def chosen(app: AppTest) -> str | None:
    return app.session_state["view"].event


def desk(app: AppTest) -> Desk:
    return app.session_state["desk"]


def press(app: AppTest, key: str) -> None:
    app.button(key=key).click().run()
    assert not app.exception


def test_the_most_doubtful_event_comes_first(case: CaseFile) -> None:
    app = opened(case)
    assert chosen(app) == "made-protest"
    assert "1 of 4" in html(app)
    press(app, "review_next")
    assert chosen(app) == "made-statement"
    press(app, "review_previous")
    assert chosen(app) == "made-protest"
    assert app.button(key="review_previous").disabled


def test_accepting_writes_goes_on_and_is_undone(case: CaseFile) -> None:
    app = opened(case)
    press(app, "review_accept")
    assert case.event("made-protest").review == "accepted"
    assert case.changes()[0].who == "Mona"
    assert chosen(app) == "made-statement"
    assert "1 of 3" in html(app)
    assert "1 of 4 reviewed (25%)" in html(app)
    press(app, "review_undo")
    assert case.event("made-protest").review == "unreviewed"
    assert chosen(app) == "made-protest"
    assert "1 of 4" in html(app)
    assert app.button(key="review_undo").disabled


def test_rejecting_asks_why(case: CaseFile) -> None:
    app = opened(case)
    press(app, "review_reject")
    assert case.event("made-protest").review == "unreviewed"
    press(app, "reason-not_told")
    assert (case.event("made-protest").review, case.changes()[0].reason) == ("rejected", "not_told")
    press(app, "review_reject")
    app.text_input(key="reason_own").input("  A   rehearsal ").run()
    assert case.event("made-statement").review == "rejected"
    assert case.changes()[0].reason == "A rehearsal"
    press(app, "review_reject")
    press(app, "reason_cancel")
    assert not desk(app).rejecting


def test_saving_writes_only_the_changed_fields(case: CaseFile) -> None:
    app = opened(case, event="made-strike", article="made_1")
    press(app, "review_edit")
    assert app.button(key="review_save").disabled
    app.selectbox(key="event_type").select("shelling").run()
    app.number_input(key="killed_best").set_value(4).run()
    assert "Killed: low, best and high must not fall." in html(app)
    assert app.button(key="review_save").disabled
    app.number_input(key="killed_low").set_value(4).run()
    app.text_input(key="edtf").input("soon").run()
    assert "This is no EDTF date" in html(app)
    app.text_input(key="edtf").input("2021-03").run()
    app.text_area(key="attribution").input(f"صحيفة الاختبار\n\n{HOSTILE}").run()
    press(app, "review_save")
    event = case.event("made-strike")
    assert (event.event_type, event.casualties.killed_best, event.casualties.killed_low, event.review) == (
        "shelling",
        4,
        4,
        "edited",
    )
    assert (event.date.edtf, event.date.precision, event.date.basis) == ("2021-03", "month", "stated")
    assert len(event.attribution) == 2
    assert {change.field for change in case.changes("made-strike")} == {"event_type", "casualties", "date", "attribution"}
    assert "<script" not in html(app)
    press(app, "review_undo")
    assert case.event("made-strike").event_type == "air_strike"
    assert case.event("made-strike").date.edtf == "2021-03-23"


def test_dates_by_two_days_and_by_none(case: CaseFile) -> None:
    from datetime import date

    app = opened(case, event="made-strike", article="made_1")
    press(app, "review_edit")
    app.date_input(key="last_day").set_value(date(2021, 3, 25)).run()
    app.date_input(key="first_day").set_value(date(2021, 3, 27)).run()  # past the last, which goes along
    assert desk(app).corrections["made-strike"].now.date.edtf == "2021-03-27"
    app.checkbox(key="no_date").check().run()
    press(app, "review_save")
    assert case.event("made-strike").date.precision == "unknown"
    assert case.event("made-strike").date.text == "مساء الثلاثاء"


def test_the_place_is_one_of_the_candidates_or_searched_or_untold(case: CaseFile) -> None:
    app = opened(case, event="made-strike", article="made_1")
    press(app, "review_edit")
    assert app.button(key="place-told-ly-hun")
    app.text_input(key="place_query").input("Waddan").run()
    press(app, "place-found-ly-waddan")
    app.selectbox(key="geo_precision").select(2).run()
    app.number_input(key="radius_km").set_value(12.0).run()
    press(app, "review_save")
    location = case.event("made-strike").location
    assert location
    assert (location.place_id, location.geo_precision, location.radius_km) == ("ly-waddan", 2, 12.0)
    press(app, "review_edit")
    press(app, "place_untold")
    press(app, "review_save")
    assert case.event("made-strike").location is None


def test_actors_are_added_changed_and_removed(case: CaseFile) -> None:
    app = opened(case, event="made-strike", article="made_1")
    press(app, "review_edit")
    press(app, "actor-remove-1")
    app.text_input(key="actor_query").input("Haftar").run()
    press(app, "actor-found-haftar")
    app.text_input(key="actor_query").input("مسلحون مجهولون").run()
    press(app, "actor-own")
    app.selectbox(key="actor-faction-2").select("ARMED").run()
    app.selectbox(key="actor-role-1").select("actor1").run()
    press(app, "review_save")
    actors = case.event("made-strike").actors
    assert [(actor.id, actor.faction, actor.role) for actor in actors] == [
        ("lna", "LNA", "actor1"),
        ("haftar", "LNA", "actor1"),
        ("", "ARMED", "actor2"),
    ]
    assert actors[2].text == "مسلحون مجهولون"


def test_another_session_came_first(case: CaseFile) -> None:
    app = opened(case, event="made-strike", article="made_1")
    press(app, "review_edit")
    app.selectbox(key="status").select("reported").run()
    case.edit("made-strike", {"event_type": "shelling"}, "Salem", case.version("made-strike"))
    press(app, "review_save")
    assert case.event("made-strike").status == "claimed"
    assert "Salem changed this event on" in html(app)
    assert "Air strike" in html(app)
    assert desk(app).corrections["made-strike"].changed == {"status": "reported"}  # what was typed is kept
    press(app, "look_anew")
    assert app.session_state["desk"].pane == "event"
    press(app, "put_on_top")
    press(app, "review_edit")
    press(app, "review_save")
    event = case.event("made-strike")
    assert (event.status, event.event_type) == ("reported", "shelling")
    assert "Salem changed" not in html(app)


def test_a_verdict_on_what_has_changed_is_not_written(case: CaseFile) -> None:
    app = opened(case)
    case.reject("made-protest", "duplicate", "Salem", case.version("made-protest"))
    press(app, "review_accept")
    assert case.event("made-protest").review == "rejected"
    assert "Salem changed this event on" in html(app)
    assert "Told already by another event" in html(app)
    press(app, "look_anew")
    assert "Salem changed this event on" not in html(app)


def test_a_missed_event_is_added_from_a_selection(case: CaseFile) -> None:
    from geo.ui.case import gazetteer_of
    from geo.ui.review_missed import proposed

    app = opened(case, event="made-strike", article="made_1")
    article = case.article("made_1")
    start = TEXT.index(DENIAL)
    from geo.ui.review_correction import blank, passage_of

    passage = passage_of(article, start, start + len(DENIAL))
    assert passage
    app.session_state["desk"] = Desk(
        "Mona", corrections={"": Correction(blank(article, passage), proposed(article, passage, gazetteer_of(())))}, pane="edit"
    )
    app.session_state["view"] = View(screen="review", article="made_1")
    app.run()
    assert "An event that was missed" in html(app)
    app.selectbox(key="event_type").select("statement").run()
    press(app, "review_save")
    added = case.event(chosen(app) or "")
    assert (added.review, added.event_type, added.passages[0].text) == ("added", "statement", DENIAL)
    assert case.measured().missed == 1
    press(app, "review_undo")
    assert len(case.events_of("made_1")) == 4


def test_split_and_merge(case: CaseFile) -> None:
    app = opened(case, event="made-strike", article="made_1")
    press(app, "review_edit")
    press(app, "review_split")
    twin = chosen(app)
    assert twin not in (None, "made-strike")
    assert len(case.events_of("made_1")) == 5
    press(app, "merge-made-protest")
    assert len(case.event(twin or "").passages) == 3
    assert case.event("made-protest").review == "rejected"


def test_history_is_told_and_undone_from_it(case: CaseFile) -> None:
    case.edit("made-strike", {"status": "reported"}, "Salem <b>", case.version("made-strike"))
    app = opened(case, event="made-strike", article="made_1")
    app.session_state["desk"] = Desk("Mona", pane="history")
    app.run()
    assert "Salem &lt;b&gt;" in html(app)
    assert "<del>Claimed by a party</del>" in html(app)
    press(app, f"undo-{case.changes()[0].change_id}")
    assert case.event("made-strike").status == "claimed"
    assert "undone" in html(app)


def test_figures_say_when_too_little_is_reviewed(case: CaseFile) -> None:
    app = opened(case)
    app.session_state["desk"] = Desk("Mona", pane="case")
    app.run()
    assert "Precision: not enough reviewed to say, 0 of the 30 events" in html(app)
    assert "Nothing has been reviewed in this case yet." in html(app)


def test_the_machine_disagrees_and_is_taken_at_its_word(case: CaseFile) -> None:
    from dataclasses import replace

    case.edit("made-strike", {"status": "denied"}, "Mona", case.version("made-strike"))
    case.recode("made_1", [replace(event, status="reported") for event in map(case.machine, ["made-strike"]) if event])
    app = opened(case, event="made-strike", article="made_1")
    assert "The machine now says otherwise" in html(app)
    press(app, "take-status")
    assert case.event("made-strike").status == "reported"


def test_arabic_and_an_event_that_is_gone(case: CaseFile) -> None:
    app = opened(case, event="no-such-event", article="no-such-article", language="ar")
    assert "اختر حدثًا من القائمة" in html(app)
    assert app.button(key="review_accept").disabled
    press(app, "review_next")
    assert chosen(app) == "made-protest"


def test_an_article_without_events_is_reached_too(case: CaseFile) -> None:
    from dataclasses import replace

    from tests.ui.made import ARTICLE

    case.add(replace(ARTICLE, article_id="made_2", text="لا شيء هنا."), [])
    app = opened(case)
    press(app, "next_article")
    assert (app.session_state["view"].article, chosen(app)) == ("made_2", None)
    assert "0 events in this article" in json.loads(app.get("bidi_component")[0].proto.json)["events"]
    press(app, "next_article")
    assert (app.session_state["view"].article, chosen(app)) == ("made_1", "made-strike")
    press(app, "previous_article")
    assert app.session_state["view"].article == "made_2"


def test_hostile_text_is_inert(tmp_path: Path) -> None:
    from dataclasses import replace

    from tests.ui.made import ARTICLE, COLUMN, STRIKE_EVENT

    text = f"{HOSTILE}\n{TEXT}"
    article = replace(ARTICLE, article_id="bad", title=HOSTILE, publisher=HOSTILE, text=text, masked=())
    passage = replace(STRIKE_EVENT.passages[0], text=HOSTILE, start=0, end=len(HOSTILE))
    event = replace(
        STRIKE_EVENT,
        article_id="bad",
        passages=(passage,),
        marks=(),
        attribution=(HOSTILE,),
        actors=(replace(COLUMN, text=HOSTILE, name_en=""),),
    )
    case = CaseFile.open(tmp_path / "bad.gpkg")
    case.add(article, [event])
    case.reject(event.event_id, HOSTILE, HOSTILE, case.version(event.event_id))
    for pane in ("event", "edit", "history", "case"):
        app = opened(case, event=event.event_id, article="bad")
        app.session_state["desk"] = Desk("Mona", pane=pane)  # type: ignore[arg-type]
        app.run()
        assert not app.exception
        (component,) = app.get("bidi_component")
        shown = html(app) + json.loads(component.proto.json)["text"] + json.loads(component.proto.json)["events"]
        assert "gnp.exe" in shown
        assert not re.search("<script|<img|\u202e", shown)
        assert not any("![x](" in button.label for button in app.button)


def test_an_empty_case_says_so(tmp_path: Path) -> None:
    app = opened(CaseFile.open(tmp_path / "empty.gpkg"))
    assert "There is no article here yet." in html(app)
