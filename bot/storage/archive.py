"""The file of a backup: a zip of JSON lines, a table each, with checksums in a manifest.

Written beside its place and moved there when whole; read only when every checksum fits.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from bot.domain.errors import StorageError

_MANIFEST = "manifest.json"
_FORMAT = 1
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself: the schema's version, when it was made, its parts' SHA-256."""

    schema: str
    made_at: datetime
    parts: Mapping[str, str]


def write_archive(
    file: Path, schema: str, made_at: datetime, parts: Iterable[tuple[str, Iterable[bytes]]]
) -> Manifest:
    """Write the parts, each from its chunks; a file that exists already is not overwritten."""
    draft = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
    try:
        if file.exists():
            raise StorageError("backup.exists", file=str(file))
        try:
            manifest = _write(draft, schema, made_at, parts)
            os.link(draft, file)
        finally:
            draft.unlink(missing_ok=True)
    except FileExistsError:
        raise StorageError("backup.exists", file=str(file)) from None
    except OSError as error:
        raise StorageError(
            "backup.unwritable", file=str(file), reason=type(error).__name__
        ) from error
    return manifest


def _write(
    draft: Path, schema: str, made_at: datetime, parts: Iterable[tuple[str, Iterable[bytes]]]
) -> Manifest:
    descriptor = os.open(draft, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)  # it holds the key
    with os.fdopen(descriptor, "w+b") as out:
        with ZipFile(out, "w", ZIP_DEFLATED) as archive:
            sums = {name: _add(archive, name, chunks) for name, chunks in parts}
            words = {
                "format": _FORMAT,
                "schema": schema,
                "made_at": made_at.isoformat(),
                "parts": sums,
            }
            archive.writestr(_MANIFEST, json.dumps(words, indent=1))
        out.flush()
        os.fsync(out.fileno())
    return Manifest(schema, made_at, sums)


def _add(archive: ZipFile, name: str, chunks: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    with archive.open(name, "w", force_zip64=True) as out:
        for chunk in chunks:
            digest.update(chunk)
            out.write(chunk)
    return digest.hexdigest()


class Archive:
    """A backup that is whole."""

    def __init__(self, file: ZipFile, manifest: Manifest) -> None:
        """Wrap a zip whose checksums fit its manifest."""
        self._file = file
        self.manifest = manifest

    def lines(self, part: str) -> Iterator[bytes]:
        """Yield the lines of a part."""
        with self._file.open(part) as lines:
            yield from lines


@contextmanager
def open_archive(file: Path) -> Iterator[Archive]:
    """Open a backup; raises StorageError unless it is one, and undamaged."""
    try:
        with ZipFile(file) as archive:
            manifest = _manifest(archive, file)
            for part, expected in manifest.parts.items():
                if _sum(archive, part) != expected:
                    raise StorageError("backup.damaged", file=str(file), part=part)
            yield Archive(archive, manifest)
    except (BadZipFile, EOFError) as error:
        raise StorageError("backup.no_backup", file=str(file)) from error
    except OSError as error:
        raise StorageError(
            "backup.unreadable", file=str(file), reason=type(error).__name__
        ) from error


def _manifest(archive: ZipFile, file: Path) -> Manifest:
    try:
        words = json.loads(archive.read(_MANIFEST))
        made_at = datetime.fromisoformat(words["made_at"])
        manifest = Manifest(str(words["schema"]), made_at, dict(words["parts"]))
    except (KeyError, ValueError, TypeError) as error:
        raise StorageError("backup.no_backup", file=str(file)) from error
    if words.get("format") != _FORMAT:
        raise StorageError("backup.newer", file=str(file))
    return manifest


def _sum(archive: ZipFile, part: str) -> str | None:
    digest = hashlib.sha256()
    try:
        with archive.open(part) as content:
            while block := content.read(_BLOCK):
                digest.update(block)
    except (KeyError, BadZipFile, EOFError, ValueError):
        return None
    return digest.hexdigest()
