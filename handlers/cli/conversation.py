"""`pandu ask` in a terminal: the same answers as in the chat, with numbers in place of buttons."""

from __future__ import annotations

import sys
from contextlib import suppress

from handlers.cli.screen import Screen
from handlers.replies import View, plain, present
from handlers.texts import LANGUAGES
from knowledge.finding.answers import Reply, Request, Topic
from knowledge.finding.finder import Finder

_LISTING = Request("listing")
"""What /standar asks."""


class Conversation:
    """One conversation with the person at the terminal, until /keluar, Ctrl-D or Ctrl-C."""

    def __init__(self, finder: Finder, screen: Screen, *, language: str | None) -> None:
        self._finder = finder
        self._screen = screen
        self._language = language
        self._topic = Topic()
        self._offered: tuple[Request, ...] = ()

    def hold(self) -> int:
        """Hold the conversation; always ends well."""
        with suppress(ImportError):  # where there is one, it gives editing and history
            import readline  # noqa: F401
        self._screen.say("ask_welcome")
        try:
            while self._turn(self._read()):
                pass
        except (EOFError, KeyboardInterrupt):
            self._screen.show("")
        self._screen.say("ask_goodbye")
        return 0

    def _read(self) -> str:
        prompt = self._screen.text("ask_prompt") + " " if sys.stdin.isatty() else ""
        return input(prompt).strip()

    def _turn(self, text: str) -> bool:
        """Deal with one line; False ends the conversation."""
        if text in ("/keluar", "/exit", "/quit"):
            return False
        if text.startswith("/"):
            self._command(*text.split(maxsplit=1))
        elif text.isdecimal() and self._offered:
            self._pick(int(text))
        elif text:
            self._show(self._finder.ask(text, self._topic, language=self._language))
        return True

    def _command(self, name: str, argument: str = "") -> None:
        match name:
            case "/bantuan" | "/help" | "/start":
                self._screen.say("ask_help")
            case "/standar" | "/standards":
                self._ask(_LISTING)
            case "/bahasa" | "/language":
                self._choose_language(argument.strip().lower())
            case "/tanya" | "/ask" if argument:
                self._turn(argument)
            case "/batal" | "/cancel":
                self._topic, self._offered = Topic(), ()
                self._screen.say("ask_cancelled")
            case _:
                self._screen.say("ask_unknown_command", name=name)

    def _choose_language(self, language: str) -> None:
        if language not in LANGUAGES:
            self._screen.say("ask_which_language")
            return
        self._language = self._screen.language = language
        self._screen.say("ask_language")

    def _pick(self, number: int) -> None:
        """Answer what was offered under that number; a number is nothing else in a terminal."""
        if not 1 <= number <= len(self._offered):
            self._screen.say("ask_no_such_number", number=number, count=len(self._offered))
            return
        self._ask(self._offered[number - 1])

    def _ask(self, request: Request) -> None:
        language = self._language or self._screen.language
        self._show(self._finder.answer(request, self._topic, language=language))

    def _show(self, reply: Reply) -> None:
        """Print a reply and what may be asked next, all numbered."""
        message = present(reply, view=View(page=None))
        rows = message.buttons[len(reply.options) :]
        labels = [button.label for row in rows for button in row]
        self._screen.show(f"\n{plain(message.html)}\n")
        if labels:
            first = len(reply.options) + 1
            lines = [
                self._screen.text("ask_numbered", number=number, label=label)
                for number, label in enumerate(labels, first)
            ]
            self._screen.show("\n".join([self._screen.text("ask_next"), *lines]))
        self._topic = reply.topic
        self._offered = (*(option.request for option in reply.options), *reply.next)
