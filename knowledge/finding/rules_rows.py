"""Rules for one row of a table: "pelatihan las berapa JP?", and then "kuotanya?"."""

from __future__ import annotations

from knowledge.finding.case import Case, Decision
from knowledge.finding.passages import stems_of
from knowledge.finding.question import Question
from knowledge.finding.rows import Row, tables_of
from knowledge.finding.scope import How
from knowledge.finding.sentences import is_held
from knowledge.language.words import stopwords

_FEW_WORDS = 4  # of a message that goes on from a row


def of_row(case: Case) -> Decision | None:
    """Read how much a row of a table says: the one row that holds all that is asked."""
    question, standard = case.question, case.shelf.get(case.scope.standard)
    if standard is None or question.step or question.posts or question.has("legal_basis"):
        return None
    asked, kept = _asked(question), _goes_on(case)
    if not asked or not (kept or "berapa" in question.texts):
        return None
    found: list[Row] = []
    for heading, rows in tables_of(standard):
        found += _saying(rows, {*stems_of(heading)}, asked)
        told = [row for row in rows if row.request.subject == case.topic.subject]
        if kept and told and _is_said(asked, {*stems_of(told[0].text)}):
            return Decision((told[0].request,))
    return Decision((found[0].request,)) if len(found) == 1 else None


def _asked(question: Question) -> set[str]:
    """Return the stems that the row must hold: all of content but the name of the service.

    Words that only ask for a part ("berapa lama") ask for no row.
    """
    cued = {p for hit in question.hits.values() for p in hit.positions}
    if not question.content(cued | question.naming):
        return set()
    return {word.stem for word in question.content(question.naming)} - stopwords()


def _goes_on(case: Case) -> bool:
    topic, question = case.topic, case.question
    same = case.scope.how is How.TOPIC and topic.aspect == "passage"
    return same and len(question.words) <= _FEW_WORDS


def _saying(rows: list[Row], heading: set[str], asked: set[str]) -> list[Row]:
    """Return the rows that hold all that is asked, a word of it that not all of them have."""
    stems = [{*stems_of(row.text)} for row in rows]
    telling = {s for s in asked if not all(is_held(s, held) for held in stems)}
    found = [
        row
        for row, held in zip(rows, stems, strict=True)
        if telling and _is_said(telling, held) and _is_said(asked, held | heading)
    ]
    return found if len(found) == 1 else []


def _is_said(asked: set[str], stems: set[str]) -> bool:
    return all(is_held(stem, stems) for stem in asked)
