"""Why a command cannot be carried out: a key and its values, put into words by `screen`."""

from __future__ import annotations

from bot.errors import PanduError


class CommandError(PanduError):
    """The command was called wrongly, or what it names cannot be used; ends with status 2.

    `key` is a macro of `texts/*/cli.j2`.
    """
