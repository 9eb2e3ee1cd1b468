"""The complaints of the evaluation set: reading them, and where each must go.

One JSON object a line; the fields are those of `Complaint`. What a route is worth is judged in
`complaint_judging`. Nothing here knows how routes are found.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

COMPLAINTS = Path(__file__).parent / "complaints"
DESK = "service_desk"


@dataclass(frozen=True, slots=True)
class Complaint:
    """One text and what a right route for it is.

    `kind` lists the acceptable kinds (none: it is no complaint), `decision` the acceptable
    decisions; `standard` is a key of the shipped standards, `candidates` are the keys of those
    among which the sender must choose. `given` holds what the sender has already told
    ("standard", "kind", "sender_post"). `barred` are posts that must not get it.
    """

    id: str
    style: str
    text: str
    given: dict[str, str]
    kind: tuple[str, ...]
    standard: str | None
    decision: tuple[str, ...]
    decider: str | None
    received_by: str | None
    handled_by: str | None
    candidates: tuple[str, ...]
    barred: tuple[str, ...]


def load_complaints(paths: Iterable[Path]) -> list[Complaint]:
    """Read all complaints of the files, and of the *.jsonl files of the folders, in order.

    Raises ValueError with file and line where a line is not a complaint.
    """
    found: list[Complaint] = []
    for path in paths:
        for file in sorted(path.glob("*.jsonl")) if path.is_dir() else [path]:
            found.extend(_read(file))
    return found


def _read(file: Path) -> list[Complaint]:
    """Read one file; raises ValueError naming the line that is not a complaint."""
    found = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            found.append(_complaint(json.loads(line)))
        except (ValueError, TypeError) as fault:
            raise ValueError(f"{file}:{number}: {fault}") from fault
    return found


def _complaint(raw: dict[str, Any]) -> Complaint:
    """Build one complaint; raises TypeError for an unknown or missing field."""
    names = {field.name for field in fields(Complaint)}
    if set(raw) != names:
        raise TypeError(f"fields differ: {sorted(set(raw) ^ names)}")
    lists = {name: tuple(raw[name]) for name in ("kind", "decision", "candidates", "barred")}
    return Complaint(**{**raw, **lists})
