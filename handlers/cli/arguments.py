"""From the words of a command line to a command and its options.

argparse does the splitting; what it says about mistakes is replaced by keys of our own texts, and
`--help` prints the text `cli.help_<command>`.
"""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import NoReturn, Protocol, cast

from handlers.cli.errors import CommandError
from handlers.cli.screen import Screen
from handlers.texts import DEFAULT_LANGUAGE, LANGUAGES

COMMANDS = (
    "run", "try", "ask", "read", "add", "standards", "plan", "route", "people", "check", "backup",
    "restore", "tidy",
)  # fmt: skip
"""The commands, in the order of the help; each is the module of that name in this package.

A name that Python uses has "_" behind it there.
"""

_MISTAKES = (
    (r"the following arguments are required: (?P<what>.+)", "missing_argument"),
    (r"unrecognized arguments: (?P<what>.+)", "unknown_argument"),
    (r"argument (?P<what>\S+): expected .+", "missing_value"),
    (r"argument (?P<what>\S+): (?:invalid|ambiguous) .+", "bad_value"),
)


class Command(Protocol):
    """What the module of a command offers."""

    def declare(self, parser: ArgumentParser) -> None:
        """Add the command's own arguments."""
        ...

    def execute(self, options: Namespace, screen: Screen) -> int:
        """Carry it out and return the exit status; raises PanduError for what people can mend."""
        ...


class _Parser(ArgumentParser):
    """An ArgumentParser that raises CommandError where argparse would print and exit."""

    def error(self, message: str) -> NoReturn:
        """Raise CommandError for argparse's message about a mistake."""
        for pattern, key in _MISTAKES:
            if match := re.fullmatch(pattern, message):
                raise CommandError(key, command=self.prog, what=match["what"])
        raise CommandError("bad_arguments", command=self.prog, detail=message)


def language_of(words: Sequence[str]) -> str | None:
    """Return the language that a command line asks for, before anything else is checked."""
    for word, following in zip(words, [*words[1:], ""], strict=True):
        value = following if word == "--language" else word.removeprefix("--language=")
        if value != word and value in LANGUAGES:
            return value
    return None


def parser_of(name: str | None) -> ArgumentParser:
    """Return the parser of one command, or of `pandu` alone; common options are in all."""
    parser = _Parser(prog=f"pandu {name}" if name else "pandu", add_help=False, allow_abbrev=False)
    parser.add_argument("-h", "--help", action="store_true")
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--traceback", action="store_true")
    if name is None:
        parser.add_argument("--version", action="store_true")
    else:
        command_of(name).declare(parser)
    return parser


def command_of(name: str) -> Command:
    """Import and return the module of a command; `name` is one of COMMANDS."""
    module = f"{name}_" if iskeyword(name) else name
    return cast(Command, import_module(f"handlers.cli.{module}"))


def add_standards_option(parser: ArgumentParser) -> None:
    """Add the option that names the documents to use instead of the database's."""
    parser.add_argument("--standards", nargs="+", type=Path, metavar="PATH")


def split(words: Sequence[str]) -> tuple[str | None, list[str]]:
    """Return the command's name (None if no word is one) and the remaining words.

    Common options may stand before the name: `pandu --language en ask`.
    """
    rest = list(words)
    skip = False
    for index, word in enumerate(words):
        if skip:
            skip = False
        elif word == "--language":
            skip = True
        elif not word.startswith("-"):
            del rest[index]
            return word, rest
    return None, rest


def default_language(words: Sequence[str]) -> str:
    """Return the language that errors and help are written in."""
    return language_of(words) or DEFAULT_LANGUAGE
