from __future__ import annotations

from hypothesis import given, settings

from geo.model import Event
from geo.store.record import FIELDS, event_of, field_of, told
from tests.store.strategies import events


@settings(deadline=None, max_examples=100)
@given(events())
def test_an_event_comes_back_as_it_was(event: Event) -> None:
    assert event_of(told(event)) == event


@settings(deadline=None, max_examples=50)
@given(events())
def test_so_does_each_field_that_a_person_may_change(event: Event) -> None:
    assert {name: field_of(name, told(getattr(event, name))) for name in FIELDS} == {
        name: getattr(event, name) for name in FIELDS
    }


def test_what_can_be_changed_is_what_an_event_has() -> None:
    assert set(FIELDS) <= set(Event.__slots__)
