"""The webhook door: Telegram calls us. Behind it stand the same intake and dispatcher as polling.

200 is answered only after the update is committed; until then Telegram sends it again. Several
processes may listen behind one address. TLS ends before us, at the office's web server.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from telegram.error import BadRequest

from bot.clock import Clock
from bot.domain.errors import StorageError
from bot.services.intake import Intake
from bot.settings import Settings
from handlers.bot_api import OfficeBot
from handlers.door import ALLOWED_UPDATES, Arrived, Door, RunError
from handlers.failures import places
from handlers.listening import listening

_log = logging.getLogger(__name__)

LOOK_SECONDS = 60.0
"""How often Telegram is asked whether it still calls us, and with what success."""

_SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
_LARGEST = 1 << 20  # bytes; Telegram's updates are far smaller
_OK, _CUT_OFF, _FORBIDDEN, _FAILED, _LATER = 200, 400, 403, 500, 503


class Webhook(Door):
    """The door at which Telegram rings; the secret in its header shows that it is Telegram.

    `port` is where it listens while it runs.
    """

    name = "webhook"

    def __init__(
        self, bot: OfficeBot, intake: Intake, clock: Clock, arrived: Arrived, settings: Settings
    ) -> None:
        super().__init__(bot, intake, clock, arrived)
        self._url = settings.webhook_url or ""
        self._address = settings.listen_address
        self._secret = secret_of(settings)
        self._seen_error: object = None
        self._called: list[Mapping[str, Any]] = []
        self._taking: asyncio.Task[int] | None = None
        self.port: int | None = None
        self._app = Starlette(routes=[Route("/{path:path}", self._receive, methods=["POST"])])

    async def run(self) -> None:
        """Listen, have Telegram call here, and look after that until stopped.

        Raises RunError if the port is taken or Telegram refuses the address.
        """
        async with listening(self._app, *self._address) as self.port:
            await super().run()

    async def _prepare(self) -> None:
        payload = {
            "url": self._url,
            "secret_token": self._secret,
            "allowed_updates": list(ALLOWED_UPDATES),
            "drop_pending_updates": False,
        }
        await self._bot.call("setWebhook", payload)

    async def _once(self) -> None:
        info = await self._bot.call("getWebhookInfo", {})
        self.last_success = self._clock.now()
        if info.get("url") != self._url:
            _log.warning("Telegram called another address or none: the webhook is set anew")
            await self._prepare()
        self._tell_errors(info)
        await self._unless_stopped(asyncio.sleep(LOOK_SECONDS))

    def _troubled(self, error: Exception) -> float:
        if isinstance(error, BadRequest):
            raise RunError("run.webhook_refused", url=self._url, reason=error.message) from error
        return super()._troubled(error)

    def _tell_errors(self, info: Mapping[str, Any]) -> None:
        """Log, once each, what Telegram says went wrong when it called."""
        seen = info.get("last_error_date"), info.get("last_error_message")
        if seen[0] is not None and seen != self._seen_error:
            _log.error("Telegram could not deliver to %s: %s", self._url, seen[1])
        self._seen_error = seen

    async def _receive(self, request: Request) -> Response:
        given = request.headers.get(_SECRET, "")
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            _log.warning("a call without the webhook's secret was turned away")
            return Response(status_code=_FORBIDDEN)
        try:
            body = await _body_of(request)
        except ClientDisconnect:  # what was cut off comes again
            return Response(status_code=_CUT_OFF)
        try:
            update = None if body is None else json.loads(body)
        except (ValueError, RecursionError):
            update = None
        if not isinstance(update, Mapping):
            _log.error("a call of the webhook was no update: left out")
            return Response(status_code=_OK)
        self._called.append(update)
        if self._taking is None:
            self._taking = asyncio.create_task(self._take_in())
        return Response(status_code=await asyncio.shield(self._taking))

    async def _take_in(self) -> int:
        """Store what Telegram calls with at this moment; only what is stored is confirmed."""
        updates, self._called, self._taking = self._called, [], None
        try:
            keys = await self._intake.receive(updates)
        except StorageError as error:
            _log.error("an update waits at Telegram: the database cannot be used: %s", error)
            return _LATER
        except Exception as error:
            _log.error(
                "an update waits at Telegram, something unforeseen happened\n%s", places(error)
            )
            return _FAILED
        self._arrived(keys)
        return _OK


def secret_of(settings: Settings) -> str:
    """Return the secret of the webhook: as set, or one that only the token's owner can know."""
    if settings.webhook_secret is not None:
        return settings.webhook_secret.get_secret_value()
    token = settings.telegram_token.get_secret_value() if settings.telegram_token else ""
    return hmac.new(token.encode(), b"pandu webhook", sha256).hexdigest()


async def _body_of(request: Request) -> bytes | None:
    """Return the body, or None if it is larger than any update."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LARGEST:
            return None
    return bytes(body)
