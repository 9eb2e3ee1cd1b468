"""Rules for complaints that go another way: of one kind, or not settled."""

from __future__ import annotations

import re

from knowledge.finding.aspects import COMPLAINT
from knowledge.finding.case import Case, Decision, one
from knowledge.finding.complaining import cases_told
from knowledge.finding.scope import best_facet
from knowledge.model import ServiceStandard

_UNSETTLED = re.compile(
    r"\b(?:tidak|belum)\s+(?:juga\s+|kunjung\s+|bisa\s+)?"
    r"(?:di(?:selesaikan|tindaklanjuti|tanggapi|tangani|jawab|balas|proses|respons?)"
    r"|(?:ter)?selesai(?:kan)?|puas|beres|kelar|tuntas|ada\s+(?:tanggapan|jawaban|respons?))\b"
)


def another_way(case: Case) -> Decision | None:
    """Read who handles complaints of a kind, or gets those that were not settled."""
    question = case.question
    spoken_of = (case.topic.aspect or "").startswith("complaint")
    asks = question.has(*COMPLAINT) or (spoken_of and question.has("who"))
    unsettled = _UNSETTLED.search(question.flat) is not None
    if best_facet(question) not in (None, *COMPLAINT) or not (asks or (spoken_of and unsettled)):
        return None
    standard = case.shelf.get(case.scope.standard) or _only_one_told(case)
    chain = standard.complaint if standard else None
    if standard is None or chain is None:
        return None
    sources = [
        told.source for told in cases_told(chain.cases, question.stems, denied=question.negated)
    ]
    if not sources and unsettled and chain.next_source:
        sources = [chain.next_source]
    return one("complaint_handler", standard.id, subject=sources[0].section) if sources else None


def _only_one_told(case: Case) -> ServiceStandard | None:
    """Return the standard that alone speaks of complaints of the kind that is asked about."""
    stems, denied = case.question.stems, case.question.negated
    chains = ((standard, standard.complaint) for standard in case.shelf)
    told = [s for s, chain in chains if chain and cases_told(chain.cases, stems, denied=denied)]
    return told[0] if len(told) == 1 else None
