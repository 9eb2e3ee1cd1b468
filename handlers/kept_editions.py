"""How a card names the edition that its task or report keeps to."""

from __future__ import annotations

from bot.services.kept_editions import KeptEdition
from handlers.markup import plain
from handlers.texts import Texts


def said_of_edition(texts: Texts, language: str, kept: KeptEdition | None) -> str:
    """Return the words that name an edition, without markup; "" for the one in force."""
    if kept is None:
        return ""
    note = kept.note
    values = {"year": note.year, "since": note.since, "until": note.until}
    words = texts.render("replies.kept_edition", language, **values, withdrawn=kept.withdrawn)
    return plain(words)
