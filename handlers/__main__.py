"""The start of everything: the `pandu` command (also `python -m handlers`).

Here is only how a command is found and how it ends; the commands are in `handlers.cli`.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence

from bot.errors import PanduError
from handlers.cli.arguments import COMMANDS, command_of, default_language, parser_of, split
from handlers.cli.errors import CommandError
from handlers.cli.screen import Screen

MISTAKE = 2
"""The exit status where the command, a setting or a file is wrong."""

INTERRUPTED = 130
"""The exit status after Ctrl-C, as shells expect it."""


def main(words: Sequence[str] | None = None) -> int:
    """Carry out one command line and return its exit status."""
    words = sys.argv[1:] if words is None else words
    screen = Screen(default_language(words))
    try:
        return _carry_out(words, screen)
    except PanduError as error:
        screen.explain(error)
        return MISTAKE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output has gone; there is nobody left to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return MISTAKE
    except Exception as error:  # the last resort, so that people never meet a traceback unasked
        if "--traceback" in words:
            traceback.print_exc()
        screen.fail("unexpected", kind=type(error).__name__, detail=str(error))
        return MISTAKE


def _carry_out(words: Sequence[str], screen: Screen) -> int:
    name, rest = split(words)
    if name is not None and name not in COMMANDS:
        raise CommandError("unknown_command", name=name, commands=", ".join(COMMANDS))
    if name is not None and {"-h", "--help"} & set(rest):
        screen.say(f"help_{name}")
        return 0
    options = parser_of(name).parse_args(rest)
    if name is not None:
        return command_of(name).execute(options, screen)
    if options.version:
        from importlib.metadata import version  # slow to import, and seldom needed

        screen.show(f"pandu {version('pandu')}")
    else:
        screen.say("help")
    return 0


if __name__ == "__main__":
    sys.exit(main())
