"""Methods about the bot's own face: name, descriptions and commands."""

from __future__ import annotations

import json
from typing import Any

from simulator.bot_api.arguments import Arguments
from simulator.errors import Refused
from simulator.limits import commands, short
from simulator.town import Town

_SCOPES = frozenset(
    "default all_private_chats all_group_chats all_chat_administrators chat "
    "chat_administrators chat_member".split()
)


def set_my_commands(town: Town, args: Arguments) -> bool:
    """Set the commands of a scope and a language."""
    given = commands(args.json("commands"))
    town.state.profile.commands[_key(args)] = given
    return _told(town)


def delete_my_commands(town: Town, args: Arguments) -> bool:
    """Forget the commands of a scope and a language."""
    town.state.profile.commands.pop(_key(args), None)
    return _told(town)


def get_my_commands(town: Town, args: Arguments) -> list[dict[str, str]]:
    """Return the commands of exactly this scope and language."""
    return town.state.profile.commands.get(_key(args), [])


def set_my_name(town: Town, args: Arguments) -> bool:
    """Set the name for a language; an empty one takes the language's own name away."""
    name = short(args.text("name"), 64, "bot name")
    return _set(town, town.state.profile.names, args, name)


def get_my_name(town: Town, args: Arguments) -> dict[str, Any]:
    """Return the name in a language."""
    return {"name": town.bot_name(args.text("language_code"))}


def set_my_description(town: Town, args: Arguments) -> bool:
    """Set what an empty chat shows."""
    text = short(args.text("description"), 512, "bot description")
    return _set(town, town.state.profile.descriptions, args, text)


def get_my_description(town: Town, args: Arguments) -> dict[str, Any]:
    """Return what an empty chat shows."""
    return {"description": _in(town.state.profile.descriptions, args)}


def set_my_short_description(town: Town, args: Arguments) -> bool:
    """Set what the bot's profile shows."""
    text = short(args.text("short_description"), 120, "bot short description")
    return _set(town, town.state.profile.short_descriptions, args, text)


def get_my_short_description(town: Town, args: Arguments) -> dict[str, Any]:
    """Return what the bot's profile shows."""
    return {"short_description": _in(town.state.profile.short_descriptions, args)}


def _set(town: Town, texts: dict[str, str], args: Arguments, text: str) -> bool:
    language = _language(args)
    if text:
        texts[language] = text
    else:
        texts.pop(language, None)
    return _told(town)


def _told(town: Town) -> bool:
    """Let the pages load the bot's face anew: that is part of who is there."""
    town.changed()
    town.events.tell("people")
    return True


def _in(texts: dict[str, str], args: Arguments) -> str:
    return texts.get(_language(args)) or texts.get("", "")


def _language(args: Arguments) -> str:
    code = args.text("language_code")
    if code and not (len(code) == 2 and code.isascii() and code.isalpha() and code.islower()):
        raise Refused("invalid language code specified")
    return code


def _key(args: Arguments) -> str:
    """Return scope and language as one text; "default" where no scope is given."""
    scope = args.json("scope") or {"type": "default"}
    if not isinstance(scope, dict) or scope.get("type") not in _SCOPES:
        raise Refused("can't parse BotCommandScope: unsupported type specified")
    return f"{json.dumps(scope, sort_keys=True)}|{_language(args)}"
