"""The one face of finding: a question and a topic in, a reply out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from knowledge.finding import codes
from knowledge.finding.answers import Reply, Request, Topic
from knowledge.finding.case import Decision
from knowledge.finding.composing import Composer
from knowledge.finding.content import Searcher
from knowledge.finding.deciding import decide
from knowledge.finding.picking import named_option, pick, pick_and_ask
from knowledge.finding.question import Question, read
from knowledge.finding.shelf import Shelf
from knowledge.finding.smalltalk import smalltalk
from knowledge.model import ServiceStandard


class Finder:
    """Answers questions about the standards it was built from; immutable after that."""

    def __init__(self, standards: Iterable[ServiceStandard] | Shelf) -> None:
        self._shelf = Shelf.of(standards)
        self._search = Searcher(self._shelf)
        self._composer = Composer(self._shelf)

    def ask(self, text: str, topic: Topic, *, language: str | None = None) -> Reply:
        """Answer a question as typed; `language` None means: that of the question."""
        topic = self._known(topic)
        picked = pick(text, topic.options)
        if picked is not None:
            return self.answer(picked, topic, language=language or "id")
        begun = pick_and_ask(text, topic.options)
        if begun is not None:
            reply = self.ask(begun[1], Topic(begun[0], topic.standard), language=language)
            kept = reply.topic.options or topic.options  # another of them may be meant next
            return replace(reply, topic=replace(reply.topic, options=kept))
        kind = smalltalk(text)
        question = read(text, self._shelf)
        spoken = language or question.language
        if kind:
            return self._composer.smalltalk(kind, topic, spoken)
        option = named_option(question, topic.options)
        if option is not None:
            return self.answer(option, topic, language=spoken)
        decision = decide(question, topic, self._shelf, self._search) if self._shelf else None
        if decision is None or not decision.requests:
            return self._composer.unknown(text, self._near(question), topic, spoken)
        return self._composer.reply(decision, topic, spoken)

    def answer(self, request: Request, topic: Topic, *, language: str = "id") -> Reply:
        """Answer a request that a button or a choice carries."""
        return self._composer.reply(Decision((request,)), self._known(topic), language)

    def code(self, request: Request) -> str:
        """Return the request as a code of at most 48 ASCII characters."""
        return codes.encode(request, self._shelf)

    def request(self, code: str) -> Request | None:
        """Return the request of a code, or None if it names nothing that is known any more."""
        request = codes.decode(code, self._shelf)
        return request if request and self._composer.answers(request.aspect) else None

    def _near(self, question: Question) -> Request | None:
        return self._search.nearest(question)

    def _known(self, topic: Topic) -> Topic:
        """Return the topic without a standard that is no longer on the shelf."""
        standards = self._shelf.standards
        if topic.standard and topic.standard not in standards:
            topic = replace(topic, standard=None, aspect=None, step=None)
        if topic.previous and topic.previous not in standards:
            topic = replace(topic, previous=None)
        return topic
