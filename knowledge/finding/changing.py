"""The answer to "what has changed?": two editions of a standard, component by component."""

from __future__ import annotations

from knowledge.editions import Change, Edition, changes
from knowledge.finding.answering import Answered, Line, cite, short_title
from knowledge.finding.answers import ReplyKind, Request
from knowledge.finding.shelf import Shelf
from knowledge.finding.suggesting import suggestions

_MOST_LINES = 6  # of one side of one component


def changed(shelf: Shelf, request: Request) -> Answered:
    """Answer with what differs between the standard in force and its other edition.

    With a coming one, what will change; else what has, since the edition before.
    """
    standard = shelf.standards[request.standard or ""]
    other = other_edition(shelf, standard.id)
    if other is None:
        return Answered(
            "no_changes_known", {"standard": short_title(standard)}, (cite(standard, None),),
            ReplyKind.UNKNOWN, suggestions(standard, "changes"),
        )  # fmt: skip
    coming = other.note.until is None
    before, after = (standard, other.standard) if coming else (other.standard, standard)
    found = changes(before, after)
    values: dict[str, object] = {
        "standard": short_title(standard),
        "coming": coming,
        "since": other.note.since if coming else other.note.until,
        "parts": [_part(change) for change in found],
    }
    sources = (cite(after, None), cite(before, None))
    old = Request("card", other.standard.id)
    return Answered("changes", values, sources, next=(old, *suggestions(standard, "changes")))


def other_edition(shelf: Shelf, standard: str) -> Edition | None:
    """Return the edition that a standard in force is compared with: a coming one goes first."""
    own = [edition for edition in shelf.editions.others if edition.of == standard]
    return min(own, key=lambda edition: edition.note.until is not None, default=None)


def _part(change: Change) -> dict[str, object]:
    return {
        "what": change.what,
        "step": change.step,
        "before": _lines(change.before),
        "after": _lines(change.after),
        "more": max(0, len(change.before) - _MOST_LINES) + max(0, len(change.after) - _MOST_LINES),
    }


def _lines(texts: tuple[str, ...]) -> list[Line]:
    return [Line("", text) for text in texts[:_MOST_LINES]]
