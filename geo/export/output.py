"""Where an export goes: a file that appears whole or not at all, or a stream."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import BinaryIO

from geo.errors import ExportError

Target = Path | BinaryIO


def write(chunks: Iterable[tuple[bytes, int]], out: Target) -> int:
    """Writes the bytes of `chunks` to `out`; returns the sum of their counts. Raises `ExportError` for a file."""
    total = 0
    with _replacing(out) if isinstance(out, Path) else nullcontext(out) as stream:
        for data, count in chunks:
            stream.write(data)
            total += count
    return total


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    """A new file beside `path` that takes its place when all is written and on disk; else it goes away."""
    if path.is_dir():
        raise ExportError(f"{path}: is a folder; name a file")
    with _blaming(path):
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:80]}.")
    try:
        with _blaming(path):
            with open(handle, "wb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
            Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


@contextmanager
def _blaming(path: Path) -> Iterator[None]:
    """Turns what the system says into an `ExportError` that names `path`."""
    try:
        yield
    except BrokenPipeError:  # never a file's: the command line prints while it writes
        raise
    except OSError as error:
        raise ExportError(f"{path}: can't be written: {error.strerror}") from error


def _umask() -> int:
    """The process's umask, which can only be read by setting it; a temporary file ignores it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
