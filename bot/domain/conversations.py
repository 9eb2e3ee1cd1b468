"""The state of a conversation between two messages: topic, form, step, draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Conversation:
    """What is remembered of a conversation.

    `state` is plain JSON with one key a feature ("topic", "form", ...): a feature replaces its
    own key and leaves the others. `version` is 0 for a conversation that is not stored yet.
    """

    state: Mapping[str, Any] = field(default_factory=dict)
    version: int = 0
    updated_at: datetime | None = None
