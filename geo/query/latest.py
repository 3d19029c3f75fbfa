"""A page of a long list, in the order of the days."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from geo.query.index import Index
from geo.store.columns import Flags


def latest(index: Index, rows: Flags, page: slice) -> NDArray[np.int32]:
    """The rows on one page of those that the mask `rows` selects, the latest first, the undated last.

    Only as much of the order is walked through as the page needs.
    """
    order, walked = index.latest_first, 4 * page.stop
    found = order[:walked][rows[order[:walked]]]
    while len(found) < page.stop and walked < len(order):
        walked *= 4
        found = order[:walked][rows[order[:walked]]]
    return found[page]
