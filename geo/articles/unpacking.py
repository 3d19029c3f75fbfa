"""ZIP archives, opened without trust: sizes as declared are checked first, and never exceeded."""

from __future__ import annotations

import io
import zlib
from zipfile import BadZipFile, ZipFile, ZipInfo

from geo.articles.source import too_large
from geo.errors import ArticleError
from geo.limits import HIGHEST_RATIO, MB

_ENCRYPTED = 0x1  # the flag of an encrypted member (PKWARE APPNOTE 4.4.4)


def opened_zip(data: bytes, name: str) -> ZipFile:
    """The archive in `data`; raises `ArticleError` when it is none."""
    try:
        return ZipFile(io.BytesIO(data))
    except (BadZipFile, ValueError, OSError, NotImplementedError, EOFError, UnicodeDecodeError) as error:
        raise ArticleError(name, "is a damaged archive, or none at all") from error


def fault_of_member(member: ZipInfo, most: int) -> str:
    """Why a member is not unpacked, judged by what the archive declares; '' when it may be."""
    if member.flag_bits & _ENCRYPTED:
        return "is encrypted; pack it without a password"
    if member.file_size > most:
        return too_large(member.file_size, most, "it")
    if member.file_size > MB and member.file_size > HIGHEST_RATIO * max(member.compress_size, 1):
        return f"unpacks to more than {HIGHEST_RATIO} times its size, as a zip bomb does"
    return ""


def unpacked(archive: ZipFile, member: ZipInfo, most: int, name: str) -> bytes:
    """The content of a member; raises `ArticleError`, naming `name`, when it is too large, encrypted or damaged."""
    if fault := fault_of_member(member, most):
        raise ArticleError(name, fault)
    try:
        with archive.open(member) as stream:
            return stream.read(most + 1)  # zipfile gives no more than the member declares
    except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise ArticleError(name, "is damaged, or packed in a way that is not read") from error
