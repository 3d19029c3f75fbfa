from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from geo.store.case import CaseFile


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseFile]:
    """A new, empty case."""
    opened = CaseFile.open(tmp_path / "case.gpkg")
    yield opened
    opened.close()
