"""The rule for which regulation of a rank governs a service: "peraturan wali kota apa ...?"."""

from __future__ import annotations

import re

from knowledge.finding.answers import Request
from knowledge.finding.case import Case, Decision, worth_reading
from knowledge.finding.passages import stems_of
from knowledge.finding.rows import alone
from knowledge.model import Facet

_RANK = (
    r"(?:menteri|gubernur|bupati|wali\s?kota|daerah|desa|presiden|pemerintah|rektor|direktur"
    r"|kepala)"
)
_ASKS = re.compile(
    rf"\bperaturan\s+(?P<rank>{_RANK})\b.*?\b(?:apa|mana|berapa)\b"
    r".*\b(?:mengatur|dasar|landasan)",
    re.I,
)


def of_rank(case: Case) -> Decision | None:
    """Read which regulation of a rank is the basis: the entry that says most of the question."""
    asked = _ASKS.search(case.question.flat)
    if asked is None:
        return None
    begins = re.compile(rf"peraturan\s+{asked['rank']}\b", re.I)
    stems = {word.stem for word in case.question.content()}
    known = case.scope.standard
    keys = (known,) if known else worth_reading(case, case.scope.possible)
    found = [
        (len(stems & {*stems_of(text)}), request)
        for key in keys
        for text, request in _entries(case, key)
        if begins.match(text)
    ]
    most = max((held for held, _ in found), default=0)
    best = [request for held, request in found if held == most]
    alike = len({request.standard for request in best}) == 1 or most > 1
    return Decision(tuple(best[:1])) if best and alike else None


def _entries(case: Case, key: str) -> list[tuple[str, Request]]:
    """Return the entries of a standard's legal basis, each with the request that quotes it."""
    standard = case.shelf.standards[key]
    return [
        (
            item.text,
            alone(standard, Request("passage", key, subject=item.source.section), item.text),
        )
        for section in standard.sections
        if section.facet is Facet.LEGAL_BASIS
        for top in section.items
        for item in top.walk()
    ]
