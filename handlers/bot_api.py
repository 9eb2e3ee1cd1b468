"""The bot as the network sees it: PTB's bot on the configured address, and plain calls of the API.

Only the sender, the intake and the start use it.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Mapping
from typing import Any

from telegram import InputFile
from telegram.ext import ExtBot
from telegram.request import BaseRequest
from telegram.warnings import PTBDeprecationWarning

from handlers.http_client import HttpRequest

CONCURRENCY = 16
"""Messages under way at once."""

FETCHES = 3
"""Files that people sent, fetched at once."""

FILE_TIME = 60.0
"""Seconds that a file may take to be taken in, or to arrive."""

_OTHERS = FETCHES + 1  # calls beside the messages: the one that waits for updates


class OfficeBot(ExtBot[None]):
    """PTB's bot, which can also make a call from its method and fields as stored."""

    async def call(
        self, method: str, payload: Mapping[str, Any], *, read_timeout: float | None = None
    ) -> Any:  # noqa: ANN401 - whatever JSON Telegram answers
        """Call a method of the Bot API; return its result as JSON."""
        has_file = any(isinstance(value, InputFile) for value in payload.values())
        usual = FILE_TIME if has_file else BaseRequest.DEFAULT_NONE
        timeout = usual if read_timeout is None else read_timeout
        return await self._post(method, dict(payload), read_timeout=timeout)


def office_bot(token: str, api: str, *, request: BaseRequest | None = None) -> OfficeBot:
    """Return the bot of a token on the Bot API at `api` (its root, without "/bot").

    `request` stands in for the network.
    """
    # these log each address at INFO, and the address holds the token
    logging.getLogger("httpx").setLevel(logging.WARNING)
    logging.getLogger("httpcore").setLevel(logging.WARNING)
    # this one logs an answer that is no JSON whole, and answers repeat what people wrote
    logging.getLogger("telegram.request.BaseRequest").setLevel(logging.CRITICAL)
    # RetryAfter warns at each flood about a type that handlers.delivery takes either way
    warnings.filterwarnings("ignore", message=".*`retry_after`", category=PTBDeprecationWarning)
    way = request or HttpRequest(api, CONCURRENCY + _OTHERS)
    return OfficeBot(
        token,
        base_url=f"{api}/bot",
        base_file_url=f"{api}/file/bot",
        request=way,
        get_updates_request=way,
    )
