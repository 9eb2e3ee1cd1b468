"""Methods by which the bot gets its updates: polling and the webhook."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from simulator import wire
from simulator.bot_api.arguments import Arguments
from simulator.errors import Refused
from simulator.loopback import is_loopback
from simulator.model import Webhook
from simulator.town import Town


def get_me(town: Town, _args: Arguments) -> wire.Json:
    """Tell the bot who it is."""
    return {
        **wire.bot_user(town),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


async def get_updates(town: Town, args: Arguments) -> list[dict[str, Any]]:
    """Give waiting updates, or wait for one; what lies below the offset is confirmed."""
    allowed = args.names("allowed_updates")
    if allowed is not None:
        town.updates.allow(allowed)
    if offset := args.number("offset"):
        town.updates.confirm(offset)
    limit = min(max(args.number("limit", 100), 1), 100)
    return await town.updates.fetch(limit, args.number("timeout"))


def set_webhook(town: Town, args: Arguments) -> bool:
    """Send updates to an address on this machine; an empty one ends that."""
    url = args.text("url")
    if not url:
        return delete_webhook(town, args)
    secret = args.text("secret_token")
    if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", secret):
        raise Refused("secret token contains unallowed characters")
    _check_address(url)
    allowed = args.names("allowed_updates")
    if allowed is not None:
        town.updates.allow(allowed)
    _drop(town, args)
    most = min(max(args.number("max_connections", 40), 1), 100)
    town.state.webhook = Webhook(url, secret, most)
    town.changed()
    town.updates.end_poll("setWebhook request")
    town.updates.arrived()
    return True


def delete_webhook(town: Town, args: Arguments) -> bool:
    """Poll again."""
    _drop(town, args)
    town.state.webhook = Webhook()
    town.changed()
    town.updates.arrived()
    return True


def get_webhook_info(town: Town, _args: Arguments) -> wire.Json:
    """Tell where updates are sent to, and what went wrong last."""
    webhook = town.state.webhook
    info: wire.Json = {
        "url": webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(town.state.updates),
    }
    if webhook.url:
        info |= {"max_connections": webhook.most, "ip_address": "127.0.0.1"}
    if webhook.error_at is not None:
        info["last_error_date"] = int(webhook.error_at.timestamp())
        info["last_error_message"] = webhook.error
    if town.state.allowed:
        info["allowed_updates"] = town.state.allowed
    return info


def _check_address(url: str) -> None:
    """Take https, and plain http too, but only to this machine: the stand-in stays on it."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https"):
        raise Refused("bad webhook: An HTTPS URL must be provided for webhook")
    if not is_loopback(parts.hostname or ""):
        raise Refused("bad webhook: the stand-in calls addresses of this machine only")


def _drop(town: Town, args: Arguments) -> None:
    if args.flag("drop_pending_updates"):
        town.state.updates.clear()
