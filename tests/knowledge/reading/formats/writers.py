"""Writes the text of a standard as a Word file, a PDF and a web page, as an office would."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Spacer, Table

_LABEL = re.compile(r"\s*(?:- )?(\d{1,2}\.|[a-z]\.|\d{1,2}\)|[a-z]\))\s+(\S.*)")
_FURNITURE = re.compile(r"(?:MENTERI SEKRETARIS NEGARA|REPUBLIK INDONESIA|- \d{1,3} -)")


def bare_lines(text: str) -> list[str]:
    """Return the lines of a shipped text without letterheads, page marks, catchwords, markup."""
    plain = [re.sub(r"\*+", "", line).strip() for line in text.split("\n")]
    lines = [line for line in plain if not _FURNITURE.fullmatch(line)]
    return [line for line in lines if not re.search(r"\. \. \.$", line)]


def docx_bytes(lines: list[str], *, automatic: bool = False) -> bytes:
    """Return the lines as paragraphs; `automatic` leaves list labels to Word's numbering."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "KOP SURAT YANG BERULANG"
    document.sections[0].footer.paragraphs[0].text = "Halaman 1"
    numbers = AutomaticNumbers(document)
    for line in lines:
        label = _LABEL.fullmatch(line) if automatic else None
        if label:
            numbers.add(label[1], label[2])
            continue
        if line[:1].isupper() and not label:
            numbers.end()
        paragraph = document.add_paragraph(line)
        if line.isupper():
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return saved(document)


def saved(document: Any) -> bytes:
    """Return a Word document as the bytes of its file."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


_FORMATS = (
    (re.compile(r"\d+\."), "decimal", "%{}."),
    (re.compile(r"[a-z]\."), "lowerLetter", "%{}."),
    (re.compile(r"\d+\)"), "decimal", "%{})"),
    (re.compile(r"[a-z]\)"), "lowerLetter", "%{})"),
)


class AutomaticNumbers:
    """Numbers paragraphs by lists of Word: four levels, a list of its own for each section."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._numbering = document.part.numbering_part.element
        self._abstract = 90
        self._define()
        self._number = 0
        self._next: dict[int, int] = {}
        self._starts: dict[int, int] = {}

    def _define(self) -> None:
        abstract = element("w:abstractNum", abstractNumId=str(self._abstract))
        for at, (_, kind, text) in enumerate(_FORMATS):
            level = element("w:lvl", ilvl=str(at))
            level.append(element("w:start", val="1"))
            level.append(element("w:numFmt", val=kind))
            level.append(element("w:lvlText", val=text.format(at + 1)))
            abstract.append(level)
        self._numbering.insert(0, abstract)

    def end(self) -> None:
        """Let the next list begin anew."""
        self._number = 0

    def add(self, label: str, text: str) -> None:
        """Add a paragraph whose label Word will print; one that cannot be counted is typed."""
        level = next(at for at, (form, *_) in enumerate(_FORMATS) if form.fullmatch(label))
        order = int(label[:-1]) if label[:-1].isdigit() else ord(label[0]) - 96
        if not self._number or order != self._next.get(level, self._starts.get(level, 1)):
            self._number = self._begin(level, order)
        paragraph = self._document.add_paragraph(text)
        properties = paragraph._p.get_or_add_pPr()
        numbers = element("w:numPr")
        numbers.append(element("w:ilvl", val=str(level)))
        numbers.append(element("w:numId", val=str(self._number)))
        properties.append(numbers)
        self._next = {at: n for at, n in self._next.items() if at < level} | {level: order + 1}

    def _begin(self, level: int, start: int) -> int:
        used = [int(n.get(qn("w:numId"))) for n in self._numbering.findall(qn("w:num"))]
        number = max(used, default=0) + 1
        num = element("w:num", numId=str(number))
        num.append(element("w:abstractNumId", val=str(self._abstract)))
        override = element("w:lvlOverride", ilvl=str(level))
        override.append(element("w:startOverride", val=str(start)))
        num.append(override)
        self._next, self._starts = {}, {level: start}
        self._numbering.append(num)
        return number


def element(name: str, **attributes: str) -> Any:
    """Return an element of a Word file."""
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


_TEXT = ParagraphStyle(
    "text", fontName="Times-Roman", fontSize=11, leading=14, alignment=TA_JUSTIFY
)
_TITLE = ParagraphStyle("title", parent=_TEXT, alignment=TA_CENTER, fontName="Times-Bold")
_DEPTHS = {0: 0, 1: 18, 2: 36, 3: 54}


@dataclass(frozen=True)
class PdfLook:
    """How a PDF is set: columns, running header and footer, first printed page number."""

    columns: int = 1
    header: str = ""
    first: int | None = None
    size: tuple[float, float] = A4


def pdf_bytes(lines: list[str], look: PdfLook | None = None) -> bytes:
    """Return the lines as paragraphs of a PDF, list items with a hanging indent."""
    return pdf_of(list(_flowables(lines)), look or PdfLook())


def _flowables(lines: list[str]) -> Iterator[Any]:
    for line in lines:
        if not line:
            yield Spacer(1, 8)
        elif line.isupper():
            yield Paragraph(escape(line), _TITLE)
        elif label := _LABEL.fullmatch(line):
            level = next(at for at, (form, *_) in enumerate(_FORMATS) if form.fullmatch(label[1]))
            style = ParagraphStyle(
                "item", parent=_TEXT, leftIndent=_DEPTHS[level] + 18, bulletIndent=_DEPTHS[level]
            )
            yield Paragraph(escape(label[2]), style, bulletText=label[1])
        else:
            yield Paragraph(escape(line), _TEXT)


def pdf_of(flowables: list[Any], look: PdfLook) -> bytes:
    """Return flowables of ReportLab as a PDF."""
    out = io.BytesIO()
    wide, high = look.size
    document = BaseDocTemplate(out, pagesize=look.size)
    gap = 24
    each = (wide - 144 - gap * (look.columns - 1)) / look.columns
    frames = [
        Frame(72 + (each + gap) * n, 72, each, high - 144, 0, 0, 0, 0) for n in range(look.columns)
    ]

    def margins(canvas: Any, doc: Any) -> None:
        canvas.setFont("Times-Roman", 9)
        if look.header:
            canvas.drawCentredString(wide / 2, high - 40, look.header)
        if look.first is not None:
            canvas.drawCentredString(wide / 2, 36, f"- {look.first + doc.page - 1} -")

    document.addPageTemplates(PageTemplate(frames=frames, onPage=margins))
    document.build(flowables)
    return out.getvalue()


def ruled(rows: list[list[Any]], widths: list[float], spans: list[Any] | None = None) -> Table:
    """Return a ruled table; a cell is a text, whose lines are paragraphs of their own."""
    cells = [
        [[Paragraph(escape(part), _TEXT) for part in str(cell).split("\n")] for cell in row]
        for row in rows
    ]
    style = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    style += [("SPAN", a, b) for a, b in spans or []]
    return Table(cells, colWidths=widths, style=style, repeatRows=0)


def html_bytes(lines: list[str], encoding: str = "utf-8") -> bytes:
    """Return the lines as a web page: lists as lists, nested by their labels."""
    body = "\n".join(_marked_up(lines))
    page = (
        f'<!DOCTYPE html><html lang="id"><head><meta charset="{encoding}"><title>Situs</title>'
        f"<style>p{{color:red}}</style></head><body><nav><a href='/'>Beranda</a></nav>\n{body}\n"
        f"<footer>Hak cipta kantor</footer><script>alert('x')</script></body></html>"
    )
    return page.encode(encoding, "xmlcharrefreplace")


_TYPES = ("1", "a", "1", "a")


def _marked_up(lines: list[str]) -> Iterator[str]:
    """Yield elements; only "1." and "a." are lists, other labels cannot be had in HTML."""
    depth = 0
    for line in lines:
        label = _LABEL.fullmatch(line)
        level = _list_level(label[1]) if label else None
        if label is None or level is None:
            if label is None and line:
                yield "</li></ol>" * depth
                depth = 0
            yield f"<p>{escape(line)}</p>" if line else ""
            continue
        order = int(label[1][:-1]) if label[1][:-1].isdigit() else ord(label[1][0]) - 96
        if level >= depth:
            yield "".join(
                f'<ol type="{_TYPES[at]}" start="{order if at == level else 1}">'
                + ("<li>" if at < level else "")
                for at in range(depth, level + 1)
            )
        else:
            yield "</li></ol>" * (depth - level - 1) + "</li>"
        yield f'<li value="{order}">{escape(label[2])}'
        depth = level + 1
    yield "</li></ol>" * depth


def _list_level(label: str) -> int | None:
    return {".": 0 if label[:-1].isdigit() else 1}.get(label[-1])
