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
    """The file cannot be turned into text: "missing", "folder", "denied", "encoding", "binary"."""
