"""Sends updates to the bot's webhook: in order in each chat, side by side across chats."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import httpx

from simulator.model import Webhook
from simulator.town import Town

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0
"""Seconds before an update is sent again; doubled at each failure."""
_TIMEOUT = 60.0


class WebhookSender:
    """Delivers as long as `run` runs; an update is sent again until it is answered with 2xx."""

    def __init__(self, town: Town, first_pause: float = FIRST_PAUSE) -> None:
        """Listen for new updates of the town."""
        self._town = town
        self._first_pause = first_pause
        self._news = asyncio.Event()
        self._busy: dict[object, asyncio.Task[None]] = {}
        self._set: Webhook = town.state.webhook
        town.updates.arrived = self._news.set

    async def run(self) -> None:
        """Send what waits, and then what comes, until cancelled."""
        while not self._town.state.webhook.url:
            await self._more()
        # own certificates are what an https address of this machine has
        async with httpx.AsyncClient(timeout=_TIMEOUT, verify=False) as client:  # noqa: S501
            try:
                while True:
                    self._begin_anew_where_set_anew()
                    self._start(client)
                    await self._more()
            finally:
                await self._stop()

    async def _more(self) -> None:
        await self._news.wait()
        self._news.clear()

    def _begin_anew_where_set_anew(self) -> None:
        """Give up what is under way to an address that is no longer the bot's."""
        if self._town.state.webhook is not self._set:
            self._set = self._town.state.webhook
            for task in self._busy.values():
                task.cancel()
            self._busy.clear()

    def _start(self, client: httpx.AsyncClient) -> None:
        webhook = self._set
        if not webhook.url:
            return
        for update in self._town.state.updates.values():
            if len(self._busy) >= webhook.most:
                return
            key = _order_key(update)
            if key not in self._busy:
                self._busy[key] = asyncio.create_task(self._deliver(client, webhook, update, key))

    async def _deliver(
        self, client: httpx.AsyncClient, webhook: Webhook, update: dict[str, Any], key: object
    ) -> None:
        """Send one update until it is taken."""
        pause = self._first_pause
        while update["update_id"] in self._town.state.updates:
            error = await _post(client, webhook, update)
            if error is None:
                self._town.state.updates.pop(update["update_id"], None)
                self._town.changed()
                break
            webhook.error, webhook.error_at = error, self._town.now()
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
        if self._busy.get(key) is asyncio.current_task():
            del self._busy[key]
        self._news.set()

    async def _stop(self) -> None:
        tasks = list(self._busy.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _post(
    client: httpx.AsyncClient, webhook: Webhook, update: Mapping[str, Any]
) -> str | None:
    """Send an update once; return what went wrong in Telegram's words."""
    headers = {"X-Telegram-Bot-Api-Secret-Token": webhook.secret} if webhook.secret else {}
    with suppress(UnicodeError):
        try:
            response = await client.post(webhook.url, json=update, headers=headers)
        except httpx.TimeoutException:
            return "Read timeout expired"
        except httpx.ConnectError:
            return "Connection refused"
        except httpx.HTTPError as error:
            return f"Connection closed: {type(error).__name__}"
        if response.is_success:
            return None
        return f"Wrong response from the webhook: {response.status_code} {response.reason_phrase}"
    return "Wrong webhook address"


def _order_key(update: Mapping[str, Any]) -> object:
    """Return what has to stay in order: the chat, or else the person."""
    for kind, payload in update.items():
        if kind != "update_id":
            chat = payload.get("chat") or payload.get("message", {}).get("chat")
            return (chat or payload["from"])["id"]
    return None
