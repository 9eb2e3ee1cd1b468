"""What the standards themselves answer: rules first, then what is near, then a second look."""

from __future__ import annotations

from dataclasses import dataclass, replace

from knowledge.finding.answers import Reply, ReplyKind, Request, Topic
from knowledge.finding.asking import last_question
from knowledge.finding.case import Decision
from knowledge.finding.composing import Composer
from knowledge.finding.content import Searcher
from knowledge.finding.deciding import decide
from knowledge.finding.deciding_twice import decide_both
from knowledge.finding.guessing import Guesser
from knowledge.finding.leftover import left_over
from knowledge.finding.likeliest import Likeliest
from knowledge.finding.nearest import nearest
from knowledge.finding.pairs import is_pair
from knowledge.finding.question import Question, read
from knowledge.finding.ranking import Ranker
from knowledge.finding.second_look import Look, SecondLook
from knowledge.finding.shelf import Shelf
from knowledge.finding.subject import Subjects

#: Forms of replies that a part is missing, or what the steps say instead of it.
_MISSING = frozenset({"missing_facet", "from_steps"})
_SEVERAL = 2  # words beside the cue
_MOSTLY = 0.5  # share of them that a passage must hold


@dataclass(frozen=True, slots=True)
class FirstReply:
    """The reply before a second look at it; one that `is_final` needs none.

    `refused`: a rule understood what is asked, and saw that nothing answers it.
    """

    reply: Reply
    is_final: bool = False
    refused: bool = False


class FromStandards:
    """Answers questions with what the standards of a shelf say."""

    def __init__(self, shelf: Shelf, search: Searcher, composer: Composer) -> None:
        self._shelf = shelf
        self._search = search
        self._composer = composer
        subjects = Subjects(shelf)
        self._likeliest = Likeliest(shelf, search, subjects)
        self.second_look = SecondLook(shelf, search, Guesser(subjects, Ranker(shelf, search)))

    def reply(self, text: str, question: Question, topic: Topic, language: str) -> Reply:
        """Answer with what the standards say.

        Where that is nothing, the question alone is answered that the message ends with, if a
        standard is named for sure.
        """
        reply = self._reply(text, question, topic, language)
        last, named = last_question(text), question.named.certain
        if reply.kind is not ReplyKind.UNKNOWN or last is None or named is None:
            return reply
        alone = self._reply(last, read(last, self._shelf), Topic(named), language)
        return replace(alone, sure=False) if alone.kind is ReplyKind.ANSWER else reply

    def _reply(self, text: str, question: Question, topic: Topic, language: str) -> Reply:
        first = self.first_reply(text, question, topic, language)
        reply = first.reply
        if first.is_final:
            return reply
        look = self.second_look.of(reply, question, topic)
        if reply.kind is ReplyKind.UNKNOWN or reply.form == "card":
            return self._told(look, reply, topic) if look.told else reply
        if look.told:
            return self._composer.with_more(reply, look.told[0])
        if look.refuses:
            return self._unknown(question, topic, language)
        return self._with_more(reply, question)

    def first_reply(self, text: str, question: Question, topic: Topic, language: str) -> FirstReply:
        """Answer by the rules, or with what is near where none of them understands."""
        question, topic = self._likeliest.meant(question, topic)
        decision = self._decide(text, question, topic) if self._shelf else None
        about = topic
        if self._shelf and (decision is None or decision.choose):
            about = self._likeliest.about(question, topic)
            if about is not topic:
                decision = self._decide(text, question, about)
        if decision is not None and decision.choose:
            likely = self._of_likely(text, question, topic, language)
            if likely is not None:
                return FirstReply(likely)
        if decision is None:
            near = self._near(question, topic, language)
            return FirstReply(near, is_final=not self._shelf)
        if not decision.requests:
            return FirstReply(self._unknown(question, about, language), refused=True)
        reply = self._composer.reply(decision, about, language)
        reply = replace(reply, sure=reply.sure and decision.sure)
        reply = self._beside_missing(reply, question, about)
        return FirstReply(reply, is_final=reply.kind is ReplyKind.CHOICE)

    def _of_likely(
        self, text: str, question: Question, topic: Topic, language: str
    ) -> Reply | None:
        """Return the answer of one of several standards that may be meant, if it is likely that."""
        likely = self._likeliest.chosen(question, topic)
        decision = self._decide(text, question, likely) if likely is not topic else None
        if decision is None or decision.choose or not decision.requests:
            return None
        reply = self._composer.reply(decision, likely, language)
        return replace(reply, sure=False) if reply.kind is ReplyKind.ANSWER else None

    def _told(self, look: Look, first: Reply, topic: Topic) -> Reply:
        """Return the guesses that are told where the first reply answers nothing."""
        language = first.language
        there = replace(topic, options=())
        if first.form in _MISSING and first.request is not None:
            here = [one for one in look.told if one.standard == first.request.standard]
            missing = first.request.aspect
            return self._composer.nearest(here, there, language, missing) if here else first
        if not look.clear:
            return self._composer.nearest(look.told, there, language)
        return replace(
            self._composer.reply(Decision(tuple(look.told)), there, language), sure=False
        )

    def _with_more(self, reply: Reply, question: Question) -> Reply:
        """Return a reply with the passage below it that says what it leaves out, if one does."""
        if reply.form == "document":
            return reply  # it tells all that was asked
        more = left_over(reply, question, self._shelf, self._search)
        return reply if more is None else self._composer.with_more(reply, more)

    def _near(self, question: Question, topic: Topic, language: str) -> Reply:
        """Return what is near where no rule understands a question."""
        near = nearest(question, topic, self._shelf, self._search)
        if near:
            return self._composer.nearest(near, topic, language)
        return self._unknown(question, topic, language)

    def _unknown(self, question: Question, topic: Topic, language: str) -> Reply:
        near = self._search.nearest(question)
        return self._composer.unknown(near, _of_named(question, topic), language)

    def _beside_missing(self, reply: Reply, question: Question, topic: Topic) -> Reply:
        """Return what comes nearest where a standard has no such part, if anything does."""
        if reply.form not in _MISSING or reply.request is None:
            return reply
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
