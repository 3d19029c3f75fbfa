"""Days, weeks, months and feasts that an expression may mean, counted from the day of publication."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

from geo.coding.date_vocabulary import setting

Days = tuple[date, date]
_HIJRI_YEARS = (1343, 1500)  # what hijridate's Umm al-Qura table covers
_PARTS = {"early": (1, 10), "middle": (11, 20), "late": (21, 31)}  # CODEBOOK 4


def shift(day: date, days: int) -> date:
    """`day` moved by `days`."""
    return day + timedelta(days)


def last_weekday(day: date, weekday: int) -> date:
    """The last `weekday` (0 is Monday) up to `day`, that day included.

    >>> last_weekday(date(2020, 7, 3), 4)
    datetime.date(2020, 7, 3)
    """
    return shift(day, -((day.weekday() - weekday) % 7))


def next_weekday(day: date, weekday: int) -> date:
    """The first `weekday` after `day`.

    >>> next_weekday(date(2020, 7, 3), 4)
    datetime.date(2020, 7, 10)
    """
    return shift(day, (weekday - day.weekday() - 1) % 7 + 1)


def week_of(day: date, weeks: int = 0) -> Days:
    """First and last day of the week of `day`, moved by `weeks`."""
    first = shift(last_weekday(day, setting("week_begins")), 7 * weeks)
    return first, shift(first, 6)


def month_days(year: int, month: int) -> Days:
    """First and last day of a month; `month` may run below 1 or above 12.

    >>> month_days(2020, 0)
    (datetime.date(2019, 12, 1), datetime.date(2019, 12, 31))
    """
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def part_of(days: Days, part: str) -> Days:
    """The early, middle or late third of a month; of a longer or shorter stretch, that third of it.

    >>> part_of(month_days(2020, 2), "late")
    (datetime.date(2020, 2, 21), datetime.date(2020, 2, 29))
    """
    first, last = days
    length = (last - first).days + 1
    if 28 <= length <= 31 and first.day == 1:
        low, high = _PARTS[part]
        return first.replace(day=low), first.replace(day=min(high, last.day))
    if length > 360:  # thirds of a year are four months
        month = 1 + 4 * list(_PARTS).index(part)
        return month_days(first.year, month)[0], month_days(first.year, month + 3)[1]
    third = max(length // 3, 1)
    cuts = {"early": (0, third - 1), "middle": (third, length - third - 1), "late": (length - third, length - 1)}
    return shift(first, cuts[part][0]), shift(first, max(cuts[part]))


def valid_day(year: int, month: int, day: int) -> date | None:
    """The date, or None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def hijri_days(year: int, month: int, day: int | None = None, days: int = 1) -> Days | None:
    """Gregorian days of a Hijri month, or of `days` days from `day` on; None outside the table.

    The months begin by sighting, which differs by country and lags the Umm al-Qura table (hijridate) by
    up to a day: a single day is given as two.
    """
    if not _HIJRI_YEARS[0] <= year <= _HIJRI_YEARS[1] or (day or 1) > 30:
        return None
    first = Hijri(year, month, 1)
    begin = date(*first.to_gregorian().datetuple())
    if day is None:
        return begin, shift(begin, first.month_length())
    return shift(begin, day - 1), shift(begin, day - 1 + days)


def hijri_year(day: date) -> int:
    """The Hijri year of a Gregorian day."""
    return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
