"""Article -> [Event]. `code` is the only thing that the rest of the house needs."""

from geo.coding.engine import code

__all__ = ["code"]
