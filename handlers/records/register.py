"""The register (buku register) as a spreadsheet: a row a complaint, no text and no person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bot.domain.reporting import Line
from handlers.markup import plain
from handlers.texts import Texts

COLUMNS = (
    "number", "filed", "kind", "standard", "post", "status", "due", "answered", "on_time",
    "hours", "ended", "rating", "objections",
)  # fmt: skip
"""The columns, by the name of their heading (`recap.column_<name>`)."""

_WIDTHS = (20, 17, 13, 44, 44, 16, 17, 17, 13, 13, 17, 9, 11)
_DATES = frozenset({"filed", "due", "answered", "ended"})


def register(lines: Sequence[Line], title: str, texts: Texts, language: str, zone: tzinfo) -> bytes:
    """Return the .xlsx; instants stand in it as the office's wall time."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "dd/mm/yyyy hh:mm"})
    book.set_properties({"title": title, "author": "", "comments": ""})
    sheet = book.add_worksheet(plain(texts.render("recap.sheet", language)))
    heading = book.add_format({"bold": True, "bg_color": "#E8EEF6", "text_wrap": True})
    moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
    sheet.write_string(0, 0, title, book.add_format({"bold": True, "font_size": 14}))
    for column, (name, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
        label = plain(texts.render(f"recap.column_{name}", language))
        sheet.write_string(2, column, label, heading)
        sheet.set_column(column, column, width)
    for row, line in enumerate(lines, 3):
        for column, value in enumerate(_values(line, texts, language, zone)):
            _write(sheet, row, column, value, moment)
    sheet.freeze_panes(3, 1)
    if lines:
        sheet.autofilter(2, 0, 2 + len(lines), len(COLUMNS) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    book.close()
    return out.getvalue()


def _values(line: Line, texts: Texts, language: str, zone: tzinfo) -> Sequence[object]:
    def word(name: str) -> str:
        return plain(texts.render(f"recap.{name}", language))

    def local(at: datetime | None) -> datetime | None:
        return None if at is None else at.astimezone(zone).replace(tzinfo=None)

    judged = {True: word("yes"), False: word("no"), None: ""}[line.on_time]
    hours = None if line.answer_minutes is None else round(line.answer_minutes / 60, 1)
    return (
        line.number,
        local(line.filed_at),
        word(f"kind_{line.kind.value}"),
        line.standard or word("no_standard"),
        line.post,
        word(f"status_{line.status.value}"),
        local(line.due_at),
        local(line.answered_at),
        judged,
        hours,
        local(line.ended_at),
        line.rating,
        line.objections,
    )


def _write(sheet: Worksheet, row: int, column: int, value: object, moment: Format) -> None:
    """Write a value as what it is; a text is never read as a formula."""
    if isinstance(value, datetime):
        sheet.write_datetime(row, column, value, moment)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value)
    elif value is not None:
        sheet.write_string(row, column, str(value))
