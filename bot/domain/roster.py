"""A list of posts and holders as offices keep it in a spreadsheet: CSV text in, rows out.

Pure; what the rows mean for the office is decided in `bot.services.roster`.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.domain.dates import read_date
from bot.domain.posts import Holding

_HEADINGS = {
    "post": "jabatan namajabatan post position",
    "name": "nama namapejabat namalengkap pejabat name",
    "superior": "atasan atasanlangsung superior",
    "unit": "unit unitkerja",
    "holding": "status statusjabatan holding",
    "decree": "sk nosk nomorsk suratperintah decree",
    "since": "mulai sejak tmt mulaitanggal since from",
    "until": "sampai sampaitanggal selesai until",
    "telegram_id": "telegramid idtelegram telegram",
}
_COLUMNS = {heading: column for column, all_ in _HEADINGS.items() for heading in all_.split()}
_NOT_OURS = frozenset({"", "no", "nomor", "nourut", "nip", "keterangan", "catatan", "notes"})
_HOLDINGS = {
    "": Holding.DEFINITIVE,
    "definitif": Holding.DEFINITIVE,
    "definitive": Holding.DEFINITIVE,
    "tetap": Holding.DEFINITIVE,
    "plt": Holding.PLT,
    "pelaksanatugas": Holding.PLT,
    "plh": Holding.PLH,
    "pelaksanaharian": Holding.PLH,
}
_SEPARATORS = ";,\t"
_LONGEST = 200  # letters of a cell
_HIGHEST_ID = 2**52  # Telegram's promise for user ids


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list; what a cell does not say is None. `line` is its number in the file."""

    line: int
    post: str
    name: str | None = None
    superior: str | None = None
    unit: str | None = None
    holding: Holding = Holding.DEFINITIVE
    decree: str | None = None
    since: date | None = None
    until: date | None = None
    telegram_id: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a line: the key of an explanation, `roster_<key>`, and its values."""

    line: int
    key: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a file says, and everything that is wrong with it."""

    rows: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_sheet(text: str, today: date) -> Sheet:
    """Read a list; dates without a year are counted from today."""
    try:
        lines = list(_lines(text.removeprefix("\ufeff")))
    except csv.Error:
        return Sheet(problems=(Problem(1, "broken"),))
    if not lines:
        return Sheet(problems=(Problem(1, "empty"),))
    (number, head), *rest = lines
    columns = [_column(cell) for cell in head]
    problems = tuple(_wrong_headings(number, head, columns))
    if problems:
        return Sheet(problems=problems)
    found = [_row(number, dict(zip(columns, cells, strict=False)), cells[len(head) :], today)
             for number, cells in rest]  # fmt: skip
    rows = tuple(row for row in found if isinstance(row, Row))
    wrong = tuple(p for row in found if not isinstance(row, Row) for p in row)
    return Sheet(rows, wrong or (() if rows else (Problem(number, "empty"),)))


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines that hold something, with the number of their first."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 1
    for cells in reader:
        plain = [" ".join(cell.split()) for cell in cells]
        if any(plain):
            yield number, plain
        number = reader.line_num + 1


def _column(heading: str) -> str | None:
    return _COLUMNS.get(re.sub(r"[^a-z]", "", heading.casefold()))


def _wrong_headings(
    number: int, head: Sequence[str], columns: Sequence[str | None]
) -> Iterator[Problem]:
    known = ", ".join(all_.split()[0] for all_ in _HEADINGS.values())
    for heading, column in zip(head, columns, strict=True):
        if column is None and re.sub(r"[^a-z]", "", heading.casefold()) not in _NOT_OURS:
            yield Problem(number, "unknown_column", {"column": heading, "known": known})
        elif column is not None and columns.count(column) > 1:
            yield Problem(number, "column_twice", {"column": heading})
    if "post" not in columns:
        yield Problem(number, "no_post_column", {"known": known})


def _row(
    line: int, cells: Mapping[str | None, str], more: Sequence[str], today: date
) -> Row | list[Problem]:
    problems = list(_wrong_cells(line, cells, more, today))
    if problems:
        return problems
    number = cells.get("telegram_id")
    return Row(
        line=line,
        post=cells["post"],
        name=cells.get("name") or None,
        superior=cells.get("superior") or None,
        unit=cells.get("unit") or None,
        holding=_HOLDINGS[_letters(cells.get("holding", ""))],
        decree=cells.get("decree") or None,
        since=read_date(cells.get("since", ""), today),
        until=read_date(cells.get("until", ""), today),
        telegram_id=int(number) if number else None,
    )


def _wrong_cells(
    line: int, cells: Mapping[str | None, str], more: Sequence[str], today: date
) -> Iterator[Problem]:
    if any(more):
        yield Problem(line, "too_many_cells", {"text": next(cell for cell in more if cell)})
    if not cells.get("post"):
        yield Problem(line, "no_post")
    if any(len(cell) > _LONGEST for cell in cells.values()):
        yield Problem(line, "too_long", {"limit": _LONGEST})
    told = any(cells.get(column) for column in ("holding", "decree", "since", "until"))
    if told and not cells.get("name") and not cells.get("telegram_id"):
        yield Problem(line, "no_name")
    yield from _unreadable(line, cells, today)


def _unreadable(line: int, cells: Mapping[str | None, str], today: date) -> Iterator[Problem]:
    if _letters(cells.get("holding", "")) not in _HOLDINGS:
        yield Problem(line, "bad_holding", {"text": cells["holding"]})
    for column in ("since", "until"):
        if (text := cells.get(column)) and read_date(text, today) is None:
            yield Problem(line, "bad_date", {"text": text})
    number = cells.get("telegram_id") or "1"
    if not (number.isascii() and number.isdecimal() and 0 < int(number[:20]) < _HIGHEST_ID):
        yield Problem(line, "bad_telegram_id", {"text": number})


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.casefold())
