"""The form of one event: what its sections read, and the one way in which they change it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from gazetteer.index import Gazetteer
from geo.model import Article, Event
from geo.ui import review_state, state
from geo.ui.review_correction import Correction
from geo.ui.texts import Texts


@dataclass(frozen=True)
class Form:
    """The correction on show under its key on the desk, and what surrounds it. `events` are all of the article."""

    key: str
    correction: Correction
    article: Article
    events: Sequence[Event]
    gazetteer: Gazetteer
    texts: Texts

    @property
    def now(self) -> Event:
        """The event as it is to be."""
        return self.correction.now

    def enter(self, fields: Callable[[Event], dict[str, Any]]) -> None:
        """Changes fields of the event; for the callbacks of widgets."""
        review_state.enter(self.key, self.correction, fields)

    def entered(self, widget: str, fields: Callable[[Event, Any], dict[str, Any]]) -> Callable[[], None]:
        """A callback that changes fields of the event by what the reviewer entered in a widget."""
        return lambda: self.enter(lambda now: fields(now, state.entered(widget)))
