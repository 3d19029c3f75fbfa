"""What went wrong, a line each."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from geo.ui.escape import shown


def faults(lines: Sequence[str], heading: str) -> Markup:
    """The lines under a heading, escaped."""
    items = Markup("").join(Markup("<li><bdi>{}</bdi></li>").format(shown(line)) for line in lines)
    return Markup('<details class="faults" role="status" open><summary>{}</summary><ul>{}</ul></details>').format(heading, items)
