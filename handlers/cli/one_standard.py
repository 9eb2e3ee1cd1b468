"""Which one standard a command line means: an id, a title or a part of it, or a file's stem."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from handlers.cli.errors import CommandError
from knowledge.model import ServiceStandard

_KIND = re.compile(r"^standar pelayanan ")


def one_standard(standards: Sequence[ServiceStandard], name: str) -> ServiceStandard:
    """Return the standard of that name; raises CommandError where none or several fit.

    An id, a whole title and a file's stem go before a part of a title.
    """
    wanted = _plain(name)
    for fits in _WAYS:
        found = [standard for standard in standards if wanted and fits(standard, wanted)]
        if len(found) == 1:
            return found[0]
        if found:
            raise CommandError("standard_several", name=name, titles=_titles(found))
    raise CommandError("standard_unknown", name=name, titles=_titles(standards))


def _titles(standards: Iterable[ServiceStandard]) -> list[str]:
    return sorted(standard.title for standard in standards)


def _is_named(standard: ServiceStandard, wanted: str) -> bool:
    title = _plain(standard.title)
    return wanted in (_plain(standard.id), title, _KIND.sub("", title))


def _is_file(standard: ServiceStandard, wanted: str) -> bool:
    file = Path(standard.file)
    return wanted in (_plain(file.stem), _plain(file.name))


def _has_part(standard: ServiceStandard, wanted: str) -> bool:
    return wanted in _plain(standard.title) or wanted in _plain(standard.id)


def _has_words(standard: ServiceStandard, wanted: str) -> bool:
    return set(wanted.split()) <= set(_plain(standard.title).split())


_WAYS: tuple[Callable[[ServiceStandard, str], bool], ...] = (
    _is_named, _is_file, _has_part, _has_words,
)  # fmt: skip


def _plain(text: str) -> str:
    """Return a name without regard to case, signs and spaces."""
    return " ".join(re.findall(r"\w+", text.casefold()))
