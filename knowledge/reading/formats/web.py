"""Web pages: headings, paragraphs, numbered and nested lists, tables. Nothing is run or fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from knowledge.errors import UnreadableDocument
from knowledge.reading.decoding import decode
from knowledge.reading.formats.counting import counted
from knowledge.reading.formats.grid import Cell, barred
from knowledge.reading.formats.transcript import Transcript
from knowledge.reading.headings import known_heading

_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.I)
_DECLARED = re.compile(r"\s*<\?xml[^>]*\?>")
_SPACES = re.compile(r"\s+")
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.I)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_UNREAD = frozenset(
    "head script style noscript template iframe object embed svg math canvas audio video map"
    " select input textarea nav del s strike".split()
)
_FURNITURE = frozenset({"footer", "aside"})
_BLOCKS = frozenset(
    "address article blockquote body center dd details div dl dt fieldset figcaption figure form"
    " header h1 h2 h3 h4 h5 h6 hr html legend li main ol p pre section summary table ul menu"
    " caption".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
#: How a button says that it opens and closes what stands below it.
_FOLDS = re.compile(r"accordion|collaps|toggle|expand|fold", re.I)
#: How deep the title of a fold stands, and a term above a list.
_FOLD, _DEEPEST = 2, 6
_LEAST_NAMED, _MOST_TERMS = 3, 40
_STYLES = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "decimal": "decimal", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter", "upper-latin": "upperLetter", "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman", "decimal-leading-zero": "decimalZero",
}  # fmt: skip
_BULLETS = frozenset({"disc", "circle", "square"})
_LARGEST_SPAN = 1000


def is_web_page(data: bytes, file: str) -> bool:
    """Whether a file is a web page, by its beginning or else by its name."""
    return bool(_PAGE.match(data[:5000].removeprefix(b"\xef\xbb\xbf"))) or file.lower().endswith(
        (".html", ".htm", ".xhtml")
    )


def read_web(data: bytes, file: str) -> Transcript:
    """Return what a web page shows; raise UnreadableDocument where it cannot be read."""
    text = _DECLARED.sub("", _decoded(data, file), count=1).replace("\x00", "")
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text, parser) if text.strip() else None
    except (etree.XMLSyntaxError, ValueError):
        raise UnreadableDocument("broken", file=file) from None
    if root is None:
        return Transcript("", whole=True)
    page = _Page(file)
    page.read(root)
    page.end_line()
    return Transcript("\n".join(page.lines), furniture=tuple(page.furniture), whole=True)


def _decoded(data: bytes, file: str) -> str:
    """Decode as the page says of itself; where it says nothing or something wrong, as any text."""
    named = _CHARSET.search(data[:4096])
    if named and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode(named[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data, file)


@dataclass(slots=True)
class _Page:
    """What was read so far: whole lines, and the words of the line that is open."""

    file: str
    lines: list[str] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    label: str = ""

    def read(self, element: etree._Element) -> None:
        """Read an element and the text behind it."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag and tag not in _UNREAD and not _is_unseen(element):
            self._element(element, tag)
        self.words.append(element.tail or "")

    def end_line(self, *, blank: bool = False) -> None:
        """Close the open line; an empty one leaves its label for the next."""
        text = _SPACES.sub(" ", "".join(self.words)).strip()
        self.words.clear()
        if text:
            self.lines.append(f"{self.label} {text}".strip())
            self.label = ""
        if blank and not self.label:
            self.lines.append("")

    def _element(self, element: etree._Element, tag: str) -> None:
        if tag in _FURNITURE:
            self._set_aside(element)
        elif tag == "br":
            self.end_line()
        elif tag == "table" and not _is_frame(element):
            self.end_line()
            self.lines += barred(list(_rows(element, self.file)), self.file)
        elif tag in ("ol", "ul", "menu"):
            self._list(element, tag)
        elif tag in _BLOCKS or tag in ("tr", "td", "th") or _is_fold(element):
            self._block(element, tag)
        else:
            self._content(element)

    def _content(self, element: etree._Element) -> None:
        self.words.append(element.text or "")
        for child in element:
            self.read(child)

    def _block(self, element: etree._Element, tag: str) -> None:
        level = _level(element, tag)
        self.end_line(blank=level > 0)
        if level and not self.label:
            self.label = "#" * level
        self._content(element)
        self.end_line(blank=level > 0)
        if level:
            self.label = ""

    def _list(self, element: etree._Element, tag: str) -> None:
        self.end_line()
        style = _style(element, tag)
        number = _whole(element.get("start"), 1)
        for child in element:
            if child.tag != "li":
                self.read(child)
                self.end_line()
                continue
            number = _whole(child.get("value"), number)
            self.label = f"{counted(number, style)}." if style else "-"
            self._content(child)
            self.end_line()
            self.label = ""
            number += 1

    def _set_aside(self, element: etree._Element) -> None:
        self.end_line()
        aside = _Page(self.file)
        aside._content(element)
        aside.end_line()
        self.furniture += [line for line in aside.lines if line]


def _level(element: etree._Element, tag: str) -> int:
    """Return the depth of a heading, of what opens a fold or stands above a list; else 0."""
    if tag == "dt":
        below = element.getnext()
        listed = below is not None and below.tag == "dd" and below.find(".//li") is not None
        return _DEEPEST if listed or _lists_components(element) else 0
    return _FOLD if tag == "summary" or _is_fold(element) else _HEADINGS.get(tag, 0)


def _lists_components(term: etree._Element) -> bool:
    """Whether the terms of a list are the names of components, as "Biaya" and "Alur"."""
    parent = term.getparent()
    terms = list(islice(parent.iterchildren("dt"), _MOST_TERMS)) if parent is not None else []
    named = (known_heading(_SPACES.sub(" ", "".join(t.itertext())).strip()) for t in terms)
    return len({heading.facet for heading in named if heading}) >= _LEAST_NAMED


def _rows(table: etree._Element, file: str) -> Iterator[list[Cell]]:
    """Yield the rows of a table, not those of tables inside it."""
    for row in table.iter("tr"):
        yield [_cell(cell, file) for cell in row if cell.tag in ("td", "th")]


def _cell(cell: etree._Element, file: str) -> Cell:
    page = _Page(file)
    page._content(cell)
    page.end_line()
    lines = tuple(line.lstrip("# ") for line in page.lines if line)
    return Cell(lines, _span(cell, "colspan"), _span(cell, "rowspan"), cell.tag == "th")


def _is_frame(table: etree._Element) -> bool:
    """Whether a table only lays a page out: it holds other tables or headings."""
    inside = any(True for tag in ("table", *_HEADINGS) for _ in table.iterdescendants(tag))
    return inside or table.get("role") in ("presentation", "none")


def _is_unseen(element: etree._Element) -> bool:
    """Whether nobody reads an element: a button that does something, or hidden and no fold."""
    if element.tag == "button":
        return not _is_fold(element) and not _in_heading(element)
    return _is_hidden(element) and not _is_folded(element)


def _is_hidden(element: etree._Element) -> bool:
    return "hidden" in element.attrib or bool(_HIDDEN_STYLE.search(element.get("style", "")))


def _in_heading(element: etree._Element) -> bool:
    return next(element.iterancestors(*_HEADINGS, "summary"), None) is not None


def _is_fold(element: etree._Element) -> bool:
    """Whether a button is the title of what stands below it, which it shows and hides."""
    if element.tag != "button" or element.getnext() is None or _in_heading(element):
        return False
    return "aria-expanded" in element.attrib or bool(_FOLDS.search(element.get("class", "")))


def _is_folded(element: etree._Element) -> bool:
    """Whether an element is only closed: what opens it stands right above it."""
    above = element.getprevious()
    buttons = above.iter("button") if above is not None else ()
    return any(_is_fold(button) or _in_heading(button) for button in buttons)


def _style(element: etree._Element, tag: str) -> str:
    """Return how a list counts, "" for bullets."""
    styled = _LIST_STYLE.search(element.get("style", ""))
    kind = styled[1].lower() if styled else element.get("type", "")
    if kind in _BULLETS or (tag != "ol" and kind not in _STYLES):
        return ""
    return _STYLES.get(kind, "decimal")


def _span(cell: etree._Element, name: str) -> int:
    return max(1, min(_whole(cell.get(name), 1), _LARGEST_SPAN))


def _whole(text: str | None, otherwise: int) -> int:
    text = (text or "").strip()
    return (
        int(text) if text.isascii() and text.lstrip("-").isdigit() and len(text) <= 4 else otherwise
    )  # noqa: PLR2004
