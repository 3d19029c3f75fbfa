"""What the legend lists; map.js draws each swatch with the styles of the marks themselves."""

from __future__ import annotations

from geo.coding import vocabulary
from geo.maps.words import named, word
from geo.query.words import Language

Entry = dict[str, str]


def legend(language: Language) -> list[list[Entry]]:
    """Sections of entries `{kind, label, …}`: event groups (with `colour`), standings (with `id`), shapes.

    >>> [len(section) for section in legend("en")]
    [6, 5, 3]
    >>> legend("en")[0][0]
    {'kind': 'group', 'label': 'Violence', 'colour': '#D55E00'}
    """
    groups = [
        {"kind": "group", "label": named(group, language), "colour": group.colour} for group in vocabulary.event_groups().values()
    ]
    standings = [
        {"kind": "standing", "label": named(status, language), "id": status.id} for status in vocabulary.statuses().values()
    ]
    standings.append({"kind": "standing", "label": word("disputed", language), "id": "disputed"})
    shapes = [{"kind": kind, "label": word(kind, language)} for kind in ("stack", "area", "halo")]
    return [groups, standings, shapes]
