"""What reviewing has shown so far of how good the machine is in this case."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from geo.store.measured import Measured
from geo.ui.texts import Texts

LEAST = 30  # reviewed events under which a share says little: its 95 % interval is then wider than 35 points

COUNTS = ("accepted", "edited", "rejected", "missed", "unreviewed")


@dataclass(frozen=True, slots=True)
class Share:
    """A share and what it rests on: `right` of `of` events."""

    right: int
    of: int

    @property
    def percent(self) -> int | None:
        """The share in percent, None where it rests on too few."""
        return round(100 * self.right / self.of) if self.of >= LEAST else None


def precision(counts: Measured) -> Share:
    """Of the machine's events that were reviewed, those that were events.

    >>> precision(Measured(30, 6, 4, 10, 100, 0.9, 0.78)).percent
    90
    """
    right = counts.accepted + counts.edited
    return Share(right, right + counts.rejected)


def recall(counts: Measured) -> Share:
    """Of the events that are known to be told, those that the machine found."""
    right = counts.accepted + counts.edited
    return Share(right, right + counts.missed)


def draw(counts: Measured, texts: Texts) -> None:
    """The counts, and both shares with what they rest on."""
    rows = Markup("").join(
        Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(texts(f"figure_{name}"), f"{getattr(counts, name):,}")
        for name in COUNTS
    )
    shares = [_share("precision", precision(counts), texts), _share("recall", recall(counts), texts)]
    st.html(
        Markup('<h3>{}</h3><dl class="figures">{}</dl>{}<p class="note">{}</p>').format(
            texts("figures_heading"), rows, Markup("").join(shares), texts("figure_recall_hint")
        )
    )


def _share(name: str, share: Share, texts: Texts) -> Markup:
    if share.percent is None:
        said = texts("figure_few", name=texts(f"name_{name}"), n=share.of, least=LEAST)
    else:
        said = texts(f"figure_{name}", percent=share.percent, n=f"{share.of:,}", right=f"{share.right:,}")
    return Markup("<p>{}</p>").format(said)
