"""Where an export goes: a file that appears whole or not at all, or a stream."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import BinaryIO

from geo.errors import ExportError

Target = Path | BinaryIO


def write(chunks: Iterable[tuple[bytes, int]], out: Target) -> int:
    """Writes the bytes of `chunks` to `out`; returns the sum of their counts. Raises `ExportError` for a file."""
    total = 0
    with opened(out) as stream:
        for data, count in chunks:
            stream.write(data)
            total += count
    return total


@contextmanager
def opened(out: Target) -> Iterator[BinaryIO]:
    """A stream for `out`: itself, or a new file that takes the path's place when all is written. Raises `ExportError`."""
    if not isinstance(out, Path):
        with nullcontext(out) as stream:
            yield stream
        return
    with _replacing(out) as made, _blaming(out), made.open("wb") as stream:
        yield stream


def make(build: Callable[[Path], int], ending: str, out: Target) -> int:
    """Lets `build` make a file that needs a path of its own, with `ending`; puts it where `out` says.

    Returns what `build` does. Raises `ExportError` for a file.
    """
    if isinstance(out, Path):
        with _replacing(out, ending) as made, _blaming(out):
            return build(made)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / f"made{ending}"
        total = build(made)
        with made.open("rb") as finished:
            shutil.copyfileobj(finished, out)
    return total


@contextmanager
def _replacing(path: Path, ending: str = "") -> Iterator[Path]:
    """A new, empty file beside `path` that takes its place when all went well; else it goes away."""
    if path.is_dir():
        raise ExportError(f"{path}: is a folder; name a file")
    with _blaming(path):
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:80]}.", suffix=ending)
        os.close(handle)
    made = Path(name)
    try:
        yield made
        with _blaming(path):
            _settle(made)
            made.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
            made.replace(path)
    finally:
        made.unlink(missing_ok=True)


def _settle(made: Path) -> None:
    """Waits until the file is on disk: only then may it take the place of an earlier one."""
    with made.open("rb") as written:
        os.fsync(written.fileno())


@contextmanager
def _blaming(path: Path) -> Iterator[None]:
    """Turns what the system says into an `ExportError` that names `path`."""
    try:
        yield
    except BrokenPipeError:  # never a file's: the command line prints while it writes
        raise
    except OSError as error:
        raise ExportError(f"{path}: can't be written: {error.strerror or error}") from error


def _umask() -> int:
    """The process's umask, which can only be read by setting it; a temporary file ignores it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
