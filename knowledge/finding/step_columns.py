"""What the columns of a table say beside a step, and what they tell where a part is missing.

An SOP has no section of requirements or products: what is needed stands beside its steps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.finding.answering import Answered, Line, cite, short_title, unique
from knowledge.finding.suggesting import suggestions
from knowledge.model import Facet, ProcedureStep, ServiceStandard

COLUMNS = {
    "output": re.compile(r"(?:output|keluaran|hasil|produk)\b[^:]{0,20}:\s*", re.IGNORECASE),
    "requirements": re.compile(
        r"(?:kelengkapan|perlengkapan|persyaratan|bahan)\b[^:]{0,20}:\s*", re.IGNORECASE
    ),
}
_NEEDS = frozenset({Facet.REQUIREMENTS, Facet.REQUIREMENTS_USER, Facet.REQUIREMENTS_IMPLEMENTER})
_WORD = re.compile(r"\w+")
_NOTHING = frozenset({"", "-"})


def beside(step: ProcedureStep) -> Iterator[str]:
    """Yield what stands beside a step: its notes and its details."""
    yield from (note.text for note in step.notes)
    yield from (item.text for top in step.details for item in top.walk())


def in_column(step: ProcedureStep, name: str) -> str | None:
    """Return what a column says of a step, without the column's name."""
    for text in beside(step):
        if found := COLUMNS[name].match(text):
            said = text[found.end() :].strip(" .;")
            return None if said in _NOTHING else said
    return None


def standing_in(standard: ServiceStandard, aspect: str) -> Answered | None:
    """Return what the steps say of a part that the standard does not have, if they do."""
    steps = list(standard.walk_steps())
    if aspect in _NEEDS:
        told = _brought(steps)
    elif aspect == Facet.OUTPUT:
        told = [(s, said) for s in steps if (said := in_column(s, "output"))][-1:]
    else:
        return None
    if not told:
        return None
    values = {
        "facet": aspect,
        "standard": short_title(standard),
        "lines": tuple(Line(step.number, said) for step, said in told),
    }
    sources = unique([cite(standard, step.source) for step, _ in told])
    return Answered("from_steps", values, sources, next=suggestions(standard, aspect))


def _brought(steps: list[ProcedureStep]) -> list[tuple[ProcedureStep, str]]:
    """Return what each step needs, without what an earlier one has made."""
    made: list[set[str]] = []
    told = []
    for step in steps:
        needed, output = in_column(step, "requirements"), in_column(step, "output")
        if needed and not any(_words(needed) <= words for words in made):
            told.append((step, needed))
        if output:
            made.append(_words(output))
    return told


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
