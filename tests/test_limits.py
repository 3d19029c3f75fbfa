"""The limits are in one place, and the server's settings keep step with them."""

from __future__ import annotations

import tomllib
from pathlib import Path

from geo import limits

ROOT = Path(__file__).parents[1]


def test_the_server_takes_no_larger_upload_than_is_told() -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf8"))
    assert settings["server"]["maxUploadSize"] == limits.UPLOAD_MB


def test_what_is_read_whole_fits_into_an_upload() -> None:
    for name in (
        "LARGEST_ARTICLE",
        "LARGEST_PAGE",
        "LARGEST_ARCHIVED_PAGE",
        "LARGEST_DOCUMENT",
        "LARGEST_FEED",
        "LARGEST_MEMBER",
    ):
        assert 0 < getattr(limits, name) <= limits.UPLOAD_MB * limits.MB


def test_every_limit_is_used() -> None:
    code = "\n".join(path.read_text("utf8") for path in (ROOT / "geo").rglob("*.py") if path.name != "limits.py")
    names = [name for name in vars(limits) if name.isupper() and name != "UPLOAD_MB"]
    assert [name for name in names if name not in code] == []
