"""Files at the moment of sending: what a stored call names is made, cleaned and put in its place.

How it is named stands in `handlers.file_calls`.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from telegram import InputFile

from bot.domain.attachments import AttachmentState
from bot.domain.errors import StorageError
from bot.services.cleaning import Cleaned, NotCleanable, cleaned
from bot.services.ports import UnitOfWorkFactory
from handlers.failures import places
from handlers.file_calls import AFTER, ATTACHMENT, NAME, named

_log = logging.getLogger(__name__)
_CLEANED_AT_ONCE = 2  # a large picture takes a few hundred megabytes
_USUAL_NAME = "lampiran"


class NoFile(Exception):
    """There is nothing to upload: it was erased, or cannot be shown safely."""


Maker: TypeAlias = Callable[[Any], Awaitable[Cleaned]]
"""Makes a file from what a call says of it (JSON); raises NoFile if it cannot."""


@dataclass(frozen=True, slots=True)
class Uploads:
    """Puts files where calls name them; `makers` by the name that stands for each in a call."""

    unit_of_work: UnitOfWorkFactory
    makers: Mapping[str, Maker] = field(default_factory=dict)
    _room: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_CLEANED_AT_ONCE))

    async def filled(self, payload: Mapping[str, Any]) -> dict[str, Any]:
        """Return the fields with files in place; raises NoFile, and StorageError."""
        found = dict(payload)
        name = str(found.pop(NAME, _USUAL_NAME))
        for key, value in payload.items():
            if isinstance(value, Mapping) and (what := named(value)) is not None:
                made = await self._made(what, value[what], as_photo=key == "photo")
                found[key] = InputFile(made.content, filename=f"{name}.{made.extension}")
        return found

    async def is_wanted(self, payload: Mapping[str, Any]) -> bool:
        """Tell whether what the call belongs to was not taken back."""
        after = payload.get(AFTER)
        if after is None:
            return True
        async with self.unit_of_work(writing=False) as work:
            return await work.outbox.is_known(str(after))

    async def _made(self, what: str, value: object, *, as_photo: bool) -> Cleaned:
        if what == ATTACHMENT:
            return await self._attachment(value, as_photo=as_photo)
        if what not in self.makers:
            raise NoFile(what)
        try:
            return await self.makers[what](value)
        except (NoFile, StorageError):
            raise
        except Exception as error:
            _log.error("%s cannot be made: %s", what, places(error))
            raise NoFile(what) from error

    async def _attachment(self, attachment_id: object, *, as_photo: bool) -> Cleaned:
        if not isinstance(attachment_id, int):
            raise NoFile(ATTACHMENT)
        async with self.unit_of_work(writing=False) as work:
            file = await work.attachments.get(attachment_id)
            if file is None or file.state is not AttachmentState.STORED:
                raise NoFile("not stored")
            content = await work.attachments.content(attachment_id)
        if content is None:
            raise NoFile("erased")
        try:
            async with self._room:
                return await asyncio.to_thread(cleaned, content, as_photo=as_photo)
        except NotCleanable as error:
            _log.warning("attachment %d cannot be shown safely: %s", attachment_id, error)
            raise NoFile("not cleanable") from error


def as_document(method: str, payload: Mapping[str, Any]) -> tuple[str, dict[str, Any]] | None:
    """Return the call that sends the same file as a plain document; None if it is one, or none."""
    name = method.removeprefix("send").lower()
    if name == "document" or not isinstance(payload.get(name), InputFile):
        return None
    rest = {key: value for key, value in payload.items() if key != name}
    return "sendDocument", {**rest, "document": payload[name]}
