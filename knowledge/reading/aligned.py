"""Lists whose values stand in a column of their own: "Darah lengkap ........ Rp 65.000".

Each row becomes an entry "- Darah lengkap: Rp 65.000"; tables with heads are for `columns`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.reading.headings import known_heading

_ROW = re.compile(
    r"\s*(?P<name>[^\W\d_](?:(?!\s{3}|\.{3}).)*?)(?P<between>\s*\.{3,}\s*|\s{3,})"
    r"(?P<value>[^\s.:|](?:(?!\s{3}).)*?)\s*"
)
#: What goes on below the value of the row above.
_GOES_ON = re.compile(r"(?P<space>\s{10,})(?P<text>[a-z(].*?)\s*")
_VALUE = re.compile(r"\d|\b(?:gratis|tutup|libur|nihil|bebas)\b", re.I)
#: A page in a table of contents, and no value.
_PAGE = re.compile(r"\d{1,3}|[ivx]{1,5}", re.I)
_LEAST, _LEAST_DOTTED = 3, 2
_LONGEST_NAME = 60
_FAR = 2  # characters by which numbers that end below each other begin apart


def with_listed_values(text: str) -> str:
    """Return the text with each row of such a list as an entry of its own."""
    if "   " not in text and "..." not in text:
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    result: list[str] = []
    at = 0
    while at < len(lines):
        end, rows = _rows(lines, at)
        if rows and _names_group(result[-2:]):
            result[-1] = f"###### {result[-1].strip()}"
        result += _listed(rows) if rows else lines[at:end]
        at = end
    return "\n".join(result)


def _names_group(above: Sequence[str]) -> bool:
    """Whether the line above rows names only these: in capitals, below other rows or a heading."""
    if len(above) != 2 or not above[0].strip():  # noqa: PLR2004
        return False
    name = above[1].strip()
    return name.isupper() and len(name) <= _LONGEST_NAME and known_heading(name) is None


def _rows(lines: Sequence[str], start: int) -> tuple[int, list[tuple[str, str]]]:
    """Return where a run of rows ends, and its names and values; else one line and none."""
    rows: list[tuple[str, str]] = []
    begins: list[int] = []
    dotted, end = 0, start
    while end < len(lines):
        row = _row(lines[end])
        if row is not None:
            dotted += "..." in row["between"]
            begins.append(row.start("value"))
            rows.append((row["name"], row["value"]))
        elif rows and (more := _goes_on(lines[end], begins[-1])):
            rows[-1] = rows[-1][0], f"{rows[-1][1]} {more}"
        else:
            break
        end += 1
    told = sum(bool(_VALUE.search(value)) for _, value in rows)
    pages = all(_PAGE.fullmatch(value) for _, value in rows)
    enough = len(rows) >= (_LEAST_DOTTED if dotted == len(rows) else _LEAST)
    in_column = dotted == len(rows) or _in_column(rows, begins, lines[start:end])
    if enough and in_column and 2 * told > len(rows) and not pages:
        return end, rows
    return start + 1, []


def _row(line: str) -> re.Match[str] | None:
    match = _ROW.fullmatch(line)
    if match is None or len(match["name"]) > _LONGEST_NAME or match["name"].endswith(":"):
        return None
    return match


def _goes_on(line: str, begin: int) -> str | None:
    match = _GOES_ON.fullmatch(line)
    return match["text"] if match and abs(match.end("space") - begin) <= 1 else None


def _in_column(
    rows: Sequence[tuple[str, str]], begins: Sequence[int], lines: Sequence[str]
) -> bool:
    """Whether the values begin, or end, below each other."""
    ends = {len(line.rstrip()) for line in lines}
    near = [sum(abs(begin - other) <= _FAR for other in begins) for begin in begins]
    return max(near, default=0) > len(rows) // 2 or len(ends) == 1


def _listed(rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    return (f"- {name}: {value}" for name, value in rows)
