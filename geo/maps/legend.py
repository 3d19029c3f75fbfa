"""What the legend lists; map.js draws each swatch with the styles of the marks themselves."""

from __future__ import annotations

from geo.coding import vocabulary
from geo.maps.words import word
from geo.query.words import Language, name

Entry = dict[str, str]


def legend(language: Language) -> list[list[Entry]]:
    """Sections of entries `{kind, label, …}`: event groups (with `colour`), standings (with `id`), shapes.

    >>> [len(section) for section in legend("en")]
    [6, 5, 3]
    >>> legend("en")[0][0]
    {'kind': 'group', 'label': 'Violence', 'colour': '#D55E00'}
    """
    groups = [
        {"kind": "group", "label": name(group, language), "colour": group.colour} for group in vocabulary.event_groups().values()
    ]
    standings = [
        {"kind": "standing", "label": name(standing, language), "id": standing.id}
        for standing in (*vocabulary.statuses().values(), vocabulary.disputed())
    ]
    shapes = [{"kind": kind, "label": word(kind, language)} for kind in ("stack", "area", "halo")]
    return [groups, standings, shapes]
