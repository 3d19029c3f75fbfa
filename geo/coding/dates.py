"""Finds the time expressions of a text and resolves them against its publication date (CODEBOOK 4).

One grammar over coded words: `date_words` codes them, `date_grammar` says what may follow what,
`date_calendar` and `date_relative` say what it means.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from edtf import EDTFObject, parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from gazetteer.arabic import key
from geo.coding import date_calendar as calendar
from geo.coding import date_relative as relative
from geo.coding.date_grammar import ANCHORED, GRAMMAR
from geo.coding.date_reading import Kind, Phrase, Published, Reading
from geo.coding.date_values import shift
from geo.coding.date_words import Item, encode, setting
from geo.coding.number_words import Words, clitic_forms, words
from geo.model import DateBasis, DatePrecision, DateSpan

__all__ = ["DateMention", "Published", "find_dates", "parse_published", "publication_default"]

_AHEAD = 6  # words before a date in which "scheduled", "expected" put it in the future
_NAMED = frozenset("WNOMmHoP")

_READERS: dict[str, Callable[[Phrase], Reading | None]] = {
    "numeric": calendar.numeric, "day_month": calendar.day_month, "day_of_month": calendar.day_of_month,
    "feast": calendar.feast, "part": calendar.part, "weekend": calendar.weekend, "month": calendar.month,
    "years": calendar.years, "season": calendar.season,
    "duration": relative.duration, "anaphor": relative.anaphor, "after_that": relative.after_that,
    "ago": relative.ago, "since_length": relative.since_length, "window": relative.window,
    "within": relative.within, "relative": relative.relative, "today": relative.today,
    "tonight": relative.tonight, "eve_of": relative.eve_of, "weekday": relative.weekday,
    "turned": relative.turned, "then": relative.then, "clock": relative.clock, "soon": relative.soon,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression at folded [start:end].

    `span` has no dates and precision "unknown" when it is relative and publication is not known.
    `offset_days` moves an anaphoric one from another event's day. `future`: the words themselves look
    ahead. `duration`: a length or a background stretch, no date of an event.
    """

    start: int
    end: int
    span: DateSpan
    kind: Kind
    offset_days: tuple[int, int] | None = None
    future: bool = False
    duration: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    rule: str
    first: int  # items
    last: int
    reading: Reading


def find_dates(folded_text: str, published: Published | None) -> list[DateMention]:
    """The time expressions of `folded_text` in order, none overlapping.

    >>> today = parse_published("2020-07-03")
    >>> [(m.span.edtf, m.kind) for m in find_dates("اعلن اليوم الجمعه قصفا وقع مساء الاربعاء", today)]
    [('2020-07-03', 'day'), ('2020-07-01', 'day')]
    >>> find_dates("لا شيء", None)
    []
    """
    found = words(folded_text)
    items = encode(found.texts)
    codes = "".join(item.code for item in items)
    readings = [
        reading
        for run in ANCHORED.finditer(codes)
        for reading in _read_run(found, items, codes, run.start(), run.end(), published)
    ]
    return [_mention(found, items, codes, one, published) for one in _joined(items, codes, readings, published)]


def _read_run(found: Words, items: list[Item], codes: str, start: int, end: int, published: Published | None) -> list[_Found]:
    readings, at = [], start
    while at < end:
        match = GRAMMAR.search(codes, at, end)
        if match is None or match.lastgroup is None:
            break
        first, last = match.span()
        before = codes[first - 1] if first else ""
        if (before == "b" and codes[first] in _NAMED) or codes[last : last + 1] == "n":
            at = last
            continue
        phrase = Phrase(items[first:last], published, before, _is_ahead(found, items[first].first))
        reading = _READERS[match.lastgroup](phrase)
        if reading is not None:
            readings.append(_Found(match.lastgroup, first, last, reading))
        at = last if reading is not None else first + 1
    return readings


def _is_ahead(found: Words, at: int) -> bool:
    ahead = _ahead_words()
    return any(text in ahead for text in found.texts[max(at - _AHEAD, 0) : at])


@lru_cache(maxsize=1)
def _ahead_words() -> frozenset[str]:
    return frozenset(form for word in setting("ahead") for form in clitic_forms(key(word)))


def _joined(items: list[Item], codes: str, readings: list[_Found], published: Published | None) -> list[_Found]:
    """Ranges made of two expressions ("between … and …", "from … to …"), and one day told in two calendars."""
    made: list[_Found] = []
    for one in readings:
        last = made[-1] if made else None
        pair = _pair(codes, last, one) if last else None
        if last is not None and pair is not None:
            made[-1] = _Found(last.rule, last.first, one.last, pair)
        else:
            made.append(one)
    return made


def _pair(codes: str, one: _Found, two: _Found) -> Reading | None:
    link = codes[one.last : two.first]
    a, b = one.reading, two.reading
    if a.days is None or b.days is None or "anaphoric" in (a.kind, b.kind) or a.duration or b.duration:
        return None
    if link in ("G", "/G", "(", "(G", "/", ",G") and one.rule in ("day_month", "weekday", "month"):
        return replace(b, future=a.future or b.future)
    if link not in ("&", "U", "-", "&U") or (link == "-" and one.rule != two.rule):
        return None
    start, end = a.days[0], b.days[1]
    if start > end and one.rule == "weekday":
        start = shift(start, -7)
    if start > end:
        return None
    both: DatePrecision = "range" if start != end else "day"
    return Reading("range" if start != end else "day", (start, end), both, future=a.future or b.future)


def _mention(found: Words, items: list[Item], codes: str, one: _Found, published: Published | None) -> DateMention:
    reading, first = one.reading, one.first
    while codes[first] in "BF&," and first < one.last - 1:
        first += 1
    start, end = found.spans[items[first].first][0], found.spans[items[one.last - 1].last - 1][1]
    if one.first and codes[one.first - 1] == "S":
        reading = _since(reading, published)
    days = reading.days
    future = reading.future or bool(days and published and days[0] > published.day)
    span = _span(reading, published)
    return DateMention(start, end, span, reading.kind, reading.offset, future, reading.duration)


def _since(reading: Reading, published: Published | None) -> Reading:
    if reading.days is None or reading.kind == "anaphoric" or published is None:
        return reading if reading.kind == "anaphoric" else replace(reading, kind="since")
    if reading.days[0] > published.day:
        return reading
    return replace(reading, kind="since", days=(reading.days[0], published.day), precision="range")


def _span(reading: Reading, published: Published | None) -> DateSpan:
    basis: DateBasis = "stated"
    if reading.days is None:
        return DateSpan(basis=basis)
    start, end = reading.days
    return DateSpan(start, end, _edtf(start, end, reading.precision), reading.precision, basis)


def _edtf(start: date, end: date, precision: DatePrecision) -> str:
    if precision == "year":
        return f"{start:%Y}"
    if precision == "month":
        return f"{start:%Y-%m}"
    return f"{start}" if start == end else f"{start}/{end}"


@lru_cache(maxsize=1024)
def parse_published(edtf_text: str | None) -> Published | None:
    """The publication date that EDTF text tells; None for none. Raises `ValueError` with the reason.

    >>> parse_published("2016-06-29~")
    Published(day=datetime.date(2016, 6, 29), precision='day', approximate=True)
    >>> parse_published("2020-06").day
    datetime.date(2020, 6, 30)
    >>> parse_published(None), parse_published("")
    (None, None)
    """
    text = (edtf_text or "").strip()
    if not text:
        return None
    try:
        parsed: EDTFObject = parse_edtf(text)
        latest = date(*parsed.upper_strict()[:3])
        earliest = date(*parsed.lower_strict()[:3])
    except (EDTFParseException, ValueError, TypeError, OverflowError) as error:
        raise ValueError(f"{text!r} is not an EDTF date such as 2016-06-29, 2016-06 or 2016-06-29~") from error
    length = (latest - earliest).days
    precision: DatePrecision = "day" if length == 0 else "month" if length <= 31 else "year" if length <= 366 else "range"
    return Published(latest, precision, approximate=text[-1] in "~?%")


def publication_default(published: Published | None, planned: bool) -> DateSpan:
    """The span of an event with no time expression: publication and the day before, or the week after.

    >>> publication_default(parse_published("2020-07-03"), planned=False).edtf
    '2020-07-02/2020-07-03'
    >>> publication_default(None, planned=True).precision
    'unknown'
    """
    if published is None:
        return DateSpan()
    day = published.day
    if published.precision == "month":
        first, last = day.replace(day=1), day
    elif published.precision == "year":
        first, last = day.replace(month=1, day=1), day
    else:
        first, last = day - timedelta(0 if planned else 1), day + timedelta(7 if planned else 0)
    return DateSpan(first, last, f"{first}/{last}", "range", "publication")
