"""The bot as the network sees it: PTB's bot on the configured address, and plain calls of the API.

Only the sender, the intake and the start use it.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Mapping
from typing import Any

from telegram.ext import ExtBot
from telegram.request import BaseRequest, HTTPXRequest
from telegram.warnings import PTBDeprecationWarning

CONCURRENCY = 16
"""Calls under way at once. More makes the HTTP client's pool slower, not faster (measured)."""

_CONNECT, _READ, _POOL = 5.0, 15.0, 5.0  # seconds


class OfficeBot(ExtBot[None]):
    """PTB's bot, which can also make a call from its method and fields as stored."""

    async def call(
        self, method: str, payload: Mapping[str, Any], *, read_timeout: float | None = None
    ) -> Any:  # noqa: ANN401 - whatever JSON Telegram answers
        """Call a method of the Bot API; return its result as JSON."""
        timeout = _READ if read_timeout is None else read_timeout
        return await self._post(method, dict(payload), read_timeout=timeout)


def office_bot(
    token: str,
    api: str,
    *,
    request: BaseRequest | None = None,
    polling_request: BaseRequest | None = None,
) -> OfficeBot:
    """Return the bot of a token on the Bot API at `api` (its root, without "/bot")."""
    # httpx logs each address at INFO, and the address holds the token
    logging.getLogger("httpx").setLevel(logging.WARNING)
    logging.getLogger("httpcore").setLevel(logging.WARNING)
    # this one logs an answer that is no JSON whole, and answers repeat what people wrote
    logging.getLogger("telegram.request.BaseRequest").setLevel(logging.CRITICAL)
    # RetryAfter warns at each flood about a type that handlers.delivery takes either way
    warnings.filterwarnings("ignore", message=".*`retry_after`", category=PTBDeprecationWarning)
    return OfficeBot(
        token,
        base_url=f"{api}/bot",
        base_file_url=f"{api}/file/bot",
        request=request or _request(CONCURRENCY),
        get_updates_request=polling_request or _request(1),
    )


def _request(connections: int) -> HTTPXRequest:
    return HTTPXRequest(
        connection_pool_size=connections,
        connect_timeout=_CONNECT,
        read_timeout=_READ,
        write_timeout=_READ,
        pool_timeout=_POOL,
    )
