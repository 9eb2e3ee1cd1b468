"""The few errors of knowledge: a key and values; the sentences are in handlers.texts."""

from __future__ import annotations


class KnowledgeError(Exception):
    """Something about a document that a person has to be told; rendered from `errors.<key>`."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values


class NotAStandard(KnowledgeError):
    """The text was read but is no service standard: "empty" or "no_sections"."""


class UnreadableDocument(KnowledgeError):
    """The file cannot be turned into text, or not within bounds.

    "missing", "folder", "denied", "too_large", "encoding", "binary", "format", "picture",
    "broken", "encrypted", "unpacks_huge", "scanned", "too_much"; from the process that reads
    documents "too_slow" and "stopped".
    """
