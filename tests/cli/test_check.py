"""`python -m geo check` reads every data file."""

from __future__ import annotations

import pytest

from geo.__main__ import main


def test_the_shipped_data_has_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr() == ("", "no faults\n")
