"""The interface's words in English and Arabic, from `texts.yaml`, with each language's plurals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any, Literal, get_args

from geo.coding.lexicon import Entry, fault, need, read

Language = Literal["en", "ar"]
Direction = Literal["ltr", "rtl"]

LANGUAGES: tuple[Language, ...] = get_args(Language)
FOLDER, NAME = Path(__file__).parent, "texts.yaml"
FORMS = {"en": ("one", "other"), "ar": ("zero", "one", "two", "few", "many", "other")}  # CLDR's cardinal plurals


@dataclass(frozen=True, slots=True)
class Texts:
    """The words of one language.

    >>> Texts("ar")("clear_all")
    'مسح الكل'
    """

    language: Language

    @property
    def direction(self) -> Direction:
        """How the language runs."""
        return "rtl" if self.language == "ar" else "ltr"

    def __call__(self, key: str, **values: object) -> str:
        """The text `key`, its {fields} filled. KeyError when there is no such text."""
        return self.pattern(key).format(**values)

    def pattern(self, key: str) -> str:
        """The text `key` with its {fields} as they are."""
        text: str = _texts()[key][self.language]
        return text

    def count(self, key: str, number: int) -> str:
        """A number with its noun in the right form.

        >>> [Texts("en").count("events", n) for n in (0, 1, 1200)]
        ['0 events', '1 event', '1,200 events']
        """
        forms: dict[str, str] = _texts()[key][self.language]
        return forms[plural(self.language, number)].format(n=f"{number:,}")

    def day(self, day: date) -> str:
        """A day in words.

        >>> Texts("en").day(date(2020, 7, 3))
        '3 July 2020'
        """
        return f"{day.day} {self.month(day.month)} {day.year}"

    def month(self, month: int) -> str:
        """The name of a month, 1 to 12."""
        names: list[str] = _texts()["months"][self.language]
        return names[month - 1]


def plural(language: Language, number: int) -> str:
    """The plural form that CLDR gives to a whole number.

    >>> [plural("ar", n) for n in (0, 1, 2, 7, 11, 100, 103)]
    ['zero', 'one', 'two', 'few', 'many', 'other', 'few']
    """
    if language == "en":
        return "one" if number == 1 else "other"
    if number <= 2:
        return ("zero", "one", "two")[number]
    if 3 <= number % 100 <= 10:
        return "few"
    return "many" if number % 100 >= 11 else "other"


@cache
def _texts() -> dict[str, Entry]:
    return validated(read(NAME, FOLDER))


def validated(texts: Any) -> dict[str, Entry]:
    """`texts` as read; raises `DataError` where a language, a plural form or a field is missing."""
    for key in texts:
        entry = need(NAME, texts, key, dict)
        english = entry.get("en")
        kind = type(english) if isinstance(english, list) else dict if isinstance(english, Entry) else str
        for language in LANGUAGES:
            value = need(NAME, entry, language, kind)
            if isinstance(value, Entry):
                for form in FORMS[language]:
                    need(NAME, value, form, str)
        if kind is str and _fields(entry["en"]) != _fields(entry["ar"]):
            raise fault(NAME, entry, "ar", "does not have the {fields} of the English")
        if kind is list and len(entry["en"]) != len(entry["ar"]):
            raise fault(NAME, entry, "ar", "is not as long as the English list")
    return dict(texts)


def _fields(text: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(text) if field}
