"""`pandu ask --json`: one JSON object a line in, one a line out, in the same order."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from handlers.cli.screen import Screen
from handlers.markup import MESSAGE_LIMIT, length, pages, plain
from handlers.replies import View, body, present, sources
from handlers.texts import Texts
from knowledge.finding.answers import Reply, Topic
from knowledge.finding.finder import Finder

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class BadLine(ValueError):
    """A line that is no question; its text is the reason: json, object, encoding, text, chat."""


@dataclass(frozen=True, slots=True)
class Line:
    """One question as it came in; `id` is given back as it is."""

    id: Any
    chat: str | None
    text: str


class JsonLines:
    """Answers a stream of questions; each `chat` is one conversation, in the order of its lines.

    A line without a chat is a conversation of its own.
    """

    def __init__(self, finder: Finder, screen: Screen, *, language: str | None) -> None:
        self._finder = finder
        self._screen = screen
        self._texts = screen.texts
        self._language = language
        self._topics: dict[str, Topic] = {}

    def answer_all(self, lines: Iterable[bytes]) -> int:
        """Answer every good line at once; name the bad ones and return 2 if there was one."""
        as_record(None, self._finder.ask("", Topic()), self._texts)  # compiles what all need
        status = 0
        for number, line in enumerate(lines, 1):
            raw = line.removeprefix(_BYTE_ORDER_MARK) if number == 1 else line
            if not raw.strip():
                continue
            try:
                question = read_line(raw)
            except BadLine as error:
                self._screen.fail("bad_line", number=number, reason=str(error))
                status = 2
                continue
            self._screen.data(self._answer(question))
        return status

    def _answer(self, line: Line) -> dict[str, Any]:
        began = perf_counter()
        topic = self._topics.get(line.chat, Topic()) if line.chat is not None else Topic()
        reply = self._finder.ask(line.text, topic, language=self._language)
        if line.chat is not None:
            self._topics[line.chat] = reply.topic
        record = as_record(line.id, reply, self._texts)
        return {**record, "ms": round((perf_counter() - began) * 1000, 3)}


def read_line(raw: bytes) -> Line:
    """Return the question on a line; raises BadLine with the reason."""
    try:
        value = json.loads(raw.decode())
    except UnicodeDecodeError:
        raise BadLine("encoding") from None
    except (ValueError, RecursionError):
        raise BadLine("json") from None
    if not isinstance(value, dict):
        raise BadLine("object")
    text, chat = value.get("text"), value.get("chat")
    if not isinstance(text, str):
        raise BadLine("text")
    if isinstance(chat, bool) or not isinstance(chat, str | int | None):
        raise BadLine("chat")
    return Line(value.get("id"), None if chat is None else str(chat), text)


def as_record(question_id: object, reply: Reply, texts: Texts) -> dict[str, Any]:
    """Return a reply as the command-line contract has it, without the time taken."""
    message = present(reply, texts, view=View(page=None))
    after_options = message.buttons[len(reply.options) :]
    return {
        "id": question_id,
        "kind": str(reply.kind),
        "text": plain(_within_a_message(message.html, reply, texts)),
        "standards": list(dict.fromkeys(citation.title for citation in reply.citations)),
        "sources": [
            {"standard": citation.title, "section": citation.section, "page": citation.page}
            for citation in reply.citations
        ],
        "options": [option.label for option in reply.options]
        + [button.label for row in after_options for button in row],
    }


def _within_a_message(html: str, reply: Reply, texts: Texts) -> str:
    """Return a reply as it is, or as much of it as one message holds, sources included."""
    if length(html) <= MESSAGE_LIMIT:
        return html
    source = pages(sources(reply, texts), MESSAGE_LIMIT // 3)[0]
    ending = f"{texts.render('cli.cut', reply.language)}\n\n{source}"
    beginning = pages(body(reply, texts), MESSAGE_LIMIT - length(ending) - len("\n\n"))[0]
    return f"{beginning}\n\n{ending}"
