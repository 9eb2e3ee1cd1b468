"""Which of the 14 components of UU 25/2009 article 21 a standard has."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.model import Facet, ProcedureStep, Section

COMPONENTS: tuple[tuple[str, frozenset[Facet]], ...] = (
    ("dasar hukum", frozenset({Facet.LEGAL_BASIS})),
    (
        "persyaratan",
        frozenset({Facet.REQUIREMENTS, Facet.REQUIREMENTS_USER, Facet.REQUIREMENTS_IMPLEMENTER}),
    ),
    ("sistem, mekanisme, dan prosedur", frozenset({Facet.PROCEDURE})),
    ("jangka waktu penyelesaian", frozenset({Facet.TOTAL_TIME})),
    ("biaya/tarif", frozenset({Facet.COST})),
    ("produk pelayanan", frozenset({Facet.OUTPUT})),
    ("sarana, prasarana, dan/atau fasilitas", frozenset({Facet.FACILITIES})),
    ("kompetensi pelaksana", frozenset({Facet.COMPETENCE})),
    ("pengawasan internal", frozenset({Facet.SUPERVISION})),
    ("penanganan pengaduan, saran, dan masukan", frozenset({Facet.COMPLAINT})),
    ("jumlah pelaksana", frozenset({Facet.STAFF_COUNT})),
    ("jaminan pelayanan", frozenset({Facet.GUARANTEE})),
    ("jaminan keamanan dan keselamatan pelayanan", frozenset({Facet.SAFETY})),
    ("evaluasi kinerja pelaksana", frozenset({Facet.EVALUATION})),
)


def find_components(
    sections: Iterable[Section], steps: tuple[ProcedureStep, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of the components that are present and of those that are missing.

    A heading without content is no component. Times set step by step are a time of completion.
    """
    facets = {Facet.PROCEDURE} if steps else set()
    for section in sections:
        if section.items:
            facets.add(section.facet)
        facets |= {i.facet for top in section.items for i in top.walk() if i.facet}
    if any(step.duration for top in steps for step in top.walk()):
        facets.add(Facet.TOTAL_TIME)
    present = tuple(name for name, wanted in COMPONENTS if wanted & facets)
    return present, tuple(name for name, _ in COMPONENTS if name not in present)
