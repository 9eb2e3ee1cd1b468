"""Word documents (.docx, .docm): paragraphs, tables, text boxes and notes in their order.

Headers and footers, which stand in parts of their own, macros and pictures are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from knowledge.errors import UnreadableDocument
from knowledge.reading.formats.grid import Cell, barred
from knowledge.reading.formats.numbering import Numbering, W, value
from knowledge.reading.formats.package import MAIN, Package
from knowledge.reading.formats.transcript import Transcript
from knowledge.reading.formats.word_styles import Styles, is_on
from knowledge.reading.formats.word_text import Words, chosen, is_alternatives, words_of

#: What holds paragraphs and tables without being one.
_HOLDERS = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)
_NUMBER = re.compile(r"(\d{1,3})[.)]?")


def read_word(data: bytes, file: str) -> Transcript:
    """Return what a Word file prints; raise UnreadableDocument for what is broken or too large."""
    package = Package(data, file)
    if not package.is_word:
        raise UnreadableDocument("format", file=file, format=package.kind)
    return _Reading(package, file).transcript()


class _Reading:
    """Walks through one document; knows its numbering, styles and notes."""

    def __init__(self, package: Package, file: str) -> None:
        self._file = file
        self._root = package.tree(MAIN)
        numbering = Numbering(package.tree("word/numbering.xml"))
        self._styles = Styles(package.tree("word/styles.xml"), numbering)
        self._notes = {
            kind: _notes(package.tree(f"word/{kind}.xml")) for kind in ("footnotes", "endnotes")
        }
        self._furniture: list[str] = []
        self._open = ""  # the text of a paragraph whose end was struck out

    def transcript(self) -> Transcript:
        """Return the whole document."""
        body = self._root.find(f"{W}body") if self._root is not None else None
        if body is None:
            raise UnreadableDocument("broken", file=self._file)
        text = "\n".join(self._blocks(body))
        return Transcript(text, furniture=tuple(self._furniture), whole=True)

    def _blocks(self, holder: etree._Element, *, in_cell: bool = False) -> Iterator[str]:
        """Yield the lines of all paragraphs and tables; a blank line where the layout turns."""
        look = (False, False)
        bold = False
        for block in _flat(holder):
            if block.tag == f"{W}tbl":
                yield from self._nested(block) if in_cell else barred(self._rows(block), self._file)
                continue
            now = self._styles.is_centred(block), self._styles.is_title(block)
            was, bold = bold, _is_bold(block)
            if (now != look or (bold and not was)) and not in_cell:
                look = now
                yield ""
            yield from self._paragraph(block, in_cell=in_cell)

    def _paragraph(self, paragraph: etree._Element, *, in_cell: bool) -> Iterator[str]:
        words = words_of(paragraph)
        if _is_struck(paragraph):
            self._open += words.text
            return
        text, self._open = self._open + words.text, ""
        if self._styles.is_contents(paragraph):
            self._furniture += [text.strip()] if text.strip() else []
            return
        yield from self._lines(paragraph, text, words, in_cell=in_cell)
        for box in words.boxes:
            yield ""
            yield from self._blocks(box, in_cell=in_cell)
        for kind, note in words.notes:
            for below in self._notes[kind].get(note, ()):
                yield from (f"[{note}] {line}" for line in words_of(below).text.split("\n") if line)

    def _lines(
        self, paragraph: etree._Element, text: str, words: Words, *, in_cell: bool
    ) -> Iterator[str]:
        """Yield the lines of a paragraph itself, with what Word prints before them."""
        label = self._styles.label(paragraph)
        text = text.strip() or (words.mark if in_cell else "")
        if not text:
            yield label if in_cell else ""
            return
        level = 0 if in_cell else self._styles.heading_level(paragraph)
        if level:
            yield ""
        first, *others = text.split("\n")
        yield " ".join(filter(None, ["#" * min(level, 6), label, first.strip()]))
        yield from (line.strip() for line in others if line.strip())

    def _rows(self, table: etree._Element) -> list[list[Cell]]:
        rows = []
        for row in _flat(table):
            if row.tag != f"{W}tr" or is_on(row.find(f"{W}trPr"), "del"):
                continue
            before = _count(row.find(f"{W}trPr"), "gridBefore", 0)
            head = is_on(row.find(f"{W}trPr"), "tblHeader")
            cells = [self._cell(cell, head) for cell in _flat(row) if cell.tag == f"{W}tc"]
            rows.append([*[Cell()] * before, *cells])
        return rows

    def _cell(self, cell: etree._Element, head: bool) -> Cell:
        """Read a cell; one that goes on with the cell above it prints nothing."""
        properties = cell.find(f"{W}tcPr")
        merged = properties.find(f"{W}vMerge") if properties is not None else None
        goes_on = merged is not None and merged.get(f"{W}val") != "restart"
        lines = [line for line in self._blocks(cell, in_cell=True) if line.strip()]
        columns = _count(properties, "gridSpan", 1)
        return Cell(() if goes_on else tuple(lines), columns, head=head or _is_bold(cell))

    def _nested(self, table: etree._Element) -> Iterator[str]:
        """Yield the rows of a table inside a cell as lines: "1. Mobil: Rp5.000"."""
        for row in self._rows(table):
            cells = [" ".join(cell.lines) for cell in row if cell.lines]
            number = _NUMBER.fullmatch(cells[0]) if len(cells) > 1 else None
            rest = ": ".join(cells[1 if number else 0 :])
            yield f"{number[1]}. {rest}" if number else rest


def _flat(holder: etree._Element) -> Iterator[etree._Element]:
    """Yield the blocks of an element, also those inside content controls and insertions."""
    for child in holder:
        if child.tag in _HOLDERS:
            yield from _flat(child)
        elif is_alternatives(child):
            if (one := chosen(child)) is not None:
                yield from _flat(one)
        elif child.tag in (f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc"):
            yield child


def _is_struck(paragraph: etree._Element) -> bool:
    """Whether the end of a paragraph was struck out, so that the next one goes on with it."""
    properties = paragraph.find(f"{W}pPr/{W}rPr")
    return properties is not None and properties.find(f"{W}del") is not None


def _is_bold(block: etree._Element) -> bool:
    """Whether all words of a cell or a paragraph are bold."""
    runs = [run for run in block.iter(f"{W}r") if any(t.text for t in run.iterfind(f"{W}t"))]
    return bool(runs) and all(is_on(run.find(f"{W}rPr"), "b") for run in runs)


def _count(properties: etree._Element | None, name: str, otherwise: int) -> int:
    text = value(properties, name) if properties is not None else None
    return min(int(text), 60) if text and text.isdigit() and len(text) < len("100") else otherwise


def _notes(root: etree._Element | None) -> dict[str, list[etree._Element]]:
    """Return the paragraphs of the notes by their ids; separators have none."""
    if root is None:
        return {}
    return {
        note.get(f"{W}id", ""): list(note.iterfind(f"{W}p"))
        for note in root
        if note.get(f"{W}type") in (None, "normal")
    }
