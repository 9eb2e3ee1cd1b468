"""The rule for questions about the document itself: its number, its dates, who passed it."""

from __future__ import annotations

from knowledge.finding.case import Case, Decision, one
from knowledge.finding.identity import asked_of, facts


def identity(case: Case) -> Decision | None:
    """Read "nomor SOP ... berapa?", "SOP ... disahkan kapan?", where the document says it."""
    standard = case.shelf.get(case.scope.standard)
    asked = asked_of(case.question.flat)
    if standard is None or asked is None or not any(facts(standard, asked)):
        return None
    return one("document", standard.id, subject=asked)
