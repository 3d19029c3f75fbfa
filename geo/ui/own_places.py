"""Where the analyst's own places are kept: in the file of `--places`, else in the session."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Lock

from gazetteer.own import OwnPlace, own_csv, read_own, write_own
from geo.ui import state

Places = tuple[OwnPlace, ...]
_WRITING = Lock()  # two sessions that save at once must both be kept


def kept(file: Path | None) -> Places:
    """The places as they are now. Raises `GazetteerError` when the file is faulty."""
    return state.view().own if file is None else read_own(file)


def keep(file: Path | None, changed: Callable[[Places], Places]) -> None:
    """Changes the places; raises `GazetteerError`, with nothing changed, when they can't be written."""
    if file is None:
        places = changed(state.view().own)
        own_csv(places)  # what can't be a file's row is refused in a session too
        state.change(own=places)
        return
    with _WRITING:
        write_own(file, changed(read_own(file)))
