"""What stands on the review screen: the queue, the article, its events, the chosen one and its correction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from geo.errors import StoreError
from geo.model import Article, Event
from geo.store.case import CaseFile
from geo.store.table import EventTable
from geo.ui import review_queue, review_state, state
from geo.ui.case import gazetteer_of
from geo.ui.review_acts import Neighbour, Target
from geo.ui.review_correction import Correction, blank, passage_of, with_passage
from geo.ui.review_missed import proposed
from geo.ui.review_queue import Rows
from geo.ui.review_state import MISSED, Pane, change, desk, keep
from geo.ui.state import View

DRAFT = "draft"  # what the text calls an event that has no id yet


@dataclass(frozen=True)
class Opened:
    """The screen's content for this session. `article` is None in an empty case, `target` where no event is chosen.

    `at` is the chosen event's place in the queue, from 0, None when it waits not; `back` and `first` are the
    event before it and the first one there.
    """

    case: CaseFile
    waiting: Rows
    at: int | None = None
    back: Neighbour = None
    first: Neighbour = None
    article: Article | None = None
    events: Sequence[Event] = ()
    target: Target | None = None
    correction: Correction | None = None

    @property
    def chosen(self) -> str | None:
        """The chosen event's id."""
        return self.target.event.event_id if self.target else None

    @property
    def key(self) -> str:
        """Where the correction lies on the desk."""
        return self.chosen or MISSED

    @property
    def shown(self) -> str | None:
        """The id under which the text highlights the event of the form."""
        return self.chosen or (DRAFT if self.correction else None)

    @property
    def marked(self) -> list[Event]:
        """The events that the text highlights, that of the form as it is to be; of rejected ones only the chosen one."""
        formed = replace(self.correction.now, event_id=self.shown or DRAFT) if self.correction else None
        others = [event for event in self.events if event.review != "rejected" and event.event_id != self.chosen]
        return [*others, formed] if formed else others

    @property
    def pane(self) -> Pane:
        """What the desk shows of the event; a missed one has a form and nothing else yet."""
        if self.target is None and self.correction is not None and desk().pane != "case":
            return "edit"
        return desk().pane

    @property
    def overtaken(self) -> int | None:
        """The version that the reviewer looked at, where somebody has changed the event since; else None."""
        if self.target is None:
            return None
        event_id, _, seen = desk().conflict.rpartition(" ")
        if event_id == self.target.event.event_id:
            return int(seen)
        typed = self.correction
        stale = typed is not None and typed.changed and typed.seen != self.target.version
        return typed.seen if stale and typed else None

    def choose(self, told: dict[str, Any]) -> None:
        """Opens the event that was clicked in the list or in the text."""
        event_id, article = str(told.get("event", "")), self.article
        if article and any(event.event_id == event_id for event in self.events):
            review_state.choose(event_id, article.article_id)

    def pick(self, told: dict[str, Any]) -> None:
        """Takes the selected words for a passage of the event on show, or for an event that was missed."""
        start, end = told.get("start"), told.get("end")
        article = self.article
        if article is None or told.get("article") != article.article_id or type(start) is not int or type(end) is not int:
            return
        passage = passage_of(article, start, end)
        if passage is None:
            return
        if told.get("act") == "passage" and self.correction:
            keep(self.key, with_passage(self.correction, start, end, article))
        elif told.get("act") == "missed":
            proposal = proposed(article, passage, gazetteer_of(self.case.places()))
            change(left=state.view().event)
            state.change(event=None)
            keep(MISSED, Correction(blank(article, passage), proposal))
        change(pane="edit", said="")


def opened(case: CaseFile, table: EventTable, queued: Rows) -> Opened:
    """The screen's content, with the queue as it was when the table was read; where nothing is chosen, its first event is."""
    view, done = _whereabouts(case), desk().done
    scope = view.article if desk().scope == "article" else None
    waiting = review_queue.left(queued, table, scope, done.values())
    if view.event is None and view.article is None and len(waiting):
        doubtful = table.event(int(waiting[0]))
        state.change(event=doubtful.event_id, article=doubtful.article_id)
        view = state.view()
    article = _article(case, view.article)
    if article is None:
        return Opened(case, waiting)
    first = _neighbour(table, review_queue.step(waiting, None, table, forward=True))
    version = _version(case, view.event)  # before the events: what changes in between is then a conflict, not lost
    events = case.events_of(article.article_id)
    event = next((event for event in events if event.event_id == view.event), None)
    if event is None:
        missed = desk().corrections.get(MISSED)
        ours = missed if missed and missed.now.article_id == article.article_id else None
        return Opened(case, waiting, None, None, first, article, events, None, ours)
    row = review_queue.row_of(table, event.event_id, article.article_id)
    at = review_queue.place_in(waiting, row, table)
    forward, back = (_neighbour(table, review_queue.step(waiting, row, table, forward=way)) for way in (True, False))
    return Opened(
        case,
        waiting,
        at if row is not None and at < len(waiting) and waiting[at] == row else None,
        back,
        first,
        article,
        events,
        Target(event, version, row, forward or _another(first, event)),
        review_state.correction(event.event_id, event, version),
    )


def _version(case: CaseFile, event_id: str | None) -> int:
    """The event's version; 0, which no event has, where the case has no such event."""
    try:
        return case.version(event_id) if event_id else 0
    except StoreError:
        return 0


def _another(first: Neighbour, event: Event) -> Neighbour:
    """What comes after the queue's last: its first again, unless that is the same."""
    return first if first and first[0] != event.event_id else None


def _whereabouts(case: CaseFile) -> View:
    """The session's view; a link may name an event and not its article."""
    view = state.view()
    if view.event and view.article is None:
        try:
            state.change(article=case.event(view.event).article_id)
        except StoreError:
            state.change(event=None)
    return state.view()


def _neighbour(table: EventTable, row: int | None) -> Neighbour:
    if row is None:
        return None
    event = table.event(row)
    return event.event_id, event.article_id


def _article(case: CaseFile, article_id: str | None) -> Article | None:
    """The article of that id, else the case's first; None in an empty case."""
    if article_id is not None:
        try:
            return case.article(article_id)
        except StoreError:
            state.change(event=None, article=None)  # a link to what the case does not have
    ids = case.article_ids()
    return case.article(ids[0]) if ids else None
