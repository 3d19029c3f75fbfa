"""Reads expressions that count from the day of publication, or from another event."""

from __future__ import annotations

from geo.coding.date_reading import Length, Phrase, Reading, anaphoric, on, over
from geo.coding.date_values import Days, last_weekday, month_days, next_weekday, shift, week_of

_LONG = {"year", "decade"}


def weekday(phrase: Phrase) -> Reading | None:
    """The last such day, publication included; ليل runs into the next day, ليلة belongs to the day before."""
    found = [item.value for item in phrase.all("W")]
    today = phrase.today
    if phrase.first("_") is not None:
        return Reading("anaphoric")
    if today is None:
        return Reading("day", future=phrase.turn == 1)
    future = phrase.turn == 1 or (phrase.ahead and phrase.turn is None)
    until = shift(today, -1) if phrase.turn else today
    last = next_weekday(today, found[-1]) if future else last_weekday(until, found[-1])
    first = last_weekday(last, found[0])
    part = phrase.value("P")
    if len(found) == 1 and part == "night":
        return on(first, min(shift(first, 1), today) if not future else shift(first, 1), future)
    if len(found) == 1 and part == "eve":
        return on(shift(first, -1), first, future)
    return on(first, last, future)


def relative(phrase: Phrase) -> Reading | None:
    """Yesterday, the day before, tomorrow; a weekday beside it settles a doubt."""
    moved, today = phrase.value("A"), phrase.today
    if today is None:
        return Reading("day", future=moved > 0)
    day, named = shift(today, moved), phrase.value("W")
    if named is not None and day.weekday() != named:
        day = next_weekday(today, named) if moved > 0 else last_weekday(today, named)
    night = phrase.value("P") in ("night", "eve") or phrase.first("i") is not None
    return on(day, shift(day, 1) if night and moved < 0 else None, moved > 0)


def today(phrase: Phrase) -> Reading | None:
    """Today, this morning; a weekday beside it settles a doubt."""
    day, named = phrase.today, phrase.value("W")
    if day is not None and named is not None:
        day = last_weekday(day, named)
    return on(day)


def tonight(phrase: Phrase) -> Reading | None:
    """Tonight, or last night."""
    day = phrase.today
    return on(shift(day, -1), day) if day and phrase.turn == -1 else on(day)


def eve_of(phrase: Phrase) -> Reading | None:
    """ "the day after …", "on the eve of …": of a weekday a date, of anything else an offset."""
    moved, named = phrase.value("j"), phrase.value("W")
    if named is None:
        return anaphoric(phrase, moved, moved)
    if phrase.today is None:
        return Reading("day")
    day = shift(last_weekday(phrase.today, named), moved)
    return on(day) if moved > 0 else on(day, shift(day, 1))


def turned(phrase: Phrase) -> Reading | None:
    """ "last week", "this month", "next year"."""
    unit, told, turn = phrase.first("KqZ"), phrase.latest, phrase.turn
    if unit is None or phrase.first("~_^") is not None:
        return _same(phrase)
    if turn is None or not (unit.value.definite or unit.code == "K"):
        return None
    if told is None:
        return Reading("range", future=turn > 0)
    if unit.code == "q":
        return over(month_days(told.year, told.month + turn), "month", turn > 0)
    if unit.code == "Z":
        year = told.year + turn
        return over((told.replace(year, 1, 1), told.replace(year, 12, 31)), "year", turn > 0)
    return over(week_of(told, turn), "range", turn > 0) if phrase.today else Reading("range", future=turn > 0)


def _same(phrase: Phrase) -> Reading:
    """ "the same month": that of the time last told."""
    if phrase.told is None or phrase.first("q") is None or phrase.first("_") is not None:
        return Reading("anaphoric")
    return over(month_days(phrase.told[0].year, phrase.told[0].month), "month")


def anaphor(phrase: Phrase) -> Reading | None:
    """ "the same day", "that night", "the next day"; of a month or year no offset can be told."""
    if phrase.first("KqZ") is not None:
        return _same(phrase)
    moved = phrase.value("_") or 0
    return anaphoric(phrase, moved, moved)


def after_that(phrase: Phrase) -> Reading | None:
    """ "two days later", "a month after that", "a day before the vote"."""
    length = phrase.length
    if length is None or length.definite:
        return None
    if length.unit in _LONG:
        return Reading("anaphoric", duration=True)
    low, high = length.days
    backwards = phrase.value("@") == -1 or phrase.first("Q") is not None
    return anaphoric(phrase, -high, -low) if backwards else anaphoric(phrase, low, high)


def ago(phrase: Phrase) -> Reading | None:
    """ "three days ago": a day; weeks, months and years are as loose as they are long."""
    length, today = phrase.length, phrase.today
    if length is None or length.definite:
        return None
    if (length.unit in _LONG and length.open) or length.unit == "decade":
        return Reading("range", duration=True)
    if today is None:
        return Reading("day")
    if length.unit == "month" and not length.open:
        return over(month_days(today.year, today.month - length.high), "month")
    if length.unit == "year":
        year = today.year - length.high
        return over((today.replace(year, 1, 1), today.replace(year, 12, 31)), "year")
    low, high = length.days
    slack = length.high if length.unit == "week" and not length.open else 0
    return on(shift(today, -high - slack), shift(today, -low + slack))


def since_length(phrase: Phrase) -> Reading | None:
    """ "for the last three days"; years are background."""
    length = phrase.length
    if length is None or length.definite:
        return None
    if length.unit in _LONG or (length.unit == "month" and length.open):
        return Reading("since", duration=True)
    return Reading("since", _back(phrase, length), "range" if phrase.today else "unknown")


def _back(phrase: Phrase, length: Length) -> Days | None:
    return (shift(phrase.today, -length.days[1]), phrase.today) if phrase.today else None


def window(phrase: Phrase) -> Reading | None:
    """ "the last 24 hours", "the coming days"."""
    length, future = phrase.length, phrase.turn == 1
    if length is None or not (length.definite or phrase.first("L") or phrase.first("NX")):
        return None
    if length.unit in _LONG:
        return Reading("range", duration=True, future=future)
    if phrase.today is None:
        return Reading("range", future=future)
    days = (phrase.today, shift(phrase.today, length.days[1])) if future else _back(phrase, length)
    return over(days, "range", future)


def within(phrase: Phrase) -> Reading | None:
    """ "within days" lies ahead; "within 90 days" is a term, not a date."""
    length = phrase.length
    if length is None or length.definite:
        return None
    if not length.open or length.unit in _LONG:
        return Reading("range", future=True, duration=True)
    days = (phrase.today, shift(phrase.today, length.days[1])) if phrase.today else None
    return over(days, "range", future=True)


def soon(phrase: Phrase) -> Reading | None:
    """ "soon": publication and the week after it."""
    return over((phrase.today, shift(phrase.today, 7)) if phrase.today else None, "range", future=True)


def duration(phrase: Phrase) -> Reading | None:
    """ "for two weeks", "an ultimatum of 72 hours"."""
    return Reading("range", duration=True) if phrase.length else None


def then(phrase: Phrase) -> Reading | None:
    """ "at that time"."""
    return anaphoric(phrase, 0, 0)


def clock(_: Phrase) -> Reading | None:
    """ "at ten in the morning": no day."""
    return Reading("clock_only")
