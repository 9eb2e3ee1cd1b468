"""Reading documents for storing: bytes in, standards out, and which version of us made what.

What people send is read in a process of its own (`reading_process`), within bounds of time and
memory; the documents that ship with us are read here.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from bot.domain.standards import StoredDocument
from bot.services.reading_process import read_apart
from knowledge.errors import KnowledgeError
from knowledge.model import ServiceStandard

_PARTS = ("model.py", "facets.py", "storing.py", "reading", "language")
_POST_PARTS = ("routing", "finding/posts.py", "finding/ranks.py", "language")
_EXTRACT_PARTS = (
    "model.py", "facets.py", "correcting.py", "extracts.py",
    "finding", "routing", "language", "reading",
)  # fmt: skip


def document_of(file: str, content: bytes) -> StoredDocument:
    """Return a document under the digest of its bytes."""
    return StoredDocument(hashlib.sha256(content).hexdigest(), file, content)


def read_document(document: StoredDocument) -> tuple[ServiceStandard, ...]:
    """Return the standards of a document, or raise `knowledge.errors.KnowledgeError`.

    Blocks for as long as reading takes, at most some seconds; safe to call from many threads.
    """
    if document.digest in _shipped():
        from knowledge.reading import read_bytes

        return read_bytes(document.content, document.file)
    return read_apart(document.content, document.file)


def read_path(path: Path) -> tuple[ServiceStandard, ...]:
    """Return the standards of a file as `read_document` does; errors name the whole path."""
    from knowledge.reading.decoding import content_of

    content = content_of(path)
    try:
        return read_document(document_of(path.name, content))
    except KnowledgeError as error:
        raise KnowledgeError(error.key, **{**error.values, "file": str(path)}) from None


@cache
def _shipped() -> frozenset[str]:
    """Return the digests of the documents that ship with us."""
    from knowledge.library import shipped_documents

    files = (path for path in shipped_documents().iterdir() if path.is_file())
    return frozenset(hashlib.sha256(path.read_bytes()).hexdigest() for path in files)


@cache
def reader_version() -> str:
    """Return a digest of the code and data that read documents.

    What another reader has stored is read anew from its document, and nobody has to remember to
    count a version up.
    """
    return _digest_of(_PARTS)


@cache
def posts_version() -> str:
    """Return a digest of the code that collects posts from standards."""
    return _digest_of(_POST_PARTS)


@cache
def extract_version() -> str:
    """Return a digest of the code and data that derive extracts from standards.

    Numbers in extracts are packed as this machine has them, so its byte order is part of it.
    """
    return f"{_digest_of(_EXTRACT_PARTS)}-{sys.byteorder}"


def _digest_of(parts: Sequence[str]) -> str:
    digest = hashlib.sha256()
    root = files("knowledge")
    for part in parts:
        for source in _sources(root / part):
            digest.update(source.name.encode())
            digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def _sources(place: Traversable) -> Iterator[Traversable]:
    if place.is_file():
        if not place.name.endswith(".pyc"):
            yield place
    elif place.is_dir() and place.name != "__pycache__":
        for entry in sorted(place.iterdir(), key=lambda entry: entry.name):
            yield from _sources(entry)
