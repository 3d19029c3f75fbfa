"""The events of an article as the list beside its text."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from geo.coding.vocabulary import event_groups, event_types, reviews, statuses
from geo.model import Event
from geo.ui import describe
from geo.ui.escape import markdown, shown
from geo.ui.texts import Texts


def event_list(events: Sequence[Event], texts: Texts) -> Markup:
    """The list's HTML, in the order of the text; each row is a button that names its event."""
    ordered = sorted(events, key=lambda event: min((passage.start for passage in event.passages), default=0))
    rows = Markup("").join(Markup("<li>{}</li>").format(_row(event, texts)) for event in ordered)
    return Markup('<h3>{}</h3><ol lang="{}">{}</ol>').format(texts.count("review_events", len(events)), texts.language, rows)


def kind_name(event: Event, texts: Texts) -> str:
    """The event's type in the interface's language."""
    kind = event_types()[event.event_type]
    return kind.ar if texts.language == "ar" else kind.en


def review_name(event: Event, texts: Texts) -> str:
    """The event's state of review in the interface's language."""
    state = reviews()[event.review]
    return state.ar if texts.language == "ar" else state.en


def said_where(event: Event, texts: Texts) -> Markup:
    """The place's name, or that it is not told."""
    if event.location is None:
        return Markup.escape(texts("place_not_told"))
    name = event.location.name_ar if texts.language == "ar" else event.location.name_en or event.location.name_ar
    return Markup("<bdi>{}</bdi>").format(shown(name))


def said_when(event: Event, texts: Texts) -> str:
    """The days, or that they are not told."""
    return describe.dates(event.date, texts) or texts("date_unknown")


def headline(event: Event, texts: Texts) -> Markup:
    """What, where and when, as HTML on one line."""
    return Markup("{} · {} · {}").format(kind_name(event, texts), said_where(event, texts), said_when(event, texts))


def short_name(event: Event, texts: Texts) -> str:
    """The event on one line, for a label that is read as Markdown: what, where and when."""
    place = event.location
    name = (place.name_ar if texts.language == "ar" else place.name_en or place.name_ar) if place else texts("place_not_told")
    return " · ".join(markdown(said) for said in (kind_name(event, texts), name, said_when(event, texts)))


def _row(event: Event, texts: Texts) -> Markup:
    kind, status = event_types()[event.event_type], statuses()[event.status]
    return Markup(
        '<button type="button" class="event-row {review}" data-event="{id}" style="--group:{colour}">'
        '<span class="kind">{kind}</span> <span class="aside">{status}</span>'
        '<span class="line">{where} · {when}</span><span class="line state">{state}</span></button>'
    ).format(
        review=event.review,
        id=event.event_id,
        colour=event_groups()[kind.group].colour,
        kind=kind_name(event, texts),
        status=status.ar if texts.language == "ar" else status.en,
        where=said_where(event, texts),
        when=said_when(event, texts),
        state=state_of(event, texts),
    )


def state_of(event: Event, texts: Texts) -> str:
    """Its state of review; of one that nobody has looked at, how sure the machine is."""
    if event.review == "unreviewed":
        return texts("review_confidence", percent=round(event.confidence * 100))
    return review_name(event, texts)
