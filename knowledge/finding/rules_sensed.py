"""The very last rule: the part that a question seems to ask for, of a standard that is known."""

from __future__ import annotations

from knowledge.finding.answers import Request
from knowledge.finding.case import Case, Decision, for_standards
from knowledge.finding.scope import How, is_of_service
from knowledge.finding.sensing import Sensed, sense
from knowledge.finding.suggesting import can_answer

_LIKELY = 0.55  # share from which a part is taken for what is asked
_SURE = 0.75  # the same where it is asked of which standard
_STRANGE = 1  # words that no text knows and that do not ask
_PARTS = {
    "total_time": "total_time",
    "first_step": "procedure",
    **{
        name: name
        for name in (
            "requirements cost procedure place service_hours output users responsible implementers "
            "complaint_channel complaint_handler complaint_time legal_basis facilities competence "
            "staff_count guarantee safety supervision evaluation definitions"
        ).split()
    },
}


def all_asking(case: Case) -> Decision | None:
    """Read a question all of whose words ask or name the service ("AK-1 bisa ditunggu?").

    No passage is meant that has one of them by chance ("ruang tunggu").
    """
    question = case.question
    found = sense(question.words) if not question.hits else None
    if found is None or question.content(question.naming | found.positions):
        return None
    aspect = _PARTS.get(found.asked)
    if case.scope.standard is None and aspect and found.share >= _SURE:
        return for_standards(case, aspect)
    return sensed(case)


def sensed(case: Case) -> Decision | None:
    """Read what no cue asks for: "siang udah kepegang blm?" is about the time."""
    question, scope = case.question, case.scope
    if question.names_only_a_post or question.step or question.english:
        return None
    standard = case.shelf.get(scope.standard) if is_of_service(question, scope) else None
    found = sense(question.words)
    aspect = _PARTS.get(found.asked) if found and found.share >= _LIKELY else None
    if standard is None or found is None or aspect is None or _is_strange(case, found):
        return None
    if not can_answer(standard, aspect):
        return None
    return Decision((Request(aspect, standard.id),), sure=False)


def _is_strange(case: Case, found: Sensed) -> bool:
    """Say whether words that no text knows, beside those that ask, may tell of another thing."""
    asking = {case.question.words[position].text for position in found.positions}
    sure = case.question.named.firm or case.scope.how is How.TOPIC
    strange = [word for word in case.search.strangers(case.question) if word not in asking]
    return len(strange) > (_STRANGE if sure else 0)
