"""Errors of the office's rules and of its store, as keys and values without a sentence."""

from __future__ import annotations

from bot.errors import PanduError


class DomainError(PanduError):
    """A rule of the office says no; shown to the person who asked for it."""


class ConversationChanged(DomainError):
    """Another process changed the conversation meanwhile: run the unit of work again."""


class AlreadyHandled(DomainError):
    """The update was handled by another process meanwhile: drop this unit of work."""


class StorageError(PanduError):
    """The database cannot be used; shown to whoever runs the office. Never holds content."""
