"""Events made by hand over texts of our own, so that the interface is tested without the coder."""

from __future__ import annotations

import atexit
import shutil
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import mkdtemp

from geo.model import Actor, Article, Casualties, DateSpan, Event, Location, Mark, MarkKind, Passage, Span
from geo.store.case import CaseFile
from geo.ui.case import Case, read_case

TEXT = (
    "القائمة الرئيسية\n\n"
    "شن سلاح الجو الليبي، مساء الثلاثاء، غارة على رتل مسلح جنوب مدينة هون، ما أدى إلى مقتل خمسة مسلحين وإصابة اثنين.\n\n"
    "وقال المجلس المحلي في غدامس إن محتجين أغلقوا طريق المطار أمس الاثنين.\n\n"
    "ونفى ناطق باسم الحكومة وقوع أي غارة.\n"
)
STRIKE = TEXT.split("\n\n")[1]
PROTEST = TEXT.split("\n\n")[2]
DENIAL = TEXT.split("\n\n")[3].strip()

HUN = Location("hun", "Hun", "هون", "Jufra", "LY", 15.95, 29.0, 2, 15.0, "south of")
GHADAMES = Location("ghadames", "Ghadames", "غدامس", "Nalut", "LY", 9.5, 30.13, 1, 5.0)
JUFRA = Location("jufra", "Jufra", "الجفرة", "Jufra", "LY", 16.3, 28.5, 3, 120.0)
AIR_FORCE = Actor("lna", "Libyan National Army", "الجيش الوطني الليبي", "LNA", "actor1", "سلاح الجو الليبي")
COLUMN = Actor("armed", "Armed group", "جماعة مسلحة", "ARMED", "actor2", "رتل مسلح")
PROTESTERS = Actor("civ", "Protesters", "محتجون", "CIV", "actor1", "محتجين")

ARTICLE = Article("made_1", TEXT, "", "صحيفة الاختبار", "2021-03-24", masked=(Span(0, 16),))


def passage(text: str, whole: str = TEXT) -> Passage:
    start = whole.index(text)
    return Passage(text, start, start + len(text))


def mark(kind: MarkKind, words: str, whole: str = TEXT) -> Mark:
    start = whole.index(words)
    return Mark(kind, start, start + len(words))


STRIKE_EVENT = Event(
    event_id="made-strike",
    incident_id="i-1",
    event_type="air_strike",
    status="claimed",
    date=DateSpan(date(2021, 3, 23), date(2021, 3, 23), "2021-03-23", "day", "stated", "مساء الثلاثاء"),
    location=HUN,
    actors=(AIR_FORCE, COLUMN),
    casualties=Casualties(5, 5, 5, 2, 2, 2),
    attribution=("صحيفة الاختبار", "سلاح الجو الليبي"),
    disputed_by=("ناطق باسم الحكومة",),
    passages=(passage(STRIKE), passage(DENIAL)),
    confidence=0.9,
    article_id="made_1",
    article_title="",
    publisher="صحيفة الاختبار",
    published="2021-03-24",
    marks=(
        mark("deed", "شن سلاح الجو الليبي، مساء الثلاثاء، غارة"),
        mark("actor", "سلاح الجو الليبي"),
        mark("date", "مساء الثلاثاء"),
        mark("place", "جنوب مدينة هون"),
        mark("count", "مقتل خمسة"),
    ),
)
PROTEST_EVENT = replace(
    STRIKE_EVENT,
    event_id="made-protest",
    incident_id="i-2",
    event_type="protest",
    status="reported",
    date=DateSpan(date(2021, 3, 22), date(2021, 3, 23), "2021-03-22/2021-03-23", "range", "publication", ""),
    location=GHADAMES,
    actors=(PROTESTERS,),
    casualties=Casualties(),
    attribution=("المجلس المحلي في غدامس",),
    disputed_by=(),
    passages=(passage(PROTEST),),
    marks=(mark("deed", "أغلقوا"), mark("place", "غدامس"), mark("date", "أمس الاثنين")),
)
UNDATED_EVENT = replace(
    PROTEST_EVENT,
    event_id="made-undated",
    incident_id="i-3",
    event_type="talks",
    date=DateSpan(text="أمس الاثنين"),
    location=None,
    actors=(),
    attribution=(),
)
STATEMENT_EVENT = replace(
    UNDATED_EVENT,
    event_id="made-statement",
    incident_id="i-4",
    event_type="statement",
    date=DateSpan(date(2021, 3, 1), date(2021, 3, 31), "2021-03", "month", "stated", "مارس"),
    location=JUFRA,
    casualties=Casualties(killed_low=10),
)
EVENTS = (STRIKE_EVENT, PROTEST_EVENT, UNDATED_EVENT, STATEMENT_EVENT)

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> \"onerror=alert(3) \u202egnp.exe =cmd()|'/c calc'!A0 ![x](http://evil.example/x.png)"


def case_of(events: Iterable[Event], *articles: Article) -> Case:
    """A case in a file of its own, which goes with the process."""
    folder = mkdtemp(prefix="dalil-test-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    file, rows = CaseFile.open(Path(folder) / "made.gpkg"), list(events)
    for article in articles:
        file.add(article, [event for event in rows if event.article_id == article.article_id])
    return read_case(file)


def made_case() -> Case:
    return case_of(EVENTS, ARTICLE)


def many_case(events: int) -> Case:
    """As many strikes, a day apart and spread over three places."""
    places = (HUN, GHADAMES, JUFRA)
    rows = [
        replace(
            STRIKE_EVENT,
            event_id=f"made-{number}",
            incident_id=f"i-{number}",
            location=places[number % 3],
            date=replace(STRIKE_EVENT.date, start=(day := date(2021, 3, 23) + timedelta(days=number)), end=day),
        )
        for number in range(events)
    ]
    return case_of(rows, ARTICLE)
