"""Steps that not everybody goes through: conditions, and kinds of a service side by side."""

from __future__ import annotations

import re
from collections.abc import Collection

from knowledge.finding.passages import stems_of
from knowledge.model import Facet, ProcedureStep, ServiceStandard

_CONDITION = re.compile(r"(?:dalam hal|apabila|jika|bila|bilamana|seandainya)\b([^,;]*)", re.I)
#: What goes before a deed in the same sentence: a case, or what has been done until then.
_CASE = re.compile(
    r"(?:^|[.,;:(] ?(?:dan |namun |tetapi )?)(?:dalam hal|apabila|jika|bila|bilamana|setelah"
    r"|sesudah|begitu|ketika|saat)\b([^,;:]*)[,;:]",
    re.I,
)
_FAILING = re.compile(
    r"(?:(?!me)\w+ ){1,3}yang (?:tidak|belum|gagal|ditolak|dikembalikan|hilang|rusak)\b", re.I
)
_USUAL = re.compile(r"\b(?:lengkap|disetujui|memenuhi|sesuai|diterima|lulus|sah|benar)\b", re.I)
_NOT = re.compile(r"\b(?:tidak|belum|kurang|tanpa)\b", re.I)
_PHASE = re.compile(
    r"(?:tahap|persiapan|pelaksanaan|penyelesaian|penutup|pelaporan|evaluasi)", re.I
)
_FOR = re.compile(r"\b(?:untuk|khusus|bagi)\b(.*)", re.I | re.S)


def is_conditional(step: ProcedureStep) -> bool:
    """Say whether a step is done only in a case that is not the usual one."""
    found = _CONDITION.match(step.text)
    if found is None:
        return bool(_FAILING.match(step.text))
    return bool(_NOT.search(found[1])) or not _USUAL.search(found[1])


def follows_on(step: ProcedureStep, stems: Collection[str]) -> bool:
    """Say whether a step itself tells what is done after something ("Apabila ditolak, ...")."""
    texts = (step.text, *(note.text for note in step.notes))
    clauses = (found[1] for text in texts for found in _CASE.finditer(text))
    return bool(stems) and any(frozenset(stems_of(said)).issuperset(stems) for said in clauses)


def kinds(step: ProcedureStep) -> tuple[ProcedureStep, ...]:
    """Return the parts of a step that may be kinds of a service, of which one is gone through.

    They are bare headings over timed steps, and no phases. Whether one follows the other the
    text does not say, so their times are not added.
    """
    parts = step.steps
    bare = all(part.text and _is_heading(part) and not _PHASE.match(part.text) for part in parts)
    return parts if len(parts) > 1 and bare else ()


def are_kinds(standard: ServiceStandard, step: ProcedureStep) -> bool:
    """Say whether the text itself tells the parts of a step apart as kinds of a service."""
    parts = kinds(step)
    heads = [frozenset(stems_of(part.title)[:1]) for part in parts]
    if len(set(heads)) < len(parts):
        return False
    for section in standard.sections:
        for item in (i for top in section.items for i in top.walk()):
            named = _FOR.search(item.text)
            required = (item.facet or section.facet).value.startswith(Facet.REQUIREMENTS.value)
            if named and required and _names_some(heads, frozenset(stems_of(named[1]))):
                return True
    return False


def _names_some(heads: list[frozenset[str]], stems: frozenset[str]) -> bool:
    return any(h <= stems for h in heads) and not all(h <= stems for h in heads)


def _is_heading(step: ProcedureStep) -> bool:
    return not step.duration and not step.actors and any(part.duration for part in step.walk())
