"""The one face of finding: a question and a topic in, a reply out."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.finding.answers import Reply, ReplyKind, Request, Topic
from knowledge.model import ServiceStandard


class Finder:
    """Answers questions about the standards it was built from; immutable after that."""

    def __init__(self, standards: Iterable[ServiceStandard]) -> None:
        self._standards = {standard.id: standard for standard in standards}

    def ask(self, text: str, topic: Topic, *, language: str | None = None) -> Reply:
        """Answer a question as typed; `language` None means: that of the question."""
        return Reply(ReplyKind.UNKNOWN, "unknown", {"question": text}, topic)

    def answer(self, request: Request, topic: Topic, *, language: str = "id") -> Reply:
        """Answer a request that a button or a choice carries."""
        return Reply(ReplyKind.UNKNOWN, "unknown", {"question": ""}, topic)

    def code(self, request: Request) -> str:
        """Return the request as a code of at most 48 ASCII characters."""
        return request.aspect

    def request(self, code: str) -> Request | None:
        """Return the request of a code, or None if it names nothing that is known any more."""
        return None
