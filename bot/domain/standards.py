"""Standards as stored: the document's bytes, the model read from it, what the office put right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from knowledge.editions import EditionNote, declared_year
from knowledge.model import ServiceStandard
from knowledge.storing import from_data


class StandardState(StrEnum):
    """Whether answers come from a stored standard; the others are to come, or history."""

    COMING = "coming"
    IN_FORCE = "in_force"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


class StandardAct(StrEnum):
    """What was done with a standard; each is a line of its history."""

    SENT = "sent"
    CORRECTED = "corrected"
    DISCARDED = "discarded"
    PUBLISHED = "published"
    CAME = "came"  # a coming edition is in force from now on
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"
    CANCELLED = "cancelled"  # a coming edition that will not come


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A file that was loaded; `digest` is the SHA-256 of `content`, in hex."""

    digest: str
    file: str
    content: bytes


@dataclass(frozen=True, slots=True)
class StoredStandard:
    """A standard that is, was or will be in force.

    `model` is plain JSON, as the reader of `reader_version` made it; its own id is that of the
    text, which may be another than `id`. `corrections` are JSON of `knowledge.correcting`.
    Where standards are listed, `model` is only its heading (`heading_of`) and `is_listed` is set.
    `loaded_by` is a Telegram user id, or None for the shipped ones and the command line.
    `valid_from` is the office's date, None where none was given; `row` the store's own number.
    """

    id: str
    title: str
    file: str
    digest: str
    model: Mapping[str, Any]
    reader_version: str
    loaded_at: datetime
    loaded_by: int | None = None
    corrections: tuple[Mapping[str, str], ...] = ()
    text_digest: str | None = None
    valid_from: date | None = None
    state: StandardState = StandardState.IN_FORCE
    ended_at: datetime | None = None
    row: int = field(default=0, compare=False)
    is_listed: bool = field(default=False, compare=False)

    @property
    def is_in_force(self) -> bool:
        """Tell whether answers come from it."""
        return self.state is StandardState.IN_FORCE

    @property
    def never_held(self) -> bool:
        """Tell whether it was announced and taken back before its day."""
        ended, since = self.ended_at, self.valid_from
        withdrawn = self.state is StandardState.WITHDRAWN
        return withdrawn and ended is not None and since is not None and ended.date() < since

    @property
    def unit(self) -> str | None:
        """Return the unit that it names, as the office has it, without taking the model up."""
        put_right = [c["text"] for c in self.corrections if c["what"] == "unit"]
        unit = put_right[-1] if put_right else self.model.get("unit")
        return unit if isinstance(unit, str) else None

    def standard(self) -> ServiceStandard:
        """Return the standard as the office wants it read, under the id that it goes by.

        Raises ValueError for one of a list, which has no more than the heading of its model.
        """
        if self.is_listed:
            raise ValueError(f"standard {self.id} is listed without its model")
        return as_corrected(self.model, self.corrections, self.id)


@dataclass(frozen=True, slots=True)
class StoredExtract:
    """What was derived from an edition's model: JSON of `knowledge.extracts`.

    It holds as long as the same `version` (of the code, the language data and the model) is wanted.
    """

    version: str
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class StandardEvent:
    """One line of a standard's history: who did what to it when, with which file.

    `by` is a Telegram user id, or None for the command line and the bot itself; `standard` is an
    id, `row` the store's number of the edition, `draft` that of a draft. `data` is plain JSON.
    """

    standard: str
    act: StandardAct
    at: datetime
    by: int | None = None
    digest: str | None = None
    row: int | None = None
    draft: int | None = None
    data: Mapping[str, Any] = field(default_factory=dict)


def heading_of(model: Mapping[str, Any]) -> dict[str, Any]:
    """Return what lists of standards need of a model: its own id, and the unit that it names."""
    return {"id": model.get("id"), "unit": model.get("unit")}


def as_corrected(
    model: Mapping[str, Any], corrections: tuple[Mapping[str, str], ...], standard_id: str
) -> ServiceStandard:
    """Return the standard of a stored model with what the office has put right."""
    standard = from_data(dict(model))
    if standard.id != standard_id:
        standard = replace(standard, id=standard_id)
    if not corrections:
        return standard
    from knowledge.correcting import corrected, from_list  # late: few standards need it

    return corrected(standard, from_list(corrections))


def note_of(
    stored: StoredStandard, standard: ServiceStandard, until: date | None = None
) -> EditionNote:
    """Return which edition a stored standard is: its year is the office's date's, else its own."""
    since = stored.valid_from
    return EditionNote(since.year if since else declared_year(standard), since, until)
