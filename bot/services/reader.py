"""Reading documents for storing: bytes in, standards out, and which version of us made what."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from bot.domain.standards import StoredDocument
from knowledge.model import ServiceStandard

_PARTS = ("model.py", "storing.py", "reading", "language")
_POST_PARTS = ("routing", "finding/posts.py", "finding/ranks.py", "language")


def document_of(file: str, content: bytes) -> StoredDocument:
    """Return a document under the digest of its bytes."""
    return StoredDocument(hashlib.sha256(content).hexdigest(), file, content)


def read_document(document: StoredDocument) -> tuple[ServiceStandard, ...]:
    """Return the standards of a document, or raise `knowledge.errors.KnowledgeError`."""
    from knowledge.reading import read_text
    from knowledge.reading.decoding import decode

    return read_text(decode(document.content, document.file), document.file)


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
