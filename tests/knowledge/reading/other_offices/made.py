"""Builds the files of made-up offices from lines and tables, in the format each office uses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from reportlab.platypus import Paragraph, Spacer

from tests.knowledge.reading.formats.writers import (
    _TEXT,
    PdfLook,
    _flowables,
    pdf_of,
    ruled,
    saved,
)

Step = tuple[str, str, tuple[str, ...], str | None]
"""Number, text, doers, and the time as "5 menit", "10 hari kerja", "H-7"."""


@dataclass(frozen=True)
class Grid:
    """A table; `spans` merge cells from (column, row) to (column, row)."""

    rows: Sequence[Sequence[str]]
    widths: Sequence[float] = ()
    spans: Sequence[tuple[tuple[int, int], tuple[int, int]]] = ()


@dataclass(frozen=True)
class Expected:
    """What a person who reads the document says that it sets; a field that is not named is free."""

    fields: dict[str, Any]
    steps: tuple[Step, ...] = ()
    missing: frozenset[str] | None = None


@dataclass(frozen=True)
class Office:
    """One file of an office and the standards that it holds."""

    file: str
    make: Callable[[], bytes]
    expected: tuple[Expected, ...] = field(default=())


def word(parts: Sequence[str | Grid]) -> bytes:
    """Return lines and tables as a Word document; a line in capitals stands in the middle."""
    document = Document()
    for part in parts:
        if isinstance(part, Grid):
            _word_table(document, part)
            continue
        paragraph = document.add_paragraph(part)
        if part.isupper():
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.runs[0].bold = True
    return saved(document)


def _word_table(document: Any, grid: Grid) -> None:
    table = document.add_table(len(grid.rows), len(grid.rows[0]), style="Table Grid")
    for at, row in enumerate(grid.rows):
        for column, text in enumerate(row):
            first, *others = text.split("\n")
            cell = table.cell(at, column)
            cell.paragraphs[0].text = first
            for other in others:
                cell.add_paragraph(other)
    for (left, top), (right, bottom) in grid.spans:
        words = grid.rows[top][left]
        table.cell(top, left).merge(table.cell(bottom, right)).text = words


def pdf(parts: Sequence[str | Grid], look: PdfLook | None = None) -> bytes:
    """Return lines and ruled tables as a PDF."""
    flowables: list[Any] = []
    for part in parts:
        if isinstance(part, Grid):
            rows = [list(row) for row in part.rows]
            flowables += [ruled(rows, list(part.widths), list(part.spans)), Spacer(1, 10)]
        else:
            flowables += list(_flowables([part])) or [Paragraph("", _TEXT)]
    return pdf_of(flowables, look or PdfLook())


def html(body: str) -> bytes:
    """Return a page of an office's site."""
    return (
        '<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>Situs resmi</title>'
        "</head><body><nav><ul><li><a href='/'>Beranda</a><li>Profil</ul></nav><main>"
        f"{body}</main><footer>Hak cipta 2024</footer></body></html>"
    ).encode()


def table(rows: Sequence[Sequence[str]], head: bool = True) -> str:
    """Return a table of a web page; a cell with several lines is a list of paragraphs."""
    lines = []
    for at, row in enumerate(rows):
        tag = "th" if head and not at else "td"
        cells = "".join(
            f"<{tag}>{'<br>'.join(map(escape, cell.split(chr(10))))}</{tag}>" for cell in row
        )
        lines.append(f"<tr>{cells}</tr>")
    return f"<table>{''.join(lines)}</table>"
