"""What the reviewer's buttons do to the case; what comes of it lies on the desk afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from geo.errors import ConflictError, StoreError
from geo.model import Event
from geo.store.case import CaseFile
from geo.store.changes import Change
from geo.ui import review_state as desk_of
from geo.ui import state
from geo.ui.review_correction import Correction
from geo.ui.review_state import MISSED, MOST_UNDO, change, desk, let_go

LATEST = 50  # changes looked through for what happened since


Neighbour = tuple[str, str] | None  # an event of the queue and its article


@dataclass(frozen=True, slots=True)
class Target:
    """The event that an act is about, as it stood on the screen: its row, and the event that comes next in the queue."""

    event: Event
    version: int
    row: int | None
    following: Neighbour


def accept(case: CaseFile, target: Target, correction: Correction) -> None:
    """Accepts the event, with what is typed in the form, and goes on to the next."""
    if correction.changed:
        if save(case, target, correction):
            _go_on(target, "did_edit")
    elif _done(case, target, lambda who: case.accept(target.event.event_id, who, target.version)):
        _go_on(target, "did_accept")


def ask_why(asking: bool) -> None:
    """Asks why the event is rejected, or lets it be."""
    change(rejecting=asking, said="", conflict="")


def reject(case: CaseFile, target: Target, reason: str) -> None:
    """Rejects the event and goes on to the next."""
    if _done(case, target, lambda who: case.reject(target.event.event_id, reason, who, target.version)):
        let_go(target.event.event_id)
        _go_on(target, "did_reject")


def save(case: CaseFile, target: Target, correction: Correction) -> bool:
    """Writes the changed fields, and says whether that was done; what is typed stays where it was not."""
    seen = target.version if correction.seen is None else correction.seen
    if not _done(case, target, lambda who: case.edit(target.event.event_id, correction.changed, who, seen), seen):
        return False
    let_go(target.event.event_id)
    change(said="did_edit", pane="event")
    return True


def add(case: CaseFile, correction: Correction) -> None:
    """Writes an event that the machine missed, and shows it."""
    try:
        event_id = case.insert(correction.now, desk().who)
    except StoreError as error:
        change(said=str(error))
        return
    let_go(MISSED)
    desk_of.choose(event_id, correction.now.article_id)
    _remember(case, event_id)
    change(said="did_insert", pane="event")


def take_machines(case: CaseFile, target: Target, field: str, value: object) -> None:
    """Takes the machine's value for one field."""
    if _done(case, target, lambda who: case.edit(target.event.event_id, {field: value}, who, target.version)):
        change(said="did_edit")


def split(case: CaseFile, target: Target) -> None:
    """Makes a second event of one, and shows the new one in the form."""
    made: list[str] = []
    if _done(case, target, lambda who: made.append(case.split(target.event.event_id, who, target.version))):
        desk_of.choose(made[0], target.event.article_id)
        change(said="did_split", pane="edit")


def merge(case: CaseFile, target: Target, other_id: str) -> None:
    """Puts another event of the article into this one."""
    if _done(case, target, lambda who: case.merge(target.event.event_id, other_id, who, target.version)):
        change(said="did_merge")


def undo(case: CaseFile, changes: tuple[int, ...] | None = None) -> None:
    """Takes back changes, those of the session's last act when none are named, and shows their event."""
    acts = desk().acts
    changes = acts[-1] if changes is None else changes
    left = tuple(act for act in acts if act != changes)
    try:
        for change_id in changes:
            case.undo(change_id, desk().who)
    except ConflictError:
        change(said="did_not_undo", acts=left)
        return
    except StoreError as error:
        change(said=str(error), acts=left)
        return
    undone = next(iter(case.changes(limit=1))).event_id
    done = {event_id: row for event_id, row in desk().done.items() if event_id != undone}
    change(said="did_undo", conflict="", rejecting=False, done=done, acts=left)
    if undone != state.view().event:
        _show(case, undone)


def _show(case: CaseFile, event_id: str) -> None:
    """Opens the event, unless what was undone was its making."""
    try:
        event = case.event(event_id)
    except StoreError:
        return
    state.change(event=event_id, article=event.article_id)


def turn(case: CaseFile, article_id: str, by: int) -> None:
    """Opens the article that stands so many further in the case, the first after the last, at the first of its events."""
    ids = case.article_ids()
    article_id = ids[(ids.index(article_id) + by) % len(ids)] if article_id in ids else ids[0]
    events = [event for event in case.events_of(article_id) if event.review != "rejected"]
    desk_of.choose(events[0].event_id if events else None, article_id)


def look_anew() -> None:
    """Shows the event as it is now; what is typed stays in the form."""
    change(conflict="", said="", pane="event")


def rebase(target: Target, correction: Correction) -> None:
    """Puts what is typed on top of the event as it is now."""
    moved = Correction(target.event, replace(target.event, **correction.changed), target.version, correction.edtf)
    desk_of.keep(target.event.event_id, moved)
    change(conflict="", said="")


def since(case: CaseFile, event_id: str, seen: int) -> list[Change]:
    """The changes of an event after a version of it, the latest first."""
    return list(takewhile(lambda each: each.version > seen, _latest(case, event_id)))


def _latest(case: CaseFile, event_id: str) -> Iterator[Change]:
    return iter(case.changes(event_id, limit=LATEST))


def _done(case: CaseFile, target: Target, act: Callable[[str], object], seen: int | None = None) -> bool:
    """Whether the act was written; where somebody else came first, the desk keeps the version that was looked at."""
    try:
        act(desk().who)
    except ConflictError:
        change(conflict=f"{target.event.event_id} {target.version if seen is None else seen}", rejecting=False)
        return False
    except StoreError as error:
        change(said=str(error), rejecting=False)
        return False
    _remember(case, target.event.event_id)
    done = desk().done if target.row is None else {**desk().done, target.event.event_id: target.row}
    change(done=done, conflict="", rejecting=False)
    return True


def _remember(case: CaseFile, event_id: str) -> None:
    """Keeps the ids of what was just written: of an edit every field, as each is taken back by itself."""
    latest = list(_latest(case, event_id))
    if latest:
        act = tuple(each.change_id for each in latest if each.operation == latest[0].operation)
        change(acts=(*desk().acts, act if latest[0].action == "edit" else act[:1])[-MOST_UNDO:])


def _go_on(target: Target, said: str) -> None:
    if target.following:
        state.change(event=target.following[0], article=target.following[1])
    change(said=said, pane="event")
