"""PDF files with text: columns, ruled tables and page numbers kept, running lines set aside.

A page that is only a picture is read by whoever can recognise words on it, else it is named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from knowledge.errors import UnreadableDocument
from knowledge.reading.formats.grid import Cell, barred
from knowledge.reading.formats.pdf_breaks import join_broken, rows_that_count
from knowledge.reading.formats.pdf_columns import DEEPEST, Measure, flow, measure
from knowledge.reading.formats.pdf_lines import Paragraph, paragraphs_of
from knowledge.reading.formats.pdf_margins import take_margins
from knowledge.reading.formats.pdf_open import alike
from knowledge.reading.formats.pdf_order import in_order
from knowledge.reading.formats.pdf_page import Page, Word, page_of, picture_of
from knowledge.reading.formats.pdf_tables import Box, Table, take_all
from knowledge.reading.formats.transcript import Recognise, Transcript

_MOST_PAGES = 500
_FEW_WORDS = 8
_PICTURE = 0.3
_UNREAD = 0.3
_RULE = re.compile(r"\|(?:---\|)+")


def read_pdf(data: bytes, file: str, recognise: Recognise | None = None) -> Transcript:
    """Return what a PDF prints; raise UnreadableDocument for a broken file.

    Pages that are pictures are read by `recognise`; without it a scan is refused.
    """
    document = _opened(data, file)
    try:
        if len(document) > _MOST_PAGES:
            raise UnreadableDocument("too_much", file=file)
        pages = [page_of(document, index) for index in range(len(document))]
        scanned = [index for index, page in enumerate(pages) if _is_scanned(page)]
        if recognise:
            _recognise(document, pages, scanned, recognise)
    except pdfium.PdfiumError:
        raise UnreadableDocument("broken", file=file) from None
    finally:
        document.close()
    if not recognise and scanned and len(scanned) >= len(pages) / 2:
        raise UnreadableDocument("scanned", file=file)
    transcript = _transcript(pages, file)
    key = "page_recognised" if recognise else "page_scanned"
    return replace(
        transcript, warnings=tuple(f"{key}: {transcript.numbers[index]}" for index in scanned)
    )


def _recognise(
    document: pdfium.PdfDocument, pages: list[Page], scanned: list[int], recognise: Recognise
) -> None:
    """Put the words that are seen on scanned pages into them."""
    for index in scanned:
        page = pages[index]
        picture, scale = picture_of(document, index, page)
        page.words = [
            Word(w.text, w.left / scale, w.right / scale, w.base / scale, w.height / scale)
            for w in recognise(picture)
        ]


def _opened(data: bytes, file: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise UnreadableDocument("encrypted" if locked else "broken", file=file) from None


def _is_scanned(page: Page) -> bool:
    """Whether a page is a picture of a page, or its letters are drawn without saying which."""
    few = len(page.words) < _FEW_WORDS
    return (few and page.pictures > _PICTURE) or page.unread > _UNREAD


def _transcript(pages: Sequence[Page], file: str) -> Transcript:
    tables = take_all(pages)
    furniture, numbers = take_margins(pages)
    join_broken(pages, tables)
    reading = _Reading(file, measure(pages))
    for index, page in enumerate(pages):
        reading.take(page, tables[index])
    return Transcript("\n".join(reading.lines), numbers, tuple(furniture), whole=True)


class _Reading:
    """Puts the pages' paragraphs and tables one after another."""

    def __init__(self, file: str, of: Measure) -> None:
        self.lines: list[str] = []
        self._file = file
        self._measure = of
        self._last: Paragraph | None = None  # the paragraph that may go on on the next page
        self._table: Table | None = None  # the table that may
        self._pages = 0

    def take(self, page: Page, tables: list[Table]) -> None:
        """Add the next page."""
        self._pages += 1
        begun = self._pages == 1
        for table, paragraphs in in_order(page, tables, self._measure):
            for paragraph in paragraphs:
                if not begun and self._goes_on(paragraph):
                    self._extend(paragraph)
                    continue
                begun = self._begin_page(begun)
                self.lines += ["", paragraph.text] if paragraph.gap else [paragraph.text]
                self._last, self._table = paragraph, None
            if table:
                before = self._table if not begun else None
                begun = self._begin_page(begun)
                self._take_table(table, before)
        self._begin_page(begun)

    def _take_table(self, table: Table, before: Table | None) -> None:
        """Add a table; `before` is the one that ended the page before, if this begins the page."""
        goes_on = before is not None and alike(before.columns, table.columns)
        rows = rows_that_count(table, before if goes_on else None)
        lines = list(barred(_cells(rows), self._file))
        self.lines += _without_head(lines[1:-1]) if goes_on else lines[:-1]
        self._last, self._table = None, table

    def _begin_page(self, begun: bool) -> bool:
        if not begun:
            self.lines.append("\f")
        return True

    def _goes_on(self, paragraph: Paragraph) -> bool:
        """Whether the first paragraph of a page goes on with the last one of the page before."""
        return self._last is not None and self._last.turns_to(paragraph.lines[0])

    def _extend(self, paragraph: Paragraph) -> None:
        if self._last is not None:
            self._last.lines += paragraph.lines
            self.lines[-1] = self._last.text


def _without_head(rows: list[str]) -> list[str]:
    """Return the rows of a table that goes on, without the rule below a head it does not have."""
    if rows and not rows[0].strip(" |"):
        return rows[2:]
    return [row for row in rows if not _RULE.fullmatch(row)]


def _cells(rows: Sequence[Sequence[Box]]) -> list[list[Cell]]:
    return [[Cell(_lines(box), box.columns, box.rows) for box in row] for row in rows]


def _lines(box: Box) -> tuple[str, ...]:
    """Return the paragraphs of a cell, which may go on from page to page."""
    found: list[Paragraph] = []
    for words in (box.words, *box.rest):
        more = _paragraphs(words, box.right)
        if found and more and found[-1].turns_to(more[0].lines[0]):
            found[-1].lines += more.pop(0).lines
        found += more
    return tuple(paragraph.text for paragraph in found)


def _paragraphs(words: Sequence[Word], right: float) -> list[Paragraph]:
    """Return the paragraphs of a cell, whose lines end at the cell's border."""
    lines = list(flow(words, depth=DEEPEST))
    for line in lines:
        line.edge = max(line.edge, right - 8)
    return paragraphs_of(lines)
