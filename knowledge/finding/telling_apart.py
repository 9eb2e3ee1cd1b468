"""Names of standards to choose from: where two would read the same, their unit or year is added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from knowledge.editions import basis_year
from knowledge.finding.shelf import Shelf
from knowledge.model import ServiceStandard


def told_apart(
    shelf: Shelf, standards: Iterable[str | None], name: Callable[[ServiceStandard], str]
) -> Mapping[str, str]:
    """Return the names by id; of those that are alike each with its unit, else with its year."""
    chosen = [one for one in map(shelf.get, dict.fromkeys(standards)) if one is not None]
    names = {one.id: name(one) for one in chosen}
    for more in (_unit, _year):
        count = Counter(label.casefold() for label in names.values())
        alike = [one for one in chosen if count[names[one.id].casefold()] > 1]
        for one in alike:
            said = more(shelf, one)
            names[one.id] += f" \N{EN DASH} {said}" if said else ""
    return names


def _unit(_shelf: Shelf, standard: ServiceStandard) -> str | None:
    return standard.unit


def _year(shelf: Shelf, standard: ServiceStandard) -> str | None:
    note = shelf.editions.notes.get(standard.id)
    year = (note.year if note else None) or basis_year(standard)
    return str(year) if year else None
