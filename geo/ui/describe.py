"""An event's place, time and toll said in words, as HTML."""

from __future__ import annotations

import re
from datetime import date

from markupsafe import Markup

from gazetteer.relations import relation_words
from geo.model import Casualties, DateSpan, Location
from geo.query.summary import Range
from geo.ui.escape import quoted, shown
from geo.ui.texts import Texts

_MOVED = re.compile(r"(?:(?P<km>[\d.]+) km )?(?P<words>.+)")
_DAY = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)(?P<about>~?)")


def place(location: Location, texts: Texts) -> Markup:
    """Where, and how sure that is: at the place, near it, or somewhere in an area; with the radius in km.

    >>> near = Location("x", "Sirte", "سرت", "Sirte", "LY", 16.59, 31.2, 2, 15.0, "south of")
    >>> place(near, Texts("en")).striptags()
    'near: south of Sirte سرت, ±15 km'
    """
    name, km = place_name(location, texts), f"{location.radius_km:,.0f}"
    if location.geo_precision == 1:
        return _placed("at_site", name, km, texts)
    if location.geo_precision == 2:
        direction = relation(location.relation, texts)
        return _placed("near_direction" if direction else "near", name, km, texts, direction=direction)
    return _placed("in_district" if location.admin1 == location.name_en else "in_area", name, km, texts)


def place_name(location: Location, texts: Texts) -> Markup:
    """The place's name in the interface's language; in the English one the Arabic name stands beside it."""
    if texts.language == "ar" or not location.name_en:
        return Markup('<bdi lang="ar">{}</bdi>').format(shown(location.name_ar))
    return Markup('<bdi>{}</bdi> <bdi lang="ar" class="aside">{}</bdi>').format(shown(location.name_en), shown(location.name_ar))


def _placed(key: str, name: Markup, km: str, texts: Texts, **fields: str) -> Markup:
    return Markup(texts.pattern(key)).format(place=name, km=km, **fields)


def relation(words: str, texts: Texts) -> str:
    """A `Location.relation` in the interface's language; '' where it is empty or has no Arabic.

    >>> relation("30 km south of", Texts("ar")), relation("", Texts("en"))
    ('30 كم جنوب', '')
    """
    if texts.language == "en" or not (moved := _MOVED.fullmatch(words)):
        return words
    known = relation_words()
    arabic = {d.en: d.ar for d in known.directions.values()} | dict(known.phrases.values())
    told = arabic.get(moved["words"], "")
    return texts("distance", km=moved["km"], direction=told) if told and moved["km"] else told


def dates(span: DateSpan, texts: Texts) -> str:
    """The days of a span in words; '' when nothing is known.

    >>> dates(DateSpan(date(2020, 6, 1), date(2020, 6, 30), "2020-06", "month", "stated"), Texts("en"))
    'June 2020'
    """
    if span.precision == "unknown":
        return ""
    if span.precision == "year" and span.start:
        return str(span.start.year)
    if span.precision == "month" and span.start:
        return texts("month_of", month=texts.month(span.start.month), year=span.start.year)
    return between(span.start, span.end, texts)


def between(start: date | None, end: date | None, texts: Texts) -> str:
    """From a day to a day in words, either of them open.

    >>> between(date(2020, 6, 1), date(2020, 6, 3), Texts("en")), between(None, date(2020, 6, 3), Texts("en"))
    ('1 to 3 June 2020', 'until 3 June 2020')
    """
    if start is None or end is None:
        return texts("until", day=texts.day(end)) if end else texts("since", day=texts.day(start)) if start else ""
    if start == end:
        return texts.day(end)
    if (start.year, start.month) == (end.year, end.month):
        return texts("to_day", start=start.day, end=texts.day(end))
    return texts("to_day", start=texts.day(start), end=texts.day(end))


def date_basis(span: DateSpan, texts: Texts) -> Markup:
    """How the date is known, with the article's own words."""
    words = quoted(span.text) if span.text else Markup()
    if span.precision == "unknown":
        return Markup(texts.pattern("date_unknown_text")).format(words=words) if words else Markup.escape(texts("date_unknown"))
    if span.basis == "publication":
        return Markup.escape(texts("from_publication"))
    return Markup(texts.pattern("stated")).format(words=words)


def published(edtf: str | None, texts: Texts) -> str:
    """A publication date (EDTF) in words; what is no plain day is shown as written.

    >>> published("2016-06-29~", Texts("en")), published(None, Texts("en"))
    ('about 29 June 2016', 'publication date not known')
    """
    if not edtf:
        return texts("unpublished")
    told = _DAY.fullmatch(edtf)
    try:
        day = texts.day(date.fromisoformat(told["day"])) if told else edtf
    except ValueError:
        return edtf
    return texts("about", date=day) if told and told["about"] else day


def toll(casualties: Casualties, texts: Texts) -> str:
    """Killed and wounded in words, '' when nothing is said.

    >>> toll(Casualties(killed_low=39, killed_high=41, wounded_low=2, wounded_best=2, wounded_high=2), Texts("en"))
    '39–41 killed, 2 wounded'
    """
    c = casualties
    parts = [
        _figure("killed", c.killed_low, c.killed_best, c.killed_high, texts),
        _figure("wounded", c.wounded_low, c.wounded_best, c.wounded_high, texts),
    ]
    return texts("comma").join(part for part in parts if part)


def _figure(kind: str, low: int | None, best: int | None, high: int | None, texts: Texts) -> str:
    if low is None and best is None and high is None:
        return ""
    if best is not None and best == (low if low is not None else best) == (high if high is not None else best):
        return texts.count(kind, best)
    words = bounds(low, high, texts)
    if best is not None:
        words = texts("best_of", best=f"{best:,}", range=words) if words != f"{best:,}" else words
    return texts(f"{kind}_range", n=words)


def bounds(low: int | None, high: int | None, texts: Texts) -> str:
    """A figure known between two bounds, either of which may be unknown.

    >>> [bounds(2, None, Texts("en")), bounds(2, 5, Texts("en")), bounds(None, 5, Texts("en")), bounds(4, 4, Texts("en"))]
    ['2 or more', '2–5', 'up to 5', '4']
    """
    if low is not None and low == high:
        return f"{low:,}"
    if low is None:
        return texts("at_most", high=f"{high:,}") if high is not None else ""
    return texts("at_least", low=f"{low:,}") if high is None else texts("range", low=f"{low:,}", high=f"{high:,}")


def total(figure: Range | None, texts: Texts) -> str:
    """A sum of the header: its range, or a dash where no event tells a figure."""
    return texts("untold") if figure is None else bounds(figure.low, figure.high, texts)
