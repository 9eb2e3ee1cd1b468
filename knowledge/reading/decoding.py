"""From a file to bytes, and from bytes to text: which encoding it is in.

Knows nothing of the content; files that are no plain text are the business of `formats`.
"""

from __future__ import annotations

import codecs
import unicodedata
from pathlib import Path

from knowledge.errors import UnreadableDocument

_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LARGEST = 20_000_000


def load(path: Path) -> str:
    """Return the text of a file, or raise UnreadableDocument with the reason as its key."""
    return decode(content_of(path), str(path))


def content_of(path: Path) -> bytes:
    """Return what a file holds, or raise UnreadableDocument with the reason as its key."""
    try:
        if path.is_dir():
            raise UnreadableDocument("folder", file=str(path))
        if path.stat().st_size > _LARGEST:
            raise UnreadableDocument("too_large", file=str(path))
        return path.read_bytes()
    except (FileNotFoundError, ValueError):  # ValueError: a null character in the name
        raise UnreadableDocument("missing", file=str(path)) from None
    except OSError:
        raise UnreadableDocument("denied", file=str(path)) from None


def decode(data: bytes, file: str) -> str:
    """Decode UTF-8, UTF-8 with mark, UTF-16 or, failing these, Windows-1252."""
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return _strict(data, encoding, file)
    if unmarked := _unmarked_utf16(data):
        return _strict(data, unmarked, file)
    if b"\x00" in data:
        raise UnreadableDocument("binary", file=file)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _windows(data, file)


def _strict(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableDocument("encoding", file=file) from None


def _unmarked_utf16(data: bytes) -> str | None:
    """Latin text in UTF-16 has a zero in every second byte; which one gives the byte order."""
    head = data[:2000]
    pairs = len(head) // 2
    if pairs < 4:
        return None
    if head[1::2].count(0) > 0.8 * pairs and not head[::2].count(0):
        return "utf-16-le"
    if head[::2].count(0) > 0.8 * pairs and not head[1::2].count(0):
        return "utf-16-be"
    return None


def _windows(data: bytes, file: str) -> str:
    """Windows-1252 fits nearly every byte string, so control characters tell binary from text."""
    text = data.decode("cp1252", errors="replace")
    odd = sum(unicodedata.category(c) == "Cc" and c not in "\t\n\r\f" for c in text[:4000])
    if odd > len(text[:4000]) // 100:
        raise UnreadableDocument("binary", file=file)
    return text
