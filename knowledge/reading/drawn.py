"""Tables drawn with signs, "+----+" or box lines: their rows as barred ones, for `tables` to read.

A frame of one column is no table, it only frames its lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

#: The lines and corners of drawn boxes, as the signs that stand for them on a keyboard.
_BOXES = str.maketrans(
    {
        **dict.fromkeys("─━═┄┅┈┉╌╍", "-"),
        **dict.fromkeys("│┃║┆┇┊┋", "|"),
        **dict.fromkeys("┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋╒╓╕╖╘╙╛╜╞╟╡╢╤╥╧╨╪╫", "+"),
    }
)
_BORDER = re.compile(r"\s*\+(?=[-=+|: ]*[-=]{2})[-=+|: ]*[+|]\s*")
_ROW = re.compile(r"\s*\|.*\|\s*")
_ENTRY = re.compile(r"(?:\(?(?:\d{1,2}|[a-z])[.)]|[-•*])\s+\S")

Cells = list[str]


def with_drawn_tables(text: str) -> str:
    """Return the text with its drawn tables as rows between bars, a rule below the head."""
    if "+-" not in text and "+=" not in text and not any(sign in text for sign in "┌╔┏╒╓"):
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    result: list[str] = []
    at = 0
    while at < len(lines):
        blocks, end = _blocks(lines, at)
        result += _barred(blocks) if blocks else lines[at:end]
        at = end
    return "\n".join(result)


def _blocks(lines: Sequence[str], start: int) -> tuple[list[list[Cells]], int]:
    """Return the lines of a table between its borders, as cells, and where it ends."""
    if not _BORDER.fullmatch(lines[start].translate(_BOXES)):
        return [], start + 1
    blocks: list[list[Cells]] = [[]]
    at = start + 1
    while at < len(lines):
        drawn = lines[at].translate(_BOXES)
        if _BORDER.fullmatch(drawn):
            blocks.append([])
        elif _ROW.fullmatch(drawn):
            blocks[-1].append([cell.strip() for cell in drawn.strip()[1:-1].split("|")])
        else:
            break
        at += 1
    blocks = [block for block in blocks if block]
    return blocks, at


def _barred(blocks: Sequence[list[Cells]]) -> Iterator[str]:
    """Yield the rows of a table between bars, or the lines that a frame holds."""
    width = max(len(cells) for block in blocks for cells in block)
    yield ""
    if width == 1:
        yield from (cell for block in blocks for cells in block for cell in cells)
        yield ""
        return
    head, *body = blocks
    one_each = len(body) > 1  # a border between any two rows
    below = [cells for block in body for cells in _rows(block, whole=one_each)]
    for number, cells in enumerate([_joined(head), *below] if body else _rows(head)):
        yield f"| {' | '.join([*cells, *[''] * (width - len(cells))])} |"
        if not number and body:
            yield f"|{'---|' * width}"
    yield ""


def _rows(block: Sequence[Cells], *, whole: bool = False) -> Iterator[Cells]:
    """Yield the rows of a block: it is one, or each line that does not go on is."""
    row: list[Cells] = []
    for cells in block:
        if row and not whole and not _goes_on(cells):
            yield _joined(row)
            row = []
        row.append(cells)
    yield _joined(row)


def _goes_on(cells: Cells) -> bool:
    """Whether a line goes on with the row above: nothing in its first cell, or half a phrase."""
    return not cells[0] or (not all(cells) and cells[0][0].islower())


def _joined(lines: Sequence[Cells]) -> Cells:
    """Return the lines of a row as one; an entry of a list in a cell begins a line of its own."""
    row: Cells = [""] * max(map(len, lines))
    for cells in lines:
        for at, cell in enumerate(cells):
            apart = "<br>" if _ENTRY.match(cell) else " "
            row[at] = f"{row[at]}{apart}{cell}" if row[at] and cell else row[at] or cell
    return row
