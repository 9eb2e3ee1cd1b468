"""Tables of components: "| Persyaratan | KTP |", also with rows that no component names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from knowledge.model import Facet
from knowledge.reading.bars import cells_of, is_barred
from knowledge.reading.heading_styles import without_mark
from knowledge.reading.headings import BRIEF, known_heading
from knowledge.reading.pages import Line
from knowledge.reading.step_tables import BREAK

_NUMBER = re.compile(r"(\d{1,2})[.)]?")
_SERVICE = re.compile(r"(?:jenis|nama|judul)\s+(?:pe)?layanan\s*:?", re.I)
_LABEL = re.compile(r"[A-Z][^:;|.]{2,100}:?")
_COMPLAINS = re.compile(
    r"\b(?:pengaduan|aduan|keluhan|komplain|saran|saluran|kanal|(?:me)?ngadu|lapor)\b", re.I
)
_PAIR = 2


def facet_of(cells: Sequence[str]) -> Facet | None:
    """Return the component that the first or, behind a number, the second cell names."""
    names = cells[1:2] if _NUMBER.fullmatch(cells[0]) else cells[:1]
    headings = (known_heading(name) for name in names if len(cells) > 1)
    return next((h.facet for h in headings if h and h.exact), None)


def heads_any(line: Line, facets: Collection[Facet]) -> bool:
    """Whether a line heads one of the components, or is the row of a table that tells it."""
    if is_barred(line):
        return facet_of(cells_of(line)) in facets
    known = known_heading(without_mark(line.plain)[1])
    return known is not None and known.exact and known.facet in facets


def service_of(cells: Sequence[str]) -> str:
    """Return "Jenis Layanan: Akta Lahir" for a row that names the service of the table, or ""."""
    named = len(cells) == _PAIR and _SERVICE.fullmatch(cells[0]) and cells[1]
    return f"{cells[0].rstrip(' :')}: {cells[1]}" if named else ""


def names_services(cells: Sequence[str]) -> bool:
    """Whether a row names the services whose columns follow: "Jenis Layanan | KTP | KK"."""
    named = any(_SERVICE.fullmatch(cell) for cell in cells[:_PAIR])
    return named and len(cells) > _PAIR


def read_components(rows: list[Line], cells: list[list[str]]) -> Iterator[Line]:
    """Yield the rows of a table of components as headings and what stands below them."""
    counted = any(_NUMBER.fullmatch(of_row[0]) for of_row in cells)
    inside: Facet | None = None
    for row, of_row in zip(rows, cells, strict=True):
        gap = row is rows[0]
        if component := _component(of_row):
            number, name, contents = component
            yield Line(f"{number}{' '.join(BREAK.split(name))}", row.page, gap=True)
            inside = None
        elif service := service_of(of_row):
            yield Line(service, row.page, gap=True)
            continue
        elif _groups(of_row):
            yield Line(of_row[0], row.page, gap=True, facet=Facet.OTHER)
            continue
        elif not (counted or row is rows[0]) and (facet := _untold(of_row)):
            again = facet is Facet.COMPLAINT and inside is facet
            contents = [f"{' '.join(BREAK.split(of_row[0])).rstrip(' :')}: {of_row[1]}"]
            first, *others = BREAK.split(contents[0])
            yield Line(first, row.page, gap=True, facet=None if again else facet)
            contents, inside, gap = others, facet, False
        else:
            contents = [" ".join(filter(None, of_row))]
        for content in contents:
            yield from (Line(part, row.page, gap=gap) for part in BREAK.split(content))


def _groups(cells: Sequence[str]) -> bool:
    """Whether a row only heads those below it: "| KOMPONEN PENYAMPAIAN PELAYANAN | | |"."""
    alone = len(cells) > _PAIR and not any(cells[1:])
    return alone and cells[0].isupper() and ":" not in cells[0] and not BREAK.search(cells[0])


def _untold(cells: Sequence[str]) -> Facet | None:
    """Return the section that a row begins with a label of its own: "Saluran | Telepon 2214"."""
    if len(cells) != _PAIR or not cells[1] or not _LABEL.fullmatch(" ".join(BREAK.split(cells[0]))):
        return None
    if brief := BRIEF.get(cells[0].strip(" :").casefold()):
        return brief
    return Facet.COMPLAINT if _COMPLAINS.search(cells[0]) else Facet.OTHER


def _component(cells: Sequence[str]) -> tuple[str, str, list[str]] | None:
    """Return the number, name and contents of a row that is numbered or names a component."""
    number = _NUMBER.fullmatch(cells[0]) if len(cells) > 1 else None
    name = cells[1] if number else cells[0]
    if not facet_of(cells) and (number is None or not name):
        return None
    return (f"{number[1]}. " if number else ""), name, list(cells[2 if number else 1 :])
