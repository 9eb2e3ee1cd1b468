"""A standard is the same whichever format it comes in: text, Word, PDF or web page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from knowledge.library import shipped_documents
from knowledge.model import ServiceStandard
from knowledge.reading import read_bytes, read_text
from knowledge.report import as_report
from tests.knowledge.reading.formats.writers import (
    PdfLook,
    bare_lines,
    docx_bytes,
    html_bytes,
    pdf_bytes,
)
from tests.knowledge.reading.test_unseen_documents import HERE

FILES = sorted(shipped_documents().iterdir())
FORMATS: dict[str, Callable[[list[str]], bytes]] = {
    "docx": docx_bytes,
    "docx, numbered by Word": lambda lines: docx_bytes(lines, automatic=True),
    "pdf": lambda lines: pdf_bytes(lines, PdfLook(header="KOP SURAT KANTOR", first=344)),
    "html": html_bytes,
    "html in Windows-1252": lambda lines: html_bytes(lines, "windows-1252"),
}
FIELDS = (
    "title", "unit", "responsible", "implementers", "cost", "place", "service_hours",
    "requirements", "legal_basis", "components", "abbreviations",
)  # fmt: skip


def fields(standard: ServiceStandard) -> dict[str, Any]:
    report = as_report(standard)
    found = {name: report[name] for name in FIELDS}
    complaint = report["complaint"] or {}
    found |= {f"complaint {k}": v for k, v in complaint.items() if k != "sources"}
    for number, section in enumerate(standard.sections):
        found[f"section {number}"] = (section.facet, section.letter, section.heading, section.part)
    return found


def steps(standard: ServiceStandard) -> list[Any]:
    return [
        (s.number, s.text, s.actors, s.duration, len(s.notes), len(s.details))
        for s in standard.walk_steps()
    ]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem[:12])
def test_a_shipped_standard_is_read_alike_from_every_format(path: Any, form: str) -> None:
    lines = bare_lines(path.read_text("utf-8"))
    (expected,) = read_text("\n".join(lines), path.name)
    (found,) = read_bytes(FORMATS[form](lines), path.name)
    assert fields(found) == fields(expected)
    assert steps(found) == steps(expected)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem[:12])
def test_two_columns_are_read_one_after_the_other(path: Any) -> None:
    """A word or two at the turn of a column may stand apart; nothing is mixed up."""
    lines = bare_lines(path.read_text("utf-8"))
    (expected,) = read_text("\n".join(lines), path.name)
    (found,) = read_bytes(pdf_bytes(lines, PdfLook(columns=2)), path.name)
    mine, theirs = fields(found), fields(expected)
    right = sum(mine.get(name) == value for name, value in theirs.items())
    right += sum(a == b for a, b in zip(steps(found), steps(expected), strict=True))
    assert right >= 0.97 * (len(theirs) + len(steps(expected)))


@pytest.mark.parametrize("name", ["kecamatan.txt", "informasi.txt"])
@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_another_standard_is_read_alike(name: str, form: str) -> None:
    lines = [line.strip() for line in (HERE / name).read_text("utf-8").split("\n")]
    (expected,) = read_text("\n".join(lines), name)
    (found,) = read_bytes(FORMATS[form](lines), name)
    assert steps(found) == steps(expected)
    mine, theirs = fields(found), fields(expected)
    assert {k: v for k, v in mine.items() if theirs.get(k) != v} == {}


def test_the_printed_page_numbers_of_a_pdf_are_kept() -> None:
    path = next(path for path in FILES if path.name.startswith("standar"))
    lines = bare_lines(path.read_text("utf-8"))
    (found,) = read_bytes(pdf_bytes(lines, PdfLook(header="KOP SURAT", first=344)), "x.pdf")
    pages = [s.source.page for s in found.sections]
    assert pages[0] == 344
    assert None not in pages
    assert pages == sorted(pages, key=lambda page: page or 0)
    assert (pages[-1] or 0) > 348
    assert "KOP SURAT" in found.furniture
    (unnumbered,) = read_bytes(pdf_bytes(lines), "x.pdf")
    assert unnumbered.sections[0].source.page == 1
