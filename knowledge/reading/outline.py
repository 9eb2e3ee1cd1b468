"""From the lines of a section to a tree of nodes: lists to any depth, paragraphs, "Catatan:".

Reads marks only; what a node means (item, step, note) is decided by `items` and `steps`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from knowledge.reading.headings import known_heading
from knowledge.reading.joining import before_number, ends_open
from knowledge.reading.labels import is_labelled, names_doer, without_brackets
from knowledge.reading.marks import (
    NUMBERED_VALUE,
    Mark,
    Symbol,
    is_misread,
    take_capital,
    take_mark,
    take_misprinted,
)
from knowledge.reading.nodes import Node
from knowledge.reading.pages import Line

_ABOVE_LIST = re.compile(r"keterangan\s*:?", re.I)
_NOTE = re.compile(r"(?:[-–•]\s*)?(?:catatan|keterangan|note)\s*:\s*", re.I)
_MARKDOWN = re.compile(r"(#{1,6})\s+\S")
_SUBHEADING = re.compile(r"[*_]*[A-Z][^.:;,]{2,60}[*_]*")
_ALONE = re.compile(r"\W?\d{1,4}[.)]?")
_FULL = 0.75
_WRAPS = 60
_YEARS = 1000  # a number this high is a year unless it goes on with a list
_DEEPEST = 12  # deeper lists are broken numbering; they stay on this level
_STOPS = (".", ":", ";", "!", "?")


def build_outline(
    lines: Sequence[Line], width: int = 0, *, capitals: bool = False, steps: bool = False
) -> tuple[list[Node], list[str]]:
    """Return the top nodes of the lines and warnings about numbering that does not run on.

    `width` is the line width of hard-wrapped text, 0 where each line is a whole paragraph;
    `capitals` says that entries are marked "A.", "B.", `steps` that they are a procedure's.
    """
    builder = _Builder(width, capitals=capitals, steps=steps)
    for line, below in zip_longest(lines, lines[1:]):
        builder.take(line, below)
    builder.close_note(None)
    return builder.roots, builder.warnings


class _Builder:
    """The open list items from the outermost to the innermost, and what was built so far."""

    def __init__(self, width: int, *, capitals: bool = False, steps: bool = False) -> None:
        self._steps = steps
        self.roots: list[Node] = []
        self.warnings: list[str] = []
        self._open: list[Node] = []
        self._last: Node | None = None
        self._note: Node | None = None
        self._width = width
        self._previous = ""
        self._in_table = False
        self._capitals = 0 if capitals else None

    def take(self, line: Line, below: Line | None) -> None:
        """Add the next line of the section; `below` is the one that follows."""
        self._leave_table(line)
        misprinted = take_misprinted(line.text, [node.mark for node in self._open])
        marks, rest = self._capital(line) or misprinted or take_mark(line.text)
        note = None if self._leads(line, below) else _NOTE.match(line.plain)
        headed = _MARKDOWN.match(line.text)
        if note:
            self._begin_note(line, line.plain[note.end() :])
        elif headed and not marks:
            self._begin_group(line, len(headed[1]))
        elif marks and not self._only_looks_marked(line, marks[0]):
            self._begin_item(marks, line, rest)
        elif self._last is not None and (marks or self._continues(line, self._last)):
            self._last.printed.append(line.printed)
            self._last.texts.append(line.text)
        else:
            self._begin_paragraph(line)
        self._previous, self._in_table = line.plain, line.cell

    def _leads(self, line: Line, below: Line | None) -> bool:
        """Whether "Keterangan:" stands above the list itself, as below a flow chart."""
        listed = below is not None and any(mark.order == 1 for mark in take_mark(below.text)[0])
        led = self._steps and listed and not self._open
        return led and bool(_ABOVE_LIST.fullmatch(line.plain))

    def _leave_table(self, line: Line) -> None:
        """End the last cell of a table of steps: a paragraph below the table is another thing."""
        if self._in_table and not line.cell and line.gap:
            self.close_note(None)
            self._last = None

    def _capital(self, line: Line) -> tuple[tuple[Mark, ...], str] | None:
        """Read "B. ..." behind "A. ...", where entries are marked so; a name is not in turn."""
        taken = take_capital(line.text) if self._capitals is not None else None
        if taken is None or taken[0].order != (self._capitals or 0) + 1:
            return None
        self._capitals = taken[0].order
        return (taken[0],), taken[1]

    def _begin_note(self, line: Line, rest: str) -> None:
        self.close_note(None)
        self._note = Node(None, line.page, [line.printed], [rest] if rest else [], note=True)
        self._last = self._note

    def _begin_group(self, line: Line, level: int) -> None:
        """Begin what stands below "### Keanggotaan", inside a subheading with fewer "#"."""
        self.close_note(None)
        while self._open and not 0 < self._open[-1].level < level:
            self._open.pop()
        self._last = Node(None, line.page, [line.printed], [line.text], level=level)
        (self._open[-1].children if self._open else self.roots).append(self._last)
        self._open.append(self._last)

    def _begin_paragraph(self, line: Line) -> None:
        if self._note is not None and not self._note.children:
            self._note.printed.append(line.printed)
            self._note.texts.append(line.text)
            self._last = self._note
            return
        node = Node(None, line.page, [line.printed], [line.text])
        parent = self._open[-1] if self._open else None
        (parent.children if parent else self.roots).append(node)
        self._last = node

    def _begin_item(self, marks: tuple[Mark, ...], line: Line, rest: str) -> None:
        if self._note is not None and self._belongs_to_note(self._note, marks[0]):
            self._last = Node(marks[0], line.page, [line.printed], [rest])
            self._note.children.append(self._last)
            return
        mark, depth = self._place(marks)
        depth = min(depth, _DEEPEST - 1)
        self.close_note(depth)
        del self._open[depth:]
        siblings = self._open[-1].children if self._open else self.roots
        node = Node(mark, line.page)
        siblings.append(node)
        self._open.append(node)
        self._last = node
        self._fill(node, line, rest)

    def _fill(self, node: Node, line: Line, rest: str) -> None:
        """Put the text into the node, or into its first child for "3. a. ..."."""
        inner, after = take_mark(rest)
        first = next((m for m in inner if m.order == 1 and m.symbol is not Symbol.BULLET), None)
        if first is None or node.mark is None or first.kind == node.mark.kind or not after:
            node.printed.append(line.printed)
            node.texts.append(rest)
            return
        cut = line.text.rfind(rest) if rest else len(line.text)
        node.printed.append(line.text[:cut].rstrip())
        self._begin_item((first,), Line(rest, line.page), after)

    def _place(self, marks: tuple[Mark, ...]) -> tuple[Mark, int]:
        """Choose the reading of a mark and the depth at which it stands."""
        if marks[0].symbol is Symbol.BULLET:
            return self._place_bullet(marks[0])
        for mark in marks:
            for depth in range(len(self._open) - 1, -1, -1):
                if mark.follows(self._open[depth].mark):
                    return mark, depth
        for mark in marks:
            if mark.order == 1 and not self._is_letter(marks[0], mark):
                self.warnings += [f"numbering: {marks[0].name}"] if is_misread(marks, mark) else []
                return mark, self._depth_of_first(mark)
        running = next(filter(self._runs_on, marks), None)
        return (running, len(self._open)) if running else self._place_irregular(marks[0])

    def _runs_on(self, mark: Mark) -> bool:
        """Whether a list goes on below the next entry or subheading: "A. ... 5.", "B. ... 6."."""
        if not self._open or self._open[-1].children:
            return False
        siblings = self._open[-2].children if len(self._open) > 1 else self.roots
        last = siblings[-2].children[-1:] if len(siblings) > 1 else []
        return any(
            n.mark and n.mark.kind == mark.kind and n.mark.order + 1 == mark.order for n in last
        )

    def _is_letter(self, letter: Mark, mark: Mark) -> bool:
        """Whether "l." stands in a list of letters, so that it is no "1." that was misread."""
        lettered = any(node.mark and node.mark.kind == letter.kind for node in self._open)
        return is_misread((letter,), mark) and lettered

    def _place_bullet(self, mark: Mark) -> tuple[Mark, int]:
        """Return a bullet's depth: among the open bullets, else below the innermost item."""
        top = self._open[-1].mark if self._open else None
        inside = top is not None and top.symbol is Symbol.BULLET
        return mark, len(self._open) - 1 if inside else len(self._open)

    def _depth_of_first(self, mark: Mark) -> int:
        """Begin a list below the innermost item, unless that one is of the same kind."""
        depth = len(self._open)
        innermost = self._open[-1].mark if self._open else None
        if self._restarts(mark):
            led = self.roots[-1].text.endswith(":")
            self.warnings += [] if led else [f"numbering: {mark.name}"]
            return 0
        if innermost and innermost.kind == mark.kind:
            self.warnings.append(f"numbering: {mark.name}")
            return depth - 1
        return depth

    def _restarts(self, mark: Mark) -> bool:
        """Tell an outermost list that begins anew under a subheading ("Tahap Pelaksanaan").

        The subheading was taken for a paragraph of the innermost item; it moves to the top.
        """
        outermost = self._open[0].mark if self._open else None
        last, siblings = self._last, self._open[-1].children if self._open else []
        if outermost is None or outermost.kind != mark.kind or last is None:
            return False
        named = _SUBHEADING.fullmatch(last.text) or (last.text.endswith(":") and self._is_led())
        subheading = last.mark is None and not last.note and named
        if not subheading or not siblings or siblings[-1] is not last:
            return False
        self.roots.append(siblings.pop())
        return True

    def _is_led(self) -> bool:
        """Whether a line that ends in a colon stands above the outermost list."""
        first = next((at for at, node in enumerate(self.roots) if node.mark), 0)
        return first > 0 and self.roots[first - 1].text.endswith(":")

    def _place_irregular(self, mark: Mark) -> tuple[Mark, int]:
        """Put a mark out of order after its like, else after one with the same symbol."""
        self.warnings.append(f"numbering: {mark.name}")
        fits = [
            (node.mark.kind == mark.kind, node.mark.order + 1 == mark.order, depth)
            for depth, node in enumerate(self._open)
            if node.mark and node.mark.symbol is mark.symbol
        ]
        like, following, depth = max(fits, default=(False, False, 0))
        return mark, depth if like or following else len(self._open)

    def _belongs_to_note(self, note: Node, mark: Mark) -> bool:
        if mark.symbol is Symbol.BULLET:
            return True
        last = note.children[-1].mark if note.children else None
        return mark.order == 1 if last is None else mark.follows(last)

    def close_note(self, depth: int | None) -> None:
        """Hang the open note on the step it speaks of, now that the next mark's depth is known.

        A note before a sibling of the innermost item belongs to that item; before a shallower
        mark to the list's owner, or to the last item of an outermost list.
        """
        note, self._note = self._note, None
        if note is None:
            return
        if not self._open:
            self.roots.append(note)
            return
        innermost = len(self._open) - 1
        outermost = min(sum(node.level > 0 for node in self._open), innermost)
        above = max(innermost - 1, outermost)
        owner = innermost if depth is not None and depth >= innermost else above
        self._open[owner].children.append(note)

    def _only_looks_marked(self, line: Line, mark: Mark) -> bool:
        """Tell a line that only begins like a mark ("... Pasal" / "5. Sesuai", "2008. Sesuai")."""
        in_turn = any(n.mark and n.mark.order + 1 == mark.order for n in self._open)
        if mark.symbol is Symbol.DIGIT and mark.order >= _YEARS:
            return not in_turn
        wraps = len(self._previous) >= _WRAPS  # "... Gedung B lantai" / "1. Istirahat"
        alone = bool(_ALONE.fullmatch(line.plain)) or (wraps and not in_turn)
        may_count = mark.symbol is not Symbol.BULLET and not line.gap
        return may_count and before_number(self._previous, alone=alone)

    def _continues(self, line: Line, last: Node) -> bool:
        """Whether an unmarked line goes on with the paragraph before it."""
        before = self._previous
        if last.mark and not last.text and not last.children:
            return True
        told = names_doer(before) and line.plain[:1].isupper()
        if last.level or told or is_labelled(without_brackets(line.plain)):
            return False
        full = bool(self._width) and not line.gap and len(before) >= _FULL * self._width
        if before.endswith(_STOPS):
            return full and before.endswith(".") and len(before) >= self._width * 0.9
        goes_on = line.plain[:1].islower() or (not line.gap and NUMBERED_VALUE.match(line.plain))
        remarks = not line.gap and line.plain.startswith("(")  # "(2 hari kerja)."
        number = line.plain[0].isdigit() and before_number(before)  # "Perda No" / "8 tahun 2018"
        if goes_on or remarks or number or ends_open(before):
            return True
        if line.gap or not self._width or known_heading(last.text):
            return False
        return full or len(last.texts) > 1
