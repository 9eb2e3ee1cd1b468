"""The styles of a Word file: which of them head sections, and which of them number."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from knowledge.reading.formats.numbering import Numbering, W, value

_LONGEST_CHAIN = 20
_OFF = ("0", "false", "none")
_BODY = 9  # the outline level of what is no heading


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    based_on: str | None
    properties: etree._Element | None


class Styles:
    """Looks a paragraph's properties up in it and, where it is silent, in its style's chain."""

    def __init__(self, root: etree._Element | None, numbering: Numbering) -> None:
        self._numbering = numbering
        self._styles = {
            style.get(f"{W}styleId", ""): _Style(
                (value(style, "name") or "").casefold(),
                value(style, "basedOn"),
                style.find(f"{W}pPr"),
            )
            for style in (root.iterfind(f"{W}style") if root is not None else ())
        }

    def is_contents(self, paragraph: etree._Element) -> bool:
        """Whether a paragraph is a line of the table of contents."""
        name = self._own(paragraph)
        return bool(name) and self._styles[name].name.startswith("toc ")

    def heading_level(self, paragraph: etree._Element) -> int:
        """Return 1 for the highest headings, 0 for what is none."""
        for _, properties in self._chain(paragraph):
            level = value(properties, "outlineLvl")
            if level and level.isdigit():
                return int(level) + 1 if int(level) < _BODY else 0
        return 0

    def is_title(self, paragraph: etree._Element) -> bool:
        """Whether a paragraph has a style for titles or headings."""
        name = self._own(paragraph)
        titled = bool(name) and self._styles[name].name in ("title", "judul")
        return titled or self.heading_level(paragraph) > 0

    def is_centred(self, paragraph: etree._Element) -> bool:
        """Whether a paragraph stands in the middle or at the right of its line."""
        for _, properties in self._chain(paragraph):
            if (where := value(properties, "jc")) is not None:
                return where in ("center", "right", "end")
        return False

    def label(self, paragraph: etree._Element) -> str:
        """Count a paragraph in its list, and return the label that Word prints before it."""
        number: str | None = None
        level: int | None = None
        for name, properties in self._chain(paragraph):
            numbers = properties.find(f"{W}numPr")
            if numbers is None:
                continue
            at = value(numbers, "ilvl")
            if level is None and at is not None and at.isdigit():
                level = int(at)
            number = value(numbers, "numId")
            if number is not None:
                if level is None and name:
                    level = self._numbering.level_of_style(number, name)
                break
        return self._numbering.label(number, level or 0) if number else ""

    def _own(self, paragraph: etree._Element) -> str:
        properties = paragraph.find(f"{W}pPr")
        name = value(properties, "pStyle") if properties is not None else None
        return name if name in self._styles and name else ""

    def _chain(self, paragraph: etree._Element) -> list[tuple[str, etree._Element]]:
        """Return the properties that hold for a paragraph, its own first, with their styles."""
        own = paragraph.find(f"{W}pPr")
        found = [] if own is None else [("", own)]
        name: str | None = self._own(paragraph)
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(name) if name else None
            if style is None or name is None:
                break
            if style.properties is not None:
                found.append((name, style.properties))
            name = style.based_on
        return found


def is_on(properties: etree._Element | None, name: str) -> bool:
    """Whether a property that is on or off is there and on."""
    child = properties.find(f"{W}{name}") if properties is not None else None
    return child is not None and child.get(f"{W}val") not in _OFF
