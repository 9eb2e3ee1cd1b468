"""All standards that are loaded, by id: from files and folders, with what could not be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from knowledge.editions import free_id, same_unit
from knowledge.errors import KnowledgeError
from knowledge.model import ServiceStandard
from knowledge.reading import read_file

Read: TypeAlias = Callable[[Path], tuple[ServiceStandard, ...]]
#: What a folder is searched for. A file that is named itself is read whatever its ending.
_ENDINGS = frozenset({".txt", ".md", ".text", ".docx", ".docm", ".pdf", ".html", ".htm"})


@dataclass(frozen=True, slots=True)
class Problem:
    """A document that was not loaded: `key` and `values` are those of a KnowledgeError."""

    file: str
    key: str
    values: Mapping[str, str] = field(default_factory=dict)


class Library(Mapping[str, ServiceStandard]):
    """The standards by id, in the order of loading; immutable."""

    def __init__(self, standards: Iterable[ServiceStandard] = ()) -> None:
        by_id: dict[str, ServiceStandard] = {}
        for standard in standards:
            if standard.id in by_id:
                raise ValueError(f"two standards with the id {standard.id}")
            by_id[standard.id] = standard
        self._by_id = MappingProxyType(by_id)

    def __getitem__(self, standard_id: str) -> ServiceStandard:
        return self._by_id[standard_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles, in the order of loading."""
        return tuple(standard.title for standard in self._by_id.values())

    @classmethod
    def load(
        cls, paths: Iterable[Path], read: Read = read_file
    ) -> tuple[Library, tuple[Problem, ...]]:
        """Load files and folders; what cannot be read becomes a Problem, the rest is loaded.

        The first of two standards with one id stays; the other is a Problem ("duplicate"), unless
        it names another unit: then it is another standard, with an id of its own.
        `read` gives the standards of a file or raises KnowledgeError.
        """
        standards: dict[str, ServiceStandard] = {}
        problems: list[Problem] = []
        for path in paths:
            for file in _files(path):
                try:
                    found = read(file)
                except KnowledgeError as error:
                    problems.append(Problem(str(file), error.key, error.values))
                    continue
                for standard in (_of_its_own(one, standards) for one in found):
                    first = standards.setdefault(standard.id, standard)
                    if first is not standard:
                        values = {"file": str(file), "id": standard.id, "other": first.file}
                        problems.append(Problem(str(file), "duplicate", values))
        return cls(standards.values()), tuple(problems)


def _of_its_own(standard: ServiceStandard, known: Mapping[str, ServiceStandard]) -> ServiceStandard:
    """Return the standard, under another id where one of another unit has its own."""
    other = known.get(standard.id)
    if other is None or same_unit(other.unit, standard.unit):
        return standard
    return replace(standard, id=free_id(standard.id, known))


def _files(path: Path) -> list[Path]:
    """Return the documents of a folder, sorted, or the path itself."""
    if not path.is_dir():
        return [path]
    return sorted(p for p in path.rglob("*") if p.is_file() and p.suffix.lower() in _ENDINGS)


def shipped_documents() -> Path:
    """Return the folder of the standards that ship with the package."""
    return Path(__file__).parent / "documents"
