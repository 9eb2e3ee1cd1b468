"""What people call a standard, where its whole title would not fit."""

from __future__ import annotations

from collections.abc import Sequence
from os.path import commonprefix

_FORMULA, _WHERE = "Standar Pelayanan ", " di Lingkungan "
_WORTH = 8  # letters; a shared beginning shorter than this may stand on every button


def short_name(title: str) -> str:
    """Return a title without the formula around the service that it names."""
    name = title.removeprefix(_FORMULA).split(_WHERE)[0].strip() or title
    return f"{name[:1].upper()}{name[1:]}"


def shared_beginning(labels: Sequence[str]) -> str:
    """Return the words that all labels begin with, if leaving them out loses nothing."""
    if len(labels) < 2:
        return ""
    shared = commonprefix([f"{label} " for label in labels]).rpartition(" ")[0]
    shared = f"{shared} " if shared else ""
    worth_it = len(shared) >= _WORTH and all(len(label) > len(shared) for label in labels)
    return shared if worth_it else ""
