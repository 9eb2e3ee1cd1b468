"""What the standards themselves answer: rules first, then what is likely, then what is near."""

from __future__ import annotations

from dataclasses import replace

from knowledge.finding.answers import Reply, ReplyKind, Request, Topic
from knowledge.finding.case import Decision
from knowledge.finding.composing import Composer
from knowledge.finding.content import Searcher
from knowledge.finding.deciding import decide
from knowledge.finding.deciding_twice import decide_both
from knowledge.finding.leftover import left_over
from knowledge.finding.likeliest import Likeliest
from knowledge.finding.nearest import nearest
from knowledge.finding.pairs import is_pair
from knowledge.finding.question import Question
from knowledge.finding.shelf import Shelf

#: Replies that a part is missing, or what the steps say instead of it.
_MISSING = frozenset({"missing_facet", "from_steps"})
_SEVERAL = 2  # words beside the cue
_MOSTLY = 0.5  # share of them that a passage must hold


class FromStandards:
    """Answers questions with what the standards of a shelf say."""

    def __init__(self, shelf: Shelf, search: Searcher, composer: Composer) -> None:
        self._shelf = shelf
        self._search = search
        self._composer = composer
        self._likeliest = Likeliest(shelf, search)

    def reply(self, text: str, question: Question, topic: Topic, language: str) -> Reply:
        """Answer with what the standards say."""
        question, topic = self._likeliest.meant(question, topic)
        decision = self._decide(text, question, topic) if self._shelf else None
        about = topic
        if self._shelf and (decision is None or decision.choose):
            about = self._likeliest.about(question, topic)
            if about is not topic:
                decision = self._decide(text, question, about)
        if decision is None and self._shelf:
            return self._unsure(question, topic, about, language)
        if decision is not None and decision.choose:
            likely = self._of_likely(text, question, topic, language)
            if likely is not None:
                return likely
        topic = about
        if decision is None or not decision.requests:
            return self._unknown(question, topic, language)
        reply = self._composer.reply(decision, topic, language)
        reply = replace(reply, sure=reply.sure and decision.sure)
        return self._with_more(self._beside_missing(reply, question, topic), question, topic)

    def _of_likely(
        self, text: str, question: Question, topic: Topic, language: str
    ) -> Reply | None:
        """Return the answer of one of several standards that may be meant, if it is likely that."""
        likely = self._likeliest.chosen(question, topic)
        decision = self._decide(text, question, likely) if likely is not topic else None
        if decision is None or decision.choose or not decision.requests:
            return None
        reply = self._composer.reply(decision, likely, language)
        if reply.kind is not ReplyKind.ANSWER:
            return None
        return self._with_more(replace(reply, sure=False), question, likely)

    def _with_more(self, reply: Reply, question: Question, topic: Topic) -> Reply:
        """Return a reply with the passage below it that says what it leaves out, if one does."""
        if reply.form == "document":
            return reply  # it tells all that was asked
        more = self._likeliest.beside(reply, question, topic)
        more = more or left_over(reply, question, self._shelf, self._search)
        return reply if more is None else self._composer.with_more(reply, more)

    def _unsure(self, question: Question, topic: Topic, about: Topic, language: str) -> Reply:
        """Return what is likely or near where no rule understands a question.

        It is likely `about` another standard than the one spoken of, if that is another topic.
        """
        about = about if about is not topic else self._likeliest.lead(question, topic)
        likely = self._likeliest.alone(question, about, told=about is topic)
        if len(likely) == 1:
            return replace(self._composer.reply(Decision(likely), about, language), sure=False)
        near = likely or nearest(question, topic, self._shelf, self._search)
        if near:
            return self._composer.nearest(near, about, language)
        guess = self._likeliest.anywhere(question, topic)
        if guess is None:
            return self._unknown(question, topic, language)
        request, there = guess
        return replace(self._composer.reply(Decision((request,)), there, language), sure=False)

    def _unknown(self, question: Question, topic: Topic, language: str) -> Reply:
        near = self._search.nearest(question)
        return self._composer.unknown(near, _of_named(question, topic), language)

    def _beside_missing(self, reply: Reply, question: Question, topic: Topic) -> Reply:
        """Return what comes nearest where a standard has no such part, if anything does."""
        if reply.form not in _MISSING or reply.request is None:
            return reply
        if reply.kind is not ReplyKind.ANSWER:
            guess = self._likeliest.instead(reply.request, question, topic)
            if guess is not None:
                aspect = reply.request.aspect
                return self._composer.nearest((guess,), topic, reply.language, aspect)
        near = nearest(question, topic, self._shelf, self._search, reply.request.aspect)
        if not near and reply.form == "missing_facet" and self._holds_most(question, reply.request):
            near = nearest(question, topic, self._shelf, self._search)
        if not near or near[0].standard != reply.request.standard:
            return reply
        return self._composer.nearest(near, topic, reply.language, reply.request.aspect)

    def _holds_most(self, question: Question, missing: Request) -> bool:
        """Say whether a passage says most of the question, so that its cue may mean no part."""
        described = self._search.described(question, question.hits.keys(), titles=False)
        things = [stem for stem in described if not is_pair(stem)]
        found = self._search.ranked(described, missing.standard or "")
        return len(things) >= _SEVERAL and bool(found) and found[0].coverage >= _MOSTLY

    def _decide(self, text: str, question: Question, topic: Topic) -> Decision | None:
        both = decide_both(text, topic, self._shelf, self._search)
        return both or decide(question, topic, self._shelf, self._search)


def _of_named(question: Question, topic: Topic) -> Topic:
    """Return the topic of a question that is not answered: a standard it surely names is kept."""
    named = question.named
    if not named.firm or named.certain in (None, topic.standard):
        return topic
    return Topic(named.certain, topic.standard or topic.previous)
