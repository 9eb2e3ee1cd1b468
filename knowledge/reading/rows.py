"""Tables that list values, neither components nor steps: "| Pendaftaran | Gratis |" is an item.

Only with the rule of markdown below its first row is it certain that this row heads the columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.reading.pages import Line
from knowledge.reading.step_tables import BREAK

_EMPTY = re.compile(r"[\s|:+-]+")
_NUMBER = re.compile(r"(\d{1,3})[.)]?")
NUMBERS = re.compile(r"(?:no\.?|nomor|nr\.?|#)", re.I)
"""What heads the column of the rows' numbers."""

_LEAST_ROWS = 3


def read_rows(
    rows: Sequence[Line], cells: Sequence[Sequence[str]]
) -> tuple[list[Line], list[str]] | None:
    """Return the items of a table and the words of its head that none takes up, or None."""
    if len(rows) < _LEAST_ROWS or "-" not in rows[1].text or not _EMPTY.fullmatch(rows[1].text):
        return None
    head = [" ".join(BREAK.split(cell)) for cell in cells[0]]
    name = 1 if len(head) > 1 and NUMBERS.fullmatch(head[0]) else 0
    several = len(head) > name + 2
    if len(rows) == _LEAST_ROWS and _is_lying(head, cells[2]):
        pairs = zip(head, cells[2], strict=False)
        return [Line(f"- {word}: {cell}", rows[2].page) for word, cell in pairs if cell], []
    is_row = not several and bool(re.search(r"\d", head[-1]))  # a list of values without a head
    lines = [
        Line(text, row.page)
        for row, of_row in list(zip(rows, cells, strict=True))[0 if is_row else 2 :]
        if not _EMPTY.fullmatch(row.text)
        for text in _item(of_row, name, head if several else ())
    ]
    used = {at for of_row in cells[2:] for at in range(name + 1, len(of_row)) if of_row[at]}
    unused = [word for at, word in enumerate(head) if word and not (several and at in used)]
    return lines, [] if is_row else unused


def _is_lying(head: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether a table of one row has values below names: "Senin | Jumat", "08.00 | 09.00"."""
    named = all(head) and not any(map(NUMBERS.fullmatch, head))
    return named and bool(cells) and all(re.search(r"\d", cell) for cell in cells if cell)


def _item(cells: Sequence[str], name: int, labels: Sequence[str]) -> Iterator[str]:
    """Yield the lines of one row: "- Mobil: Rp5.000", or "1. Mobil:" and the lines of a cell."""
    number = _NUMBER.fullmatch(cells[0]) if name else None
    begin = f"{number[1]}." if number else "-"
    named = [cell for cell in cells[0 if not number else 1 : name + 1] if cell]
    values = list(_values(cells, name + 1, labels))
    parts = BREAK.split(values[0]) if len(values) == 1 else [", ".join(_on_one_line(values))]
    what = " ".join([begin, *_on_one_line(named)])
    if len(parts) > 1:
        yield f"{what}:"
        yield from parts
    else:
        yield f"{what}: {parts[0]}" if named and parts[0] else f"{what} {parts[0]}".strip()


def _values(cells: Sequence[str], start: int, labels: Sequence[str]) -> Iterator[str]:
    """Yield the cells behind the name, each with the words that head its column."""
    for at, cell in enumerate(cells[start:], start):
        if cell.strip("-–—: "):
            yield f"{labels[at]} {cell}" if labels[at : at + 1] and labels[at] else cell


def _on_one_line(cells: Sequence[str]) -> Iterator[str]:
    return (" ".join(BREAK.split(cell)) for cell in cells)
