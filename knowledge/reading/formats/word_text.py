"""The words of one paragraph of a Word file, as they would be printed with all changes accepted."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from knowledge.reading.formats.numbering import W
from knowledge.reading.formats.word_styles import is_on

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}prstGeom"
_OLD_DRAWN = "{urn:schemas-microsoft-com:vml}"
#: What was struck out, field codes, and what only describes the words.
_UNPRINTED = frozenset(
    f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sdtPr")
)
_NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
_SPACES = {f"{W}tab": " ", f"{W}ptab": " ", f"{W}br": "\n", f"{W}cr": "\n"}
_HYPHENS = {f"{W}noBreakHyphen": "-", f"{W}softHyphen": ""}
_SIGNS = {**_SPACES, **_HYPHENS}
_PRINTED = frozenset({*_SIGNS, f"{W}t", f"{W}sym"})
_DRAWINGS = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
#: Wingdings and Symbol, by the low byte of their codes.
_PICTURES = {
    0xFC: "✓", 0xFE: "✓", 0xFB: "✗", 0xFD: "✗", 0x6C: "●", 0x9F: "•", 0x6E: "■", 0xA7: "▪",
    0xB7: "•", 0xD8: "➢", 0x76: "❖", 0xA8: "□", 0x6F: "□", 0xE0: "→", 0xF0: "→", 0xD6: "√",
    0xB1: "±", 0xB3: "≥", 0xA3: "≤",
}  # fmt: skip
_MARK = "●"


@dataclass(slots=True)
class Words:
    """A paragraph's text, the text boxes that hang on it, and the notes it refers to.

    `is_drawn` says that a shape of a flow chart stands there: no line, arrow or picture.
    """

    text: str = ""
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    is_drawn: bool = False

    @property
    def mark(self) -> str:
        """The mark that a flow chart's shape sets in an official's column, "" for none."""
        return _MARK if self.is_drawn and not self.boxes else ""


def words_of(paragraph: etree._Element) -> Words:
    """Return what a paragraph prints."""
    words = Words()
    pieces: list[str] = []
    _collect(paragraph, words, pieces)
    words.text = "".join(pieces)
    return words


def chosen(alternatives: etree._Element) -> etree._Element | None:
    """Return the one of several alternatives that is to be read."""
    choice = alternatives.find(f"{_MC}Choice")
    return choice if choice is not None else alternatives.find(f"{_MC}Fallback")


def is_alternatives(element: etree._Element) -> bool:
    """Whether an element holds the same content more than once."""
    return element.tag == f"{_MC}AlternateContent"


def _collect(element: etree._Element, words: Words, pieces: list[str]) -> None:
    for child in element:
        tag = child.tag
        if tag in _UNPRINTED or (tag == f"{W}r" and is_on(child.find(f"{W}rPr"), "vanish")):
            continue
        if tag in _PRINTED:
            pieces.append(_printed(child))
        elif tag in _NOTES:
            words.notes.append((_NOTES[tag], child.get(f"{W}id", "")))
        elif tag in _DRAWINGS:
            _look_at_drawing(child, words)
        elif not is_alternatives(child):
            _collect(child, words, pieces)
        elif (one := chosen(child)) is not None:
            _collect(one, words, pieces)


def _printed(child: etree._Element) -> str:
    if child.tag == f"{W}t":
        return child.text or ""
    return _SIGNS[child.tag] if child.tag in _SIGNS else _symbol(child)


def _look_at_drawing(drawing: etree._Element, words: Words) -> None:
    """Note the text boxes of a drawing, outermost only, and whether it draws a shape."""
    found = [
        box
        for box in drawing.iter(f"{W}txbxContent")
        if not any(above.tag == f"{W}txbxContent" for above in _within(box, drawing))
    ]
    words.boxes += [box for box in found if any(t.text for t in box.iter(f"{W}t"))]
    shapes = [s.get("prst", "") for s in drawing.iter(_DRAWN)]
    lines = ("line", "onnector", "rrow")
    words.is_drawn |= any(s and not any(part in s for part in lines) for s in shapes) and not any(
        True for _ in drawing.iter("{http://schemas.openxmlformats.org/drawingml/2006/picture}pic")
    )
    words.is_drawn |= any(
        True for name in ("rect", "oval", "roundrect") for _ in drawing.iter(_OLD_DRAWN + name)
    )


def _within(element: etree._Element, root: etree._Element) -> list[etree._Element]:
    """Return what an element stands in, up to a root."""
    above: list[etree._Element] = []
    parent = element.getparent()
    while parent is not None and parent is not root:
        above.append(parent)
        parent = parent.getparent()
    return above


def _symbol(symbol: etree._Element) -> str:
    try:
        code = int(symbol.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    low = code & 0xFF if 0xF000 <= code <= 0xF0FF else code  # noqa: PLR2004
    return _PICTURES.get(
        low, chr(code) if 0x20 <= code <= 0xFFFF and not 0xD800 <= code <= 0xDFFF else ""
    )  # noqa: PLR2004
