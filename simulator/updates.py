"""The queue of updates that wait for the bot, and the long poll that fetches them."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from typing import Any

from simulator.errors import Refused
from simulator.model import State

KINDS = (
    "message edited_message callback_query inline_query chosen_inline_result my_chat_member "
    "chat_member message_reaction message_reaction_count channel_post edited_channel_post "
    "shipping_query pre_checkout_query purchased_paid_media poll poll_answer chat_join_request "
    "chat_boost removed_chat_boost business_connection business_message edited_business_message "
    "deleted_business_messages managed_bot guest_message"
).split()
NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}
LONGEST_POLL = 50  # seconds
_OTHER = "other getUpdates request; make sure that only one bot instance is running"

Update = dict[str, Any]


class Updates:
    """Holds what the bot has not confirmed; `arrived` is called after each new update."""

    def __init__(self, state: State, changed: Callable[[], None]) -> None:
        """Go on with what the state holds."""
        self.state = state
        self._changed = changed
        self._poll: asyncio.Future[None] | None = None
        self._closed = False
        self.arrived: Callable[[], None] = lambda: None

    def push(self, kind: str, payload: dict[str, Any]) -> None:
        """Queue an update, if the bot wants this kind."""
        allowed = self.state.allowed
        if (kind not in allowed) if allowed else (kind in NOT_BY_DEFAULT):
            return
        number = self.state.next_update
        self.state.next_update += 1
        self.state.updates[number] = {"update_id": number, kind: payload}
        self._changed()
        self._wake()
        self.arrived()

    def allow(self, kinds: list[str]) -> None:
        """Remember which kinds the bot wants; unknown names are left out, as Telegram does."""
        self.state.allowed = [kind for kind in kinds if kind in KINDS]
        self._changed()

    def confirm(self, offset: int) -> None:
        """Forget all updates below the offset; a negative one keeps that many of the last."""
        waiting = self.state.updates
        if offset < 0:
            done = list(waiting)[:offset]
        else:
            done = [number for number in waiting if number < offset]
        for number in done:
            del waiting[number]
        if done:
            self._changed()

    async def fetch(self, limit: int, seconds: float) -> list[Update]:
        """Return waiting updates, or wait for one; raises Refused if another poll comes."""
        if self.state.webhook.url:
            raise Refused(
                "can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
                409,
            )
        self.end_poll(_OTHER)
        if not self.state.updates and seconds > 0 and not self._closed:
            await self._news(min(seconds, LONGEST_POLL))
        return list(self.state.updates.values())[:limit]

    def end_poll(self, reason: str) -> None:
        """Refuse the open poll, if there is one."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(Refused(f"terminated by {reason}", 409))

    def close(self) -> None:
        """Answer the open poll and hold none open any more."""
        self._closed = True
        self._wake()

    async def _news(self, seconds: float) -> None:
        mine = self._poll = asyncio.get_running_loop().create_future()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(mine, seconds)

    def _wake(self) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)
