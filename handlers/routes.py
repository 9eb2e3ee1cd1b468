"""A route in words: why a complaint goes where it goes.

The words are in `texts/*/routing.j2`, one macro a reason.
"""

from __future__ import annotations

from handlers.texts import Texts
from knowledge.routing.route import Route

TOLD_BY_THE_STANDARD = frozenset({"delegated_required", "delegated_optional", "delegated_plain"})
"""Reasons that only repeat the line of the standard: where that is quoted, its place will do."""


def reason_of(route: Route, texts: Texts, language: str) -> str:
    """Return the reason of a route as one sentence of Telegram HTML, its source quoted."""
    values = {**route.reason.values, "source": route.source}
    return texts.render(f"routing.{route.reason.key}", language, **values)
