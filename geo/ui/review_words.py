"""A reviewer's change in words: which field, what it was, what it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from markupsafe import Markup

from geo.coding.vocabulary import Label, event_types, reviews, statuses
from geo.model import Actor, Casualties, DateSpan, Location, Passage
from geo.store.changes import Change
from geo.ui import describe
from geo.ui.escape import quoted, shown
from geo.ui.review_actors import faction_labels
from geo.ui.texts import Texts

USUAL_REASONS = ("not_event", "not_told", "duplicate", "wrong_place", "background", "furniture")
_BY_US = re.compile("(merge|split)(?:d into| from) ")  # the store's own reasons, which name an id
LONGEST_QUOTE = 90  # characters of a passage in a line of the history


def field_name(field: str, texts: Texts) -> str:
    """What the form calls a field of the event."""
    return texts(f"field_{field}")


def value(field: str, said: Any, texts: Texts) -> Markup:
    """The value of a field in words, everything of the article escaped.

    >>> str(value("status", "claimed", Texts("ar"))), str(value("location", None, Texts("en")))
    ('ادعاء طرف', 'place not told')
    """
    if said is None and field != "location":
        return Markup.escape(texts("nothing"))
    return _SAID[field](said, texts) if field in _SAID else shown(str(said))


def change(changed: Change, texts: Texts) -> Markup:
    """What one change did: the field and both its values; the reason of a rejection."""
    if changed.field == "event":
        return Markup.escape(texts(f"did_{changed.action}"))
    if changed.field == "review":
        said = Markup.escape(label(reviews().get(str(changed.new)), texts) or texts(f"did_{changed.action}"))
        return said + (
            Markup(": <bdi>{}</bdi>").format(reason(changed.reason, texts))
            if changed.reason and changed.action != "undo"
            else Markup()
        )
    return Markup('{}: <del>{}</del> <span class="arrow">{}</span> <ins>{}</ins>').format(
        field_name(changed.field, texts),
        value(changed.field, changed.old, texts),
        "←" if texts.language == "ar" else "→",
        value(changed.field, changed.new, texts),
    )


def moment(at: str) -> Markup:
    """A moment of the log, to the minute, as it is kept: UTC. It runs from the left in Arabic too.

    >>> moment("2020-07-03T10:20:30.123Z").striptags()
    '2020-07-03 10:20 UTC'
    """
    return Markup('<bdi dir="ltr">{:%Y-%m-%d %H:%M} UTC</bdi>').format(datetime.fromisoformat(at))


def reason(said: str, texts: Texts) -> Markup:
    """The reason of a rejection: one of the usual ones in the interface's language, else as it was written."""
    if by_us := _BY_US.match(said):
        return Markup.escape(texts(f"did_{by_us[1]}"))
    return Markup.escape(texts(f"reason_for_{said}")) if said in USUAL_REASONS else shown(said)


def label(known: Label | None, texts: Texts) -> str:
    """A label in the interface's language, '' for none."""
    return "" if known is None else known.ar if texts.language == "ar" else known.en


def actor(said: Actor, texts: Texts) -> Markup:
    """An actor with its role and its faction."""
    name = said.name_ar if texts.language == "ar" else said.name_en
    named = Markup("<bdi>{}</bdi>").format(shown(name)) if name else quoted(said.text)
    sides = [texts(f"role_{said.role}"), label(faction_labels().get(said.faction), texts)]
    return Markup("{} ({})").format(named, texts("comma").join(filter(None, sides)))


def _joined(parts: Iterable[Markup], texts: Texts) -> Markup:
    return Markup(texts("comma")).join(parts) or Markup.escape(texts("nothing"))


def _location(said: Location | None, texts: Texts) -> Markup:
    if said is None:
        return Markup.escape(texts("place_not_told"))
    point = Markup('<bdi dir="ltr" class="aside">{:.3f}, {:.3f}</bdi>').format(said.latitude, said.longitude)
    return Markup("{} {}").format(describe.place(said, texts), point)


def _date(said: DateSpan, texts: Texts) -> Markup:
    return Markup.escape(describe.dates(said, texts) or texts("date_unknown"))


def _toll(said: Casualties, texts: Texts) -> Markup:
    return Markup.escape(describe.toll(said, texts) or texts("nothing"))


def _actors(said: tuple[Actor, ...], texts: Texts) -> Markup:
    return _joined((actor(each, texts) for each in said), texts)


def _names(said: tuple[str, ...], texts: Texts) -> Markup:
    return _joined((quoted(name) for name in said), texts)


def _passages(said: tuple[Passage, ...], texts: Texts) -> Markup:
    cut = (each.text if len(each.text) <= LONGEST_QUOTE else each.text[:LONGEST_QUOTE].rsplit(" ", 1)[0] + "…" for each in said)
    return _joined((quoted(" ".join(text.split())) for text in cut), texts)


_SAID: dict[str, Callable[[Any, Texts], Markup]] = {
    "event_type": lambda said, texts: shown(label(event_types().get(said), texts) or said),
    "status": lambda said, texts: shown(label(statuses().get(said), texts) or said),
    "date": _date,
    "location": _location,
    "actors": _actors,
    "casualties": _toll,
    "attribution": _names,
    "disputed_by": _names,
    "passages": _passages,
}
