"""Places, dates and tolls in words, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from geo.model import Casualties, DateSpan
from geo.ui import describe
from geo.ui.texts import Texts
from tests.ui.made import GHADAMES, HUN, JUFRA

EN, AR = Texts("en"), Texts("ar")


@pytest.mark.parametrize(
    ("location", "english", "arabic"),
    [
        (GHADAMES, "Ghadames غدامس, at the place itself", "غدامس، في المكان نفسه"),
        (HUN, "near: south of Hun هون, ±15 km", "في الجوار: جنوب هون، ±15 كم"),
        (replace(HUN, relation="30 km south-west of"),
         "near: 30 km south-west of Hun هون, ±15 km", "في الجوار: 30 كم جنوب غرب هون، ±15 كم"),
        (replace(HUN, relation=""), "near Hun هون, ±15 km", "قرب هون، ±15 كم"),
        (JUFRA, "Jufra الجفرة, district, ±120 km", "الجفرة، شعبية، ±120 كم"),
        (replace(JUFRA, name_en="Libya", name_ar="ليبيا", admin1=None, radius_km=1200.0),
         "Libya ليبيا, somewhere in this area, ±1,200 km", "ليبيا، في نطاق هذه المنطقة، ±1,200 كم"),
    ],
)  # fmt: skip
def test_places(location, english: str, arabic: str) -> None:
    assert describe.place(location, EN).striptags() == english
    assert describe.place(location, AR).striptags() == arabic


@pytest.mark.parametrize(
    ("span", "english", "arabic"),
    [
        (DateSpan(date(2020, 7, 3), date(2020, 7, 3), "2020-07-03", "day", "stated"), "3 July 2020", "3 يوليو 2020"),
        (DateSpan(date(2020, 7, 3), date(2020, 7, 9), "", "range", "stated"), "3 to 9 July 2020", "من 3 إلى 9 يوليو 2020"),
        (DateSpan(date(2019, 12, 30), date(2020, 1, 2), "", "range", "stated"),
         "30 December 2019 to 2 January 2020", "من 30 ديسمبر 2019 إلى 2 يناير 2020"),
        (DateSpan(date(2020, 7, 1), date(2020, 7, 31), "2020-07", "month", "stated"), "July 2020", "يوليو 2020"),
        (DateSpan(date(2020, 1, 1), date(2020, 12, 31), "2020", "year", "stated"), "2020", "2020"),
        (DateSpan(date(2020, 7, 3), None, "2020-07-03/..", "range", "stated"), "since 3 July 2020", "منذ 3 يوليو 2020"),
        (DateSpan(), "", ""),
    ],
)  # fmt: skip
def test_dates(span: DateSpan, english: str, arabic: str) -> None:
    assert describe.dates(span, EN) == english
    assert describe.dates(span, AR) == arabic


@pytest.mark.parametrize(
    ("span", "english"),
    [
        (DateSpan(date(2020, 7, 3), date(2020, 7, 3), "2020-07-03", "day", "stated", "اليوم الجمعة"), "stated: «اليوم الجمعة»"),
        (DateSpan(date(2020, 7, 3), date(2020, 7, 3), "2020-07-03", "day", "publication"), "from the publication date"),
        (DateSpan(text="أمس"), "unknown: «أمس», and the article is undated"),
        (DateSpan(), "date not told"),
    ],
)
def test_how_a_date_is_known(span: DateSpan, english: str) -> None:
    assert describe.date_basis(span, EN).striptags() == english


@pytest.mark.parametrize(
    ("casualties", "english", "arabic"),
    [
        (Casualties(), "", ""),
        (Casualties(0, 0, 0), "0 killed", "لا قتلى"),
        (Casualties(5, 5, 5, 2, 2, 2), "5 killed, 2 wounded", "5 قتلى، جريحان"),
        (Casualties(killed_low=10), "10 or more killed", "قتلى: 10 أو أكثر"),
        (Casualties(39, None, 41), "39–41 killed", "قتلى: من 39 إلى 41"),
        (Casualties(3, 5, 7), "5 (3–7) killed", "قتلى: 5 (من 3 إلى 7)"),
        (Casualties(wounded_best=12), "12 wounded", "12 جريحًا"),
        (Casualties(killed_high=4), "up to 4 killed", "قتلى: حتى 4"),
    ],
)
def test_tolls(casualties: Casualties, english: str, arabic: str) -> None:
    assert describe.toll(casualties, EN) == english
    assert describe.toll(casualties, AR) == arabic


@pytest.mark.parametrize(
    ("edtf", "english"),
    [
        (None, "publication date not known"),
        ("2020-07-03", "3 July 2020"),
        ("2016-06-29~", "about 29 June 2016"),
        ("2016", "2016"),
        ("2016-02-30", "2016-02-30"),
    ],
)
def test_publication_dates(edtf: str | None, english: str) -> None:
    assert describe.published(edtf, EN) == english
