"""Reads expressions that name a place in a calendar: days of months, months, years, feasts, seasons."""

from __future__ import annotations

from datetime import date

from geo.coding.date_reading import Phrase, Reading, on, over
from geo.coding.date_values import (
    Days,
    hijri_days,
    hijri_year,
    last_weekday,
    month_days,
    next_weekday,
    part_of,
    shift,
    valid_day,
    week_of,
)
from geo.coding.date_vocabulary import Feast, Unit, setting

_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (0, 2)}
_CUED = frozenset("IDSUEQRBF")  # words before a month name that is also a common word


def numeric(phrase: Phrase) -> Reading | None:
    """2016-06-29 and 29/6/2016, day first; nothing when a mark stands apart or no such day exists."""
    if any(a.last != b.first for a, b in zip(phrase.items, phrase.items[1:], strict=False)):
        return None
    a, b, c = (item.value for item in phrase.all("NY"))
    day = valid_day(a, b, c) if a > 31 else valid_day(c, b, a)
    return on(day) if day and day.year >= 1900 else None


def day_month(phrase: Phrase) -> Reading | None:
    """One or more days of a month, Gregorian or Hijri."""
    days = [item.value for item in phrase.all("NOo")]
    month, year = phrase.first("MmlH"), _stated_year(phrase)
    if month is None or max(days) > 31 or _two_months(phrase):
        return None
    if month.code == "H":
        return _hijri_day(phrase, month.value, min(days), len(days), year)
    if year is not None and year < 1800:
        return None
    if year is None:
        year = _year_of(phrase, month.value, max(days))
    if year is None:
        return Reading("day")
    first, last = valid_day(year, month.value, min(days)), valid_day(year, month.value, max(days))
    return on(first, last) if first and last else None


def _stated_year(phrase: Phrase) -> int | None:
    """The year that stands in the words, or that "of last year" gives."""
    year = phrase.value("Y")
    if phrase.first("Z") is not None and phrase.first("~") is not None and phrase.told is not None:
        return phrase.told[0].year
    if year is None and phrase.first("Z") is not None and phrase.latest is not None and phrase.turn is not None:
        return phrase.latest.year + phrase.turn
    return int(year) if year is not None else None


def _two_months(phrase: Phrase) -> bool:
    return len({item.value for item in phrase.all("Mm")}) > 1


def _year_of(phrase: Phrase, month: int, day: int | None) -> int | None:
    """The year of a month with none: the latest up to publication, or the next when it lies ahead."""
    told = phrase.latest
    if told is None:
        return None
    here, there = (told.month, told.day if day else 1), (month, day or 1)
    if phrase.turn == 0:
        return told.year - (month > told.month)
    if phrase.turn == 1:
        return told.year + (there < here or (day is None and there == here))
    if phrase.turn is None and phrase.ahead:
        return told.year + (there < here)
    if phrase.turn is not None and phrase.turn < 0 and day is None:
        return told.year - (there >= here)
    return told.year - (there > here)


def _hijri_day(phrase: Phrase, month: int, day: int, count: int, year: int | None) -> Reading | None:
    days = _hijri(phrase, month, day, count, year)
    weekday = phrase.value("W")
    if days is not None and weekday is not None:  # the weekday tells which sighting the calendar followed
        sure = last_weekday(shift(days[1], 0), weekday)
        if sure >= shift(days[0], -1):
            return on(sure)
    return on(*days) if days else Reading("day")


def _hijri(phrase: Phrase, month: int, day: int | None, count: int, year: int | None) -> Days | None:
    if year is not None:
        return hijri_days(year, month, day, count) if year < 1600 else None
    if phrase.latest is None:
        return None
    now = hijri_year(phrase.latest)
    if phrase.turn == 1 or phrase.ahead:
        years = [now, now + 1]
        return next((d for y in years if (d := hijri_days(y, month, day, count)) and d[1] >= phrase.latest), None)
    return next((d for y in (now, now - 1) if (d := hijri_days(y, month, day, count)) and d[0] <= phrase.latest), None)


def day_of_month(phrase: Phrase) -> Reading | None:
    """ "the sixth of this month"; with no turn the latest such day up to publication."""
    days, told = [item.value for item in phrase.all("NOo")], phrase.latest
    unit = phrase.value("q")
    if isinstance(unit, Unit) and not unit.definite:
        return None
    if phrase.first("~_^*") is not None:
        if phrase.told is None or phrase.first("_") is not None:
            return Reading("anaphoric")
        month = phrase.told[0].replace(day=1)
    elif told is None:
        return Reading("day")
    else:
        late = -1 if max(days) > told.day and not phrase.ahead else 0
        month, _ = month_days(told.year, told.month + (late if phrase.turn is None else phrase.turn))
    first, last = (valid_day(month.year, month.month, value) for value in (min(days), max(days)))
    return on(first, last) if first and last else None


def feast(phrase: Phrase) -> Reading | None:
    """A feast, or the n-th day of one."""
    found: Feast = phrase.value("C")
    number, year = phrase.value("oO"), _stated_year(phrase)
    first = found.day + (number or 1) - 1
    count = 1 if number else found.days
    if year is not None and year >= 1600:  # a Gregorian year
        options = (
            hijri_days(y, found.month, first, count) for y in (hijri_year(date(year, 1, 1)), hijri_year(date(year, 12, 31)))
        )
        days = next((d for d in options if d and d[0].year == year), None)
    else:
        days = _hijri(phrase, found.month, first, count, year)
    return on(*days) if days else Reading("day")


def month(phrase: Phrase) -> Reading | None:
    """A month; a name that is also a common word or a man's name only with a cue."""
    item, year = phrase.first("MmlH"), _stated_year(phrase)
    sure = phrase.first("q") or year or phrase.turn is not None or phrase.before in _CUED
    if item is None or _two_months(phrase) or (item.code != "M" and not (sure or len(phrase.all("Mm")) == 2)):
        return None
    if phrase.first("~_") is not None:
        return Reading("anaphoric")
    days = _month(phrase, item.code, item.value, year)
    return over(days, "month" if item.code != "H" else "range")


def _month(phrase: Phrase, code: str, number: int, year: int | None) -> Days | None:
    if code == "H":
        return _hijri(phrase, number, None, 1, year)
    if year is None:
        year = _year_of(phrase, number, None)
    return month_days(year, number) if year is not None and year >= 1800 else None


def part(phrase: Phrase) -> Reading | None:
    """Early, middle or late in a month, week or year."""
    if phrase.first("~_") is not None and (phrase.told is None or phrase.first("K_") is not None):
        return Reading("anaphoric")
    if phrase.first("MmlHYZ") is None and phrase.first("~") is None and phrase.latest is None:
        return Reading("range")
    days = _divided(phrase)
    if days is None:
        return None if phrase.latest is not None else Reading("range")
    return over(part_of(days, phrase.value("E")), "range")


def _divided(phrase: Phrase) -> Days | None:
    """The month, week or year that is told a part of."""
    item, year, told = phrase.first("MmlH"), _stated_year(phrase), phrase.latest
    if item is not None:
        return None if _two_months(phrase) else _month(phrase, item.code, item.value, year)
    if year is not None:
        return (date(year, 1, 1), date(year, 12, 31)) if year >= 1900 else None
    if phrase.first("q") is not None and phrase.first("~") is not None and phrase.told is not None:
        return month_days(phrase.told[0].year, phrase.told[0].month)
    if told is None or not phrase.value("KqZ").definite:
        return None
    if phrase.first("Z") is not None:
        return date(told.year, 1, 1), date(told.year, 12, 31)
    find = week_of if phrase.first("K") is not None else _this_month
    days = find(told, phrase.turn or 0)
    passed = phrase.turn is None and not phrase.ahead and phrase.value("E") != "late"
    return find(told, -1) if passed and part_of(days, phrase.value("E"))[0] > told else days


def _this_month(day: date, turn: int) -> Days:
    return month_days(day.year, day.month + turn)


def weekend(phrase: Phrase) -> Reading | None:
    """The weekend: the last one begun, or the next."""
    days = setting("weekend_days")
    if phrase.today is None:
        return Reading("range")
    find = next_weekday if phrase.turn == 1 or phrase.ahead else last_weekday
    first = find(phrase.today, days[0])
    return over((first, shift(first, len(days) - 1)), "range")


def years(phrase: Phrase) -> Reading | None:
    """A year, or the years from one to another."""
    values = [item.value for item in phrase.all("Y")]
    if len(values) == 1 and phrase.first("h") is not None:
        days = hijri_days(values[0], 1)
        end = hijri_days(values[0], 12)
        return over((days[0], end[1]), "range") if days and end else None
    if min(values) < 1900 or (len(values) == 2 and values[0] >= values[1]):
        return None
    return over((date(values[0], 1, 1), date(values[-1], 12, 31)), "year" if len(values) == 1 else "range")


def season(phrase: Phrase) -> Reading | None:
    """ "the summer of 2014": June to August; winter is December to February of the year named."""
    year = _stated_year(phrase)
    if year is None and phrase.latest is not None and phrase.turn is not None:
        year = phrase.latest.year + min(phrase.turn, 0)
    if year is None or year < 1900:
        return None
    low, high = _SEASONS[phrase.value("J")]
    return over((month_days(year, low)[0], month_days(year, high)[1]), "range")
