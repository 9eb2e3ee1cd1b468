"""pandu check: whether the office works, and what needs a person."""

from __future__ import annotations

import asyncio
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from telegram.error import InvalidToken, TelegramError

from bot.domain.health import Finding, Level
from bot.office import check_office
from bot.settings import Settings, load_settings
from handlers.bot_api import office_bot
from handlers.cli.screen import Screen

NEEDS_A_PERSON = 1
"""The exit status where something does."""


def declare(parser: ArgumentParser) -> None:
    """Add nothing: everything is checked."""


def execute(options: Namespace, screen: Screen) -> int:
    """Print a line for each finding, and at the end what it comes to."""
    findings = asyncio.run(_check(load_settings()))
    for finding in findings:
        text = screen.text_of(finding.key, finding.values)
        screen.say("check_line", level=str(finding.level), text=text)
    count = sum(1 for finding in findings if finding.needs_a_person)
    screen.say("check_result", count=count)
    return NEEDS_A_PERSON if count else 0


async def _check(settings: Settings) -> tuple[Finding, ...]:
    office = await check_office(settings)
    if settings.telegram_token is None:
        return office
    return (*office, *await _reach(settings, settings.telegram_token.get_secret_value()))


async def _reach(settings: Settings, token: str) -> list[Finding]:
    """Ask Telegram who we are, and where it sends updates to; once each."""
    api = settings.telegram_api
    bot = office_bot(token, api)
    try:
        async with bot:
            values = {"username": bot.username, "api": api}
            found = [Finding("check.telegram", Level.OK, values)]
            return found + _webhook(settings.webhook_url, await bot.call("getWebhookInfo", {}))
    except InvalidToken:
        return [Finding("run.token_refused", Level.ERROR)]
    except TelegramError as error:
        reason = type(error.__cause__ or error).__name__
        return [Finding("run.unreachable", Level.ERROR, {"api": api, "reason": reason})]


def _webhook(url: str | None, info: Mapping[str, Any]) -> list[Finding]:
    """Compare what Telegram calls with what the settings want."""
    found = info.get("url")
    if url is None:
        left = Finding("check.webhook_left", Level.WARNING, {"found": found})
        return [left] if found else []
    if found != url:
        return [Finding("check.webhook_not_set", Level.WARNING, {"url": url, "found": found})]
    values = {"url": url, "pending": info.get("pending_update_count", 0)}
    failed = info.get("last_error_date")
    if failed is None or not values["pending"]:  # an old error that was made up for is none
        return [Finding("check.webhook", Level.OK, values)]
    at = datetime.fromtimestamp(failed, UTC)
    values |= {"reason": info.get("last_error_message", ""), "at": at}
    return [Finding("check.webhook_failing", Level.WARNING, values)]
