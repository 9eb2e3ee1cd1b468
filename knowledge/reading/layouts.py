"""The layouts that reading knows. A new one is a module with one function and one line here."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.model import Facet
from knowledge.reading.copied_rows import with_component_rows
from knowledge.reading.demanded_columns import with_demanded_columns
from knowledge.reading.lettered import read_lettered
from knowledge.reading.manuscript import Manuscript
from knowledge.reading.narrative import with_told_components
from knowledge.reading.pages import Pages
from knowledge.reading.prose import with_named_components
from knowledge.reading.rejoining import with_whole_headings
from knowledge.reading.run_on import with_run_on_entries
from knowledge.reading.service_chapters import with_service_chapters
from knowledge.reading.service_columns import with_service_columns
from knowledge.reading.service_rows import with_service_rows
from knowledge.reading.stacked_names import with_names_beside
from knowledge.reading.tables import with_open_tables
from knowledge.reading.unheaded import with_unheaded_requirements

Layout = Callable[[Pages], list[Manuscript]]


def read_component_rows(pages: Pages) -> list[Manuscript]:
    """Take a table of components apart whose rows were copied onto single lines."""
    rows = with_component_rows(pages)
    return read_lettered(rows) if rows else []


def read_prose(pages: Pages) -> list[Manuscript]:
    """Take running text apart whose sentences begin with the names of components."""
    named = with_named_components(pages)
    return read_lettered(named) if named else []


LAYOUTS: tuple[Layout, ...] = (read_lettered, read_component_rows, read_prose)


def take_apart(pages: Pages) -> list[Manuscript]:
    """Return the standards of a document by the layout that finds the most sections in it."""
    pages = with_demanded_columns(with_service_columns(with_service_rows(pages)))
    pages = with_names_beside(with_whole_headings(with_open_tables(pages)))
    pages = with_service_chapters(with_run_on_entries(pages))
    readings = [layout(pages) for layout in LAYOUTS]
    return [with_unheaded_requirements(found) for found in max(readings, key=_worth)]


def take_tale_apart(pages: Pages) -> list[Manuscript]:
    """Return the standards of a text that no layout fits, by what its sentences tell."""
    told = with_told_components(with_open_tables(pages))
    return read_lettered(told) if told else []


def _worth(found: list[Manuscript]) -> tuple[int, int, int]:
    """Return how many components are told of, then the number of sections and of titles."""
    told = sum(len({s.facet for s in m.sections} - {Facet.OTHER}) for m in found)
    return told, sum(len(m.sections) for m in found), sum(bool(m.title) for m in found)
