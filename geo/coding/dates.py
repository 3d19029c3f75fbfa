"""Finds the time expressions of a text and resolves them against its publication date (CODEBOOK 4).

One grammar over coded words: `date_words` codes them, `date_grammar` says what may follow what,
`date_calendar` and `date_relative` say what it means.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from gazetteer.arabic import key
from geo.coding import date_calendar as calendar
from geo.coding import date_relative as relative
from geo.coding.date_grammar import GRAMMAR
from geo.coding.date_published import Published, parse_published, publication_default
from geo.coding.date_reading import Kind, Phrase, Reading, on
from geo.coding.date_values import Days, shift, valid_day
from geo.coding.date_vocabulary import setting
from geo.coding.date_words import encode
from geo.coding.number_words import Words, clitic_forms, words
from geo.model import DateBasis, DatePrecision, DateSpan

__all__ = ["DateMention", "Published", "find_dates", "parse_published", "publication_default"]

_AHEAD = 12  # words before a date in which "scheduled", "expected" put it in the future
_NAMED = frozenset("WNOMmHoP")  # what a word such as "market" or "brigade" before it makes a name
_TWINS = frozenset(["G", "/G", "(", "(G", "/", ",G"])  # between one day told in two calendars
_STOPS = frozenset(".!?؟\n")
_TURNABLE = frozenset(["weekday", "day_month", "day_of_month", "month", "part", "weekend", "feast"])

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
    `offset_days` moves an anaphoric one from another event's day; its span, where it has one, counts from
    the time told before it. `future`: the words themselves look ahead. `duration`: a length or a background
    stretch, no date of an event. `ahead` is the span that the same words have when they speak of a plan
    ("will meet on Tuesday"), where that differs.
    """

    start: int
    end: int
    span: DateSpan
    kind: Kind
    offset_days: tuple[int, int] | None = None
    future: bool = False
    duration: bool = False
    ahead: DateSpan | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    rule: str
    first: int  # items
    last: int
    reading: Reading
    ahead: Reading | None = None


def find_dates(folded_text: str, published: Published | None) -> list[DateMention]:
    """The time expressions of `folded_text` in order, none overlapping.

    >>> today = parse_published("2020-07-03")
    >>> [(m.span.edtf, m.kind) for m in find_dates("اعلن اليوم الجمعه قصفا وقع مساء الاربعاء", today)]
    [('2020-07-03', 'day'), ('2020-07-01', 'day')]
    >>> find_dates("لا شيء", None)
    []
    """
    return _Finder(words(folded_text), published).find()


class _Finder:
    """Reads one text from its start, keeping the time last told."""

    def __init__(self, found: Words, published: Published | None) -> None:
        self.found, self.published = found, published
        self.items = encode(found.texts)
        self.codes = "".join(item.code for item in self.items)
        self.told: Days | None = None

    def find(self) -> list[DateMention]:
        made: list[_Found] = []
        for one in self._read():
            pair = _pair(self.codes, made[-1], one) if made else None
            if pair is None:
                made.append(one)
            else:
                made[-1] = _Found(made[-1].rule, made[-1].first, one.last, pair)
        return [self._mention(one) for one in made]

    def _read(self) -> Iterator[_Found]:
        at = 0
        while match := GRAMMAR.search(self.codes, at):
            first, last = match.span()
            rule = match.lastgroup or ""
            before = self.codes[first - 1]
            if (before == "b" and self.codes[first] in _NAMED) or self.codes[last : last + 1] == "n":
                at = last
                continue
            phrase = Phrase(self.items[first:last], self.published, before, self._is_ahead(first), self.told)
            reading = _READERS[rule](phrase)
            at = last if reading is not None else first + 1
            if reading is not None:
                if reading.days is not None and reading.kind in ("day", "range", "month", "anaphoric"):
                    self.told = reading.days
                yield _Found(rule, first, last, reading, self._turned(rule, phrase))

    def _turned(self, rule: str, phrase: Phrase) -> Reading | None:
        if rule not in _TURNABLE or phrase.turn is not None or phrase.ahead or phrase.first("Y") is not None:
            return None
        return _READERS[rule](Phrase(phrase.items, phrase.published, phrase.before, True, phrase.told))

    def _is_ahead(self, first: int) -> bool:
        at = self.items[first].first
        before = self.found.texts[max(at - _AHEAD, 0) : at]
        return not _ahead_words().isdisjoint(before) and _same_sentence(before)

    def _mention(self, one: _Found) -> DateMention:
        first = one.first
        while self.codes[first] in "BF&," and first < one.last - 1:
            first += 1
        start = self.found.spans[self.items[first].first][0]
        end = self.found.spans[self.items[one.last - 1].last - 1][1]
        inside = self.codes[first : one.last]
        if "(" in inside and ")" not in inside and self.codes[one.last] == ")":
            end += 1
        since = self.codes[one.first - 1] == "S"
        reading = _since(one.reading, self.published) if since else one.reading
        days, ahead = reading.days, one.ahead
        future = reading.future or bool(days and self.published and days[0] > self.published.day)
        turned = _span(ahead) if ahead is not None and ahead.days != one.reading.days and not since else None
        return DateMention(start, end, _span(reading), reading.kind, reading.offset, future, reading.duration, turned)


def _same_sentence(texts: Sequence[str]) -> bool:
    """Whether the last word that looks ahead is not cut off by the end of a sentence."""
    ahead = _ahead_words()
    for text in reversed(texts):
        if text in _STOPS:
            return False
        if text in ahead:
            return True
    return False


@cache
def _ahead_words() -> frozenset[str]:
    return frozenset(form for word in setting("ahead") for form in clitic_forms(key(word)))


def _pair(codes: str, one: _Found, two: _Found) -> Reading | None:
    """One reading of two neighbours: the same day told twice, or the two ends of a range."""
    link, a, b = codes[one.last : two.first], one.reading, two.reading
    if a.days is None or b.days is None or "anaphoric" in (a.kind, b.kind) or a.duration or b.duration:
        return None
    if link in _TWINS and one.rule in ("day_month", "weekday", "month"):
        return replace(b, future=a.future or b.future)
    if link in ("", ",") and a.days[0] <= b.days[1] and b.days[0] <= a.days[1]:
        return min(a, b, key=_length)
    if link not in ("&", "U", "-", "&U") or (link == "-" and one.rule != two.rule):
        return None
    start, end = a.days[0], b.days[1]
    if start > end and one.rule == "weekday":
        start = shift(start, -7)
    elif start > end and one.rule in ("month", "day_month"):  # the year told with the second is the first's too
        start = valid_day(end.year, start.month, start.day) or end
    return replace(on(start, end), future=a.future or b.future) if start <= end else None


def _length(reading: Reading) -> int:
    return (reading.days[1] - reading.days[0]).days if reading.days else 0


def _since(reading: Reading, published: Published | None) -> Reading:
    if reading.days is None or reading.kind == "anaphoric" or published is None:
        return reading if reading.kind == "anaphoric" else replace(reading, kind="since")
    if reading.days[0] > published.day:
        return reading
    return replace(reading, kind="since", days=(reading.days[0], published.day), precision="range")


def _span(reading: Reading) -> DateSpan:
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
