"""Tables with a row for each service: "No | Jenis Layanan | Persyaratan | Waktu | Biaya".

Each row becomes a table of components below the service's name. Where the text describes a
service outside of such a table, this only sums several up, and stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.model import Facet
from knowledge.reading.bars import cells_of, is_barred, is_rule, runs
from knowledge.reading.component_tables import heads_any
from knowledge.reading.headings import known_heading
from knowledge.reading.pages import Line, Pages
from knowledge.reading.step_tables import BREAK

_NUMBERS = re.compile(r"no\.?|nomor|nr\.?|#|", re.I)
_SERVICES = re.compile(
    r"(?:(?:jenis|nama|macam|judul|uraian)\s+)?(?:(?:pe)?layanan|perizinan|surat|izin|permohonan)"
    r"(?:\s+(?:publik|yang\s+diberikan|administrasi|perizinan|surat))?(?:\s*/\s*\w+)?",
    re.I,
)
_COUNTS = re.compile(r"\W*\d{1,2}\W*")
_DEMANDED = frozenset({Facet.REQUIREMENTS, Facet.REQUIREMENTS_USER, Facet.PROCEDURE})
_LEAST_FACETS = 3
_SEVERAL = 2


@dataclass(slots=True)
class _Service:
    """A row of the table, with those on which it goes on."""

    line: Line
    cells: list[str]


@dataclass(frozen=True, slots=True)
class _Table:
    """The services of a table; `name` is the column of their names, `head` what heads each."""

    name: int
    head: list[str]
    services: list[_Service]
    furniture: list[str]


def with_service_rows(pages: Pages) -> Pages:
    """Return the pages with each table of services as one table of components for each."""
    if not any(map(is_barred, pages.lines)):
        return pages
    found = [(run, _table(run) if is_barred(run[0]) else None) for run in runs(pages.lines)]
    outside = [line for run, table in found if table is None for line in run]
    tables = [table for _, table in found if table]
    if not tables or any(heads_any(line, _DEMANDED) for line in outside):
        return pages
    lines = [line for run, table in found for line in (_told_apart(table) if table else run)]
    heads = [text for table in tables for text in table.furniture]
    furniture = (*pages.furniture, *dict.fromkeys(heads))
    return replace(pages, lines=tuple(lines), furniture=furniture)


def _table(run: Sequence[Line]) -> _Table | None:
    """Return the table that some barred lines are, if its rows are services."""
    rows = [(line, cells_of(line)) for line in run]
    rows = [(line, cells) for line, cells in rows if not is_rule(cells)]
    head = [" ".join(BREAK.split(cell)).strip(" *:") for cell in rows[0][1]] if rows else []
    name = next((at for at, cell in enumerate(head) if _SERVICES.fullmatch(cell)), None)
    if name is None or not all(map(_NUMBERS.fullmatch, head[:name])):
        return None
    headed = [known for cell in head[name + 1 :] if (known := known_heading(cell)) and known.exact]
    facets = {known.facet for known in headed}
    if len(facets) < _LEAST_FACETS or not facets & _DEMANDED:
        return None
    services, others = _services(rows[1:], name)
    named = [_name(service.cells[name]) for service in services]
    if len(set(named)) < max(_SEVERAL, len(named)):
        return None
    return _Table(name, head, services, [rows[0][0].text, *others])


def _services(
    rows: Sequence[tuple[Line, list[str]]], name: int
) -> tuple[list[_Service], list[str]]:
    """Return the services, and the rows that only count or group them."""
    services: list[_Service] = []
    others: list[str] = []
    for line, cells in rows:
        told = [cell for cell in cells[name + 1 :] if cell]
        if all(_COUNTS.fullmatch(cell) for cell in cells if cell) or not (told or services):
            others.append(line.text)
        elif told and len(cells) > name and cells[name]:
            services.append(_Service(line, cells))
        elif told and services:
            services[-1].cells = _together(services[-1].cells, cells)
        else:
            others.append(line.text)
    return services, others


def _together(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """Return the cells of a row with those of the row on which it goes on."""
    width = max(len(above), len(below))
    pairs = zip(_filled(above, width), _filled(below, width), strict=True)
    return ["<br>".join(filter(None, pair)) for pair in pairs]


def _filled(cells: Sequence[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))]


def _name(cell: str) -> str:
    return " ".join(BREAK.split(cell)).strip(" *:")


def _told_apart(table: _Table) -> Iterator[Line]:
    """Yield for each service its name and a table of what the columns say of it."""
    for service in table.services:
        name = _name(service.cells[table.name])
        page = service.line.page
        printed = " ".join(filter(None, [*service.cells[: table.name], name]))
        yield Line(printed, page, gap=True, service=name)
        told = list(zip(table.head, service.cells, strict=False))[table.name + 1 :]
        for at, (word, cell) in enumerate((word, cell) for word, cell in told if cell):
            yield Line(f"| {word} | {cell} |", page, gap=at == 0)
