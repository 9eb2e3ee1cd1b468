"""Standards as stored: the document's bytes, and the model read from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class StandardState(StrEnum):
    """Whether answers come from a stored standard; the others are history."""

    IN_FORCE = "in_force"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A file that was loaded; `digest` is the SHA-256 of `content`, in hex."""

    digest: str
    file: str
    content: bytes


@dataclass(frozen=True, slots=True)
class StoredStandard:
    """A standard in force: `model` is plain JSON, as the reader of `reader_version` made it.

    `loaded_by` is a Telegram user id, or None for the shipped ones and the command line.
    """

    id: str
    title: str
    file: str
    digest: str
    model: Mapping[str, Any]
    reader_version: str
    loaded_at: datetime
    loaded_by: int | None = None
